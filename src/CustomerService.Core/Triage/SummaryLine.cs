using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CustomerService.Core.Questions;

namespace CustomerService.Core.Triage;

/// <summary>What a customer wants in one line of their own words.</summary>
internal static partial class SummaryLine
{
    private const string Ellipsis = "…";
    private const string BeforeProduct = " · ";
    private const char Joiner = '\u200d';

    /// <summary>Sentences that fill less of the line than this are followed by a piece of the next.</summary>
    private const int FairlyFull = TriageResult.MaxSummary / 2;

    public static string Of(string message, string? productName)
    {
        var line = Shortened(WithoutGreeting(PersonalData.Covered(Collapsed(message))));
        var name = productName is null ? "" : Collapsed(productName);
        if (name.Length == 0 || new MessageText(line).Packed.Contains(new MessageText(name).Packed, StringComparison.Ordinal))
            return line;
        var named = line.Length == 0 ? name : line + BeforeProduct + name;
        return named.Length <= TriageResult.MaxSummary ? named : line;
    }

    /// <summary>Single spaces, and nothing unseen but what joins emoji: marks that turn the direction of writing would garble the agent's list.</summary>
    private static string Collapsed(string message)
    {
        var line = new StringBuilder(Math.Min(message.Length, MessageText.MaxLength));
        foreach (var rune in message.AsSpan(0, Math.Min(message.Length, MessageText.MaxLength)).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                if (line.Length > 0 && line[^1] != ' ')
                    line.Append(' ');
            }
            else if (rune != Rune.ReplacementChar && (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format || JoinsEmoji(rune, line)))
            {
                line.Append(rune.ToString());
            }
        }

        return line.ToString().TrimEnd();
    }

    private static bool JoinsEmoji(Rune rune, StringBuilder line) =>
        rune.Value == Joiner && line.Length > 0 && (char.IsLowSurrogate(line[^1]) || line[^1] == '\ufe0f');

    private static string WithoutGreeting(string line)
    {
        while (SentenceEnd().Match(line) is { Success: true } end && end.Index + end.Length < line.Length && Pleasantries.IsAll(new MessageText(line[..end.Index])))
            line = line[(end.Index + end.Length)..];
        return line;
    }

    private static string Shortened(string line)
    {
        if (line.Length <= TriageResult.MaxSummary)
            return line;
        var whole = 0;
        foreach (var end in SentenceEnd().EnumerateMatches(line))
        {
            if (end.Index + end.Length > TriageResult.MaxSummary + 1)
                break;
            whole = end.Index + end.Length;
        }

        return whole >= FairlyFull ? line[..whole].TrimEnd() : CutAtWord(line);
    }

    private static string CutAtWord(string line)
    {
        var end = 0;
        while (end + StringInfo.GetNextTextElementLength(line, end) is var next && next <= TriageResult.MaxSummary - Ellipsis.Length)
            end = next;
        if (end == 0)
            end = char.IsHighSurrogate(line[TriageResult.MaxSummary - Ellipsis.Length - 1]) ? TriageResult.MaxSummary - Ellipsis.Length - 1 : TriageResult.MaxSummary - Ellipsis.Length;
        var space = line[end] == ' ' ? end : line.LastIndexOf(' ', end - 1);
        return line[..(space >= FairlyFull ? space : end)].TrimEnd(' ', ',', '.') + Ellipsis;
    }

    [GeneratedRegex(@"[.!?~。！？]+ (\s+ | (?<=[。！？]) | $)", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex SentenceEnd();
}
