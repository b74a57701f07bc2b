using CustomerService.Core.Answers;
using CustomerService.Core.Catalog;
using CustomerService.Core.Questions;
using CustomerService.Testing;
using Xunit;

namespace CustomerService.Core.Tests.Answers;

public sealed class QueryResolverTests
{
    private readonly InMemorySynonyms _synonyms = new();
    private readonly ShopStub _shop = new ShopStub()
        .Sells(Build.Product("E001", "소닉웨이브 프로", "SonicWave Pro"))
        .Sells(Build.Product("E002", "루멘 스포츠", "Lumen Sport", brand: "Lumen"))
        .Sells(Build.Product("E003", "아우라 미니", "Aura Mini", brand: "Aura"));

    [Fact]
    public async Task The_given_product_is_the_subject()
    {
        var query = await ResolveAsync("배터리 얼마나 가요?", Build.Reading(Intent.Fact), "E002");

        Assert.Equal(["E002"], Ids(query));
        Assert.True(query.ProductWasGiven);
        Assert.Equal(Build.Wednesday, query.AskedAt);
    }

    [Fact]
    public async Task Without_one_the_product_is_found_by_its_name()
    {
        var query = await ResolveAsync("루멘 스포츠는 방수 되나요?", Named(Intent.Fact));

        Assert.Equal(["E002"], Ids(query));
        Assert.False(query.ProductWasGiven);
    }

    [Fact]
    public async Task Another_product_named_goes_before_the_given_one()
    {
        var query = await ResolveAsync("Is the Lumen Sport in stock?", Named(Intent.Stock), "E001");

        Assert.Equal(["E002"], Ids(query));
        Assert.False(query.ProductWasGiven);
    }

    [Fact]
    public async Task The_given_product_named_again_stays_the_given_one()
    {
        var query = await ResolveAsync("소닉웨이브 프로 재고 있나요?", Named(Intent.Stock), "E001");

        Assert.Equal(["E001"], Ids(query));
        Assert.True(query.ProductWasGiven);
    }

    [Fact]
    public async Task A_code_in_the_question_is_a_product()
    {
        var query = await ResolveAsync("E003 재고 있나요?", Build.Reading(Intent.Stock) with { ProductCodes = ["E003"] });

        Assert.Equal(["E003"], Ids(query));
    }

    [Fact]
    public async Task An_unknown_code_names_no_product()
    {
        var query = await ResolveAsync("E999 재고 있나요?", Build.Reading(Intent.Stock) with { ProductCodes = ["E999"] });

        Assert.Empty(query.Products);
        Assert.Null(query.Product);
    }

    [Fact]
    public async Task A_comparison_has_the_product_in_view_first_and_then_all_it_names()
    {
        var byName = await ResolveAsync("루멘 스포츠랑 비교하면 어때요?", Named(Intent.Comparison), "E001");
        var byCode = await ResolveAsync("E003이랑 E002 비교", Build.Reading(Intent.Comparison) with { ProductCodes = ["E003", "E002"] });
        var both = await ResolveAsync("루멘 스포츠랑 E003 비교", Named(Intent.Comparison) with { ProductCodes = ["E003"] }, "E001");

        Assert.Equal(["E001", "E002"], Ids(byName));
        Assert.Equal(["E003", "E002"], Ids(byCode));
        Assert.Equal(["E001", "E003", "E002"], Ids(both));
    }

    [Fact]
    public async Task Many_codes_do_not_push_the_given_product_out()
    {
        var codes = Enumerable.Range(10, 12).Select(i => $"E0{i}").ToArray();

        var query = await ResolveAsync("E010부터 E021까지 비교", Build.Reading(Intent.Comparison) with { ProductCodes = codes }, "E001");

        Assert.Equal(["E001"], Ids(query));
    }

    [Fact]
    public async Task At_most_four_are_compared()
    {
        var codes = Enumerable.Range(10, 6).Select(i => $"E0{i}").ToArray();
        foreach (var code in codes)
            _shop.Sells(Build.Product(code));

        var query = await ResolveAsync("다 비교해 주세요", Build.Reading(Intent.Comparison) with { ProductCodes = codes });

        Assert.Equal(codes[..4], Ids(query));
    }

    [Fact]
    public async Task Of_products_named_alike_one_still_sold_and_then_the_most_reviewed_is_meant()
    {
        _shop.Sells(Build.Product("E004", "루멘 스포츠", "Lumen Sport", brand: "Lumen", status: ProductStatus.Discontinued)).Reviewed("E004", 5, 5, 5)
            .Sells(Build.Product("E005", "루멘 스포츠", "Lumen Sport", brand: "Lumen")).Reviewed("E005", 5);

        Assert.Equal(["E005"], Ids(await ResolveAsync("루멘 스포츠 방수 되나요?", Named(Intent.Fact))));
    }

    [Fact]
    public async Task What_the_query_does_not_say_of_the_person_comes_from_the_profile()
    {
        _shop.Customers.Add(Build.Customer("C1", new("30대", "통근", "음질")));
        var asked = Build.Query("뭐가 좋아요?", null, "C1", null, new(null, "운동", null));

        var (query, _) = await Resolver(Build.Reading()).ResolveAsync(asked, CancellationToken.None);

        Assert.Equal(new CustomerContext("30대", "운동", "음질"), query!.Context);
        Assert.Equal("C1", query.Customer!.Id);
    }

    [Fact]
    public async Task The_shops_own_word_for_a_product_names_it()
    {
        Assert.Empty(Ids(await ResolveAsync("루멘이 만든 둥둥이 방수 되나요?", Named(Intent.Fact))));
        _synonyms.Groups.Add(new("S1", ["둥둥이", "루멘 스포츠"], "minji", default));

        Assert.Equal(["E002"], Ids(await ResolveAsync("루멘이 만든 둥둥이 방수 되나요?", Named(Intent.Fact))));
    }

    private static QuestionReading Named(Intent intent) => Build.Reading(intent) with { RestWords = ["name"] };

    private static IEnumerable<string> Ids(ResolvedQuery query) => query.Products.Select(p => p.Product.Id);

    private QueryResolver Resolver(QuestionReading reading) => new(new ReaderStub(reading), _shop, _synonyms, _shop, new ShopOptions(), new ManualTimeProvider());

    private async Task<ResolvedQuery> ResolveAsync(string question, QuestionReading reading, string? productId = null)
    {
        var (query, problems) = await Resolver(reading).ResolveAsync(Build.Query(question, productId), CancellationToken.None);
        Assert.Empty(problems);
        return query!;
    }
}
