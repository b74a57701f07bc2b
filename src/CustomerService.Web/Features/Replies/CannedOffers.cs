using CustomerService.Core.Catalog;
using CustomerService.Core.Conversations;
using CustomerService.Core.Text;
using CustomerService.Web.Features.Conversations;

namespace CustomerService.Web.Features.Replies;

/// <summary>A canned reply as it would be sent in the open thread.</summary>
public sealed record CannedOffer(string Shortcut, string Text);

/// <summary>Canned replies for the open thread, in the customer's language and filled in.</summary>
public sealed class CannedOffers(
    ICannedReplies replies, OpenThread thread, ThreadDesk desk, ICustomerDirectory customers, IProductCatalog catalog, ILogger<CannedOffers> log)
{
    private const int MaxOffered = 8;

    private (string? CustomerId, string? ProductId, string Customer, LocalizedText? Product)? _known;

    /// <summary>Those that the words are in, those whose shortcut begins with them first; none when they cannot be read.</summary>
    public async Task<IReadOnlyList<CannedOffer>> FindAsync(string words, CancellationToken cancellationToken)
    {
        if (thread.Conversation is not { } conversation)
            return [];
        try
        {
            var wanted = conversation.Triage?.Language ?? conversation.Language;
            var found = (await replies.ListAsync(cancellationToken)).Where(r => r.Has(words)).OrderByDescending(r => r.Shortcut.StartsWith(words, StringComparison.OrdinalIgnoreCase)).Take(MaxOffered).ToList();
            var offers = new List<CannedOffer>();
            foreach (var reply in found)
            {
                var text = reply.Text.In(wanted);
                // Where one language is missing the other stands in, with the names of that one.
                var language = text == reply.Text.Ko ? Language.Korean : Language.English;
                offers.Add(new(reply.Shortcut, CannedText.Fill(text, await ValuesAsync(conversation, language, cancellationToken), language)));
            }

            return offers;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.RepliesUnreadable(exception);
            return [];
        }
    }

    private async Task<Dictionary<string, string>> ValuesAsync(Conversation conversation, Language language, CancellationToken cancellationToken)
    {
        if (_known is not { } known || (known.CustomerId, known.ProductId) != (conversation.CustomerId, conversation.ProductId))
        {
            var customer = conversation.CustomerId is { } id ? await customers.FindAsync(id, cancellationToken) : null;
            var product = conversation.ProductId is { } code && await catalog.FindAsync([code], cancellationToken) is [var found, ..] ? found : null;
            _known = known = (conversation.CustomerId, conversation.ProductId, customer?.Name ?? "", product?.Product.Name);
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal) { [CannedText.Customer] = known.Customer };
        if (known.Product is { } name)
            values[CannedText.Product] = name.In(language);
        if (desk.AgentId is { } agent && thread.Staff.TryGetValue(agent, out var agentName))
            values[CannedText.Agent] = agentName;
        return values;
    }
}
