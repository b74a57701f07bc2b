using CustomerService.Core.Conversations;
using Microsoft.AspNetCore.WebUtilities;

namespace CustomerService.Web.Features.Conversations;

/// <summary>What the address of the Conversations page holds.</summary>
/// <param name="Owner">Whose conversations are listed; null for all.</param>
public sealed record ConversationsAddress(string? ConversationId, ConversationOwner? Owner)
{
    public const string Path = "conversations";

    private static readonly ConversationOwner[] Owners = Enum.GetValues<ConversationOwner>();

    /// <returns>Null for a name that is none.</returns>
    public static ConversationOwner? OwnerOf(string? name) =>
        Owners.Where(o => string.Equals(o.ToString(), name, StringComparison.OrdinalIgnoreCase)).Select(o => (ConversationOwner?)o).FirstOrDefault();

    /// <summary>The address relative to the site's base.</summary>
    public override string ToString()
    {
        var path = ConversationId is null ? Path : $"{Path}/{Uri.EscapeDataString(ConversationId)}";
        return Owner is { } owner ? QueryHelpers.AddQueryString(path, "owner", owner.ToString().ToLowerInvariant()) : path;
    }
}
