using System.Numerics;

namespace CustomerService.Core.Search;

/// <summary>
/// The words of a shop's names, kept by their first letter and length, so that what was typed is compared with few of them. Never changes; safe for concurrent use.
/// </summary>
public sealed class SpellingWords
{
    private const int MinBeginning = 2;
    private const int BeginningWithSlip = 5;
    private const int MinPart = 3;

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<char, Entry[]> _byFirst;
    private readonly Dictionary<(char First, int Length), Entry[]> _byLength;

    /// <param name="words">As <see cref="SearchText.Spellable"/> gives them.</param>
    public SpellingWords(IEnumerable<string> words)
    {
        var entries = words.Where(_known.Add).Select(w => new Entry(w, Spelling.Letters(w))).OrderBy(e => e.Letters, StringComparer.Ordinal).ToList();
        _byFirst = entries.GroupBy(e => e.Letters[0]).ToDictionary(g => g.Key, g => g.ToArray());
        _byLength = entries.GroupBy(e => (e.Letters[0], e.Letters.Length)).ToDictionary(g => g.Key, g => g.ToArray());
    }

    public int Count => _known.Count;

    public bool Knows(string word) => _known.Contains(word);

    /// <summary>The words that were meant by one with slips: those with the fewest, at most <paramref name="limit"/>; none when it is a word itself.</summary>
    public IReadOnlyList<string> Meant(string said, int limit)
    {
        var letters = Spelling.Letters(said);
        var allowed = Spelling.Allowed(letters);
        if (letters.Length == 0 || _known.Contains(said))
            return [];
        var typed = new Entry(said, letters);
        var found = new List<(string Word, int Slips)>();
        for (var length = letters.Length - allowed; length <= letters.Length + allowed; length++)
        {
            foreach (var entry in _byLength.GetValueOrDefault((letters[0], length)) ?? [])
            {
                var most = Math.Min(allowed, Spelling.Allowed(entry.Letters));
                if (BitOperations.PopCount(entry.Mask ^ typed.Mask) <= 2 * most && Spelling.Distance(letters, entry.Letters, most) is { } slips)
                    found.Add((entry.Word, slips));
            }
        }

        var fewest = found.Count == 0 ? 0 : found.Min(f => f.Slips);
        return [.. found.Where(f => f.Slips == fewest).Select(f => f.Word).Take(limit)];
    }

    /// <summary>
    /// The words of which the beginning is typed so far, 손 being that of 소닉; where there are none, those of whose beginning it is a letter away.
    /// </summary>
    public IReadOnlyList<string> Beginning(string said, int limit)
    {
        var letters = Spelling.Letters(said);
        if (letters.Length < MinBeginning || !_byFirst.TryGetValue(letters[0], out var entries))
            return [];
        List<string> exact = [.. entries.Where(e => e.Letters.StartsWith(letters, StringComparison.Ordinal)).Select(e => e.Word).Take(limit)];
        if (exact.Count > 0 || letters.Length < BeginningWithSlip)
            return exact;
        return [.. entries.Where(e => e.Letters.Length > letters.Length && Spelling.Distance(letters, e.Letters.AsSpan(0, letters.Length), 1) is not null).Select(e => e.Word).Take(limit)];
    }

    /// <summary>Two words that were written as one, such as sonicwavestudio; null when it is no such thing.</summary>
    public (string First, string Second)? Parts(string said)
    {
        for (var cut = said.Length - MinPart; cut >= MinPart; cut--)
        {
            if (_known.Contains(said[..cut]) && _known.Contains(said[cut..]))
                return (said[..cut], said[cut..]);
        }

        return null;
    }

    private sealed record Entry(string Word, string Letters)
    {
        /// <summary>Which letters it has, several of them to a bit: words that differ in many bits differ in many letters.</summary>
        public ulong Mask { get; } = Letters.Aggregate(0UL, (mask, c) => mask | (1UL << (c % 64)));
    }
}
