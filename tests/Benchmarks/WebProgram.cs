using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using CustomerService.Testing;

namespace CustomerService.Benchmarks;

/// <summary>The web program in a process of its own, as it was built beside this one, with the demo store in a database of its own unless told otherwise.</summary>
internal sealed class WebProgram : IAsyncDisposable
{
    private const string Announced = "enter the code ";
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan StartPoll = TimeSpan.FromMilliseconds(100);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("customer-service-benchmark-");
    private readonly string _apiKey = RandomNumberGenerator.GetHexString(32);
    private readonly StringBuilder _output = new();
    private readonly Process _process;

    private WebProgram(IReadOnlyDictionary<string, string> environment)
    {
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = RepositoryRoot.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in new[] { Library(), "--urls", Address.GetLeftPart(UriPartial.Authority) })
            start.ArgumentList.Add(argument);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Storage__Provider"] = "Sqlite";
        start.Environment["Storage__ConnectionString"] = $"Data Source={Path.Combine(_folder.FullName, "shop.db")}";
        start.Environment["Api__Keys__0"] = _apiKey;
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        // The embedded assistant is measured, or the endpoint that the benchmark names; not somebody's model.
        start.Environment.Remove("OPENAI_API_KEY");
        start.Environment.Remove("OPENAI_BASE_URL");
        foreach (var (key, value) in environment)
            start.Environment[key] = value;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Split(Announced) is [_, var code])
                SetupCode = code;
            else
                Keep(line.Data);
        };
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    /// <summary>Processor time of all its threads since it started.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Memory in use, in bytes.</summary>
    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>With which its first administrator is made.</summary>
    public string? SetupCode { get; private set; }

    /// <summary>What it wrote so far: with logging quiet, warnings and errors.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    public static Task<WebProgram> StartAsync(CancellationToken cancellationToken) => StartAsync(new Dictionary<string, string>(), cancellationToken);

    /// <param name="environment">Variables that come before those it gets otherwise.</param>
    public static async Task<WebProgram> StartAsync(IReadOnlyDictionary<string, string> environment, CancellationToken cancellationToken)
    {
        var started = new WebProgram(environment);
        try
        {
            await started.BecomeReadyAsync(cancellationToken);
            return started;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    /// <summary>A client that bears the API key.</summary>
    /// <param name="connections">How many requests it may have open at a time.</param>
    public HttpClient Client(int connections) =>
        new(new SocketsHttpHandler { MaxConnectionsPerServer = connections, UseProxy = false, UseCookies = false }, disposeHandler: true)
        {
            BaseAddress = Address,
            DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", _apiKey) },
        };

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task BecomeReadyAsync(CancellationToken cancellationToken)
    {
        using var client = Client(1);
        var started = Stopwatch.GetTimestamp();
        while (!_process.HasExited)
        {
            try
            {
                using var response = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), cancellationToken);
                if (response.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            if (Stopwatch.GetElapsedTime(started) > StartLimit)
                throw new TimeoutException($"The web program was not ready after {StartLimit}. It wrote:\n{Output}");
            await Task.Delay(StartPoll, TimeProvider.System, cancellationToken);
        }

        throw new InvalidOperationException($"The web program ended with {_process.ExitCode}. It wrote:\n{Output}");
    }

    private static string Library()
    {
        var configuration = typeof(WebProgram).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        return Path.Combine(RepositoryRoot.Path, "src", "CustomerService.Web", "bin", configuration, $"net{Environment.Version.ToString(2)}", "CustomerService.Web.dll");
    }

    private void Keep(string? line)
    {
        lock (_output)
            _output.AppendLine(line);
    }

    internal static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
