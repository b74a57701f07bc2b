using System.Text;
using CustomerService.Browser.Tests.Ask;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CustomerService.Browser.Tests.Evaluation;

/// <summary>Questions with known answers, given in and measured in the browser.</summary>
[Collection(BrowserCollection.Name)]
public sealed class EvaluationTests(BrowserFixture browser)
{
    private const string Questions = """
        [{"productId": "E001", "question": "이거 방수 돼요?", "answer": "IPX4"},
         {"question": "Do you ship abroad?", "answer": "within the Republic of Korea only", "kind": "delivery"},
         {"productId": "E001", "question": "Is there a leather case?", "answer": "A brown leather case is sold beside it"}]
        """;

    [Theory]
    [InlineData("en-US", 1280, ColorScheme.Light)]
    [InlineData("ko-KR", 390, ColorScheme.Dark)]
    public async Task File_is_given_in_measured_and_its_worst_case_shown_first(string locale, int width, ColorScheme scheme)
    {
        await using var host = new AppHost();
        await browser.VisitAsync(host, new Look(locale, width, 844, scheme), async visit =>
        {
            var page = await visit.OpenAsync("/evaluation");
            await Expect(page.Locator("[data-live]")).ToBeVisibleAsync();
            await FineAsync(page);
            await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "mine.json", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(Questions) });
            await page.GetByRole(AriaRole.Button, new() { NameRegex = AskTab.Saying("3") }).ClickAsync();

            await Expect(page).ToHaveURLAsync(AskTab.Saying(@"/evaluation\?run=[0-9a-f]{32}$"));
            await Expect(page.Locator("article")).ToHaveCountAsync(1);
            await Expect(page.Locator("article")).ToContainTextAsync("Is there a leather case?");
            await Expect(page.Locator("article")).ToHaveAttributeAsync("data-verdict", "NotWritten");
            await Expect(page.Locator("tbody tr")).Not.ToHaveCountAsync(0);
            await FineAsync(page);

            await page.Locator(".filters button").Last.ClickAsync();
            await Expect(page.Locator("article[data-verdict=Fine]")).ToHaveCountAsync(2);
            await page.ReloadAsync();
            await Expect(page.Locator("article[data-verdict=NotWritten]")).ToHaveCountAsync(1);
        });
    }

    private static async Task FineAsync(IPage page)
    {
        await Visit.AssertAccessibleAsync(page);
        await Visit.AssertFitsAsync(page);
    }
}
