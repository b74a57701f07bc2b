using CustomerService.Core.Conversations;

namespace CustomerService.Data.Conversations;

internal sealed class PendingReplyRecord
{
    public required string ConversationId { get; init; }
    public required string ClientId { get; init; }
    public required string AgentId { get; init; }
    public required string Text { get; init; }
    public required DateTimeOffset DueAt { get; init; }

    public static PendingReplyRecord Of(PendingReply r) => new()
    {
        ConversationId = r.ConversationId,
        ClientId = r.ClientId,
        AgentId = r.AgentId,
        Text = r.Text,
        DueAt = r.DueAt,
    };

    public PendingReply ToReply() => new(ConversationId, ClientId, AgentId, Text, DueAt);
}
