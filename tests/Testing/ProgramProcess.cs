using System.Diagnostics;
using System.Text;

namespace CustomerService.Testing;

/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
public sealed record Finished(int ExitCode, string Output, string Error);

/// <summary>A built program of this repository in a process of its own, with a database of its own unless told otherwise.</summary>
public sealed class ProgramProcess : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly Lock _gate = new();
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();
    private readonly Process _process;
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ProgramProcess(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, line) => Keep(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(_error, line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>All it wrote so far, errors after the rest.</summary>
    public string Written
    {
        get
        {
            lock (_gate)
                return $"{_output}{_error}";
        }
    }

    /// <param name="project">Folder below src, such as <c>CustomerService.Cli</c>; built in the configuration of the test.</param>
    /// <param name="environment">Configuration by key, such as <c>Lookups__Deadline</c>.</param>
    public static ProgramProcess Start(string project, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(RepositoryRoot.Path, "src", project, "bin", output.Parent!.Name, output.Name, project + ".dll");
        // A shell that starts tests in the background makes them, and what they start, deaf to Ctrl+C.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", program, .. arguments])
        {
            WorkingDirectory = RepositoryRoot.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        // A key in the tester's environment is not to be spent.
        start.Environment.Remove("OPENAI_API_KEY");
        start.Environment.Remove("OPENAI_BASE_URL");
        foreach (var (key, value) in environment ?? new Dictionary<string, string>())
            start.Environment[key] = value;
        return new(new Process { StartInfo = start });
    }

    /// <summary>Starts a program and returns how it ended.</summary>
    public static async Task<Finished> RunAsync(string project, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        await using var started = Start(project, arguments, environment);
        return await started.EndAsync();
    }

    public async Task<Finished> EndAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException late)
        {
            throw new TimeoutException($"The program did not end. It wrote:\n{Written}", late);
        }

        lock (_gate)
            return new(_process.ExitCode, _output.ToString(), _error.ToString());
    }

    /// <summary>Returns when the program has written a text.</summary>
    public async Task WaitForAsync(string text)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (true)
        {
            Task more;
            lock (_gate)
                more = _more.Task;
            if (Written.Contains(text, StringComparison.Ordinal))
                return;
            if (_process.HasExited)
                throw new InvalidOperationException($"The program ended with {_process.ExitCode} before it wrote \"{text}\". It wrote:\n{Written}");
            await Task.WhenAny(more, _process.WaitForExitAsync(limit.Token));
            if (limit.IsCancellationRequested)
                throw new TimeoutException($"The program did not write \"{text}\". It wrote:\n{Written}");
        }
    }

    /// <summary>What Ctrl+C sends.</summary>
    public async Task InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Ends it without a chance to do anything.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Keep(StringBuilder written, string? line)
    {
        if (line is null)
            return;
        lock (_gate)
        {
            written.AppendLine(line);
            _more.TrySetResult();
            _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
