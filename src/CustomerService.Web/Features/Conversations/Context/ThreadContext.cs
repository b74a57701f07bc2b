using CustomerService.Core.Catalog;
using CustomerService.Core.Conversations;

namespace CustomerService.Web.Features.Conversations.Context;

/// <param name="Product">Null for a product that is no longer in the catalogue.</param>
public sealed record ShownPurchase(Purchase Purchase, Product? Product);

/// <param name="Customer">Null when the shop's number is not known here.</param>
/// <param name="Purchases">The newest ones, newest first.</param>
public sealed record ShownCustomer(Customer? Customer, IReadOnlyList<ShownPurchase> Purchases);

/// <summary>A customer, or product, beside a thread.</summary>
public sealed record Beside(string ConversationId, string Id);

/// <summary>Whose earlier threads are wanted.</summary>
public sealed record BeforeThread(string ConversationId, string Visitor, string? CustomerId);

/// <summary>Who writes in the open thread and what they look at. Read when it is wanted, once a thread. Knows nothing of how it is drawn.</summary>
public sealed class ThreadContext : IDisposable
{
    /// <summary>Purchases that are shown.</summary>
    public const int MaxPurchases = 10;

    /// <summary>Earlier threads that are shown.</summary>
    public const int MaxEarlier = 10;

    private readonly OpenThread _thread;
    private bool _isFollowing;
    private bool _isShown;

    public ThreadContext(
        OpenThread thread, ICustomerDirectory customers, IProductCatalog catalog, IDeskStore desk, ProductLookups lookups, ILogger<ThreadContext> log)
    {
        (_thread, Lookups) = (thread, lookups);
        Product = new(async (key, token) => await catalog.FindAsync([key.Id], token) is [var product] ? product : null, Tell, e => log.ReadFailed("a product", e));
        Customer = new((key, token) => ReadCustomerAsync(customers, catalog, key.Id, token), Tell, e => log.ReadFailed("a customer", e));
        Earlier = new(
            (key, token) => desk.ListEarlierAsync(key.Visitor, key.CustomerId, key.ConversationId, MaxEarlier, token), Tell, e => log.ReadFailed("earlier conversations", e));
    }

    /// <summary>Told on any thread, after the change.</summary>
    public event Action? Changed;

    /// <summary>What the customer looks at.</summary>
    public Reading<Beside, CatalogProduct?> Product { get; }
    /// <summary>Not wanted for a visitor.</summary>
    public Reading<Beside, ShownCustomer> Customer { get; }
    public Reading<BeforeThread, IReadOnlyList<ConversationSummary>> Earlier { get; }
    public ProductLookups Lookups { get; }

    /// <summary>Reads the product of each thread that is opened, from now on.</summary>
    public void Follow()
    {
        if (!_isFollowing)
            _thread.Changed += Read;
        _isFollowing = true;
        Read();
    }

    /// <summary>Says whether all the rest is looked at, too.</summary>
    public void Show(bool isShown)
    {
        _isShown = isShown;
        Read();
    }

    public void Dispose()
    {
        _thread.Changed -= Read;
        Product.Dispose();
        Customer.Dispose();
        Earlier.Dispose();
        Lookups.Dispose();
    }

    private static async Task<ShownCustomer> ReadCustomerAsync(ICustomerDirectory customers, IProductCatalog catalog, string id, CancellationToken cancellationToken)
    {
        var customer = await customers.FindAsync(id, cancellationToken);
        var purchases = customer?.Purchases.Take(MaxPurchases).ToList() ?? [];
        var bought = purchases.Count == 0 ? [] : await catalog.FindAsync([.. purchases.Select(p => p.ProductId).Distinct()], cancellationToken);
        return new(customer, [.. purchases.Select(p => new ShownPurchase(p, bought.FirstOrDefault(b => b.Product.Id == p.ProductId)?.Product))]);
    }

    private void Read()
    {
        var open = _thread.Conversation;
        var product = open?.ProductId is { } productId ? new Beside(open.Id, productId) : null;
        Product.Want(product);
        Lookups.KeepFor(product);
        Customer.Want(_isShown && open?.CustomerId is { } customerId ? new(open.Id, customerId) : null);
        Earlier.Want(_isShown && open is not null ? new(open.Id, open.Visitor, open.CustomerId) : null);
    }

    private void Tell() => Changed?.Invoke();
}
