using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CustomerService.Core.Questions;
using CustomerService.Core.Text;

namespace CustomerService.Core.Triage;

/// <summary>
/// A customer's message folded so that no spelling hides a word: compatibility forms (NFKC), without accents and invisible
/// characters, lower case, letters that are set apart ("l a w y e r") joined.
/// </summary>
internal sealed partial class MessageText
{
    /// <summary>The longest message that is read, in UTF-16 units: as long as the shop lets one be, so that padding hides nothing.</summary>
    public const int MaxLength = 20_000;

    /// <summary>As Unicode orders the leading consonants, from U+1100, and the vowels, from U+1161. NFKC makes these of ㅅㅂ and ㅠㅠ.</summary>
    private const string Leading = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    private const char FirstLeading = '\u1100';
    private const char FirstVowel = '\u1161';
    private const char LastVowel = '\u1175';
    private const char LeadingFiller = '\u115f';
    private const char VowelFiller = '\u1160';

    public MessageText(string message)
    {
        var folded = Fold(message);
        Cased = Spaces().Replace(folded, " ").Trim();
        Spaced = Spaces().Replace(SetApart().Replace(folded.ToLowerInvariant(), Join), " ").Trim();
        Packed = string.Concat(Spaced.Where(char.IsLetterOrDigit));
        HasHangul = Packed.Any(Hangul.IsHangul);
        HasLatin = Packed.Any(char.IsAsciiLetter);
    }

    /// <summary>In upper and lower case as written, with single spaces.</summary>
    public string Cased { get; }

    /// <summary>Lower case, with single spaces and all marks.</summary>
    public string Spaced { get; }

    /// <summary>Only the letters and digits, lower case.</summary>
    public string Packed { get; }

    public bool HasHangul { get; }
    public bool HasLatin { get; }

    /// <summary>Whether a pattern for <see cref="Packed"/> finds its Korean words.</summary>
    public bool SaysInKorean(Regex pattern) => HasHangul && Found(pattern, Packed);

    /// <summary>Whether a pattern for <see cref="Spaced"/> finds its English words.</summary>
    public bool SaysInEnglish(Regex pattern) => HasLatin && Found(pattern, Spaced);

    /// <summary>Whether a pattern for <see cref="Packed"/> finds English words that are part of no others, however they are broken up.</summary>
    public bool SpellsOut(Regex pattern) => HasLatin && Found(pattern, Packed);

    /// <summary>What takes a second to search says nothing that a shopper wrote.</summary>
    public static bool Found(Regex pattern, string text)
    {
        try
        {
            return pattern.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static string Fold(string message)
    {
        var folded = new StringBuilder(Math.Min(message.Length, MaxLength));
        foreach (var c in Compatible(message))
        {
            if (folded.Length == MaxLength)
                break;
            switch (CharUnicodeInfo.GetUnicodeCategory(c))
            {
                case UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark:
                    break;
                case UnicodeCategory.Control:
                    folded.Append(' ');
                    break;
                case UnicodeCategory.DecimalDigitNumber:
                    folded.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)));
                    break;
                default:
                    if (c is not (LeadingFiller or VowelFiller))
                        folded.Append(Plain(c));
                    break;
            }
        }

        return folded.ToString();
    }

    private static char Plain(char c) => c switch
    {
        >= FirstLeading and < (char)(FirstLeading + 19) => Leading[c - FirstLeading],
        >= FirstVowel and <= LastVowel => (char)('ㅏ' + (c - FirstVowel)),
        '’' or '‘' or '`' => '\'',
        '–' or '—' or '‐' or '‑' or '−' => '-',
        _ => c,
    };

    /// <summary>Half of a surrogate pair and what is no character are left out first: by them a text would go without the folding.</summary>
    private static string Compatible(string message)
    {
        var sound = new StringBuilder(Math.Min(message.Length, MaxLength));
        foreach (var rune in message.AsSpan(0, Math.Min(message.Length, MaxLength)).EnumerateRunes())
        {
            var isCharacter = rune != Rune.ReplacementChar && (rune.Value & 0xfffe) != 0xfffe && rune.Value is not (>= 0xfdd0 and <= 0xfdef);
            if (isCharacter && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format)
                sound.Append(Apart(rune));
        }

        return sound.ToString().Normalize(NormalizationForm.FormKC);
    }

    /// <summary>What NFKC would make a blank, or a final consonant of the syllable before.</summary>
    private static string Apart(Rune rune) => rune.Value switch
    {
        '´' => "'",
        'ㅄ' => "ㅂㅅ",
        'ㄳ' => "ㄱㅅ",
        _ => rune.ToString(),
    };

    private static string Join(Match letters) => string.Concat(letters.Value.Where(char.IsAsciiLetter));

    [GeneratedRegex(@"\s+", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Spaces();

    // A wider gap ends the word: "s u e  y o u".
    [GeneratedRegex(@"(?<![\p{L}\d'])[a-z]((\s|\s?[-._*+~|/,]\s?)[a-z](?![\p{L}\d'])){2,200}", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex SetApart();
}
