using CustomerService.Ai.Grounding;
using CustomerService.Core.Answers;
using CustomerService.Core.Lookups;
using CustomerService.Core.Questions;
using CustomerService.Core.Reviews;
using CustomerService.Core.Text;
using CustomerService.Testing;

namespace CustomerService.Ai.Tests.Grounding;

/// <summary>
/// A question about the SonicWave Pro 48, asked on Wednesday 18 November 2026 at 10:00 in Seoul, with all that was found; each test
/// changes what it is about.
/// </summary>
internal sealed class Shop(Language language)
{
    private static readonly TimeSpan Elapsed = TimeSpan.FromMilliseconds(5);
    private readonly ShopStub _shop = Stub();
    private readonly Dictionary<LookupKind, LookupResult?> _instead = [];

    public string Question { get; init; } = language.Choose("소닉웨이브 프로 48이랑 스포츠 중에 뭐가 나아요? 20만원 이하로요.", "SonicWave Pro 48 or the Sport? Under ₩200,000, please.");
    public IReadOnlyList<StockAtWarehouse> Warehouses { get; init; } =
    [
        new("SEOUL", new("서울 물류센터", "Seoul warehouse"), 127, true, new(2026, 11, 18), new(15, 0), Build.Wednesday, []),
        new("BUSAN", new("부산 물류센터", "Busan warehouse"), 45, false, new(2026, 11, 19), new(9, 0), Build.Wednesday, [new(200, new(2026, 11, 26), false)]),
    ];

    public ShopOptions Options { get; init; } = new();

    public ReviewAnalysis Analysis { get; init; } = new(
        128, 128, 4.52, [4, 5, 9, 13, 97],
        [
            new("sound", 61, 4, Quote("R-1", "음질이 정말 깨끗하고 저음이 단단해요", 5), Quote("R-2", "고음이 조금 날카롭게 들려요", 3)),
            new("battery", 38, 2, Quote("R-3", "I charge the case maybe once a week", 5), null),
            new("comfort", 12, 19, null, Quote("R-4", "My ears hurt after about 2 hours", 2)),
        ],
        [language.Choose("리뷰 128건의 평균 별점은 5점 만점에 4.5점입니다.", "128 reviews average 4.5 out of 5 stars.")]);

    public Shop Missing(LookupKind kind)
    {
        _instead[kind] = new LookupResult.TimedOut(kind, Elapsed);
        return this;
    }

    public Shop Failed(LookupKind kind)
    {
        _instead[kind] = new LookupResult.Failed(kind, Elapsed);
        return this;
    }

    public Shop Empty(LookupKind kind, EmptyReason reason)
    {
        _instead[kind] = new LookupResult.Empty(kind, Elapsed, reason);
        return this;
    }

    public ResolvedQuery Query(params Intent[] intents) => Build.Resolved(
        _shop, Build.Reading(intents), ["E001", "E002"], Question, context: new("30대", language.Choose("출퇴근", "commuting"), null), language: language);

    public IReadOnlyList<LookupResult> Results() => [.. Enum.GetValues<LookupKind>().Select(k => _instead.GetValueOrDefault(k) ?? Found(k))];

    public EvidenceFigures Figures() => EvidenceFigures.Of(Query(Intent.Comparison), Results(), Options);

    public HeldBack? Check(string sentence) => SentenceCheck.Check(sentence, Figures());

    private LookupResult.Found Found(LookupKind kind) => new(kind, Elapsed, kind switch
    {
        LookupKind.ProductInfo => new ProductInfoData(
            Card("E001"), _shop.Products[0].Description, ProductFacts.Sheet(_shop.Products[0], []), ["gps"],
            [new(Card("E002"), ProductFacts.Sheet(_shop.Products[1], []), 146)]),
        LookupKind.ReviewAnalysis => new ReviewData("E001", Analysis),
        LookupKind.StockCheck => new StockData(
            "E001", Core.Catalog.ProductStatus.Active, Warehouses.All(w => w.Quantity is null) ? null : Warehouses.Sum(w => w.Quantity ?? 0),
            Warehouses.All(w => w.Quantity is not null), Warehouses),
        _ => new RecommendationData(
            [
                new(Card("E003"), 52, [new("battery_hours", new("배터리 24시간", "battery life 24 h"), false)]),
                new(Card("E002"), 146, [new("water_resistance", new("방수 등급 IPX7", "water resistance IPX7"), true)]),
            ], [], false),
    });

    private ProductCard Card(string id) => ProductFacts.Card(_shop.Entry(id)) with
    {
        Rating = id switch { "E001" => 4.52, "E002" => 4.31, _ => 3.9 },
        ReviewCount = id switch { "E001" => 128, "E002" => 76, _ => 33 },
    };

    private static ShopStub Stub()
    {
        var pro = Build.Product("E001", "소닉웨이브 프로 48", "SonicWave Pro 48", price: 189_000, listPrice: 219_000, model: "SW-P48");
        pro.Description = new(
            "케이스 포함 최대 48시간 재생되는 프리미엄 무선 이어폰입니다. USB 3.2 충전과 3단계 노이즈 캔슬링을 지원합니다.",
            "Premium wireless earphones with up to 48 hours of playtime including the case. USB 3.2 charging and 3 levels of noise cancelling.");
        var sport = Build.Product("E002", "소닉웨이브 스포츠", "SonicWave Sport", price: 129_000, model: "SW-SP2");
        var lite = Build.Product("E003", "오로라 버즈 라이트", "Aurora Buds Lite", price: 59_000, brand: "Aurora");
        return new ShopStub()
            .Sells(pro.With("battery_hours", 48).With("charge_minutes", 90).With("water_resistance", 4, "IPX4").With("weight_g", 5.2)
                .With("bluetooth_version", 5.3).With("multipoint", 1).With("colors", null, "블랙, 화이트, 네이비", "Black, white, navy").With("warranty_months", 24))
            .Sells(sport.With("battery_hours", 36).With("charge_minutes", 75).With("water_resistance", 7, "IPX7").With("weight_g", 8.9)
                .With("bluetooth_version", 5.3).With("warranty_months", 12))
            .Sells(lite);
    }

    private static ReviewQuote Quote(string id, string text, int stars) => new(id, text, stars, LanguageExtensions.Detect(text), "김**", new(2026, 5, 2, 3, 0, 0, TimeSpan.Zero));
}
