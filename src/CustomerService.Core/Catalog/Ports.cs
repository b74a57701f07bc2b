using CustomerService.Core.Text;

namespace CustomerService.Core.Catalog;

/// <summary>A product with what lists and comparisons show beside its own data.</summary>
/// <param name="Available">Pieces that the reporting warehouses can sell; null when none has reported a count.</param>
/// <param name="HasUnknownStock">Whether a warehouse that should have it has not reported a count.</param>
public sealed record CatalogProduct(Product Product, Category Category, ReviewTally Tally, int? Available, bool HasUnknownStock);

/// <summary>A product that full-text search found.</summary>
/// <param name="Score">Higher is better; comparable within one search only.</param>
public sealed record ProductHit(string ProductId, LocalizedText Name, string Brand, string? Model, string CategoryId, double Score);

/// <param name="Total">How many there are on all pages.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Number, int Size, int Total)
{
    /// <summary>How many pages there are; 1 when there is nothing.</summary>
    public int Pages => Math.Max(1, (Total + Size - 1) / Size);
}

/// <summary>What a recommended product must fulfil. All conditions hold together.</summary>
/// <param name="CategoryId">Null for all categories.</param>
/// <param name="MinPriceMinor">Inclusive, in minor units of <paramref name="Currency"/>.</param>
/// <param name="MaxPriceMinor">Inclusive, in minor units of <paramref name="Currency"/>.</param>
/// <param name="Attributes">Bounds on attribute numbers; a product without the attribute does not fulfil one.</param>
/// <param name="OrderBy">Key of the attribute to sort by first; null sorts by rating. <c>price</c> sorts by price.</param>
/// <param name="Limit">1 to 200.</param>
public sealed record CandidateFilter(
    string? CategoryId,
    string? Brand,
    string Currency,
    long? MinPriceMinor,
    long? MaxPriceMinor,
    IReadOnlyList<AttributeBound> Attributes,
    string? OrderBy,
    bool Descending,
    IReadOnlyCollection<string> ExcludedProductIds,
    int Limit);

/// <param name="Min">Inclusive; null for no bound.</param>
/// <param name="Max">Inclusive; null for no bound.</param>
/// <param name="Text">What the attribute's text holds in either language, whatever the case; null for no bound.</param>
public sealed record AttributeBound(string Key, double? Min, double? Max, string? Text = null);

/// <summary>Reads the catalogue. Each call uses a database context of its own, so that calls may run at the same time.</summary>
public interface IProductCatalog
{
    /// <summary>The products with their attributes, in the order of the ids; unknown ids are left out.</summary>
    Task<IReadOnlyList<CatalogProduct>> FindAsync(IReadOnlyCollection<string> productIds, CancellationToken cancellationToken);

    /// <summary>Full-text search in names, brands, models, categories and descriptions, in Korean and English, best first.</summary>
    Task<IReadOnlyList<ProductHit>> SearchAsync(string text, int limit, CancellationToken cancellationToken);

    /// <summary>One page of the catalogue; with a search text its hits, best first, without one all products by id.</summary>
    /// <param name="categoryId">Only products of this category; null for all.</param>
    /// <param name="page">From 1.</param>
    /// <param name="pageSize">1 to 100.</param>
    Task<Page<CatalogProduct>> ListAsync(string? search, string? categoryId, int page, int pageSize, CancellationToken cancellationToken);

    /// <summary>Products on sale that have stock (a known count above 0) and fulfil the filter.</summary>
    Task<IReadOnlyList<CatalogProduct>> FindCandidatesAsync(CandidateFilter filter, CancellationToken cancellationToken);

    /// <summary>All categories. Answered from memory; a change shows within a minute.</summary>
    ValueTask<IReadOnlyList<Category>> CategoriesAsync(CancellationToken cancellationToken);
}

/// <param name="Tally">Of all reviews.</param>
/// <param name="Newest">The newest reviews, newest first.</param>
public sealed record ReviewSample(ReviewTally Tally, IReadOnlyList<Review> Newest);

public interface IReviewSource
{
    /// <summary>The tally of all reviews of a product and its newest ones.</summary>
    /// <param name="limit">1 to 1,000.</param>
    Task<ReviewSample> ReadAsync(string productId, int limit, CancellationToken cancellationToken);

    /// <summary>One page of the product's reviews, newest first; empty beyond the last.</summary>
    /// <param name="page">From 1.</param>
    /// <param name="pageSize">1 to 100.</param>
    Task<IReadOnlyList<Review>> ListAsync(string productId, int page, int pageSize, CancellationToken cancellationToken);

    /// <summary>The tally alone, to tell whether an analysis that was made before still holds.</summary>
    Task<ReviewTally> TallyAsync(string productId, CancellationToken cancellationToken);
}

/// <summary>A product's stock in one warehouse.</summary>
/// <param name="Level">Null when the warehouse does not carry the product.</param>
/// <param name="Inbound">By expected day.</param>
public sealed record WarehouseStock(Warehouse Warehouse, StockLevel? Level, IReadOnlyList<InboundShipment> Inbound);

public interface IStockSource
{
    /// <summary>The product's stock in every warehouse of the shop, in the warehouses' order.</summary>
    Task<IReadOnlyList<WarehouseStock>> ReadAsync(string productId, CancellationToken cancellationToken);
}

public interface ICustomerDirectory
{
    /// <summary>The customer with purchases, newest first; null when there is none with this id.</summary>
    Task<Customer?> FindAsync(string customerId, CancellationToken cancellationToken);

    /// <summary>Customers whose id or name begins with the text; all when it is empty. Without purchases.</summary>
    Task<IReadOnlyList<Customer>> SearchAsync(string text, int limit, CancellationToken cancellationToken);
}
