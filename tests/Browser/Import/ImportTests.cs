using System.Text;
using CustomerService.Core.Text;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CustomerService.Browser.Tests.Import;

/// <summary>A shop's file from the moment it is chosen to the bad row that is downloaded.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ImportTests(BrowserFixture browser)
{
    private const string Lamps = "Nummer,name,price,quantity\nLAMP-1,Kori Lamp,10000,3\nLAMP-2,Kori Lamp Two,ten,3\n";

    [Theory]
    [InlineData("en-US", 1280, ColorScheme.Light)]
    [InlineData("ko-KR", 390, ColorScheme.Dark)]
    public async Task File_is_looked_at_corrected_tried_and_imported_and_its_bad_row_is_told(string locale, int width, ColorScheme scheme)
    {
        await using var host = new AppHost();
        await browser.VisitAsync(host, new Look(locale, width, 844, scheme), async visit =>
        {
            var page = await visit.OpenAsync("/import");
            await Expect(page.Locator("[data-live]")).ToBeVisibleAsync();
            await FineAsync(page);

            await ChooseAsync(page, "hello.csv", "a,b\n1,2\n");
            await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
            await page.Locator(".draft .deeds button").Last.ClickAsync();

            await ChooseAsync(page, "lamps.csv", Lamps);
            await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
            await page.Locator(".draft tbody select").First.SelectOptionAsync("Nummer");
            await Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
            await page.Locator(".draft .deeds button").Nth(1).ClickAsync();
            await Expect(page.Locator(".bad li")).ToContainTextAsync("price");
            await FineAsync(page);

            await page.Locator(".draft .deeds button").First.ClickAsync();
            await Expect(page.Locator(".runs li")).ToContainTextAsync("lamps.csv");
            await FineAsync(page);
            var download = await page.RunAndWaitForDownloadAsync(() => page.Locator(".runs a").ClickAsync());
            using var rows = new StreamReader(await download.CreateReadStreamAsync());
            Assert.Contains("LAMP-2,Kori Lamp Two,ten,3,lamps.csv,3,price", await rows.ReadToEndAsync(), StringComparison.Ordinal);

            await page.GotoAsync("/demo?q=Kori Lamp");
            await Expect(page.Locator("main")).ToContainTextAsync(locale == "ko-KR" ? Price(Language.Korean) : Price(Language.English));
        });
    }

    private static string Price(Language language) => new Money(10_000, "KRW").Format(language);

    private static Task ChooseAsync(IPage page, string name, string text) =>
        page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });

    private static async Task FineAsync(IPage page)
    {
        await Visit.AssertAccessibleAsync(page);
        await Visit.AssertFitsAsync(page);
    }
}
