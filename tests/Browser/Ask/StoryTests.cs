using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CustomerService.Browser.Tests.Ask;

/// <summary>What the README promises, in the browser: from an empty database to an answered question.</summary>
[Collection(BrowserCollection.Name)]
public sealed class StoryTests(BrowserFixture browser, SharedShop shop) : AskTests(browser, shop)
{
    public static TheoryData<string, int, ColorScheme> Looks => new()
    {
        { "ko-KR", 1280, ColorScheme.Light },
        { "en-US", 390, ColorScheme.Dark },
    };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Question_about_a_picked_product_is_answered_with_evidence(string locale, int width, ColorScheme scheme) =>
        await VisitAsync(new Look(locale, width, 844, scheme), "/", async tab =>
        {
            await Visit.AssertFitsAsync(tab.Page);
            await tab.Product.FillAsync("소닉");
            await Expect(tab.Options.First).ToBeVisibleAsync();
            await Visit.AssertFitsAsync(tab.Page);
            await tab.Options.Filter(new() { HasText = "E001" }).ClickAsync();
            await tab.PickAsync(tab.Customer, "C12345", "C12345");

            await tab.AskAsync(AskTab.ProsAndCons);
            await tab.EndedAsync(AskTab.ProsAndCons);
            await tab.CardsSayAsync(locale == "ko-KR" ? "찾음" : "Found");
            await Expect(tab.Answer).ToContainTextAsync(locale == "ko-KR" ? "내장 도우미" : "Embedded assistant");
            await Expect(tab.Text).ToHaveAttributeAsync("lang", "ko");
            await Expect(tab.Text).ToContainTextAsync("127");
            await Expect(tab.Text).ToContainTextAsync("45");
            await Expect(tab.Question).ToBeEmptyAsync();
            await Visit.AssertFitsAsync(tab.Page);
            await AssertCitationsLeadToEvidenceAsync(tab);
        });

    [Fact]
    public async Task English_question_is_answered_in_English_also_on_a_Korean_page() =>
        await VisitAsync(Look.Korean, "/ask?product=E001", async tab =>
        {
            const string question = "What are the pros and cons of these earphones?";
            await tab.AskAsync(question);
            await tab.EndedAsync(question);
            await Expect(tab.Text).ToHaveAttributeAsync("lang", "en");
            await Expect(tab.Text).ToContainTextAsync("127");
            Assert.DoesNotMatch("[가-힣]", await WordsAsync(tab));
            await tab.CardsSayAsync("찾음");
        });

    [Fact]
    public async Task Language_switch_turns_the_page_and_keeps_the_answer() =>
        await VisitAsync(Look.English, "/ask?product=E001&q=" + Uri.EscapeDataString(AskTab.ProsAndCons), async tab =>
        {
            await Expect(tab.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
            await tab.EndedAsync(AskTab.ProsAndCons);
            await tab.CardsSayAsync("Found");
            var text = await tab.Text.InnerTextAsync();

            await tab.Page.GetByRole(AriaRole.Link, new() { Name = "한국어" }).ClickAsync();
            await Expect(tab.Page.Locator("html")).ToHaveAttributeAsync("lang", "ko");
            await tab.EndedAsync(AskTab.ProsAndCons);
            await tab.CardsSayAsync("찾음");
            Assert.Equal(text, await tab.Text.InnerTextAsync());

            await tab.Page.ReloadAsync();
            await Expect(tab.Page.Locator("html")).ToHaveAttributeAsync("lang", "ko");
        });

    private static async Task AssertCitationsLeadToEvidenceAsync(AskTab tab)
    {
        var count = await tab.Citations.CountAsync();
        Assert.InRange(count, 2, 100);
        for (var i = 0; i < count; i++)
        {
            var citation = tab.Citations.Nth(i);
            var card = new Uri(new Uri(tab.Page.Url), await citation.GetAttributeAsync("href")).Fragment;
            await citation.ClickAsync();
            await Expect(tab.Page.Locator(card)).ToBeFocusedAsync();
            await Expect(tab.Page.Locator(".evidence-shown").Last).ToBeInViewportAsync();
        }
    }

    // A quotation stays in the language of its review.
    private static Task<string> WordsAsync(AskTab tab) => tab.Text.EvaluateAsync<string>(
        "text => { const copy = text.cloneNode(true); copy.querySelectorAll('.citation').forEach(c => c.remove()); return copy.textContent.replace(/[\"“‘][^\"”’]*[\"”’]/g, ''); }");
}
