using CustomerService.Core.Conversations;
using CustomerService.Core.Text;
using CustomerService.Core.Triage;

namespace CustomerService.Data.Conversations;

internal sealed class ConversationRecord
{
    public required string Id { get; init; }
    public required string Visitor { get; init; }
    public string? CustomerId { get; init; }
    public required Language Language { get; init; }
    public string? ProductId { get; init; }
    public required ConversationOwner Owner { get; init; }
    public required long Version { get; init; }
    public required int LastSequence { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
    public int? Rating { get; init; }
    public string? AgentId { get; init; }
    public DateTimeOffset? WaitingSince { get; init; }
    public HandoffReason? Handoff { get; init; }
    public Topic? Topic { get; init; }
    public Mood? Mood { get; init; }
    public Urgency? Urgency { get; init; }
    /// <summary>The language of the newest message; <see cref="Language"/> is that of the page.</summary>
    public Language? Spoken { get; init; }
    public string? Summary { get; init; }
    public TriageFields Corrected { get; init; }
    public DateTimeOffset? SnoozedUntil { get; init; }
    public string Tags { get; init; } = "";
    /// <summary>Of the newest message that is not a note.</summary>
    public MessageAuthor? LastAuthor { get; init; }
    public string LastText { get; init; } = "";

    public const int LastTextLength = 160;

    public static ConversationRecord Of(Conversation c, MessageAuthor? lastAuthor = null, string lastText = "") => new()
    {
        Id = c.Id,
        Visitor = c.Visitor,
        CustomerId = c.CustomerId,
        Language = c.Language,
        ProductId = c.ProductId,
        Owner = c.Owner,
        Version = c.Version,
        LastSequence = c.LastSequence,
        StartedAt = c.StartedAt,
        ChangedAt = c.ChangedAt,
        Rating = c.Rating,
        AgentId = c.AgentId,
        WaitingSince = c.WaitingSince,
        Handoff = c.Handoff,
        Topic = c.Triage?.Topic,
        Mood = c.Triage?.Mood,
        Urgency = c.Triage?.Urgency,
        Spoken = c.Triage?.Language,
        Summary = c.Triage?.Summary,
        Corrected = c.Corrected,
        SnoozedUntil = c.SnoozedUntil,
        Tags = c.Tags,
        LastAuthor = lastAuthor,
        LastText = lastText,
    };

    public Conversation ToConversation() => new(Id, Visitor, CustomerId, Language, ProductId, Owner, Version, LastSequence, StartedAt, ChangedAt, Rating)
    {
        AgentId = AgentId,
        WaitingSince = WaitingSince,
        Handoff = Handoff,
        Triage = Topic is { } topic ? new(topic, Mood!.Value, Urgency!.Value, Spoken!.Value, Summary!) : null,
        Corrected = Corrected,
        SnoozedUntil = SnoozedUntil,
        Tags = Tags,
    };
}
