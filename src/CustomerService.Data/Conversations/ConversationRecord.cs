using CustomerService.Core.Conversations;
using CustomerService.Core.Text;

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
        LastAuthor = lastAuthor,
        LastText = lastText,
    };

    public Conversation ToConversation() => new(Id, Visitor, CustomerId, Language, ProductId, Owner, Version, LastSequence, StartedAt, ChangedAt, Rating);
}
