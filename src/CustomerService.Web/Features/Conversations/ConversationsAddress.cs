using CustomerService.Core.Conversations;
using Microsoft.AspNetCore.WebUtilities;

namespace CustomerService.Web.Features.Conversations;

/// <summary>What the address of the Conversations page holds.</summary>
public sealed record ConversationsAddress(string? ConversationId, InboxView View)
{
    public const string Path = "conversations";
    public const InboxView FirstView = InboxView.Everyone;

    private static readonly InboxView[] Views = Enum.GetValues<InboxView>();

    /// <returns><see cref="FirstView"/> for a name that is none.</returns>
    public static InboxView ViewOf(string? name) =>
        Views.Where(v => string.Equals(v.ToString(), name, StringComparison.OrdinalIgnoreCase)).DefaultIfEmpty(FirstView).First();

    /// <summary>The address relative to the site's base.</summary>
    public override string ToString()
    {
        var path = ConversationId is null ? Path : $"{Path}/{Uri.EscapeDataString(ConversationId)}";
        return View == FirstView ? path : QueryHelpers.AddQueryString(path, "view", View.ToString().ToLowerInvariant());
    }
}
