using System.Text;

namespace CustomerService.Core.Suggestions;

public enum HintKind
{
    None,
    Shorter,
    Apologise,
    InKorean,
    InEnglish,
    /// <summary>The agent's own words, which only a model understands.</summary>
    Free,
}

/// <summary>What an agent wishes of a suggestion.</summary>
/// <param name="Words">What models are told, at most <see cref="MaxLength"/> characters on one line; empty for nothing.</param>
public sealed record SuggestionHint(HintKind Kind, string Words)
{
    public const int MaxLength = 200;

    public static SuggestionHint None { get; } = new(HintKind.None, "");

    private static readonly (HintKind Kind, string[] Words)[] Known =
    [
        (HintKind.Shorter, ["shorter", "more briefly", "짧게", "더 짧게", "간단히", "간결하게"]),
        (HintKind.Apologise, ["apologise", "apologize", "say sorry", "사과", "사과하기", "사과해 줘", "사과를 담아"]),
        (HintKind.InKorean, ["in Korean", "korean", "한국어로", "한글로"]),
        (HintKind.InEnglish, ["in English", "english", "영어로"]),
    ];

    /// <summary>A hint out of an agent's words; longer ones are cut.</summary>
    public static SuggestionHint Of(string? words)
    {
        var line = OneLine(words ?? "");
        if (line.Length == 0)
            return None;
        var known = Array.Find(Known, k => k.Words.Contains(line.TrimEnd('.', '!'), StringComparer.OrdinalIgnoreCase));
        return known.Words is null ? new(HintKind.Free, line) : Of(known.Kind);
    }

    /// <summary>A hint that is not <see cref="HintKind.Free"/>.</summary>
    public static SuggestionHint Of(HintKind kind) => Array.Find(Known, k => k.Kind == kind) is { Words: [var first, ..] } ? new(kind, first) : None;

    private static string OneLine(string words)
    {
        var line = new StringBuilder();
        foreach (var rune in words.EnumerateRunes())
        {
            if (line.Length + rune.Utf16SequenceLength > MaxLength)
                break;
            if (!Rune.IsControl(rune))
                line.Append(rune.ToString());
            else if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        }

        return line.ToString().Trim();
    }
}
