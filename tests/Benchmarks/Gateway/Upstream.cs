using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using CustomerService.Testing;

namespace CustomerService.Benchmarks;

/// <summary>The endpoint that all are measured on: <c>../shared/bench/upstream.mjs</c> in a process of its own.</summary>
internal sealed class Upstream : IAsyncDisposable
{
    /// <summary>Milliseconds until the first token, tokens, milliseconds between them.</summary>
    public const int FirstToken = 300, Tokens = 60, Gap = 10;

    private readonly Process _process;
    private readonly HttpClient _http = new();

    private Upstream(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    public string Address => $"http://127.0.0.1:{Port.ToString(CultureInfo.InvariantCulture)}/v1";

    /// <returns>Null where there is no such program, or no Node to run it.</returns>
    public static async Task<Upstream?> StartAsync(CancellationToken cancellationToken)
    {
        if (SharedData.Bench is not { } folder || !File.Exists(Path.Combine(folder, "upstream.mjs")))
            return null;
        var port = WebProgram.FreePort();
        string[] arguments =
        [
            Path.Combine(folder, "upstream.mjs"), .. new[] { ("--port", port), ("--ttft", FirstToken), ("--tokens", Tokens), ("--gap", Gap) }
                .SelectMany(a => new[] { a.Item1, a.Item2.ToString(CultureInfo.InvariantCulture) }),
        ];
        try
        {
            var process = Process.Start(new ProcessStartInfo("node", arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
            var upstream = new Upstream(process, port);
            if (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line && line.Contains("upstream on", StringComparison.Ordinal))
                return upstream;
            await upstream.DisposeAsync();
            throw new InvalidOperationException("The endpoint did not start.");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Forgets what was counted.</summary>
    public Task ResetAsync(CancellationToken cancellationToken) => _http.GetStringAsync(new Uri($"http://127.0.0.1:{Port}/reset"), cancellationToken);

    /// <summary>Requests since the last reset.</summary>
    public async Task<int> RequestsAsync(CancellationToken cancellationToken) =>
        (int)JsonNode.Parse(await _http.GetStringAsync(new Uri($"http://127.0.0.1:{Port}/stats"), cancellationToken))!["requests"]!;

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
