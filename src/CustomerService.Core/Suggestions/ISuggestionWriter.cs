using CustomerService.Core.Answers;
using CustomerService.Core.Conversations;
using CustomerService.Core.Lookups;

namespace CustomerService.Core.Suggestions;

/// <summary>What a suggestion is written from, beside the evidence.</summary>
/// <param name="Query">What the customer last wanted, in the language in which to write.</param>
/// <param name="Thread">The last messages that hold words, oldest first.</param>
/// <param name="Draft">The suggestion that the hint is about; null for a first one.</param>
public sealed record SuggestionRequest(ResolvedQuery Query, IReadOnlyList<ConversationMessage> Thread, SuggestionHint Hint, string? Draft);

/// <summary>Drafts a reply that a person may send.</summary>
public interface ISuggestionWriter
{
    /// <summary>Streams the reply. States nothing that the evidence does not hold, and sends nobody to a person: it is written for one.</summary>
    IAsyncEnumerable<AnswerPart> WriteAsync(SuggestionRequest request, IReadOnlyList<LookupResult> evidence, CancellationToken cancellationToken);
}
