using CustomerService.Core.Conversations;
using CustomerService.Core.Text;

namespace CustomerService.Data.Conversations;

internal sealed class CannedReplyRecord
{
    public required string Id { get; init; }
    /// <summary>What agents type after a slash.</summary>
    public required string Shortcut { get; init; }
    public required string TextKo { get; init; }
    public required string TextEn { get; init; }
    public required string ChangedBy { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }

    public CannedReply ToReply() => new(Id, Shortcut, new LocalizedText(TextKo, TextEn), ChangedBy, ChangedAt);
}
