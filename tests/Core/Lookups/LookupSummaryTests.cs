using CustomerService.Core.Catalog;
using CustomerService.Core.Lookups;
using CustomerService.Core.Text;
using CustomerService.Testing;
using Xunit;

namespace CustomerService.Core.Tests.Lookups;

public sealed class LookupSummaryTests
{
    private static readonly TimeSpan Elapsed = TimeSpan.FromMilliseconds(5);

    [Fact]
    public void Stock_is_told_by_warehouse_and_unknown_is_not_zero()
    {
        var data = Stock(At("서울", "Seoul", 1270, shipsToday: true), At("부산", "Busan", null), At("제주", "Jeju", 0));

        Assert.Equal("서울 1,270개, 부산 미집계, 제주 0개 (오늘 출고 가능)", Of(data, Language.Korean));
        Assert.Equal("Seoul 1,270, Busan not reported, Jeju 0 (ships today)", Of(data, Language.English));
    }

    [Fact]
    public void Sold_out_is_said_only_when_all_have_reported()
    {
        Assert.EndsWith("(sold out)", Of(Stock(At("서울", "Seoul", 0)), Language.English), StringComparison.Ordinal);
        Assert.DoesNotContain("sold out", Of(Stock(At("서울", "Seoul", 0), At("부산", "Busan", null)), Language.English), StringComparison.Ordinal);
        Assert.DoesNotContain("품절", Of(Stock(At("부산", "Busan", null)), Language.Korean), StringComparison.Ordinal);
    }

    [Fact]
    public void Product_is_told_with_price_and_four_facts()
    {
        var shop = new ShopStub().Sells(Build.Product("E001", status: ProductStatus.Discontinued).With("battery_hours", 48).With("weight_g", 5).With("gps", 1)
            .With("microphone", 1).With("warranty_months", 12));
        var entry = shop.Entry("E001");
        var data = new ProductInfoData(ProductFacts.Card(entry), entry.Product.Description, ProductFacts.Sheet(entry.Product, []), [], []);

        Assert.Equal("소닉웨이브 프로 · 단종 · 100,000원 · 배터리 48시간 · 무게 5g · 마이크 지원 · GPS 지원", Of(data, Language.Korean));
        Assert.Equal("SonicWave Pro · discontinued · ₩100,000 · Battery life 48 h · Weight 5 g · Microphone yes · GPS yes", Of(data, Language.English));
    }

    [Fact]
    public void Reviews_are_told_by_their_summary() =>
        Assert.Equal("좋아요. 싸요.", Of(new ReviewData("E001", new(2, 2, 5, [0, 0, 0, 0, 2], [], ["좋아요.", "싸요."])), Language.Korean));

    [Fact]
    public void Recommendations_are_told_with_their_reasons()
    {
        var card = ProductFacts.Card(new ShopStub().Sells(Build.Product("E001")).Entry("E001"));
        var data = new RecommendationData([new(card, 3, [new("price", new("가격 1원", "priced at ₩1"), false)]), new(card, 3, [])], [], false);

        Assert.Equal("소닉웨이브 프로: 가격 1원 / 소닉웨이브 프로", Of(data, Language.Korean));
    }

    [Theory]
    [InlineData(Language.Korean)]
    [InlineData(Language.English)]
    public void Every_way_to_have_nothing_is_told_in_its_own_words(Language language)
    {
        var lines = Enum.GetValues<EmptyReason>().Select(r => (LookupResult)new LookupResult.Empty(LookupKind.StockCheck, Elapsed, r))
            .Append(new LookupResult.TimedOut(LookupKind.StockCheck, Elapsed)).Append(new LookupResult.Failed(LookupKind.StockCheck, Elapsed))
            .Select(r => LookupSummary.Of(r, language)).ToList();

        Assert.Equal(lines.Count, lines.Distinct().Count());
        Assert.All(lines, l => Assert.Equal(language, LanguageExtensions.Detect(l)));
    }

    private static string Of(LookupData data, Language language) => LookupSummary.Of(new LookupResult.Found(LookupKind.StockCheck, Elapsed, data), language);

    private static StockData Stock(params StockAtWarehouse[] warehouses) => new(
        "E001", ProductStatus.Active, warehouses.All(w => w.Quantity is null) ? null : warehouses.Sum(w => w.Quantity ?? 0),
        warehouses.All(w => w.Quantity is not null), warehouses);

    private static StockAtWarehouse At(string ko, string en, int? quantity, bool shipsToday = false) =>
        new(en, new(ko, en), quantity, shipsToday, new(2026, 11, 18), new(14, 0), null, []);
}
