using System.Text.RegularExpressions;
using CustomerService.Core.Search;

namespace CustomerService.Core.Evaluation;

/// <summary>
/// Holds an answer against a reference token by token, as SQuAD does (Rajpurkar et al., 2016): lower case, without punctuation and articles, each token as often
/// as it occurs. Numbers keep their decimals (29.99), Korean is cut into the tokens that the project searches by, so that particles matter little.
/// </summary>
public static partial class AnswerTokens
{
    private static readonly HashSet<string> Articles = ["a", "an", "the"];

    /// <summary>The tokens of a text in their order; marks of citations, such as <c>[1]</c>, are none.</summary>
    public static IReadOnlyList<string> Of(string text) =>
    [
        .. Token().Matches(SearchText.Fold(Mark().Replace(text, " ")).ToLowerInvariant())
            .SelectMany(m => m.Groups["korean"].Success ? SearchText.Words(m.Value).SelectMany(w => w) : [m.Value.Replace(",", "", StringComparison.Ordinal)])
            .Where(t => !Articles.Contains(t)),
    ];

    /// <summary>Which part of the reference's tokens stand in the text: 0 to 1; 0 for a reference without tokens.</summary>
    public static double Recall(string text, string reference) => Shared(Of(text), Of(reference)) is var (shared, _, wanted) && wanted > 0 ? shared / (double)wanted : 0;

    /// <summary>The harmonic mean of recall and of the part of the text's tokens that stand in the reference: 0 to 1.</summary>
    public static double F1(string text, string reference) => Shared(Of(text), Of(reference)) is var (shared, given, wanted) && shared > 0 ? 2d * shared / (given + wanted) : 0;

    /// <summary>The text without the words that it takes from elsewhere, and without the marks of citations.</summary>
    internal static string Without(string text, IEnumerable<string> taken) =>
        taken.Where(t => t.Length > 0).OrderByDescending(t => t.Length).Aggregate(Mark().Replace(text, " "), (left, words) => left.Replace(words, " ", StringComparison.Ordinal));

    private static (int Shared, int Given, int Wanted) Shared(IReadOnlyList<string> given, IReadOnlyList<string> wanted)
    {
        var there = given.CountBy(t => t).ToDictionary();
        return (wanted.CountBy(t => t).Sum(w => Math.Min(w.Value, there.GetValueOrDefault(w.Key))), given.Count, wanted.Count);
    }

    [GeneratedRegex(@"\[\d{1,3}\]", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Mark();

    [GeneratedRegex(@"(?<korean>[가-힣ㄱ-ㅣ]+)|\d{1,3}(,\d{3})+(\.\d+)?|[\p{L}\p{N}-[가-힣ㄱ-ㅣ]]+(\.\d+)*", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Token();
}
