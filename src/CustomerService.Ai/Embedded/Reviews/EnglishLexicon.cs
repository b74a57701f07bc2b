namespace CustomerService.Ai.Embedded.Reviews;

/// <summary>Finds English forms at the bounds of words, plain inflections included.</summary>
internal sealed class EnglishLexicon
{
    public static EnglishLexicon Instance { get; } = new();

    private readonly PhraseTrie _trie = new();

    private EnglishLexicon()
    {
        foreach (var (form, entry) in LexiconFiles.Forms("en"))
        {
            var words = Words.Learn(form);
            _trie.Add(words, entry with { Outspoken = words.Count > 1 && words.Exists(w => _trie.Step(PhraseTrie.Root, w) is var node && node != PhraseTrie.None && _trie.At(node) is { Role: Role.Aspect }) });
        }
    }

    public EnglishWords Words { get; } = new();

    /// <summary>The longest forms from left to right, none overlapping another.</summary>
    public void Find(List<EnglishWord> words, List<Hit> hits)
    {
        for (var at = 0; at < words.Count;)
        {
            LexiconEntry? best = null;
            var end = at;
            Walk(words, at, PhraseTrie.Root, ref best, ref end);
            if (best is not null)
                hits.Add(new(best, words[at].Start, words[end - 1].End, at, end));
            at = Math.Max(end, at + 1);
        }
    }

    private void Walk(List<EnglishWord> words, int at, int node, ref LexiconEntry? best, ref int end)
    {
        if (_trie.At(node) is { } entry && at > end)
        {
            best = entry;
            end = at;
        }

        if (at == words.Count)
            return;
        var (exact, stem) = (words[at].Exact, words[at].Stem);
        if (exact != PhraseTrie.None && _trie.Step(node, exact) is var next && next != PhraseTrie.None)
            Walk(words, at + 1, next, ref best, ref end);
        if (stem != PhraseTrie.None && _trie.Step(node, stem) is var other && other != PhraseTrie.None)
            Walk(words, at + 1, other, ref best, ref end);
    }
}
