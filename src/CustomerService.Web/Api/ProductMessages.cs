using CustomerService.Core.Catalog;
using CustomerService.Core.Lookups;
using CustomerService.Core.Text;

namespace CustomerService.Web.Api;

/// <param name="Price">In major units; null where none is set.</param>
/// <param name="Stock">Pieces that can be sold; null when unknown.</param>
internal sealed record ProductMessage(
    string Id, LocalizedText Name, string Brand, string? Model, LocalizedText Category, LocalizedText Description, ProductStatus Status,
    decimal? Price, decimal? ListPrice, string Currency, double? Rating, int ReviewCount, int? Stock, bool StockComplete, string? SuccessorId,
    IReadOnlyList<ProductFact> Attributes)
{
    public static ProductMessage Of(CatalogProduct entry) => new(
        entry.Product.Id, entry.Product.Name, entry.Product.Brand, entry.Product.Model, entry.Category.Name, entry.Product.Description,
        entry.Product.Status, entry.Product.Price?.Major, entry.Product.ListPrice?.Major, entry.Product.Currency,
        entry.Tally.Average is { } average ? Math.Round(average, 2) : null, entry.Tally.Count, entry.Available, !entry.HasUnknownStock,
        entry.Product.SuccessorId, ProductFacts.Sheet(entry.Product, []));
}

internal sealed record ProductPageMessage(IReadOnlyList<ProductMessage> Items, int Page, int PageSize, int Total);
