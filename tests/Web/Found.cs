using CustomerService.Core.Answers;
using CustomerService.Core.Catalog;
using CustomerService.Core.Lookups;
using CustomerService.Core.Models;
using CustomerService.Core.Reviews;
using CustomerService.Core.Text;

namespace CustomerService.Web.Tests;

/// <summary>Results of lookups about the earphones, with an edge in each.</summary>
public static class Found
{
    private static readonly DateTimeOffset Counted = new(2026, 11, 18, 0, 30, 0, TimeSpan.Zero);

    public static ProductCard Card { get; } = new(
        "E001", new("소닉웨이브 프로", "SonicWave Pro"), "SonicWave", "earphones", new("이어폰", "Earphones"), ProductStatus.Active,
        new Money(129_000, "KRW"), new Money(159_000, "KRW"), null, 4.3, 23);

    public static ProductInfoData Product { get; } = new(
        Card, new("48시간 배터리와 노이즈 캔슬링", "48-hour battery and noise cancelling"),
        [
            Fact("battery_hours", "배터리", "Battery life", "48시간", "48 h", asked: true),
            Fact("noise_cancelling", "노이즈 캔슬링", "Noise cancelling", "있음", "Yes"),
            Fact("weight_g", "무게", "Weight", "5.4g", "5.4 g"),
            Fact("bluetooth_version", "블루투스", "Bluetooth", "5.3", "5.3"),
            Fact("codecs", "코덱", "Codecs", "AAC, LDAC", "AAC, LDAC"),
            Fact("charging_port", "충전 단자", "Charging port", "USB-C", "USB-C"),
            Fact("warranty_months", "무상 보증", "Warranty", "12개월", "12 months"),
        ],
        ["water_resistance"], []);

    public static ReviewData Reviews { get; } = new("E001", new ReviewAnalysis(
        23, 20, 4.3, [1, 2, 0, 6, 14],
        [
            new("sound", 12, 1, Quote("R-1", "음질이 훌륭해요. 보컬이 또렷하게 들립니다.", 5, "하늘"), Quote("R-7", "저음이 조금 약해요.", 3, "은우")),
            new("battery", 9, 2, Quote("R-2", "배터리가 정말 오래가요.", 5, "지수"), null),
            new("comfort", 5, 4, null, Quote("R-3", "오래 끼면 귀가 아파요.", 2, "민준")),
            new("delivery", 1, 3, null, Quote("R-4", "배송이 느렸어요.", 2, "서연")),
        ],
        ["대체로 좋은 평가입니다.", "음질과 배터리를 칭찬합니다.", "배송에 불만이 있습니다."]));

    public static StockData Stock { get; } = new("E001", ProductStatus.Active, 172, false,
    [
        new("SEOUL", new("서울 창고", "Seoul warehouse"), 127, true, new(2026, 11, 18), new(14, 0), Counted, []),
        new("BUSAN", new("부산 창고", "Busan warehouse"), 45, false, new(2026, 11, 19), new(13, 0), Counted, [new(60, new(2026, 11, 25), false)]),
        new("DAEGU", new("대구 창고", "Daegu warehouse"), null, false, new(2026, 11, 19), new(13, 0), null, []),
        new("JEJU", new("제주 창고", "Jeju warehouse"), 0, false, new(2026, 11, 19), new(11, 0), Counted, [new(20, new(2026, 11, 15), true)]),
    ]);

    public static RecommendationData Recommendation { get; } = new(
    [
        new(Card with { Id = "E005", Name = new("에어빗 맥스", "AirBeat Max"), Price = new Money(99_000, "KRW"), ListPrice = null, Rating = 4.6 }, 31,
        [
            new("battery_hours", new("배터리 60시간", "60 hours of battery"), false),
            new("price", new("3만 원 저렴", "₩30,000 cheaper"), true),
        ]),
        new(Card with { Id = "E009", Name = new("노바핏 스포츠", "NovaFit Sport"), Price = new Money(79_000, "KRW"), ListPrice = null, Rating = null, ReviewCount = 0 }, 4,
            [new("water_resistance", new("IPX7 방수", "IPX7 waterproof"), false)]),
    ], ["무선 충전"], false);

    public static IReadOnlyList<LookupResult> All { get; } =
    [
        new LookupResult.Found(LookupKind.ProductInfo, TimeSpan.FromMilliseconds(500), Product),
        new LookupResult.Found(LookupKind.ReviewAnalysis, TimeSpan.FromMilliseconds(900), Reviews),
        new LookupResult.Found(LookupKind.StockCheck, TimeSpan.FromMilliseconds(300), Stock),
        new LookupResult.Found(LookupKind.Recommendation, TimeSpan.FromMilliseconds(900), Recommendation),
    ];

    public static IReadOnlyList<Citation> Citations { get; } =
    [
        new(1, LookupKind.ReviewAnalysis, "review:R-1", "하늘 님의 리뷰", "음질이 훌륭해요. 보컬이 또렷하게 들립니다."),
        new(2, LookupKind.ProductInfo, "product:E001#battery_hours", "상품 정보: 배터리", null),
        new(3, LookupKind.StockCheck, "stock:E001@SEOUL", "서울 창고 재고", null),
    ];

    public const string Text =
        "**소닉웨이브 프로**의 장점과 단점을 정리해 드릴게요.\n\n- 음질을 칭찬하는 리뷰가 12개로 가장 많습니다. [1]\n- 배터리는 **48시간** 갑니다. [2]\n- 오래 끼면 귀가 아프다는 의견이 있습니다.\n\n지금 서울 창고에 127개, 부산 창고에 45개가 있고, 대구 창고는 수량을 보고하지 않았습니다. [3]\n\n방수 등급은 상품 자료에 없어 알 수 없습니다.";

    public static Answer Answer(CustomerQuery query, AnswerState state = AnswerState.Completed, string text = Text) => new(
        query.AnswerId, query.Question, query.ProductId, query.CustomerId, query.Language, query.Surface, state, text, Authorship.Embedded,
        All, Citations, TokenUsage.None, new(TimeSpan.FromMilliseconds(902), TimeSpan.FromMilliseconds(915), TimeSpan.FromMilliseconds(1_640)), Counted);

    private static ProductFact Fact(string key, string ko, string en, string valueKo, string valueEn, bool asked = false) =>
        new(key, new(ko, en), new(valueKo, valueEn), null, asked);

    private static ReviewQuote Quote(string id, string text, int stars, string author) => new(id, text, stars, Language.Korean, author, Counted);
}
