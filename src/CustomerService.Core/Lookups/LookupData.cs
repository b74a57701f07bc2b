using System.Text.Json.Serialization;
using CustomerService.Core.Catalog;
using CustomerService.Core.Models;
using CustomerService.Core.Reviews;
using CustomerService.Core.Text;

namespace CustomerService.Core.Lookups;

/// <summary>What a lookup found, in no particular language: texts are in both.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ProductInfoData), "productInfo")]
[JsonDerivedType(typeof(DocumentData), "documents")]
[JsonDerivedType(typeof(ReviewData), "reviewAnalysis")]
[JsonDerivedType(typeof(StockData), "stockCheck")]
[JsonDerivedType(typeof(RecommendationData), "recommendation")]
public abstract record LookupData;

/// <summary>What identifies a product to a shopper.</summary>
/// <param name="Rating">1 to 5, of all reviews; null without reviews.</param>
public sealed record ProductCard(
    string Id, LocalizedText Name, string Brand, string CategoryId, LocalizedText Category, ProductStatus Status,
    Money? Price, Money? ListPrice, string? SuccessorId, double? Rating, int ReviewCount)
{
    /// <summary>Whether some variant costs more than <see cref="Price"/>, which is then the lowest.</summary>
    public bool HasHigherPrices { get; init; }

    /// <summary>The price as shoppers read it: 129,000원, or 129,000원부터; null where none is set.</summary>
    public string? PriceIn(Language language) => HasHigherPrices ? Price?.FormatLowest(language) : Price?.Format(language);
}

/// <summary>One line of the data sheet.</summary>
/// <param name="Asked">Whether the question asks about it.</param>
public sealed record ProductFact(string Key, LocalizedText Label, LocalizedText Value, double? Number, bool Asked);

/// <param name="Facts">Those the question asks about first, then the others by importance.</param>
/// <param name="NotListed">Attribute keys that the question asks about and the data sheet does not hold.</param>
/// <param name="Compared">Other products that the question names, in its order.</param>
public sealed record ProductInfoData(
    ProductCard Product, LocalizedText Description, IReadOnlyList<ProductFact> Facts, IReadOnlyList<string> NotListed,
    IReadOnlyList<ComparedProduct> Compared) : LookupData
{
    /// <summary>What the documents of the product, of its category and of the shop say about the question; best first, at most three.</summary>
    public IReadOnlyList<DocumentQuote> Quotes { get; init; } = [];
}

/// <summary>What the shop's documents say about a question that names no product.</summary>
/// <param name="Quotes">Best first, at most three; never empty.</param>
public sealed record DocumentData(IReadOnlyList<DocumentQuote> Quotes) : LookupData;

/// <summary>A passage of a document.</summary>
/// <param name="Number">The passage's place in the document, from 1.</param>
/// <param name="Page">From 1.</param>
/// <param name="Heading">Empty where it stands under none.</param>
/// <param name="Text">The whole passage.</param>
/// <param name="Sentences">What of it is worth quoting, word for word.</param>
/// <param name="Score">Above 0; only to be compared with others of the same answer.</param>
/// <param name="Coverage">Which part of what the question asks about the passage speaks of: 0 to 1.</param>
/// <param name="IsShopWide">Whether the document is about the whole shop rather than a product or a category.</param>
public sealed record DocumentQuote(
    string DocumentId, string Title, int Number, int Page, string Heading, string Text, IReadOnlyList<string> Sentences, double Score, double Coverage, bool IsShopWide);

/// <param name="Available">Pieces that can be sold; null when unknown.</param>
public sealed record ComparedProduct(ProductCard Product, IReadOnlyList<ProductFact> Facts, int? Available);

public sealed record ReviewData(string ProductId, ReviewAnalysis Analysis) : LookupData;

/// <param name="Available">The sum of the reported counts; null when no warehouse has reported one.</param>
/// <param name="AllReported">False when a warehouse that carries the product has not reported a count, so that there may be more.</param>
/// <param name="Warehouses">Those that carry the product or expect it.</param>
public sealed record StockData(
    string ProductId, ProductStatus Status, int? Available, bool AllReported, IReadOnlyList<StockAtWarehouse> Warehouses) : LookupData;

/// <param name="Quantity">Pieces that can be sold; null when the warehouse has not reported a count.</param>
/// <param name="ShipsToday">Whether an order paid now would leave today from here; false when nothing is known to be in stock.</param>
/// <param name="NextDispatch">The local day on which an order paid now would leave; null when unknown.</param>
/// <param name="Cutoff">Local time until which orders of a working day leave the same day; null when unknown.</param>
/// <param name="CountedAt">When the count was reported; null when it was not.</param>
public sealed record StockAtWarehouse(
    string WarehouseId, LocalizedText Name, int? Quantity, bool ShipsToday, DateOnly? NextDispatch, TimeOnly? Cutoff,
    DateTimeOffset? CountedAt, IReadOnlyList<Inbound> Inbound);

/// <param name="Overdue">The expected day has passed and the arrival has not been recorded.</param>
public sealed record Inbound(int Quantity, DateOnly ExpectedOn, bool Overdue);

/// <param name="Products">Best first, at most three.</param>
/// <param name="UnmetWishes">Wishes, in the question's words, that nothing in stock fulfils and that were therefore let go.</param>
/// <param name="IsAlternative">True when the products stand in for one that cannot be had; false when they were asked for or go beside it.</param>
public sealed record RecommendationData(
    IReadOnlyList<RecommendedProduct> Products, IReadOnlyList<string> UnmetWishes, bool IsAlternative) : LookupData
{
    /// <summary>What a model wrote about them for this customer, checked against the evidence; null where none did.</summary>
    public RecommendationWords? Words { get; init; }
}

/// <param name="Text">One to three sentences in the question's language.</param>
public sealed record RecommendationWords(string Text, Authorship Author);

/// <param name="Available">Above 0.</param>
/// <param name="Reasons">Facts of the data sheet, the reviews or the stock; the most telling first.</param>
public sealed record RecommendedProduct(ProductCard Product, int Available, IReadOnlyList<RecommendationReason> Reasons);

/// <param name="Key">An attribute key, or <c>price</c>, <c>rating</c>, <c>purchase</c>, <c>successor</c>.</param>
/// <param name="Text">A phrase that can follow the product's name.</param>
/// <param name="ForCustomer">Whether it answers to the customer's profile rather than to the question.</param>
public sealed record RecommendationReason(string Key, LocalizedText Text, bool ForCustomer);
