using CustomerService.Core.Text;

namespace CustomerService.Ai.Embedded.Reviews;

/// <summary>Finds Korean forms anywhere in a text, since spacing in reviews cannot be relied on.</summary>
internal sealed class KoreanLexicon
{
    private const char FirstSyllable = '가';
    private const int FinalsPerSyllable = 28;

    // Offsets of the final consonants ㄴ, ㄹ, ㅁ, ㅂ and ㅆ within a syllable's block.
    private static readonly int[] Endings = [4, 8, 16, 17, 20];

    public static KoreanLexicon Instance { get; } = new();

    private readonly PhraseTrie _trie = new();

    private KoreanLexicon()
    {
        foreach (var (form, entry) in LexiconFiles.Forms("ko"))
            Add(form, entry);
    }

    /// <summary>The longest forms from left to right, none overlapping another.</summary>
    public void Find(ReadOnlySpan<char> lower, int start, int end, List<Hit> hits)
    {
        var at = start;
        while (at < end)
        {
            var (entry, length) = Longest(lower, at, end);
            if (entry is not null)
                hits.Add(new(entry, at, at + length, at, at + length));
            at += Math.Max(length, 1);
        }
    }

    private (LexiconEntry? Entry, int Length) Longest(ReadOnlySpan<char> text, int start, int end)
    {
        LexiconEntry? best = null;
        var length = 0;
        var node = PhraseTrie.Root;
        var startsWord = start == 0 || !char.IsLetterOrDigit(text[start - 1]);
        for (var i = start; i < end; i++)
        {
            node = _trie.Step(node, text[i]);
            if (node == PhraseTrie.None)
                break;
            if (_trie.At(node) is not { } entry || (entry.StartsWord && !startsWord))
                continue;
            if (entry.EndsWord && i + 1 < text.Length && Hangul.IsHangul(text[i + 1]))
                continue;
            best = entry;
            length = i + 1 - start;
        }

        return (best, length);
    }

    private void Add(string form, LexiconEntry entry)
    {
        var stem = form;
        var startsWord = stem.StartsWith('^') && stem.Length > 1 && stem[1] != '^' && stem[1] != '_';
        if (startsWord)
            stem = stem[1..];
        var endsWord = stem.EndsWith('$');
        if (endsWord)
            stem = stem[..^1];
        // One syllable alone is part of too many other words.
        entry = entry with
        {
            StartsWord = startsWord || (stem.TrimEnd('~').Length == 1 && entry.Role is Role.Opinion && Hangul.IsHangul(stem[0]) && stem[0] >= FirstSyllable && stem != "좋"),
            EndsWord = endsWord,
            Outspoken = entry.Role == Role.Opinion && Names(stem),
        };
        foreach (var open in OpenSyllable(stem))
        {
            foreach (var spaced in WithAndWithoutSpaces(open))
                _trie.Add([.. spaced.Select(c => (int)c)], entry);
        }
    }

    private bool Names(string stem)
    {
        var hits = new List<Hit>();
        Find(stem, 0, stem.Length, hits);
        return hits.Exists(h => h.Entry.Role == Role.Aspect || h.Entry.Outspoken);
    }

    private static IEnumerable<string> OpenSyllable(string stem)
    {
        if (!stem.EndsWith('~') || stem.Length == 1)
            return [stem];
        stem = stem[..^1];
        var last = stem[^1];
        return (last - FirstSyllable) % FinalsPerSyllable != 0
            ? [stem]
            : [stem, .. Endings.Select(e => stem[..^1] + (char)(last + e))];
    }

    private static IEnumerable<string> WithAndWithoutSpaces(string form)
    {
        var space = form.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0)
            return [form];
        var head = form[..space];
        return WithAndWithoutSpaces(form[(space + 1)..]).SelectMany(rest => new[] { head + rest, $"{head} {rest}" });
    }
}
