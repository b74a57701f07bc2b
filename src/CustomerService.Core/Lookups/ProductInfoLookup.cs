using CustomerService.Core.Answers;
using CustomerService.Core.Catalog;

namespace CustomerService.Core.Lookups;

/// <summary>The data sheet, with what the question asks about first.</summary>
public sealed class ProductInfoLookup(IProductCatalog catalog) : ILookup
{
    public LookupKind Kind => LookupKind.ProductInfo;

    public async Task<LookupFinding> FindAsync(ResolvedQuery query, CancellationToken cancellationToken)
    {
        if (query.Products.Count == 0)
            return LookupFinding.None(EmptyReason.NoProduct);
        var entries = await catalog.FindAsync([.. query.Products.Select(p => p.Product.Id)], cancellationToken).ConfigureAwait(false);
        if (entries.Count == 0)
            return LookupFinding.None(EmptyReason.NoProduct);

        var asked = query.Reading.AttributeKeys;
        var main = entries[0];
        return LookupFinding.Of(new ProductInfoData(
            ProductFacts.Card(main),
            main.Product.Description.Completed(),
            ProductFacts.Sheet(main.Product, asked),
            ProductFacts.NotListed(main.Product, asked),
            [.. entries.Skip(1).Select(e => new ComparedProduct(ProductFacts.Card(e), ProductFacts.Sheet(e.Product, asked), Known(e)))]));
    }

    /// <summary>None counted while a warehouse is silent is not known to be none.</summary>
    private static int? Known(CatalogProduct entry) => entry is { Available: 0, HasUnknownStock: true } ? null : entry.Available;
}
