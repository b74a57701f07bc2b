using CustomerService.Core.Answers;
using CustomerService.Core.Lookups;
using CustomerService.Core.Text;
using CustomerService.Testing;
using Xunit;

namespace CustomerService.Ai.Tests.Grounding;

public sealed class AvailabilityTests
{
    private static readonly StockAtWarehouse[] SoldOut = [At("SEOUL", 0), At("BUSAN", 0)];

    public static TheoryData<string> Claims =>
    [
        "네, 재고가 있습니다.", "재고가 충분합니다.", "현재 품절입니다.", "재고가 없습니다.", "오늘 출고됩니다.", "오늘은 출고되지 않습니다.", "지금 바로 구매하실 수 있습니다.",
        "Yes, it is in stock.", "It is available now.", "It is sold out.", "It is out of stock.", "It ships today.", "None are left in stock.", "It is not sold out.",
        "Same-day dispatch is possible.", "품절은 아닙니다.", "당일 출고 상품입니다.",
    ];

    public static TheoryData<string> NoClaims =>
    [
        "재고를 지금 확인하지 못했습니다.", "재고가 있는지 지금은 알 수 없습니다.", "재고가 없다는 뜻은 아니니 다시 물어봐 주세요.", "품절되기 전에 서두르세요.", "품절이면 알려 드리겠습니다.",
        "재고가 있으면 오늘 출고될 수 있습니다.", "재고가 있나요?", "품절 여부는 확인이 필요합니다.", "오늘 출고되는지는 알 수 없습니다.", "재고 정보를 불러오지 못했습니다.",
        "I could not check the stock just now.", "I do not know whether it is in stock.", "If it is in stock, you can order it.", "Order before it is sold out.", "Is it in stock?",
        "That does not mean it is out of stock.", "I cannot tell if it ships today.", "We will tell you when it is back in stock.", "The stock is unknown.",
    ];

    [Theory]
    [MemberData(nameof(Claims))]
    public void Claim_without_known_stock_is_held_back(string claim)
    {
        foreach (var shop in new[] { Shop(claim).Missing(LookupKind.StockCheck), Shop(claim).Failed(LookupKind.StockCheck), Shop(claim).Empty(LookupKind.StockCheck, EmptyReason.NotCarried) })
            Assert.Equal(HoldReason.Availability, shop.Check(claim)?.Reason);
    }

    [Theory]
    [MemberData(nameof(NoClaims))]
    public void What_is_not_claimed_is_shown(string sentence)
    {
        Assert.Null(Shop(sentence).Missing(LookupKind.StockCheck).Check(sentence));
        Assert.Null(Shop(sentence).Check(sentence));
    }

    [Theory]
    [InlineData("재고가 있습니다.", false)]
    [InlineData("현재 품절입니다.", true)]
    [InlineData("재고가 없습니다.", true)]
    [InlineData("품절이 아닙니다.", false)]
    [InlineData("품절되지 않았습니다.", false)]
    [InlineData("오늘 출고됩니다.", false)]
    [InlineData("부산 물류센터에는 재고가 있습니다.", false)]
    [InlineData("It is in stock.", false)]
    [InlineData("It is not in stock.", true)]
    [InlineData("It isn't currently in stock.", true)]
    [InlineData("It is sold out.", true)]
    [InlineData("It is not sold out.", false)]
    [InlineData("None are in stock.", true)]
    [InlineData("The Sport is in stock.", true)]
    [InlineData("대신 소닉웨이브 스포츠는 재고가 있습니다.", true)]
    public void Claim_about_a_product_that_is_sold_out(string claim, bool isShown) =>
        Assert.Equal(isShown, new Shop(LanguageExtensions.Detect(claim)) { Warehouses = SoldOut }.Check(claim) is null);

    [Theory]
    [InlineData("재고가 있습니다.", false)]
    [InlineData("품절입니다.", false)]
    [InlineData("집계된 물류센터에는 재고가 없습니다.", true)]
    [InlineData("서울 물류센터는 품절입니다.", true)]
    [InlineData("부산 물류센터는 품절입니다.", false)]
    [InlineData("The warehouses that have reported have none in stock.", true)]
    [InlineData("The Seoul warehouse is sold out.", true)]
    [InlineData("It is sold out everywhere.", false)]
    public void Count_that_is_not_reported_is_not_none(string claim, bool isShown) =>
        Assert.Equal(isShown, new Shop(LanguageExtensions.Detect(claim)) { Warehouses = [At("SEOUL", 0), At("BUSAN", null)] }.Check(claim) is null);

    [Theory]
    [InlineData("부산은 품절이지만 서울에는 재고가 있습니다.", true)]
    [InlineData("서울은 품절이지만 부산에는 재고가 있습니다.", false)]
    [InlineData("Busan is sold out, but Seoul has it in stock.", true)]
    [InlineData("Seoul is sold out, but Busan has it in stock.", false)]
    [InlineData("서울 물류센터에서 오늘 출고됩니다.", true)]
    [InlineData("부산 물류센터에서 오늘 출고됩니다.", false)]
    [InlineData("It ships from Seoul today.", true)]
    [InlineData("It ships from Busan today.", false)]
    public void Claim_is_about_the_warehouse_it_names(string claim, bool isShown) =>
        Assert.Equal(isShown, new Shop(LanguageExtensions.Detect(claim)) { Warehouses = [At("SEOUL", 5), At("BUSAN", 0)] }.Check(claim) is null);

    [Theory]
    [InlineData("네, 500개 재고가 있습니다.", false)]
    [InlineData("네, 100개 재고가 있습니다.", true)]
    public void Number_the_customer_asks_for_is_not_stock(string claim, bool isShown) =>
        Assert.Equal(isShown, new Shop(Language.Korean) { Question = "500개나 100개 살 수 있나요?" }.Check(claim) is null);

    [Theory]
    [InlineData("네, 판매가는 150,000원입니다.", false)]
    [InlineData("말씀하신 150,000원은 판매가가 아닙니다.", true)]
    public void Price_the_customer_names_is_not_confirmed(string claim, bool isShown) =>
        Assert.Equal(isShown, new Shop(Language.Korean) { Question = "이거 150,000원 맞죠?" }.Check(claim) is null);

    private static Shop Shop(string sentence) => new(LanguageExtensions.Detect(sentence));

    private static StockAtWarehouse At(string id, int? quantity) => new(
        id, id == "SEOUL" ? new("서울 물류센터", "Seoul warehouse") : new("부산 물류센터", "Busan warehouse"), quantity, quantity > 0, new(2026, 11, 18), new(15, 0),
        quantity is null ? null : Build.Wednesday, []);
}
