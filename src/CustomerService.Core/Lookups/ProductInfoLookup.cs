using CustomerService.Core.Answers;
using CustomerService.Core.Catalog;
using CustomerService.Core.Documents;
using CustomerService.Core.Questions;

namespace CustomerService.Core.Lookups;

/// <summary>The data sheet, with what the question asks about first, and what documents say about it.</summary>
public sealed class ProductInfoLookup(IProductCatalog catalog, IPassageSearch passages) : ILookup
{
    private const int MaxQuotes = 3;

    public LookupKind Kind => LookupKind.ProductInfo;

    public async Task<LookupFinding> FindAsync(ResolvedQuery query, CancellationToken cancellationToken)
    {
        var quoting = QuotesAsync(query, cancellationToken);
        var entries = query.Products.Count == 0
            ? []
            : await catalog.FindAsync([.. query.Products.Select(p => p.Product.Id)], cancellationToken).ConfigureAwait(false);
        var quotes = await quoting.ConfigureAwait(false);
        if (entries.Count == 0)
            return quotes.Count == 0 ? LookupFinding.None(EmptyReason.NoProduct) : LookupFinding.Of(new DocumentData(quotes));

        var asked = query.Reading.AttributeKeys;
        var main = entries[0];
        return LookupFinding.Of(new ProductInfoData(
            ProductFacts.Card(main),
            main.Product.Description.Completed(),
            ProductFacts.Sheet(main.Product, asked),
            ProductFacts.NotListed(main.Product, asked),
            [.. entries.Skip(1).Select(e => new ComparedProduct(ProductFacts.Card(e), ProductFacts.Sheet(e.Product, asked), Known(e)))])
        {
            Quotes = quotes,
        });
    }

    private async Task<IReadOnlyList<DocumentQuote>> QuotesAsync(ResolvedQuery query, CancellationToken cancellationToken)
    {
        if (query.Reading.Intents.All(i => i is Intent.Courtesy or Intent.Person))
            return [];
        var found = await passages.FindAsync(query.Query.Question, query.Products, MaxQuotes, cancellationToken).ConfigureAwait(false);
        return
        [
            .. found.Select(f => new DocumentQuote(
                f.Stored.DocumentId, f.Stored.Title, f.Stored.Number, f.Stored.Passage.Page, f.Stored.Passage.Heading, f.Stored.Passage.Text, f.Hit.Quote, f.Hit.Score, f.Hit.Coverage,
                f.Binding == DocumentBinding.Shop)),
        ];
    }

    /// <summary>None counted while a warehouse is silent is not known to be none.</summary>
    private static int? Known(CatalogProduct entry) => entry is { Available: 0, HasUnknownStock: true } ? null : entry.Available;
}
