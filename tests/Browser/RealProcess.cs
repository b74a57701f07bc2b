using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using CustomerService.Testing;

namespace CustomerService.Browser.Tests;

/// <summary>The program as a user starts it, in a process of its own, with a database of its own.</summary>
public sealed class RealProcess : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("customer-service-process-");
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private readonly Process _process;

    private RealProcess(IReadOnlyDictionary<string, string>? environment)
    {
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = RepositoryRoot.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in new[] { "run", "--no-build", "--project", "src/CustomerService.Web", "--urls", Address.GetLeftPart(UriPartial.Authority) })
            start.ArgumentList.Add(argument);
        start.Environment["Storage__ConnectionString"] = $"Data Source={Path.Combine(_folder.FullName, "test.db")}";
        foreach (var (key, value) in environment ?? new Dictionary<string, string>())
            start.Environment[key] = value;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(_errors, line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    /// <summary>What it wrote to its standard output so far.</summary>
    public string Output => Read(_output);

    /// <summary>What it wrote to its standard error so far.</summary>
    public string Errors => Read(_errors);

    /// <summary>Starts the program and returns when it says that it is ready.</summary>
    public static async Task<RealProcess> StartAsync(IReadOnlyDictionary<string, string>? environment = null)
    {
        var started = new RealProcess(environment);
        try
        {
            await started.BecomeReadyAsync();
            return started;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the program and returns its exit code and what it wrote to standard error; for a start that is to be refused.</summary>
    public static async Task<(int ExitCode, string Errors)> RunToEndAsync(IReadOnlyDictionary<string, string> environment)
    {
        await using var started = new RealProcess(environment);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await started._process.WaitForExitAsync(limit.Token);
        return (started._process.ExitCode, started.Errors);
    }

    /// <summary>Ends it at once, as SIGKILL does: it gets no chance to put anything in order.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task BecomeReadyAsync()
    {
        using var client = new HttpClient { BaseAddress = Address };
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (!_process.HasExited)
        {
            try
            {
                using var response = await client.GetAsync("health/ready", limit.Token);
                if (response.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
            catch (OperationCanceledException late)
            {
                throw new TimeoutException($"The program was not ready after three minutes. It wrote:\n{Output}{Errors}", late);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }

        throw new InvalidOperationException($"The program ended with {_process.ExitCode}. It wrote:\n{Output}{Errors}");
    }

    private static void Keep(StringBuilder text, string? line)
    {
        lock (text)
            text.AppendLine(line);
    }

    private static string Read(StringBuilder text)
    {
        lock (text)
            return text.ToString();
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
