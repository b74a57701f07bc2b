using AngleSharp.Dom;
using CustomerService.Core.Catalog;
using CustomerService.Core.Text;
using CustomerService.Testing;
using CustomerService.Web.Features.Demo;
using Xunit;

namespace CustomerService.Web.Tests.Demo;

public sealed class ProductPageTests : StoreContext
{
    [Theory]
    [InlineData("en", "Stock not known: no warehouse has reported a count", "Not reported")]
    [InlineData("ko", "재고 미확인: 수량을 보고한 물류센터가 없습니다", "수량 미보고")]
    public async Task Unknown_stock_is_told_as_unknown_and_never_as_zero(string culture, string total, string count)
    {
        Speak(culture);
        Shop.Sells(Build.Product("E021"), stock: null);

        var page = await ProductAsync("E021");

        Assert.Equal(total, Words(page, ".stock .availability"));
        Assert.Equal(count, Words(page, ".stock-count"));
        Assert.DoesNotContain('0', Words(page, ".stock"));
    }

    [Fact]
    public async Task Sum_without_a_silent_warehouse_is_told_as_at_least()
    {
        Shop.Warehouses.Add(Build.Warehouse("BUSAN", "부산 물류센터", "Busan warehouse"));
        Shop.Sells(Build.Product("E014"), stock: 9).Stocks("E014", "BUSAN", null);

        var page = await ProductAsync("E014");

        Assert.Equal("9 or more in stock: not every warehouse has reported", Words(page, ".stock .availability"));
        Assert.Equal(["9", "Not reported"], page.QuerySelectorAll(".stock-count").Select(c => c.TextContent));
    }

    [Fact]
    public async Task Empty_warehouse_is_told_with_what_is_on_its_way_and_what_is_late()
    {
        Shop.Sells(Build.Product("E004"), stock: 0).Expects("E004", "SEOUL", 200, new(2026, 11, 24)).Expects("E004", "SEOUL", 50, new(2026, 11, 15));

        var page = await ProductAsync("E004");

        Assert.Equal("Out of stock", Words(page, ".stock .availability"));
        Assert.Equal(
            ["50 were expected Sun, Nov 15 and have not been recorded as arrived", "200 expected Tue, Nov 24"],
            page.QuerySelectorAll(".stock-words span").Select(w => w.TextContent));
    }

    [Fact]
    public async Task Product_that_nobody_carries_is_not_told_as_out_of_stock()
    {
        Shop.Products.Add(Build.Product("E050"));

        Assert.Equal("No warehouse carries this product", Words(await ProductAsync("E050"), ".stock .availability"));
    }

    [Theory]
    [InlineData(189_000, 219_000, "Reduced by 13% ₩189,000 List price ₩219,000")]
    [InlineData(189_000, null, "₩189,000")]
    [InlineData(189_000, 189_000, "₩189,000")]
    [InlineData(189_000, 150_000, "₩189,000")]
    [InlineData(0, 0, "₩0")]
    [InlineData(null, 219_000, "Price not set")]
    public async Task Price_tells_a_reduction_only_where_there_is_one(int? price, int? listPrice, string told)
    {
        Shop.Sells(Build.Product("E001", price: price, listPrice: listPrice));

        Assert.Equal(told, Words(await ProductAsync("E001"), ".product-head .price"));
    }

    [Fact]
    public async Task Discontinued_product_leads_to_its_successor()
    {
        Shop.Sells(Build.Product("E001", en: "SonicWave Pro 48")).Sells(Build.Product("E007", status: ProductStatus.Discontinued, successor: "E001"), 0);

        var page = await ProductAsync("E007");

        Assert.Equal("This product has been discontinued. Its successor: SonicWave Pro 48", Words(page, ".notice"));
        Assert.Equal("/demo/products/E001", page.QuerySelector(".notice a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Discontinued_product_without_a_successor_says_so()
    {
        Shop.Sells(Build.Product("E037", status: ProductStatus.Discontinued), 0);

        Assert.Equal("This product has been discontinued. No successor has been named.", Words(await ProductAsync("E037"), ".notice"));
    }

    [Fact]
    public async Task Rating_comes_with_its_distribution_and_reviews_page_by_page()
    {
        Shop.Sells(Build.Product("E001")).Reviewed("E001", 5, 5, 5, 5, 4, 4, 1);

        var first = await ProductAsync("E001");
        Assert.Equal(["4", "2", "0", "0", "1"], first.QuerySelectorAll(".reviews-shares li span:last-child").Select(c => c.TextContent));
        Assert.Equal("57.1", first.QuerySelector(".reviews-shares rect + rect")!.GetAttribute("width"));
        Assert.Equal(Storefront.ReviewsOnAPage, first.QuerySelectorAll(".reviews-list > li").Length);
        Assert.Equal("/demo/products/E001?reviews=2#reviews", first.QuerySelector(".pager a")!.GetAttribute("href"));

        // A page beyond the last is the last.
        var last = await ProductAsync("E001", reviewPage: 99);
        Assert.Equal("Previous Page 2 of 2", Words(last, ".pager"));
        Assert.Single(last.QuerySelectorAll(".reviews-list > li"));
    }

    [Fact]
    public async Task Product_without_reviews_says_so_and_draws_no_rating()
    {
        Shop.Sells(Build.Product("E027"));

        var page = await ProductAsync("E027");

        Assert.Equal("Reviews Nobody has reviewed this product yet.", Words(page, ".reviews"));
        Assert.Null(page.QuerySelector(".stars"));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)><style>body{display:none}</style>")]
    [InlineData("</p></li></ol></main><svg onload=alert(1)><a href=\"javascript:alert(1)\">x</a>")]
    [InlineData("&lt;b&gt; <!-- @(1+1) {{7*7}} ${7*7} \u202eabc")]
    public async Task Hostile_text_is_shown_as_text(string text)
    {
        var product = Build.Product("E001", en: text, brand: text).With("codecs", null, text);
        product.Description = new(text, text);
        Shop.Sells(product).Reviews.Add(Written(text));

        var page = await ProductAsync("E001");

        Assert.Equal(text, page.QuerySelector(".reviews-list p[lang]")!.TextContent);
        Assert.Equal(text, page.QuerySelector("h1")!.TextContent);
        Assert.Equal(text, page.QuerySelector(".sheet td")!.TextContent);
        Assert.Single(page.Scripts);
        AssertHarmless(page);
    }

    [SharedDataFact]
    public async Task Every_hostile_string_in_a_review_is_shown_as_text()
    {
        var texts = (await File.ReadAllLinesAsync(Path.Combine(SharedData.Path, "hostile", "xss.txt"))).Select(t => t.Replace('\0', ' ')).ToList();

        var page = await RenderAsync<ReviewSection>(new Dictionary<string, object?>
        {
            ["Product"] = Build.Product("E001"),
            ["Tally"] = new ReviewTally { ProductId = "E001", One = texts.Count },
            ["Page"] = new Page<Review>([.. texts.Select(Written)], 1, texts.Count, texts.Count),
        });

        Assert.Equal(texts, page.QuerySelectorAll(".reviews-list p[lang]").Select(p => p.TextContent));
        Assert.Equal(texts, page.QuerySelectorAll(".review-head > span:nth-of-type(2)").Select(p => p.TextContent));
        Assert.Empty(page.Scripts);
        AssertHarmless(page);
    }

    [Theory]
    [InlineData("ko", "소닉웨이브 프로 · 누리전자", "소닉웨이브 프로 소개입니다.")]
    [InlineData("en", "SonicWave Pro · Nuri Electronics", "About the SonicWave Pro.")]
    public async Task Document_tells_language_title_description_and_the_product_for_the_widget(string culture, string title, string description)
    {
        Speak(culture);
        Shop.Sells(Build.Product("E001"));

        var page = await ProductAsync("E001");

        Assert.Equal(culture, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(title, page.Title);
        Assert.Equal(description, page.QuerySelector("meta[name=description]")!.GetAttribute("content"));
        var script = Assert.Single(page.Scripts);
        Assert.Equal(("/widget.js", "E001", true), (script.GetAttribute("src"), script.GetAttribute("data-product-id"), script.HasAttribute("async")));
        Assert.Same(page.Body!.LastElementChild, script);
    }

    [Fact]
    public async Task Similar_products_are_others_of_the_category_that_can_be_had()
    {
        Shop.Categories.Add(Build.Category("mice", "마우스", "Mice"));
        Shop.Sells(Build.Product("E001")).Sells(Build.Product("E002", en: "SonicWave Sport")).Sells(Build.Product("E004"), 0).Sells(Build.Product("E028", category: "mice"));

        var page = await ProductAsync("E001");

        Assert.Equal("SonicWave Sport", Assert.Single(page.QuerySelectorAll(".tile h3")).TextContent);
    }

    private static Review Written(string text) => new()
    {
        Id = "R", ProductId = "E001", Stars = 1, Language = Language.English, Text = text, Author = text, WrittenAt = Build.Wednesday,
    };

    private static void AssertHarmless(IDocument page) =>
        Assert.Empty(page.QuerySelectorAll("img, iframe, style, object, embed, [onload], [onerror], [href^=javascript]"));
}
