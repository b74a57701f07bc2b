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

    public static SuggestionRecord Of(Suggestion s) => new()
    {
        Id = s.Id,
        ConversationId = s.ConversationId,
        AgentId = s.AgentId,
        AskedAt = s.AskedAt,
        Hint = s.Hint,
        Source = s.Source,
        Model = s.Model,
        PromptVersion = s.PromptVersion,
        Text = s.Text,
        Outcome = s.Outcome,
        SentText = s.SentText,
        Edited = s.Edited,
        Thumb = s.Thumb,
    };

    public Suggestion ToSuggestion() => new(Id, ConversationId, AgentId, AskedAt, Hint, Source, Model, PromptVersion, Text)
    {
        Outcome = Outcome,
        SentText = SentText,
        Edited = Edited,
        Thumb = Thumb,
    };
}
