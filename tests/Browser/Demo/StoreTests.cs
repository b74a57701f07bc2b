using System.Net;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CustomerService.Browser.Tests.Demo;

/// <summary>The demo store in the browser: its way from the front to a product, in both languages.</summary>
[Collection(BrowserCollection.Name)]
public sealed class StoreTests(BrowserFixture browser, SharedShop shop)
{
    public static TheoryData<string, int, ColorScheme> Looks => new()
    {
        { "ko-KR", 1280, ColorScheme.Light },
        { "ko-KR", 1280, ColorScheme.Dark },
        { "ko-KR", 390, ColorScheme.Light },
        { "ko-KR", 390, ColorScheme.Dark },
        { "en-US", 1280, ColorScheme.Light },
        { "en-US", 1280, ColorScheme.Dark },
        { "en-US", 390, ColorScheme.Light },
        { "en-US", 390, ColorScheme.Dark },
    };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Every_page_is_accessible_and_fits(string locale, int width, ColorScheme scheme) =>
        await browser.VisitAsync(shop.Host.Address, new Look(locale, width, 844, scheme), async visit =>
        {
            var page = await visit.OpenAsync("/demo");
            // In stock and reduced, discontinued, counts not reported in part or at all, without reviews and price, unknown.
            string[] addresses =
            [
                "/demo", "/demo?category=earphones", "/demo?q=zzzz", "/demo/products/E001", "/demo/products/E007", "/demo/products/E014",
                "/demo/products/E021", "/demo/products/E048", "/demo/products/E999",
            ];
            foreach (var address in addresses)
            {
                await page.GotoAsync(address);
                Assert.Equal(locale[..2], await page.EvaluateAsync<string>("document.documentElement.lang"));
                await Visit.AssertAccessibleAsync(page);
                await Visit.AssertFitsAsync(page);
            }
        });

    [Fact]
    public async Task Customer_finds_a_product_by_category_search_and_keyboard() => await browser.VisitAsync(shop.Host.Address, Look.Korean, async visit =>
    {
        var page = await visit.OpenAsync("/demo");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "상품 분류" }).GetByRole(AriaRole.Link, new() { Name = "이어폰" }).ClickAsync();
        await Expect(page).ToHaveTitleAsync("이어폰 · 누리전자");
        await Expect(Tiles(page)).ToHaveCountAsync(8);

        await page.GetByRole(AriaRole.Searchbox).FillAsync("소닉웨이브");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("‘소닉웨이브’ 검색 결과");
        await Expect(Tiles(page)).ToHaveCountAsync(5);

        await Tiles(page).GetByRole(AriaRole.Link, new() { Name = "소닉웨이브 프로 48" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("소닉웨이브 프로 48");
        await Expect(page.Locator(".stock")).ToContainTextAsync("127개");
        await Expect(page.Locator(".stock")).ToContainTextAsync("45개");
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "배터리 48시간" })).ToBeVisibleAsync();
    });

    [Fact]
    public async Task Reviews_and_products_are_read_page_by_page() => await browser.VisitAsync(shop.Host.Address, Look.English, async visit =>
    {
        var page = await visit.OpenAsync("/demo/products/E001");
        var first = await page.Locator(".reviews-list > li").First.InnerTextAsync();
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Pages of reviews" }).GetByText("Next").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Uri(shop.Host.Address, "/demo/products/E001?reviews=2#reviews").ToString());
        await Expect(page.Locator(".reviews-list")).Not.ToContainTextAsync(first);

        await page.GotoAsync("/demo");
        await page.GetByText("Next").ClickAsync();
        await Expect(page.GetByText("Page 2 of 4")).ToBeVisibleAsync();
        await Expect(Tiles(page)).ToHaveCountAsync(12);
    });

    [Fact]
    public async Task Language_is_switched_where_one_is_and_kept() => await browser.VisitAsync(shop.Host.Address, Look.Korean, async visit =>
    {
        var page = await visit.OpenAsync("/demo?category=mice&q=키론");
        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Results for “키론” in Mice");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");

        await Tiles(page).First.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Specifications" })).ToBeVisibleAsync();
    });

    [Fact]
    public async Task Unknown_product_is_told_in_the_store_with_status_404() => await browser.VisitAsync(shop.Host.Address, Look.English.Narrow, async visit =>
    {
        var page = await visit.OpenAsync("/demo");
        foreach (var address in new[] { "/demo/products/E999", "/demo/cart", "/demo?category=cars" })
        {
            var response = await page.GotoAsync(address);
            Assert.Equal((int)HttpStatusCode.NotFound, response!.Status);
            await Expect(page.GetByRole(AriaRole.Banner)).ToContainTextAsync("Nuri Electronics");
        }

        await page.GetByRole(AriaRole.Link, new() { Name = "Go to the store" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Uri(shop.Host.Address, "/demo").ToString());
    });

    [Fact]
    public async Task Page_brings_no_script_but_the_widget() => await browser.VisitAsync(shop.Host.Address, Look.Korean, async visit =>
    {
        var page = await visit.OpenAsync("/demo/products/E001");
        Assert.Equal(["/widget.js"], await page.EvaluateAsync<string[]>("[...document.scripts].map(s => s.getAttribute('src'))"));
        Assert.Equal("E001", await page.Locator("script").GetAttributeAsync("data-product-id"));
    });

    [Fact]
    public async Task Keyboard_reaches_the_content_past_the_header() => await browser.VisitAsync(shop.Host.Address, Look.English, async visit =>
    {
        var page = await visit.OpenAsync("/demo");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByText("Skip to content")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "See all products" })).ToBeFocusedAsync();
    });

    private static ILocator Tiles(IPage page) => page.Locator(".tile");
}
