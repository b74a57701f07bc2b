using System.Text.RegularExpressions;
using CustomerService.Core.Questions;

namespace CustomerService.Core.Suggestions;

/// <summary>Suggestions as words, and how far the words that were sent are from them.</summary>
public static partial class SuggestionText
{
    // More words than any reply has; comparing costs their square.
    private const int MaxWords = 1_500;

    /// <summary>Without citation marks and emphasis, which mean nothing to a customer.</summary>
    public static string Plain(string text) => Marks().Replace(text, "").Replace("**", "", StringComparison.Ordinal).Trim();

    /// <summary>
    /// How much was changed: the least number of words that are put in, taken out or replaced (Levenshtein's distance over words), as a share of the longer text.
    /// </summary>
    /// <returns>0 for the same words, 1 when nothing is left of them.</returns>
    public static double Edited(string suggested, string sent)
    {
        var (from, to) = (Words(suggested), Words(sent));
        if (from.Length == 0 || to.Length == 0)
            return from.Length == to.Length ? 0 : 1;
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (from[i - 1] == to[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return (double)row[^1] / Math.Max(from.Length, to.Length);
    }

    private static string[] Words(string text) => [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MaxWords)];

    [GeneratedRegex(@"[ \t]{0,4}(\[[0-9]{1,4}\])+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, RegexRules.Timeout)]
    private static partial Regex Marks();
}
