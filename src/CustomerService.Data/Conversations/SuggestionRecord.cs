using CustomerService.Core.Answers;
using CustomerService.Core.Conversations;

namespace CustomerService.Data.Conversations;

internal sealed class SuggestionRecord
{
    public required string Id { get; init; }
    public required string ConversationId { get; init; }
    public required string AgentId { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public required string Hint { get; init; }
    public required AnswerSource Source { get; init; }
    public string? Model { get; init; }
    public string? PromptVersion { get; init; }
    public required string Text { get; init; }
    public required SuggestionOutcome Outcome { get; init; }
    /// <summary>What went to the customer instead of, or out of, it.</summary>
    public string? SentText { get; init; }
    /// <summary>0 to 1: how much of the words was changed before they were sent.</summary>
    public double? Edited { get; init; }
    public Thumb? Thumb { get; init; }
}
