namespace CustomerService.Core.Text;

/// <summary>A language that the product answers in. Both are first class.</summary>
public enum Language
{
    Korean,
    English,
}

public static class LanguageExtensions
{
    /// <summary>The ISO 639-1 code: <c>ko</c> or <c>en</c>.</summary>
    public static string Code(this Language language) => language == Language.Korean ? "ko" : "en";

    /// <summary>Picks the text in this language.</summary>
    public static string Choose(this Language language, string korean, string english) =>
        language == Language.Korean ? korean : english;

    /// <summary>Reads an ISO 639-1 code or a culture name such as <c>ko-KR</c>; null when it is neither Korean nor English.</summary>
    public static Language? TryParse(string? code) =>
        code is null ? null
        : code.Equals("ko", StringComparison.OrdinalIgnoreCase) || code.StartsWith("ko-", StringComparison.OrdinalIgnoreCase) ? Language.Korean
        : code.Equals("en", StringComparison.OrdinalIgnoreCase) || code.StartsWith("en-", StringComparison.OrdinalIgnoreCase) ? Language.English
        : null;

    /// <summary>
    /// The language a text is written in. A text with any share of Hangul that is not negligible is Korean, since Korean
    /// questions are full of Latin product names ("SonicWave Pro 방수 되나요?") and English ones hold no Hangul.
    /// </summary>
    /// <param name="text">What was written.</param>
    /// <param name="otherwise">The language when the text holds no letters at all.</param>
    public static Language Detect(string text, Language otherwise = Language.Korean)
    {
        var hangul = 0;
        var latin = 0;
        foreach (var c in text)
        {
            if (Hangul.IsHangul(c))
                hangul++;
            else if (char.IsAsciiLetter(c))
                latin++;
        }

        return hangul + latin == 0 ? otherwise : hangul * 6 >= latin ? Language.Korean : Language.English;
    }
}
