using CustomerService.Core.Catalog;
using CustomerService.Core.Documents;

namespace CustomerService.Testing;

/// <summary>A shop in memory behind the ports of Core. It keeps to their contracts, so that what passes here passes with a database.</summary>
public sealed class ShopStub : IProductCatalog, IReviewSource, IStockSource, ICustomerDirectory, IPassageSearch
{
    public List<Category> Categories { get; } = [Build.Category()];
    public List<Product> Products { get; } = [];
    public List<Warehouse> Warehouses { get; } = [Build.Warehouse()];
    public List<StockLevel> Levels { get; } = [];
    public List<InboundShipment> Inbound { get; } = [];
    public List<Review> Reviews { get; } = [];
    public List<Customer> Customers { get; } = [];

    /// <summary>What every search in documents finds.</summary>
    public List<FoundPassage> Passages { get; } = [];

    /// <summary>Grows with each change of a product's reviews; 0 at first.</summary>
    public Dictionary<string, long> ReviewVersions { get; } = [];

    /// <summary>Every filter that candidates were asked for with.</summary>
    public List<CandidateFilter> Filters { get; } = [];

    /// <summary>How often reviews were read in full.</summary>
    public int ReviewReads { get; private set; }

    /// <summary>When set, every call throws it.</summary>
    public Exception? Down { get; set; }

    /// <summary>Adds a product with a count in the first warehouse; null for a count that was not reported.</summary>
    public ShopStub Sells(Product product, int? stock = 10)
    {
        Products.Add(product);
        return Stocks(product.Id, Warehouses[0].Id, stock);
    }

    public ShopStub Stocks(string productId, string warehouseId, int? quantity)
    {
        Levels.Add(new() { ProductId = productId, WarehouseId = warehouseId, Quantity = quantity, UpdatedAt = Build.Wednesday.AddHours(-1) });
        return this;
    }

    public ShopStub Expects(string productId, string warehouseId, int quantity, DateOnly day)
    {
        Inbound.Add(new() { Id = $"I-{Inbound.Count}", ProductId = productId, WarehouseId = warehouseId, Quantity = quantity, ExpectedOn = day });
        return this;
    }

    public ShopStub Reviewed(string productId, params int[] stars)
    {
        Reviews.AddRange(stars.Select(s => Build.Review(productId, s)));
        return this;
    }

    public CatalogProduct Entry(string productId)
    {
        var product = Products.Single(p => p.Id == productId);
        var counts = Levels.Where(l => l.ProductId == productId).ToList();
        return new(
            product, Categories.Single(c => c.Id == product.CategoryId), Tally(productId),
            counts.All(l => l.Quantity is null) ? null : counts.Sum(l => l.Quantity ?? 0), counts.Any(l => l.Quantity is null));
    }

    public Task<IReadOnlyList<CatalogProduct>> FindAsync(IReadOnlyCollection<string> productIds, CancellationToken cancellationToken) =>
        Answer<IReadOnlyList<CatalogProduct>>(() => [.. productIds.Where(id => Products.Any(p => p.Id == id)).Select(Entry)]);

    public Task<IReadOnlyList<ProductHit>> SearchAsync(string text, int limit, CancellationToken cancellationToken) =>
        Answer<IReadOnlyList<ProductHit>>(() =>
        [
            .. Products
                .Select(p => (Product: p, Words: $"{p.Name.Ko} {p.Name.En} {p.Model}".Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Count(w => text.Contains(w, StringComparison.OrdinalIgnoreCase))))
                .Where(p => p.Words > 0).OrderByDescending(p => p.Words).Take(limit)
                .Select(p => new ProductHit(p.Product.Id, p.Product.Name, p.Product.Brand, p.Product.Model, p.Product.CategoryId, p.Words)),
        ]);

    public Task<Page<CatalogProduct>> ListAsync(string? search, string? categoryId, int page, int pageSize, CancellationToken cancellationToken) =>
        Answer(() =>
        {
            var listed = Products
                .Where(p => categoryId is null || p.CategoryId == categoryId)
                .Where(p => search is null || $"{p.Name.Ko} {p.Name.En}".Contains(search, StringComparison.OrdinalIgnoreCase))
                .OrderBy(p => p.Id, StringComparer.Ordinal).ToList();
            return new Page<CatalogProduct>([.. listed.Skip((page - 1) * pageSize).Take(pageSize).Select(p => Entry(p.Id))], page, pageSize, listed.Count);
        });

    public Task<IReadOnlyList<CatalogProduct>> FindCandidatesAsync(CandidateFilter filter, CancellationToken cancellationToken) =>
        Answer<IReadOnlyList<CatalogProduct>>(() =>
        {
            Filters.Add(filter);
            return [.. Products.Where(p => Fits(p, filter)).OrderBy(p => p.Id, StringComparer.Ordinal).Select(p => Entry(p.Id)).Where(e => e.Available > 0).Take(filter.Limit)];
        });

    public ValueTask<IReadOnlyList<Category>> CategoriesAsync(CancellationToken cancellationToken) => new(Answer<IReadOnlyList<Category>>(() => Categories));

    public Task<ReviewSample> ReadAsync(string productId, int limit, CancellationToken cancellationToken) => Answer(() =>
    {
        ReviewReads++;
        return new ReviewSample(Tally(productId), [.. Reviews.Where(r => r.ProductId == productId).OrderByDescending(r => r.WrittenAt).Take(limit)]);
    });

    public Task<IReadOnlyList<Review>> ListAsync(string productId, int page, int pageSize, CancellationToken cancellationToken) =>
        Answer<IReadOnlyList<Review>>(() =>
            [.. Reviews.Where(r => r.ProductId == productId).OrderByDescending(r => r.WrittenAt).Skip((page - 1) * pageSize).Take(pageSize)]);

    public Task<ReviewTally> TallyAsync(string productId, CancellationToken cancellationToken) => Answer(() => Tally(productId));

    public Task<IReadOnlyList<WarehouseStock>> ReadAsync(string productId, CancellationToken cancellationToken) =>
        Answer<IReadOnlyList<WarehouseStock>>(() =>
        [
            .. Warehouses.Select(w => new WarehouseStock(
                w, Levels.SingleOrDefault(l => l.ProductId == productId && l.WarehouseId == w.Id),
                [.. Inbound.Where(i => i.ProductId == productId && i.WarehouseId == w.Id).OrderBy(i => i.ExpectedOn)])),
        ]);

    Task<Customer?> ICustomerDirectory.FindAsync(string customerId, CancellationToken cancellationToken) =>
        Answer(() => Customers.SingleOrDefault(c => c.Id == customerId));

    Task<IReadOnlyList<Customer>> ICustomerDirectory.SearchAsync(string text, int limit, CancellationToken cancellationToken) =>
        Answer<IReadOnlyList<Customer>>(() =>
            [.. Customers.Where(c => c.Id.StartsWith(text, StringComparison.Ordinal) || c.Name.StartsWith(text, StringComparison.Ordinal)).Take(limit)]);

    Task<IReadOnlyList<FoundPassage>> IPassageSearch.FindAsync(string question, IReadOnlyList<CatalogProduct> products, int limit, CancellationToken cancellationToken) =>
        Answer<IReadOnlyList<FoundPassage>>(() => [.. Passages.Take(limit)]);

    private static bool Fits(Product product, CandidateFilter filter) =>
        product.Status == ProductStatus.Active
        && product.Currency == filter.Currency
        && (filter.CategoryId is null || product.CategoryId == filter.CategoryId)
        && (filter.Brand is null || product.Brand == filter.Brand)
        && !(filter.MinPriceMinor is { } min && !(product.PriceMinor >= min))
        && !(filter.MaxPriceMinor is { } max && !(product.PriceMinor <= max))
        && filter.Attributes.All(b => product.Attributes.Any(a =>
            a.Key == b.Key && !(b.Min is { } low && !(a.Number >= low)) && !(b.Max is { } high && !(a.Number <= high))))
        && !filter.ExcludedProductIds.Contains(product.Id);

    private ReviewTally Tally(string productId)
    {
        int Count(int stars) => Reviews.Count(r => r.ProductId == productId && r.Stars == stars);
        return new()
        {
            ProductId = productId, One = Count(1), Two = Count(2), Three = Count(3), Four = Count(4), Five = Count(5),
            Version = ReviewVersions.GetValueOrDefault(productId),
        };
    }

    private Task<T> Answer<T>(Func<T> answer) => Down is null ? Task.FromResult(answer()) : Task.FromException<T>(Down);
}
