using CustomerService.Core.Answers;
using CustomerService.Core.Catalog;
using CustomerService.Core.Lookups;

namespace CustomerService.Web.Features.Demo;

/// <summary>What a visitor looks for.</summary>
public sealed record Browsing(string? Search, string? CategoryId, int Page)
{
    public const int MaxSearchLength = 200;

    public bool IsHome => Search is null && CategoryId is null && Page == 1;

    public string Address
    {
        get
        {
            var query = new QueryString();
            if (Search is not null)
                query = query.Add("q", Search);
            if (CategoryId is not null)
                query = query.Add("category", CategoryId);
            if (Page > 1)
                query = query.Add("page", Page.ToString(System.Globalization.CultureInfo.InvariantCulture));
            return DemoEndpoints.Path + query;
        }
    }
}

/// <param name="Featured">A well rated product that is in stock; null beyond the shop's first page, or when there is none.</param>
public sealed record FrontView(
    Browsing Browsing, IReadOnlyList<Category> Categories, Category? Category, Page<CatalogProduct> Products, CatalogProduct? Featured);

/// <param name="Stock">Null when no warehouse carries the product.</param>
/// <param name="Reviews">One page of them; the total is that of the product's tally.</param>
/// <param name="Similar">Products of the same category that can be had.</param>
public sealed record ProductView(
    CatalogProduct Entry, StockData? Stock, Page<Review> Reviews, CatalogProduct? Successor, IReadOnlyList<CatalogProduct> Similar);

/// <summary>Reads what the demo store's pages show.</summary>
public sealed class Storefront(IProductCatalog catalog, IReviewSource reviews, IStockSource stock, ShopOptions shop, TimeProvider clock)
{
    public const int ProductsOnAPage = 12;
    public const int ReviewsOnAPage = 6;
    private const int SimilarProducts = 4;

    /// <returns>Null when there is no such category. A page beyond the last is the last.</returns>
    public async Task<FrontView?> FrontAsync(Browsing wanted, CancellationToken cancellationToken)
    {
        var categories = await catalog.CategoriesAsync(cancellationToken);
        var category = categories.FirstOrDefault(c => c.Id == wanted.CategoryId);
        if (wanted.CategoryId is not null && category is null)
            return null;

        var featured = wanted.IsHome ? SellableAsync(null, [], 1, cancellationToken) : Nothing;
        var products = await ListAsync(wanted, cancellationToken);
        if (products.Items.Count == 0 && products.Total > 0)
            products = await ListAsync(wanted with { Page = products.Pages }, cancellationToken);
        return new(wanted with { Page = products.Number }, categories, category, products, await featured is [var best, ..] ? best : null);
    }

    /// <returns>Null when there is no such product. A page of reviews beyond the last is the last.</returns>
    public async Task<ProductView?> ProductAsync(string productId, int reviewPage, CancellationToken cancellationToken)
    {
        if (await catalog.FindAsync([productId], cancellationToken) is not [var entry, ..])
            return null;

        var product = entry.Product;
        var page = new Page<Review>([], reviewPage, ReviewsOnAPage, entry.Tally.Count);
        page = page with { Number = Math.Min(reviewPage, page.Pages) };
        var levels = stock.ReadAsync(product.Id, cancellationToken);
        var written = reviews.ListAsync(product.Id, page.Number, page.Size, cancellationToken);
        var successor = product.SuccessorId is { } id ? catalog.FindAsync([id], cancellationToken) : Nothing;
        var similar = SellableAsync(product.CategoryId, [product.Id], SimilarProducts, cancellationToken);
        await Task.WhenAll(levels, written, successor, similar);
        return new(
            entry, StockLookup.Of(product, await levels, clock.GetUtcNow()), page with { Items = await written },
            await successor is [var next, ..] ? next : null, await similar);
    }

    private static Task<IReadOnlyList<CatalogProduct>> Nothing { get; } = Task.FromResult<IReadOnlyList<CatalogProduct>>([]);

    private Task<Page<CatalogProduct>> ListAsync(Browsing wanted, CancellationToken cancellationToken) =>
        catalog.ListAsync(wanted.Search, wanted.CategoryId, wanted.Page, ProductsOnAPage, cancellationToken);

    private Task<IReadOnlyList<CatalogProduct>> SellableAsync(
        string? categoryId, IReadOnlyCollection<string> except, int limit, CancellationToken cancellationToken) =>
        catalog.FindCandidatesAsync(new(categoryId, null, shop.Currency, null, null, [], null, false, except, limit), cancellationToken);
}
