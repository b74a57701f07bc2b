using System.Text;
using CustomerService.Browser.Tests.Ask;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CustomerService.Browser.Tests.Documents;

/// <summary>A document from its file to the passage that an answer quotes.</summary>
[Collection(BrowserCollection.Name)]
public sealed class DocumentsTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("en-US", 1280, ColorScheme.Light)]
    [InlineData("ko-KR", 390, ColorScheme.Dark)]
    public async Task File_is_added_quoted_in_an_answer_and_read_at_the_passage(string locale, int width, ColorScheme scheme)
    {
        await using var host = new AppHost();
        await browser.VisitAsync(host, new Look(locale, width, 844, scheme), async visit =>
        {
            var page = await visit.OpenAsync("/documents");
            await Expect(page.Locator("[data-live]")).ToBeVisibleAsync();
            await page.Locator("input[type=file]").SetInputFilesAsync(
            [
                new FilePayload { Name = "gift-wrapping.md", MimeType = "text/markdown", Buffer = Encoding.UTF8.GetBytes("# Gift wrapping\n## Price\nGift wrapping costs 2,500 won per box.\n## Colours\nWe wrap in green paper.") },
                new FilePayload { Name = "tool.exe", MimeType = "application/octet-stream", Buffer = "MZ"u8.ToArray() },
            ]);
            await Expect(page.Locator(".taken li")).ToHaveCountAsync(2);
            await Expect(page.Locator(".taken [data-refused]")).ToContainTextAsync("tool.exe");
            await Expect(page.Locator(".list li").First).ToContainTextAsync("Gift wrapping");
            await FineAsync(page);

            await page.GotoAsync("/ask");
            var tab = page.GetByRole(AriaRole.Textbox).First;
            await tab.FillAsync("How much does gift wrapping cost?");
            await tab.PressAsync("Enter");
            await Expect(page.Locator("#content")).ToContainTextAsync("“Gift wrapping costs 2,500 won per box.”");

            var reading = await page.RunAndWaitForPopupAsync(() => page.Locator("a.citation").First.ClickAsync());
            await Expect(reading).ToHaveURLAsync(AskTab.Saying(@"/documents/[0-9a-f]{32}\?passage=1#p-1$"));
            await Expect(reading.Locator("article.wanted")).ToContainTextAsync("2,500 won");
            await Expect(reading.Locator("article.wanted")).ToBeInViewportAsync();
            await FineAsync(reading);
        });
    }

    private static async Task FineAsync(IPage page)
    {
        await Visit.AssertAccessibleAsync(page);
        await Visit.AssertFitsAsync(page);
    }
}
