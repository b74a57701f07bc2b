using CustomerService.Core.Text;

namespace CustomerService.Core.Conversations;

/// <summary>Words that agents use again and again.</summary>
/// <param name="Shortcut">What agents type after a slash: 1 to <see cref="MaxShortcut"/> letters, digits and hyphens, lower case.</param>
/// <param name="Text">At most <see cref="AgentDesk.MaxText"/> characters in each language, one of which may be missing.</param>
/// <param name="ChangedBy">The member of staff who last changed it.</param>
public sealed record CannedReply(string Id, string Shortcut, LocalizedText Text, string ChangedBy, DateTimeOffset ChangedAt)
{
    public const int MaxShortcut = 30;
}
