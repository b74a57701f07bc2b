using CustomerService.Core.Answers;
using CustomerService.Core.Conversations;

namespace CustomerService.Core.Suggestions;

/// <summary>What became of the suggestions of one writer.</summary>
/// <param name="Model">Null for the embedded assistant.</param>
/// <param name="PromptVersion">Null for the embedded assistant.</param>
/// <param name="Ignored">Those that were left alone, or inserted and never sent.</param>
/// <param name="MeanEdited">0 to 1: how much of the words was changed, on average of those that were sent; null when none was.</param>
public sealed record SuggestionTally(
    AnswerSource Source, string? Model, string? PromptVersion, int Count, int Sent, int SentEdited, int AskedAgain, int Ignored, double? MeanEdited, int Up, int Down);

/// <summary>Keeps suggestions and what became of them. Agents change only what was suggested to them.</summary>
public interface ISuggestionStore
{
    /// <summary>Writes a suggestion that is complete.</summary>
    Task AddAsync(Suggestion suggestion, CancellationToken cancellationToken);

    Task<Suggestion?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Notes that it was inserted or that another one was asked for instead. What was sent stays sent.</summary>
    Task MarkAsync(string id, string agentId, SuggestionOutcome outcome, CancellationToken cancellationToken);

    /// <summary>Keeps what went to the customer out of it.</summary>
    /// <param name="text">Null when the reply was taken back.</param>
    Task SentAsync(string id, string conversationId, string agentId, string? text, CancellationToken cancellationToken);

    /// <summary>Keeps the agent's opinion; null takes it back.</summary>
    Task RateAsync(string id, string agentId, Thumb? thumb, CancellationToken cancellationToken);

    /// <summary>Suggestions that were asked for at an instant or later, by who wrote them, the most frequent first.</summary>
    Task<IReadOnlyList<SuggestionTally>> TallyAsync(DateTimeOffset since, CancellationToken cancellationToken);
}
