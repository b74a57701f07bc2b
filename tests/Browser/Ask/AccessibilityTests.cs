using CustomerService.Core.Lookups;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CustomerService.Browser.Tests.Ask;

/// <summary>axe finds nothing in any state of the page, and the page is never wider than its window.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AccessibilityTests(BrowserFixture browser, SharedShop shop) : AskTests(browser, shop)
{
    public static TheoryData<string, int, ColorScheme> Looks => new()
    {
        { "ko-KR", 1280, ColorScheme.Light },
        { "ko-KR", 1280, ColorScheme.Dark },
        { "en-US", 390, ColorScheme.Light },
        { "ko-KR", 390, ColorScheme.Dark },
    };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Every_state_of_the_page_is_accessible_and_fits(string locale, int width, ColorScheme scheme) =>
        await VisitAsync(new Look(locale, width, 844, scheme), "/ask", async tab =>
        {
            await Expect(tab.Question).ToBeEditableAsync();
            await AssertFineAsync(tab, "empty");

            await tab.Product.FillAsync("소닉");
            await Expect(tab.Options.First).ToBeVisibleAsync();
            await AssertFineAsync(tab, "picker");
            await tab.Options.Filter(new() { HasText = "E001" }).ClickAsync();

            await tab.Send.ClickAsync();
            await Expect(tab.Question).ToHaveAttributeAsync("aria-invalid", "true");
            await AssertFineAsync(tab, "wrong");

            Gates.CloseLookups();
            HoldText();
            await tab.AskAsync(AskTab.ProsAndCons);
            await Expect(tab.Stop).ToBeVisibleAsync();
            await tab.CardsSayAsync(locale == "ko-KR" ? "찾는 중" : "Looking");
            await AssertFineAsync(tab, "looking");

            foreach (var kind in Enum.GetValues<LookupKind>())
                Gates[kind].Open();
            await TextInTheMiddleAsync(tab);
            await AssertFineAsync(tab, "writing");

            Gates.Text.Open();
            await tab.EndedAsync(AskTab.ProsAndCons);
            await AssertFineAsync(tab, "done");

            Gates.Text.Break();
            Gates[LookupKind.StockCheck].Break();
            await tab.AskAsync(AskTab.ProsAndCons);
            await Expect(tab.Question).ToHaveValueAsync(AskTab.ProsAndCons);
            await Expect(tab.CopyLink).ToBeVisibleAsync();
            await AssertFineAsync(tab, "failed");
        });

    private static async Task AssertFineAsync(AskTab tab, string state)
    {
        try
        {
            await Visit.AssertAccessibleAsync(tab.Page);
            await Visit.AssertFitsAsync(tab.Page);
        }
        catch (Xunit.Sdk.XunitException failure)
        {
            Assert.Fail($"{state}: {failure.Message}");
        }
    }
}
