using System.Globalization;
using System.Text;

namespace CustomerService.Ai.Grounding;

/// <summary>Texts brought to one form before they are read.</summary>
internal static class PlainText
{
    /// <summary>One kind of digits, dashes and spaces, character for character.</summary>
    public static string Fold(string text) => string.Create(text.Length, text, static (folded, original) =>
    {
        for (var i = 0; i < folded.Length; i++)
            folded[i] = Fold(original[i]);
    });

    /// <summary>Folded, composed, and without what is not seen: emphasis marks, zero-width and direction characters.</summary>
    public static string Visible(string text)
    {
        var seen = new StringBuilder(text.Length);
        foreach (var c in Composed(text))
        {
            if (c is not ('*' or '`') && CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.Format)
                seen.Append(Fold(c));
        }

        return seen.ToString();
    }

    /// <summary>As it is compared with quotes: visible, single spaces, one kind of quotation marks.</summary>
    public static string ForComparison(string text)
    {
        var visible = Visible(text).Replace('’', '\'').Replace('‘', '\'').Replace('“', '"').Replace('”', '"').Replace("…", "...", StringComparison.Ordinal);
        return string.Join(' ', visible.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static char Fold(char c)
    {
        if (c < 0x80)
            return c;
        return c switch
        {
            >= '！' and <= '～' => (char)(c - '！' + '!'),
            '￦' => '₩',
            '‐' or '‑' or '‒' or '–' or '—' or '−' => '-',
            '〜' or '∼' => '~',
            _ when CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit => (char)('0' + digit),
            _ when c is not ('\u2028' or '\u2029' or '\u0085') && char.IsWhiteSpace(c) => ' ',
            _ when char.IsWhiteSpace(c) => '\n',
            _ => c,
        };
    }

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
}
