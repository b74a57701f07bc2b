using System.Net;
using System.Text.Json;
using CustomerService.Testing;
using Xunit;

namespace CustomerService.Api.Tests;

public sealed class ProductsTests(Api api) : IClassFixture<Api>
{
    [Fact]
    public async Task Pages_together_are_the_whole_catalogue()
    {
        var (ids, page) = (new List<string>(), 0);
        JsonElement list;
        do
        {
            list = await (await api.Http.GetAsync($"/api/products?page={++page}&pageSize=7")).JsonAsync();
            Assert.Equal((page, 7), (list.GetProperty("page").GetInt32(), list.GetProperty("pageSize").GetInt32()));
            ids.AddRange(Ids(list));
        }
        while (list.GetProperty("items").GetArrayLength() > 0);

        var total = list.GetProperty("total").GetInt32();
        Assert.True(total >= 40);
        Assert.Equal(total, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
    }

    [Fact]
    public async Task Page_without_wishes_has_20() =>
        Assert.Equal(20, (await (await api.Http.GetAsync("/api/products")).JsonAsync()).GetProperty("items").GetArrayLength());

    [Fact]
    public async Task Last_page_there_can_be_is_empty() =>
        Assert.Empty(Ids(await (await api.Http.GetAsync("/api/products?page=1000000&pageSize=100")).JsonAsync()));

    [Theory]
    [InlineData("page=0", "page")]
    [InlineData("page=-1", "page")]
    [InlineData("page=1000001", "page")]
    [InlineData("page=99999999999999999999", "page")]
    [InlineData("page=one", "page")]
    [InlineData("page=1.5", "page")]
    [InlineData("pageSize=0", "pageSize")]
    [InlineData("pageSize=101", "pageSize")]
    [InlineData("page=0&pageSize=0", "page pageSize")]
    public async Task Number_out_of_bounds_is_refused_by_its_field(string query, string fields)
    {
        using var response = await api.Http.GetAsync("/api/products?" + query);
        Assert.Equal(fields.Split(' '), await response.WrongFieldsAsync());
    }

    [Fact]
    public async Task Search_over_200_characters_is_refused_by_its_field()
    {
        using var response = await api.Http.GetAsync("/api/products?search=" + new string('x', 201));
        Assert.Equal(["search"], await response.WrongFieldsAsync());
    }

    [Theory]
    [InlineData("소닉웨이브 프로")]
    [InlineData("SonicWave Pro")]
    [InlineData("sonicwave")]
    [InlineData("e001")]
    public async Task Search_in_either_language_finds_the_product(string text) =>
        Assert.Contains("E001", Ids(await (await api.Http.GetAsync("/api/products?search=" + Uri.EscapeDataString(text))).JsonAsync()));

    [Fact]
    public async Task Search_without_a_hit_is_an_empty_page()
    {
        var list = await (await api.Http.GetAsync("/api/products?search=zzzzqqqq")).JsonAsync();
        Assert.Equal(0, list.GetProperty("total").GetInt32());
        Assert.Empty(Ids(list));
    }

    [Fact]
    public async Task Product_is_told_with_its_data_sheet()
    {
        var product = await (await api.Http.GetAsync("/api/products/e001")).JsonAsync();
        Assert.Equal(("E001", "active", "KRW"), (AnswersTests.Text(product, "id"), AnswersTests.Text(product, "status"), AnswersTests.Text(product, "currency")));
        Assert.Equal(172, product.GetProperty("stock").GetInt32());
        Assert.True(product.GetProperty("stockComplete").GetBoolean());
        Assert.NotEmpty(AnswersTests.Text(product.GetProperty("name"), "ko"));
        Assert.NotEmpty(AnswersTests.Text(product.GetProperty("name"), "en"));
        Assert.NotEmpty(product.GetProperty("attributes").EnumerateArray());
    }

    [Fact]
    public async Task Unknown_stock_is_null_and_not_zero()
    {
        var products = (await (await api.Http.GetAsync("/api/products?pageSize=100")).JsonAsync()).GetProperty("items").EnumerateArray().ToList();
        Assert.Contains(products, p => p.GetProperty("stock").ValueKind == JsonValueKind.Null && !p.GetProperty("stockComplete").GetBoolean());
        Assert.Contains(products, p => p.GetProperty("stock").ValueKind == JsonValueKind.Number && p.GetProperty("stock").GetInt32() == 0);
        Assert.Contains(products, p => AnswersTests.Text(p, "status") == "discontinued");
        Assert.Contains(products, p => p.GetProperty("reviewCount").GetInt32() == 0 && p.GetProperty("rating").ValueKind == JsonValueKind.Null);
    }

    [Theory]
    [InlineData("E999")]
    [InlineData("'%20OR%201=1--")]
    [InlineData("이어폰")]
    public async Task Unknown_product_is_not_found(string id) =>
        await (await api.Http.GetAsync($"/api/products/{id}")).ProblemAsync(HttpStatusCode.NotFound);

    [SharedDataFact]
    public async Task Hostile_search_finds_or_finds_nothing()
    {
        foreach (var text in Hostile.Texts)
        {
            using var response = await api.Http.GetAsync("/api/products?search=" + Uri.EscapeDataString(text));
            if (text.Length > 200)
                Assert.Equal(["search"], await response.WrongFieldsAsync());
            else
                await response.JsonAsync();
        }
    }

    private static IEnumerable<string> Ids(JsonElement list) => list.GetProperty("items").EnumerateArray().Select(p => AnswersTests.Text(p, "id"));
}
