namespace CustomerService.Data.Conversations;

/// <summary>A tag of a thread, by which lists are filtered; the thread itself bears its tags, too.</summary>
internal sealed class ConversationTagRecord
{
    public required string Tag { get; init; }
    public required string ConversationId { get; init; }
}
