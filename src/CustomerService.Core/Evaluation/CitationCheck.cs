using CustomerService.Core.Answers;
using CustomerService.Core.Documents;
using CustomerService.Core.Lookups;
using CustomerService.Core.Text;

namespace CustomerService.Core.Evaluation;

/// <summary>Holds citations against what they cite.</summary>
public static class CitationCheck
{
    /// <summary>Whether the words that a citation quotes stand in the evidence that it names, whatever its white space; without a quote, whether there is such evidence.</summary>
    /// <param name="passages">All passages of the documents that can be cited, by evidence id.</param>
    /// <param name="holds">Whether words stand in the evidence of the lookups.</param>
    public static bool IsValid(Citation citation, Answer answer, IReadOnlyDictionary<string, Passage> passages, Func<string, bool> holds) =>
        citation.EvidenceId.StartsWith("document:", StringComparison.Ordinal)
            ? passages.TryGetValue(citation.EvidenceId, out var passage) && (citation.Quote is not { } words || Plain(passage.Text).Contains(Plain(words), StringComparison.Ordinal))
            : answer.Lookups.Any(l => l.Kind == citation.Kind && l.State == LookupState.Found) && (citation.Quote is not { Length: > 0 } quote || holds(quote));

    /// <summary>Whether the answer's own words are in the language; what it quotes may be in another.</summary>
    public static bool IsIn(Answer answer, Language language)
    {
        var own = AnswerTokens.Without(answer.Text, answer.Citations.Select(c => c.Quote).OfType<string>().Append(answer.Question));
        return LanguageExtensions.Detect(own, language) == language;
    }

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
