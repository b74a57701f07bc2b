namespace CustomerService.Ai.Embedded.Reviews;

/// <summary>Phrases over an alphabet of numbers (characters for Korean, words for English), found by walking from symbol to symbol.</summary>
internal sealed class PhraseTrie
{
    public const int Root = 0;
    public const int None = -1;

    private readonly Dictionary<long, int> _edges = [];
    private readonly List<LexiconEntry?> _entries = [null];

    public int Step(int node, int symbol) => _edges.TryGetValue(Edge(node, symbol), out var next) ? next : None;

    public LexiconEntry? At(int node) => _entries[node];

    /// <summary>Adds a phrase. A later entry takes the place of an earlier one, but inherits the aspect that the earlier one named.</summary>
    public void Add(IReadOnlyList<int> symbols, LexiconEntry entry)
    {
        var node = Root;
        foreach (var symbol in symbols)
        {
            var next = Step(node, symbol);
            if (next == None)
            {
                next = _entries.Count;
                _entries.Add(null);
                _edges.Add(Edge(node, symbol), next);
            }

            node = next;
        }

        var earlier = _entries[node];
        _entries[node] = entry.Aspect is null && earlier?.Aspect is { } aspect && entry.Role == Role.Opinion
            ? entry with { Aspect = aspect }
            : entry;
    }

    private static long Edge(int node, int symbol) => ((long)node << 32) | (uint)symbol;
}
