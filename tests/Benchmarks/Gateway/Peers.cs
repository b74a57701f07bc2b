using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using CustomerService.Testing;

namespace CustomerService.Benchmarks;

/// <summary>How others ask the same endpoint: the scripts of <c>../shared/bench</c>, told where it listens.</summary>
internal sealed partial class Peers : IDisposable
{
    private const string AddressInScripts = "http://127.0.0.1:9090";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("customer-service-peers-");
    private readonly IReadOnlyList<Peer> _peers;

    /// <param name="modules">A folder with the npm package openai; null for none.</param>
    public Peers(Upstream upstream, string? modules)
    {
        var python = CopyOf("peer_python.py", upstream);
        var node = CopyOf("peer_node.mjs", upstream);
        if (modules is not null && Directory.Exists(Path.Combine(modules, "node_modules")))
            Directory.CreateSymbolicLink(Path.Combine(_folder.FullName, "node_modules"), Path.Combine(modules, "node_modules"));
        _peers = [new("Python", "/usr/bin/python3", python), new("Node", "node", node)];
    }

    /// <param name="Script">The command's first argument; the number of questions is the second.</param>
    private sealed record Peer(string Name, string Command, string Script);

    /// <summary>So many questions at once by each peer.</summary>
    /// <param name="slowest">Milliseconds of the slowest lookup.</param>
    public async Task<IReadOnlyList<Figure>> MeasureAsync(string benchmark, int questions, double slowest, CancellationToken cancellationToken)
    {
        var figures = new List<Figure>();
        foreach (var peer in _peers)
        {
            var output = await RunAsync(peer, questions, cancellationToken);
            if (output is null || P50().Match(output) is not { Success: true } found)
            {
                Effort.Tell($"{benchmark}: {peer.Name} is not measured; it needs {(peer.Name == "Python" ? "python3-aiohttp" : "npm install openai and --peers")}");
                continue;
            }

            var p50 = double.Parse(found.Groups["ms"].Value, CultureInfo.InvariantCulture);
            figures.Add(new(benchmark, $"{questions:N0} at once, {peer.Name} beside it, p50 / the slowest lookup", p50 / slowest, ""));
        }

        return figures;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string CopyOf(string name, Upstream upstream)
    {
        var copy = Path.Combine(_folder.FullName, name);
        File.WriteAllText(copy, File.ReadAllText(Path.Combine(SharedData.Bench!, name)).Replace(AddressInScripts, upstream.Address[..^3], StringComparison.Ordinal));
        return copy;
    }

    private static async Task<string?> RunAsync(Peer peer, int questions, CancellationToken cancellationToken)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(peer.Command, [peer.Script, questions.ToString(CultureInfo.InvariantCulture)])
            {
                RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
            })!;
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await error;
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\bn=\d+ .*\bp50 (?<ms>\d+)", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex P50();
}
