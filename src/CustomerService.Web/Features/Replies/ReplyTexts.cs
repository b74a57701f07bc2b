using CustomerService.Core.Catalog;
using CustomerService.Core.Conversations;
using CustomerService.Core.Text;
using CustomerService.Data.Staff;

namespace CustomerService.Web.Features.Replies;

/// <summary>A canned reply as it would go to a customer.</summary>
public sealed record FilledReply(string Shortcut, string Text);

/// <summary>Canned replies in a customer's language, with what their variables stand for in a conversation.</summary>
public sealed class ReplyTexts(ICannedReplies replies, ICustomerDirectory customers, IProductCatalog catalog, IStaffNames names)
{
    private const int MaxFound = 8;

    /// <summary>Those whose short-cut begins with what was typed, then those that hold it anywhere.</summary>
    public async Task<IReadOnlyList<FilledReply>> FindAsync(string typed, Conversation conversation, string agentId, CancellationToken cancellationToken)
    {
        var language = conversation.Triage?.Language ?? conversation.Language;
        var found = (await replies.ListAsync(cancellationToken))
            .Select(r => (r.Shortcut, Text: r.Text.In(language)))
            .Where(r => r.Shortcut.Contains(typed, StringComparison.OrdinalIgnoreCase) || r.Text.Contains(typed, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(r => r.Shortcut.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .Take(MaxFound).ToList();
        if (!found.Exists(r => CannedText.IsUnfilled(r.Text)))
            return [.. found.Select(r => new FilledReply(r.Shortcut, r.Text))];
        var values = await ValuesAsync(conversation, agentId, language, cancellationToken);
        return [.. found.Select(r => new FilledReply(r.Shortcut, CannedText.Fill(r.Text, values)))];
    }

    private async Task<CannedValues> ValuesAsync(Conversation conversation, string agentId, Language language, CancellationToken cancellationToken)
    {
        var customer = conversation.CustomerId is { } id ? (await customers.FindAsync(id, cancellationToken))?.Name : null;
        var product = conversation.ProductId is { } productId && await catalog.FindAsync([productId], cancellationToken) is [var found, ..] ? found.Product.Name.In(language) : null;
        return new(customer, (await names.ReadAsync(agentId, cancellationToken)).GetValueOrDefault(agentId), product);
    }
}
