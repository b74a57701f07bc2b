using CustomerService.Core.Answers;

namespace CustomerService.Core.Conversations;

/// <summary>What an agent did with a suggestion.</summary>
public enum SuggestionOutcome
{
    /// <summary>Nothing so far, or it was left alone.</summary>
    Ignored,
    /// <summary>Put into the reply, which is not sent yet.</summary>
    Inserted,
    /// <summary>Sent as it was.</summary>
    Sent,
    /// <summary>Sent with changes.</summary>
    SentEdited,
    /// <summary>Asked again, with a hint or without.</summary>
    AskedAgain,
}

/// <summary>A reply that the assistant drafted for an agent.</summary>
/// <param name="Hint">What the agent wished of it; empty for nothing.</param>
/// <param name="Model">Null for the embedded assistant.</param>
/// <param name="PromptVersion">Name, version and content hash of the prompt; null for the embedded assistant.</param>
public sealed record Suggestion(
    string Id, string ConversationId, string AgentId, DateTimeOffset AskedAt, string Hint, AnswerSource Source, string? Model, string? PromptVersion, string Text)
{
    public SuggestionOutcome Outcome { get; init; }
    /// <summary>What went to the customer out of it; null while nothing did.</summary>
    public string? SentText { get; init; }
    /// <summary>0 to 1: how much of the words was changed before they were sent; null while they were not.</summary>
    public double? Edited { get; init; }
    public Thumb? Thumb { get; init; }
}
