using System.Text;
using System.Text.Json;

namespace CustomerService.Testing;

/// <summary>
/// Strings that attack whatever shows them, from <c>hostile/</c> of <see cref="SharedData"/>. Only for tests marked with
/// <see cref="SharedDataFactAttribute"/> or <see cref="SharedDataTheoryAttribute"/>.
/// </summary>
public static class HostileStrings
{
    private static readonly Lazy<IReadOnlyList<string>> _all = new(Read);

    /// <summary>All of them, none blank, each once and as storage keeps it.</summary>
    public static IReadOnlyList<string> All => _all.Value;

    public static IEnumerable<string[]> InBatchesOf(int size) => All.Chunk(size);

    private static List<string> Read()
    {
        var naughty = JsonSerializer.Deserialize<string[]>(File.ReadAllText(Path.Combine(SharedData.Path, "hostile", "blns.json")))!;
        var scripts = File.ReadAllText(Path.Combine(SharedData.Path, "hostile", "xss.txt")).Split('\n');
        return [.. naughty.Concat(scripts).Select(Storable).Where(s => !string.IsNullOrWhiteSpace(s)).Distinct(StringComparer.Ordinal)];
    }

    // No storage keeps NUL or half a surrogate pair.
    private static string Storable(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\uFFFD');
}
