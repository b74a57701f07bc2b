using CustomerService.Core.Catalog;
using CustomerService.Testing;
using CustomerService.Web.Features.Demo;
using Xunit;

namespace CustomerService.Web.Tests.Demo;

public sealed class FrontPageTests : StoreContext
{
    [Theory]
    [InlineData(172, false, "in", "In stock")]
    [InlineData(9, false, "few", "9 left")]
    [InlineData(9, true, "in", "In stock")]
    [InlineData(0, false, "out", "Out of stock")]
    [InlineData(0, true, "unknown", "Stock not reported")]
    [InlineData(null, true, "unknown", "Stock not reported")]
    [InlineData(null, false, "out", "Not stocked")]
    public async Task Stock_hint_tells_what_is_known(int? available, bool unknown, string state, string told)
    {
        var entry = Shop.Sells(Build.Product("E001")).Entry("E001") with { Available = available, HasUnknownStock = unknown };

        var page = await RenderAsync<ProductTile>("Entry", entry);

        Assert.Equal((state, told), (page.QuerySelector(".availability")!.GetAttribute("data-state"), Words(page, ".availability")));
    }

    [Fact]
    public async Task Discontinued_product_is_told_as_such()
    {
        var entry = Shop.Sells(Build.Product("E007", status: ProductStatus.Discontinued), 3).Entry("E007");

        Assert.Equal("Discontinued", Words(await RenderAsync<ProductTile>("Entry", entry), ".availability"));
    }

    [Fact]
    public async Task Home_shows_a_product_that_can_be_had_the_categories_and_the_first_page()
    {
        Stock(20);

        var page = await FrontAsync();

        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Equal("/demo/products/E101", page.QuerySelector(".hero-product")!.GetAttribute("href"));
        Assert.Equal(Storefront.ProductsOnAPage, page.QuerySelectorAll(".tile").Length);
        Assert.Equal("Page 1 of 2 Next", Words(page, ".pager"));
        Assert.Null(Assert.Single(page.Scripts).GetAttribute("data-product-id"));
    }

    [Fact]
    public async Task Filter_keeps_the_search_and_the_page_keeps_both()
    {
        Stock(20);

        var page = await FrontAsync("Sonic & co", "earphones");
        Assert.Equal("/demo?q=Sonic%20%26%20co", page.QuerySelector(".categories a")!.GetAttribute("href"));
        Assert.Equal("Earphones", page.QuerySelector(".categories a[aria-current]")!.TextContent);
        Assert.Equal("Sonic & co", page.QuerySelector("#q")!.GetAttribute("value"));
        Assert.Equal("Results for “Sonic & co” in Earphones", Words(page, "h1"));
        Assert.Equal("No product matches", Words(page, "h2"));

        var found = await FrontAsync("SonicWave", "earphones", 2);
        Assert.Equal("/demo?q=SonicWave&category=earphones", found.QuerySelector(".pager a")!.GetAttribute("href"));
        Assert.Equal(8, found.QuerySelectorAll(".tile").Length);
    }

    [Fact]
    public async Task Page_beyond_the_last_is_the_last()
    {
        Stock(20);

        Assert.Equal("Previous Page 2 of 2", Words(await FrontAsync(page: 900_000), ".pager"));
    }

    [Fact]
    public async Task Unknown_category_and_unknown_product_are_nothing()
    {
        Stock(1);

        Assert.Null(await Store.FrontAsync(new(null, "cars", 1), CancellationToken.None));
        Assert.Null(await Store.ProductAsync("E999", 1, CancellationToken.None));
    }

    [Theory]
    [InlineData("earphones")]
    [InlineData("no-such-category")]
    public async Task Every_product_has_a_picture(string category)
    {
        Shop.Categories.Add(Build.Category("no-such-category"));
        var page = await RenderAsync<ProductTile>("Entry", Shop.Sells(Build.Product("E001", category: category)).Entry("E001"));

        Assert.NotEmpty(page.QuerySelectorAll(".art svg path"));
    }

    [Fact]
    public async Task Searched_words_are_shown_as_text()
    {
        const string text = "\"><script>alert(1)</script>";

        var page = await FrontAsync(text);

        Assert.Equal(text, page.QuerySelector("#q")!.GetAttribute("value"));
        Assert.Contains(text, page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Single(page.Scripts);
    }

    private void Stock(int products)
    {
        Shop.Sells(Build.Product("E100"), stock: 0);
        for (var i = 1; i < products; i++)
            Shop.Sells(Build.Product($"E{100 + i}"));
    }
}
