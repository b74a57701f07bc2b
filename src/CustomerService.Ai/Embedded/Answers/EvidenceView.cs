using CustomerService.Ai.Embedded.Reviews;
using CustomerService.Core.Answers;
using CustomerService.Core.Documents;
using CustomerService.Core.Lookups;
using CustomerService.Core.Questions;
using CustomerService.Core.Reviews;
using CustomerService.Core.Text;

namespace CustomerService.Ai.Embedded.Answers;

/// <summary>The evidence by kind, and how each piece of it is cited.</summary>
internal sealed class EvidenceView(ResolvedQuery query, IReadOnlyList<LookupResult> results)
{
    public ResolvedQuery Query { get; } = query;
    public QuestionReading Reading => Query.Reading;
    public Language Language => Query.Language;

    public ProductInfoData? Info { get; } = Data<ProductInfoData>(results);
    public ReviewData? Reviews { get; } = Data<ReviewData>(results);
    public StockData? Stock { get; } = Data<StockData>(results);
    public RecommendationData? Recommendation { get; } = Data<RecommendationData>(results);
    /// <summary>What documents say, best first; without what would give orders to a model.</summary>
    public IReadOnlyList<DocumentQuote> Quotes { get; } =
        [.. (Data<ProductInfoData>(results)?.Quotes ?? Data<DocumentData>(results)?.Quotes ?? []).Where(q => !OrdersToModels.In(q.Text))];

    /// <summary>The product in question; known from the catalogue even where the product lookup failed.</summary>
    public ProductCard? Subject { get; } =
        Data<ProductInfoData>(results)?.Product ?? (query.Product is { } p ? ProductFacts.Card(p) : null);

    public string Name => Subject?.Name.In(Language) ?? "";

    /// <summary>Null when the lookup did not end.</summary>
    public LookupResult? Result(LookupKind kind) => results.FirstOrDefault(r => r.Kind == kind);

    public bool Missing(LookupKind kind) => Result(kind) is null or { State: LookupState.TimedOut or LookupState.Failed };

    public EvidenceRef Product(ProductCard card) =>
        new(LookupKind.ProductInfo, $"product:{card.Id}", $"{card.Name.In(Language)} · {Language.Choose("상품 정보", "product information")}");

    public EvidenceRef Fact(ProductCard card, ProductFact fact) =>
        new(LookupKind.ProductInfo, $"product:{card.Id}#{fact.Key}", $"{card.Name.In(Language)} · {fact.Label.In(Language)}", fact.Value.In(Language));

    /// <param name="words">What of it is quoted.</param>
    public EvidenceRef Document(DocumentQuote quote, string words) =>
        new(LookupKind.ProductInfo, DocumentPlace.EvidenceId(quote.DocumentId, quote.Number), DocumentPlace.Label(quote.Title, quote.Page, Language), words);

    public EvidenceRef ReviewTally(string productId) =>
        new(LookupKind.ReviewAnalysis, $"reviews:{productId}", Language.Choose("리뷰 분석", "Review analysis"));

    public EvidenceRef Quote(ReviewQuote quote) => new(
        LookupKind.ReviewAnalysis, $"review:{quote.ReviewId}",
        Language.Choose($"{quote.Author}님의 리뷰 · 별점 {quote.Stars}점", $"Review by {quote.Author} · {quote.Stars} of 5 stars"), quote.Text);

    public EvidenceRef StockAt(StockData stock, StockAtWarehouse warehouse) => new(
        LookupKind.StockCheck, $"stock:{stock.ProductId}@{warehouse.WarehouseId}",
        $"{Language.Choose("재고", "Stock")} · {warehouse.Name.In(Language)}");

    public EvidenceRef Recommended(RecommendedProduct product) =>
        new(LookupKind.Recommendation, $"recommendation:{product.Product.Id}", product.Product.Name.In(Language));

    private static T? Data<T>(IReadOnlyList<LookupResult> results)
        where T : LookupData => results.OfType<LookupResult.Found>().Select(f => f.Data).OfType<T>().FirstOrDefault();
}
