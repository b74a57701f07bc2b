using CustomerService.Core.Conversations;

namespace CustomerService.Data.Conversations;

internal sealed class StaffEntryRecord
{
    public required string ConversationId { get; init; }
    public required long Version { get; init; }
    public required StaffEntryKind Kind { get; init; }
    public required string AgentId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Text { get; init; }
    public string? ClientId { get; init; }

    public static StaffEntryRecord Of(string conversationId, StaffEntry e) => new()
    {
        ConversationId = conversationId,
        Version = e.Version,
        Kind = e.Kind,
        AgentId = e.AgentId,
        At = e.At,
        Text = e.Text,
        ClientId = e.ClientId,
    };

    public StaffEntry ToEntry() => new(Version, Kind, AgentId, At, Text, ClientId);
}
