using CustomerService.Core.Answers;
using CustomerService.Core.Catalog;
using CustomerService.Core.Lookups;
using CustomerService.Core.Questions;
using CustomerService.Testing;
using Xunit;

namespace CustomerService.Core.Tests.Lookups;

public sealed class RecommendationLookupTests
{
    private readonly ShopStub _shop = new();

    [Fact]
    public async Task Out_of_stock_unknown_stock_and_discontinued_are_never_offered()
    {
        _shop.Sells(Build.Product("E001"), 0).Sells(Build.Product("E002"), null).Sells(Build.Product("E003", status: ProductStatus.Discontinued), 9)
            .Sells(Build.Product("E004"), 2);

        Assert.Equal(["E004"], Ids(await FindAsync(Asked())));
    }

    [Fact]
    public async Task Price_bound_is_kept_to_and_inclusive()
    {
        _shop.Sells(Build.Product("E001", price: 100_000)).Sells(Build.Product("E002", price: 100_001)).Sells(Build.Product("E003", price: null));

        var data = await FindAsync(Asked() with { Price = new(null, 100_000, "KRW", "10만원 이하") });

        Assert.Equal(["E001"], Ids(data));
        Assert.Empty(data.UnmetWishes);
        Assert.Contains(data.Products[0].Reasons, r => r.Key == "price");
    }

    [Theory]
    [InlineData(WishKind.Most, "E003")]
    [InlineData(WishKind.Least, "E001")]
    public async Task Most_and_least_put_the_extreme_first(WishKind kind, string best)
    {
        _shop.Sells(Build.Product("E001").With("battery_hours", 10)).Sells(Build.Product("E002").With("battery_hours", 30))
            .Sells(Build.Product("E003").With("battery_hours", 48)).Sells(Build.Product("E004"));

        var data = await FindAsync(Asked(new Wish("battery_hours", kind, null, "배터리")));

        Assert.Equal(best, data.Products[0].Product.Id);
        Assert.DoesNotContain("E004", Ids(data));
        Assert.Equal("battery_hours", data.Products[0].Reasons[0].Key);
    }

    [Fact]
    public async Task Cheapest_puts_the_lowest_price_first()
    {
        _shop.Sells(Build.Product("E001", price: 90_000)).Sells(Build.Product("E002", price: 30_000)).Sells(Build.Product("E003", price: 60_000));

        Assert.Equal("E002", Ids(await FindAsync(Asked(new Wish("price", WishKind.Least, null, "제일 싼"))))[0]);
    }

    [Fact]
    public async Task Has_demands_it_and_water_resistance_means_at_least_splash_proof()
    {
        _shop.Sells(Build.Product("E001").With("water_resistance", 2, "IPX2").With("noise_cancelling", 1))
            .Sells(Build.Product("E002").With("water_resistance", 4, "IPX4").With("noise_cancelling", 0))
            .Sells(Build.Product("E003").With("water_resistance", 7, "IPX7").With("noise_cancelling", 1));

        Assert.Equal(["E002", "E003"], Ids(await FindAsync(Asked(Has("water_resistance", "방수")))).Order());
        Assert.Equal(["E003"], Ids(await FindAsync(Asked(Has("water_resistance", "방수"), Has("noise_cancelling", "노캔")))));
    }

    [Fact]
    public async Task At_least_and_at_most_are_bounds()
    {
        _shop.Sells(Build.Product("E001").With("battery_hours", 29).With("weight_g", 40)).Sells(Build.Product("E002").With("battery_hours", 30).With("weight_g", 50))
            .Sells(Build.Product("E003").With("battery_hours", 31).With("weight_g", 51));

        var data = await FindAsync(Asked(new Wish("battery_hours", WishKind.AtLeast, 30, "30시간 이상"), new Wish("weight_g", WishKind.AtMost, 50, "50g 이하")));

        Assert.Equal(["E002"], Ids(data));
    }

    [Fact]
    public async Task A_wish_that_nothing_fulfils_is_let_go_and_told()
    {
        _shop.Sells(Build.Product("E001").With("water_resistance", 7, "IPX7"));

        var data = await FindAsync(Asked(Has("water_resistance", "방수"), Has("gps", "GPS")));

        Assert.Equal(["E001"], Ids(data));
        Assert.Equal(["GPS"], data.UnmetWishes);
        Assert.DoesNotContain(data.Products[0].Reasons, r => r.Key == "gps");
    }

    [Fact]
    public async Task The_price_is_let_go_before_all_other_wishes_are()
    {
        _shop.Sells(Build.Product("E001", price: 90_000)).Sells(Build.Product("E002", price: 200_000).With("gps", 1));

        var data = await FindAsync(Asked(Has("gps", "GPS")) with { Price = new(null, 100_000, "KRW", "10만원 이하") });

        Assert.Equal(["E002"], Ids(data));
        Assert.Equal(["10만원 이하"], data.UnmetWishes);
    }

    [Fact]
    public async Task With_everything_let_go_all_wishes_are_told()
    {
        _shop.Sells(Build.Product("E001", price: 300_000));

        var data = await FindAsync(Asked(Has("gps", "GPS")) with { Price = new(null, 100_000, "KRW", "10만원 이하") });

        Assert.Equal(["GPS", "10만원 이하"], data.UnmetWishes);
    }

    [Fact]
    public async Task Nothing_in_stock_is_no_match()
    {
        _shop.Sells(Build.Product("E001"), 0);

        Assert.Equal(LookupFinding.None(EmptyReason.NoMatch), await LookAsync(Asked(), []));
    }

    [Theory]
    [InlineData("이거보다 배터리 오래 가는 이어폰 추천해 주세요")]
    [InlineData("Recommend earphones with a longer battery than this")]
    [InlineData("이거 말고 배터리 오래 가는 걸로 추천해 주세요")]
    public async Task More_than_this_must_beat_the_product_in_view(string question)
    {
        _shop.Sells(Build.Product("E001").With("battery_hours", 30)).Sells(Build.Product("E002").With("battery_hours", 30))
            .Sells(Build.Product("E003").With("battery_hours", 31)).Sells(Build.Product("E004").With("battery_hours", 20));

        var data = await FindAsync(Asked(new Wish("battery_hours", WishKind.Most, null, "오래")), ["E001"], question);

        Assert.Equal(["E003"], Ids(data));
    }

    [Fact]
    public async Task Lighter_than_this_must_beat_the_product_in_view()
    {
        _shop.Sells(Build.Product("E001").With("weight_g", 40)).Sells(Build.Product("E002").With("weight_g", 40)).Sells(Build.Product("E003").With("weight_g", 39));

        var data = await FindAsync(Asked(new Wish("weight_g", WishKind.Least, null, "가벼운")), ["E001"], "이것보다 가벼운 거 추천해 주세요");

        Assert.Equal(["E003"], Ids(data));
    }

    [Fact]
    public async Task What_the_customer_already_bought_is_not_offered()
    {
        _shop.Sells(Build.Product("E001")).Sells(Build.Product("E002"));

        Assert.Equal(["E002"], Ids(await FindAsync(Asked(), customer: Build.Customer("C1", null, "E001"))));
    }

    [Fact]
    public async Task A_discontinued_product_is_succeeded_by_its_successor()
    {
        _shop.Sells(Build.Product("E001", status: ProductStatus.Discontinued, successor: "E003"), 0).Sells(Build.Product("E002").With("battery_hours", 99))
            .Sells(Build.Product("E003"));

        var data = await FindAsync(Build.Reading(Intent.Stock), ["E001"]);

        Assert.Equal(["E003"], Ids(data));
        Assert.True(data.IsAlternative);
        Assert.Equal("successor", data.Products[0].Reasons[0].Key);
    }

    [Fact]
    public async Task A_successor_that_cannot_be_had_is_not_offered()
    {
        _shop.Sells(Build.Product("E001", status: ProductStatus.Discontinued, successor: "E003"), 0).Sells(Build.Product("E002")).Sells(Build.Product("E003"), 0);

        var data = await FindAsync(Build.Reading(Intent.Stock), ["E001"]);

        Assert.Equal(["E002"], Ids(data));
        Assert.True(data.IsAlternative);
    }

    [Fact]
    public async Task Sold_out_gets_an_alternative_of_its_kind()
    {
        _shop.Categories.Add(Build.Category("laptops", "노트북", "Laptops"));
        _shop.Sells(Build.Product("E001"), 0).Sells(Build.Product("E002", category: "laptops")).Sells(Build.Product("E003"));

        var data = await FindAsync(Build.Reading(Intent.Stock), ["E001"]);

        Assert.Equal(["E003"], Ids(data));
        Assert.True(data.IsAlternative);
    }

    [Fact]
    public async Task What_the_customer_is_interested_in_ranks_and_never_excludes()
    {
        _shop.Sells(Build.Product("E001")).Sells(Build.Product("E002").With("water_resistance", 7, "IPX7"));

        var data = await FindAsync(Asked(), context: new(null, null, "방수"));

        Assert.Equal(["E002", "E001"], Ids(data));
        Assert.True(data.Products[0].Reasons.Single(r => r.Key == "water_resistance").ForCustomer);
        Assert.Empty(data.UnmetWishes);
        Assert.All(_shop.Filters, f => Assert.Empty(f.Attributes));
    }

    [Fact]
    public async Task Amounts_are_compared_in_their_own_currency()
    {
        _shop.Sells(Build.Product("E001", price: 9_000, currency: "USD")).Sells(Build.Product("E002", price: 90_000));

        Assert.Equal(["E001"], Ids(await FindAsync(Asked() with { Price = new(null, 10_000, "USD", "under $100") })));
        Assert.Equal(["E002"], Ids(await FindAsync(Asked())));
    }

    [Fact]
    public async Task The_currency_of_the_product_in_view_goes_before_the_shops()
    {
        _shop.Sells(Build.Product("E001", currency: "USD")).Sells(Build.Product("E002", currency: "USD")).Sells(Build.Product("E003"));

        Assert.DoesNotContain("E003", Ids(await FindAsync(Asked(), ["E001"])));
    }

    [Fact]
    public async Task At_most_three_are_offered_and_the_order_does_not_change()
    {
        foreach (var i in Enumerable.Range(1, 6))
            _shop.Sells(Build.Product($"E00{i}"));

        Assert.Equal(["E001", "E002", "E003"], Ids(await FindAsync(Asked())));
    }

    [Fact]
    public async Task One_perfect_review_does_not_beat_many_good_ones()
    {
        _shop.Sells(Build.Product("E001")).Sells(Build.Product("E002"));
        _shop.Reviewed("E001", 5).Reviewed("E002", [.. Enumerable.Repeat(5, 30), 4]);

        Assert.Equal("E002", Ids(await FindAsync(Asked()))[0]);
    }

    [Fact]
    public async Task Without_product_kind_or_request_there_is_nothing_to_go_by() =>
        Assert.Equal(LookupFinding.None(EmptyReason.NoProduct), await LookAsync(Build.Reading(Intent.Overview), []));

    [Fact]
    public async Task Every_reason_is_a_fact_of_the_product()
    {
        _shop.Sells(Build.Product("E001").With("battery_hours", 48).With("noise_cancelling", 1)).Reviewed("E001", 5, 5, 4);

        var reasons = (await FindAsync(Asked(Has("noise_cancelling", "노캔"), new Wish("battery_hours", WishKind.Most, null, "오래")))).Products[0].Reasons;

        Assert.Equal([("battery_hours", "배터리 48시간"), ("noise_cancelling", "노이즈 캔슬링 지원"), ("rating", "평점 4.7점(리뷰 3개)")], reasons.Select(r => (r.Key, r.Text.Ko)));
        Assert.Equal(["battery life 48 h", "noise cancelling", "rated 4.7 in 3 reviews"], reasons.Select(r => r.Text.En));
    }

    private static QuestionReading Asked(params Wish[] wishes) => Build.Reading(Intent.Recommendation) with { CategoryId = "earphones", Wishes = wishes };

    private static Wish Has(string key, string spoken) => new(key, WishKind.Has, null, spoken);

    private static List<string> Ids(RecommendationData data) => [.. data.Products.Select(p => p.Product.Id)];

    private Task<LookupFinding> LookAsync(
        QuestionReading reading, string[] products, string question = "이어폰 추천해 주세요", Customer? customer = null, CustomerContext? context = null) =>
        new RecommendationLookup(_shop, new ShopOptions(), new WriterStub()).FindAsync(
            Build.Resolved(_shop, reading, products, question, customer, context), CancellationToken.None);

    private async Task<RecommendationData> FindAsync(
        QuestionReading reading, string[]? products = null, string question = "이어폰 추천해 주세요", Customer? customer = null, CustomerContext? context = null) =>
        Assert.IsType<RecommendationData>((await LookAsync(reading, products ?? [], question, customer, context)).Data);
}
