using CustomerService.Core.Conversations;
using Microsoft.Extensions.Localization;

namespace CustomerService.Web.Features.Conversations;

/// <summary>What those in a conversation are called.</summary>
public static class VisitorName
{
    private const int Letters = 4;

    /// <summary>The shop's number of a customer who has shown who they are; else a visitor by the first letters of their key.</summary>
    public static string Name(this IStringLocalizer<ConversationsText> text, Conversation conversation) =>
        conversation.CustomerId ?? text["Visitor", conversation.Visitor[..Math.Min(Letters, conversation.Visitor.Length)].ToUpperInvariant()];

    public static string Name(this IStringLocalizer<ConversationsText> text, Conversation conversation, MessageAuthor author) =>
        author == MessageAuthor.Customer ? text.Name(conversation) : text[$"Author_{author}"];

    /// <summary>A member of staff by name; by their trade when that is not known.</summary>
    public static string Agent(this IStringLocalizer<ConversationsText> text, IReadOnlyDictionary<string, string> staff, string? agentId) =>
        agentId is not null && staff.TryGetValue(agentId, out var name) ? name : text[$"Author_{MessageAuthor.Agent}"];
}
