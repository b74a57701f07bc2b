using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CustomerService.Browser.Tests.Synonyms;

/// <summary>A word of customers' from the day when nothing is found by it to the day when it is.</summary>
[Collection(BrowserCollection.Name)]
public sealed class SynonymsTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("en-US", 1280, ColorScheme.Light)]
    [InlineData("ko-KR", 390, ColorScheme.Dark)]
    public async Task Word_of_customers_is_added_found_by_and_removed(string locale, int width, ColorScheme scheme)
    {
        await using var host = new AppHost();
        await browser.VisitAsync(host, new Look(locale, width, 844, scheme), async visit =>
        {
            var page = await visit.OpenAsync("/synonyms");
            await Expect(page.Locator("[data-live]")).ToBeVisibleAsync();
            await Expect(page.Locator("[data-empty]")).ToBeVisibleAsync();
            await FineAsync(page);

            await page.Locator(".synonyms-bar button").ClickAsync();
            await page.Locator(".synonym-form textarea").FillAsync("둥둥이");
            await page.Locator(".synonym-form button[type=submit]").ClickAsync();
            await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
            await page.Locator(".synonym-form textarea").FillAsync("둥둥이, 가습기");
            await FineAsync(page);
            await page.Locator(".synonym-form button[type=submit]").ClickAsync();
            await Expect(page.Locator(".synonym li")).ToHaveTextAsync(["둥둥이", "가습기"]);

            await page.Locator(".synonym-actions > button").ClickAsync();
            await page.Locator(".synonym-form textarea").FillAsync("둥둥이, 가습기\nhumidifier");
            await page.Locator(".synonym-form button[type=submit]").ClickAsync();
            await Expect(page.Locator(".synonym li")).ToHaveCountAsync(3);
            await FineAsync(page);

            await page.GotoAsync("/demo?q=둥둥이");
            await Expect(page.Locator("main")).ToContainTextAsync(locale == "ko-KR" ? "클린봇 가습기" : "CleanBot Humidifier");

            await page.GotoAsync("/synonyms");
            await Expect(page.Locator("[data-live]")).ToBeVisibleAsync();
            await page.Locator(".synonym-actions summary").ClickAsync();
            await page.Locator(".synonym-sure button").ClickAsync();
            await Expect(page.Locator("[data-empty]")).ToBeVisibleAsync();
        });
    }

    private static async Task FineAsync(IPage page)
    {
        await Visit.AssertAccessibleAsync(page);
        await Visit.AssertFitsAsync(page);
    }
}
