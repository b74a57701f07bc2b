using System.Buffers;
using System.Text;
using CustomerService.Core.Text;

namespace CustomerService.Core.Questions;

/// <summary>
/// A question folded for matching: lower case, one kind of quotes, dashes and digits, single spaces. Korean is written with and
/// without spaces ("노이즈 캔슬링 되나요", "노이즈캔슬링되나요"), so the same text is also kept without any.
/// </summary>
internal sealed class QuestionText
{
    /// <summary>The longest question that is read, in UTF-16 units; the rest of a longer one is ignored.</summary>
    public const int MaxLength = 2_000;

    private static readonly SearchValues<char> Marks = SearchValues.Create("?!.\n;");
    private readonly int[] _spacedIndex;
    private readonly bool[] _explained;

    private QuestionText(string spaced)
    {
        Spaced = spaced;
        var packed = new StringBuilder(spaced.Length);
        _spacedIndex = new int[spaced.Length + 1];
        for (var i = 0; i < spaced.Length; i++)
        {
            if (spaced[i] == ' ')
                continue;
            _spacedIndex[packed.Length] = i;
            packed.Append(spaced[i]);
            HasHangul |= Hangul.IsHangul(spaced[i]);
            HasLatin |= char.IsAsciiLetter(spaced[i]);
        }

        Packed = packed.ToString();
        _spacedIndex[Packed.Length] = spaced.Length;
        _explained = new bool[spaced.Length];
    }

    /// <summary>Whether there is anything that Korean or Latin patterns could match.</summary>
    public bool HasHangul { get; }
    public bool HasLatin { get; }

    /// <summary>With single spaces between the words.</summary>
    public string Spaced { get; }

    /// <summary>Without spaces.</summary>
    public string Packed { get; }

    /// <summary>The sentences of a question. A point between digits or letters, as in 1.5만원, does not end one.</summary>
    public static IEnumerable<QuestionText> Sentences(string question)
    {
        var text = Fold(question);
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!Marks.Contains(text[i]) || (text[i] == '.' && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1])))
                continue;

            // The marks stay with their sentence: "좋아요?" is a question, "좋아요" need not be one.
            while (i + 1 < text.Length && Marks.Contains(text[i + 1]))
                i++;
            if (Trimmed(text, start, i + 1) is { } sentence)
                yield return sentence;
            start = i + 1;
        }

        if (Trimmed(text, start, text.Length) is { } last)
            yield return last;
    }

    public static string Fold(string text)
    {
        if (text.Length > MaxLength)
            text = text[..MaxLength];
        var folded = new StringBuilder(text.Length);
        foreach (var original in Composed(text))
        {
            var c = original switch
            {
                >= '！' and <= '～' => char.ToLowerInvariant((char)(original - '！' + '!')),
                '’' or '‘' or '´' => '\'',
                '“' or '”' => '"',
                '–' or '—' or '〜' or '∼' => '~',
                '。' => '.',
                '￦' => '₩',
                '\r' or '\n' or '\u2028' or '\u2029' => '\n',
                _ => char.ToLowerInvariant(original),
            };
            if (c != '\n' && (char.IsWhiteSpace(c) || char.IsControl(c)))
                c = ' ';
            if (char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format)
                continue;
            if (c != ' ' || (folded.Length > 0 && folded[^1] != ' '))
                folded.Append(c);
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>Where a place of <see cref="Packed"/> lies in <see cref="Spaced"/>.</summary>
    public int ToSpaced(int packedIndex) => _spacedIndex[packedIndex];

    /// <summary>Whether a word begins at this place of <see cref="Packed"/>.</summary>
    public bool WordStartsAt(int packedIndex)
    {
        var i = _spacedIndex[packedIndex];
        return i == 0 || i == Spaced.Length || !char.IsLetterOrDigit(Spaced[i - 1]) || (Hangul.IsHangul(Spaced[i]) != Hangul.IsHangul(Spaced[i - 1]));
    }

    public void ExplainSpaced(int start, int length) => Array.Fill(_explained, true, start, length);

    public void ExplainPacked(int start, int length)
    {
        for (var i = start; i < start + length; i++)
            _explained[_spacedIndex[i]] = true;
    }

    public bool IsExplained(int spacedIndex) => _explained[spacedIndex];

    private static string Composed(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // Half of a surrogate pair, or a code point that is no character: there is nothing to compose it by.
            return text;
        }
    }

    private static QuestionText? Trimmed(string text, int start, int end)
    {
        var sentence = text.AsSpan(start, end - start).Trim(" \n");
        return sentence.IsEmpty ? null : new QuestionText(sentence.ToString());
    }
}
