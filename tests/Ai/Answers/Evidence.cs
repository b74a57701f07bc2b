using System.Text.RegularExpressions;
using CustomerService.Ai.Embedded.Answers;
using CustomerService.Core.Answers;
using CustomerService.Core.Catalog;
using CustomerService.Core.Lookups;
using CustomerService.Core.Questions;
using CustomerService.Core.Reviews;
using CustomerService.Core.Text;
using CustomerService.Testing;

namespace CustomerService.Ai.Tests.Answers;

/// <summary>All that is known about a product for one answer: rich at first, changed by each test where it differs. Its texts keep to one language.</summary>
internal sealed class Evidence(Language language)
{
    private static readonly TimeSpan Elapsed = TimeSpan.FromMilliseconds(5);
    private readonly Dictionary<LookupKind, LookupResult?> _instead = [];

    public Language Language { get; } = language;
    public ShopStub Shop { get; } = new ShopStub()
        .Sells(Build.Product("E001").With("battery_hours", 48).With("water_resistance", 4, "IPX4").With("noise_cancelling", 1).With("weight_g", 45).With("gps", 0))
        .Sells(Build.Product("E002", "루멘 스포츠", "Lumen Sport", price: 80_000).With("battery_hours", 30).With("weight_g", 40))
        .Reviewed("E001", 5, 5, 5, 4, 2);
    public QuestionReading Reading { get; set; } = Build.Reading();
    public string Question { get; set; } = language.Choose("이 이어폰 어때요?", "What about these earphones?");
    public CustomerContext Context { get; set; } = CustomerContext.None;
    public string? Subject { get; set; } = "E001";
    public List<string> Others { get; } = [];
    public List<StockAtWarehouse> Warehouses { get; set; } = [At("SEOUL", 127), At("BUSAN", 45)];
    public ReviewAnalysis? Analysis { get; set; } = new(
        5, 5, 4.2, [0, 1, 0, 1, 3],
        [
            new("sound", 4, 1, Quote("R-1", language.Choose("음질이 정말 좋아요", "The sound is superb"), 5), null),
            new("battery", 2, 0, null, null),
            new("comfort", 0, 2, null, Quote("R-2", language.Choose("귀가 아파요", "They hurt my ears"), 2)),
        ],
        [language.Choose("대체로 만족합니다.", "Mostly content."), language.Choose("음질을 칭찬합니다.", "They praise the sound.")]);
    public RecommendationData? Recommendation { get; set; }
    public List<DocumentQuote> Quotes { get; } = [];

    public Evidence Asking(params Intent[] intents)
    {
        Reading = Reading with { Intents = intents };
        return this;
    }

    public Evidence Without(LookupKind kind, LookupState state)
    {
        _instead[kind] = state == LookupState.Failed ? new LookupResult.Failed(kind, Elapsed) : new LookupResult.TimedOut(kind, Elapsed);
        return this;
    }

    public Evidence Nothing(LookupKind kind, EmptyReason reason)
    {
        _instead[kind] = new LookupResult.Empty(kind, Elapsed, reason);
        return this;
    }

    /// <summary>No product is in view and none was named.</summary>
    public Evidence NoProduct()
    {
        Subject = null;
        foreach (var kind in Enum.GetValues<LookupKind>())
            Nothing(kind, EmptyReason.NoProduct);
        return this;
    }

    public Product Product => Shop.Products.Single(p => p.Id == (Subject ?? "E001"));

    public RecommendedProduct Recommended(string id = "E002", int available = 10, params RecommendationReason[] reasons) => new(
        ProductFacts.Card(Shop.Entry(id)), available,
        reasons.Length > 0 ? reasons : [new("battery_hours", new("배터리 30시간", "battery life 30 h"), false)]);

    public static StockAtWarehouse At(string id, int? quantity, bool shipsToday = true, DateOnly? next = null, params Inbound[] inbound) => new(
        id, id == "SEOUL" ? new("서울 물류센터", "Seoul warehouse") : id == "BUSAN" ? new("부산 물류센터", "Busan warehouse") : new("대전", "Daejeon depot"),
        quantity, quantity > 0 && shipsToday, next ?? new(2026, 11, 18), new(14, 0), quantity is null ? null : Build.Wednesday, inbound);

    public ReviewQuote Quote(string id, string text) => Quote(id, text, 5);

    /// <summary>What a citation may point to.</summary>
    public HashSet<string> EvidenceIds()
    {
        var ids = new HashSet<string>();
        foreach (var product in Shop.Products)
        {
            ids.Add($"product:{product.Id}");
            ids.UnionWith(product.Attributes.Select(a => $"product:{product.Id}#{a.Key}"));
        }

        if (Analysis is not null)
        {
            ids.Add("reviews:E001");
            ids.UnionWith(Analysis.Aspects.SelectMany(a => new[] { a.PraiseQuote, a.ComplaintQuote }).OfType<ReviewQuote>().Select(q => $"review:{q.ReviewId}"));
        }

        ids.UnionWith(Quotes.Select(q => $"document:{q.DocumentId}#{q.Number}"));
        ids.UnionWith(Warehouses.Select(w => $"stock:E001@{w.WarehouseId}"));
        ids.UnionWith(Recommendation?.Products.Select(p => $"recommendation:{p.Product.Id}") ?? []);
        return ids;
    }

    private static ReviewQuote Quote(string id, string text, int stars) => new(id, text, stars, LanguageExtensions.Detect(text), "김**", Build.Wednesday);

    public ResolvedQuery Query() => Build.Resolved(Shop, Reading, Subject is null ? [] : [Subject, .. Others], Question, context: Context, language: Language);

    public IReadOnlyList<LookupResult> Results() =>
        [.. Enum.GetValues<LookupKind>().Select(k => _instead.TryGetValue(k, out var instead) ? instead : Result(k)).OfType<LookupResult>()];

    public Composed Compose()
    {
        var parts = EmbeddedComposer.Write(Query(), Results());
        return new(
            string.Concat(parts.OfType<AnswerPart.Text>().Select(t => t.Value)), [.. parts.OfType<AnswerPart.Cite>().Select(c => c.Citation)], parts);
    }

    private LookupResult Result(LookupKind kind)
    {
        LookupData? data = kind switch
        {
            LookupKind.ProductInfo => new ProductInfoData(
                ProductFacts.Card(Shop.Entry(Product.Id)), Product.Description, ProductFacts.Sheet(Product, Reading.AttributeKeys),
                ProductFacts.NotListed(Product, Reading.AttributeKeys),
                [.. Others.Select(Shop.Entry).Select(e => new ComparedProduct(ProductFacts.Card(e), ProductFacts.Sheet(e.Product, Reading.AttributeKeys), e.Available))]) { Quotes = Quotes },
            LookupKind.ReviewAnalysis => Analysis is null ? null : new ReviewData(Product.Id, Analysis),
            LookupKind.StockCheck => new StockData(
                Product.Id, Product.Status, Warehouses.All(w => w.Quantity is null) ? null : Warehouses.Sum(w => w.Quantity ?? 0),
                Warehouses.All(w => w.Quantity is not null), Warehouses),
            _ => Recommendation,
        };
        return data is not null ? new LookupResult.Found(kind, Elapsed, data)
            : new LookupResult.Empty(kind, Elapsed, kind == LookupKind.ReviewAnalysis ? EmptyReason.NoReviews : EmptyReason.NoMatch);
    }
}

internal sealed partial record Composed(string Text, IReadOnlyList<Citation> Citations, IReadOnlyList<AnswerPart> Parts)
{
    /// <summary>The numbers that the text refers to, in order of first use.</summary>
    public IEnumerable<int> Marks => Mark().Matches(Text).Select(m => int.Parse(m.Groups[1].Value, null)).Distinct();

    /// <summary>The text as read aloud: without citation marks and emphasis.</summary>
    public string Plain => Mark().Replace(Text, "").Replace("**", "", StringComparison.Ordinal);

    public bool Says(string words) => Plain.Contains(words, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\[(\d+)\]", RegexOptions.None, 1000)]
    private static partial Regex Mark();
}
