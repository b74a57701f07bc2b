using System.Runtime.InteropServices;

namespace CustomerService.Ai.Embedded.Reviews;

/// <summary>A word or mark of an English text.</summary>
/// <param name="Exact">Its number in the vocabulary, or <see cref="PhraseTrie.None"/>.</param>
/// <param name="Stem">The number of its plain form: drain for drained.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct EnglishWord(int Start, int End, int Exact, int Stem);

/// <summary>Cuts English into words, with n't, 's and the like apart, and numbers the words that a lexicon knows.</summary>
internal sealed class EnglishWords
{
    private const int LongestWord = 40;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public EnglishWords() => _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The numbers of a phrase's words, new ones for new words.</summary>
    public List<int> Learn(string phrase)
    {
        var spans = new List<(int Start, int End)>();
        Cut(phrase, 0, phrase.Length, spans);
        var numbers = new List<int>();
        foreach (var (start, end) in spans)
        {
            var word = phrase[start..end].ToLowerInvariant();
            if (!_numbers.TryGetValue(word, out var number))
                _numbers.Add(word, number = _numbers.Count);
            numbers.Add(number);
        }

        return numbers;
    }

    public void Read(string text, int start, int end, List<EnglishWord> words)
    {
        var spans = new List<(int Start, int End)>();
        Cut(text, start, end, spans);
        Span<char> lower = stackalloc char[LongestWord];
        foreach (var (from, to) in spans)
        {
            var length = Math.Min(to - from, LongestWord);
            for (var i = 0; i < length; i++)
            {
                var c = char.ToLowerInvariant(text[from + i]);
                lower[i] = c is '’' or '‘' or '`' ? '\'' : c;
            }

            var word = lower[..length];
            var exact = Number(word);
            if (exact == PhraseTrie.None && HasTripled(word))
            {
                word = Shortened(word);
                exact = Number(word);
            }

            words.Add(new(from, to, exact, Stem(word)));
        }
    }

    private int Number(ReadOnlySpan<char> word) => _lookup.TryGetValue(word, out var number) ? number : PhraseTrie.None;

    private int Stem(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[LongestWord + 1];
        if (word.Length > 4 && (word.EndsWith("ies") || word.EndsWith("ier") || word.EndsWith("ied") || word.EndsWith("ily")))
            return NumberWith(word[..^3], 'y', buffer);
        if (word.Length > 5 && word.EndsWith("iest"))
            return NumberWith(word[..^4], 'y', buffer);
        if (word.Length > 5 && word.EndsWith("ing"))
            return Base(word[..^3], buffer);
        if (word.Length > 4 && (word.EndsWith("ed") || word.EndsWith("er")))
            return Base(word[..^2], buffer);
        if (word.Length > 5 && word.EndsWith("est"))
            return Base(word[..^3], buffer);
        if (word.Length > 4 && word.EndsWith("ly"))
            return Number(word[..^2]);
        if (word.Length > 4 && word.EndsWith("es") && Number(word[..^1]) == PhraseTrie.None)
            return Number(word[..^2]);
        return word.Length > 3 && word[^1] == 's' && word[^2] != 's' ? Number(word[..^1]) : PhraseTrie.None;
    }

    private int Base(ReadOnlySpan<char> word, Span<char> buffer)
    {
        var plain = Number(word);
        if (plain != PhraseTrie.None)
            return plain;
        var withE = NumberWith(word, 'e', buffer);
        if (withE != PhraseTrie.None)
            return withE;
        return word.Length > 3 && word[^1] == word[^2] ? Number(word[..^1]) : PhraseTrie.None;
    }

    private int NumberWith(ReadOnlySpan<char> word, char last, Span<char> buffer)
    {
        word.CopyTo(buffer);
        buffer[word.Length] = last;
        return Number(buffer[..(word.Length + 1)]);
    }

    private static bool HasTripled(ReadOnlySpan<char> word)
    {
        for (var i = 2; i < word.Length; i++)
        {
            if (word[i] == word[i - 1] && word[i] == word[i - 2])
                return true;
        }

        return false;
    }

    /// <summary>sooooo → so, goooood → good: runs of three and more become two where such a word exists, else one.</summary>
    private Span<char> Shortened(Span<char> word)
    {
        Span<char> two = stackalloc char[LongestWord];
        var length = Squeeze(word, two, 2);
        if (Number(two[..length]) != PhraseTrie.None)
        {
            two[..length].CopyTo(word);
            return word[..length];
        }

        length = Squeeze(word, two, 1);
        two[..length].CopyTo(word);
        return word[..length];
    }

    private static int Squeeze(ReadOnlySpan<char> word, Span<char> target, int keep)
    {
        var length = 0;
        for (var i = 0; i < word.Length;)
        {
            var run = 1;
            while (i + run < word.Length && word[i + run] == word[i])
                run++;
            for (var k = 0; k < (run > 2 ? keep : run); k++)
                target[length++] = word[i];
            i += run;
        }

        return length;
    }

    private static void Cut(string text, int start, int end, List<(int Start, int End)> spans)
    {
        for (var i = start; i < end;)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c) || (c is '-' or '–' && i > start && i + 1 < end && char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i + 1])))
            {
                i++;
                continue;
            }

            var from = i;
            if (IsApostrophe(c) && i + 1 < end && char.IsLetter(text[i + 1]))
                i++;
            while (i < end && (char.IsLetterOrDigit(text[i]) || (IsApostrophe(text[i]) && i > from && i + 1 < end && char.IsLetter(text[i + 1]))))
                i++;
            if (i == from)
                i += char.IsHighSurrogate(c) && i + 1 < end ? 2 : 1;
            var clitic = Clitic(text, from, i);
            if (clitic > from)
                spans.Add((from, clitic));
            spans.Add((clitic, i));
        }
    }

    /// <summary>Where n't or 's begins in a word; the word's own start where nothing is to be cut.</summary>
    private static int Clitic(string text, int from, int to)
    {
        for (var i = from + 1; i < to; i++)
        {
            if (IsApostrophe(text[i]))
                return text[i - 1] is 'n' or 'N' && to - i == 2 && text[i + 1] is 't' or 'T' ? i - 1 : i;
        }

        return from;
    }

    private static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or '`';
}
