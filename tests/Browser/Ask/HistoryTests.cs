using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CustomerService.Browser.Tests.Ask;

/// <summary>Addresses, the back button, earlier questions, and what outlives a reload.</summary>
[Collection(BrowserCollection.Name)]
public sealed class HistoryTests(BrowserFixture browser, SharedShop shop) : AskTests(browser, shop)
{
    private const string StockQuestion = "지금 주문하면 언제 출발해요?";

    [Fact]
    public async Task Back_shows_the_earlier_answer_and_forward_the_later() =>
        await VisitAsync(Look.Korean, "/ask?product=E001", async tab =>
        {
            await (await tab.AskAsync(AskTab.ProsAndCons)).EndedAsync(AskTab.ProsAndCons);
            var first = await tab.Text.InnerTextAsync();
            await (await tab.AskAsync(StockQuestion)).EndedAsync(StockQuestion);
            var second = await tab.Text.InnerTextAsync();
            Assert.NotEqual(first, second);

            await tab.Page.GoBackAsync();
            await tab.EndedAsync(AskTab.ProsAndCons);
            Assert.Equal(first, await tab.Text.InnerTextAsync());
            await tab.Page.GoForwardAsync();
            await tab.EndedAsync(StockQuestion);
            Assert.Equal(second, await tab.Text.InnerTextAsync());
            await tab.Page.GoBackAsync();
            await tab.EndedAsync(AskTab.ProsAndCons);
            await tab.Page.GoBackAsync();
            await Expect(tab.Answer).ToHaveCountAsync(0);
        });

    [Fact]
    public async Task Earlier_question_opens_its_answer() =>
        await VisitAsync(Look.Korean.Narrow, "/ask?product=E002", async tab =>
        {
            var question = $"{AskTab.ProsAndCons} ({nameof(Earlier_question_opens_its_answer)})";
            await (await tab.AskAsync(question)).EndedAsync(question);
            var text = await tab.Text.InnerTextAsync();
            await (await tab.AskAsync(StockQuestion)).EndedAsync(StockQuestion);
            var earlier = tab.Earlier.Filter(new() { HasText = question });
            await Expect(earlier).ToHaveCountAsync(1);
            await Expect(tab.Earlier.First).ToHaveAttributeAsync("aria-current", "page");

            await earlier.ClickAsync();
            await tab.EndedAsync(question);
            Assert.Equal(text, await tab.Text.InnerTextAsync());
            await Expect(earlier).ToHaveAttributeAsync("aria-current", "page");
            await Expect(tab.Product).ToHaveValueAsync("소닉웨이브 스포츠");
        });

    [Fact]
    public async Task Shared_link_shows_the_same_answer_to_somebody_else()
    {
        string address = "", text = "";
        await VisitAsync(Look.Korean, "/ask?product=E001", async tab =>
        {
            await (await tab.AskAsync(AskTab.ProsAndCons)).EndedAsync(AskTab.ProsAndCons);
            (address, text) = (tab.Page.Url, await tab.Text.InnerTextAsync());
        });
        await VisitAsync(Look.English.Narrow, address, async tab =>
        {
            await tab.EndedAsync(AskTab.ProsAndCons);
            Assert.Equal(text, await tab.Text.InnerTextAsync());
            await Visit.AssertFitsAsync(tab.Page);
        });
    }

    [Fact]
    public async Task Chosen_theme_survives_a_reload() =>
        await VisitAsync(Look.Korean, "/ask", async tab =>
        {
            await Expect(tab.Question).ToBeEditableAsync();
            var background = await tab.Page.Locator("body").EvaluateAsync<string>("body => getComputedStyle(body).backgroundColor");
            await tab.SwitchTheme.ClickAsync();
            await ExpectThemeAsync("dark", isLight: false);
            await tab.Page.ReloadAsync();
            await Expect(tab.Question).ToBeEditableAsync();
            await ExpectThemeAsync("dark", isLight: false);
            await tab.SwitchTheme.ClickAsync();
            await ExpectThemeAsync("light", isLight: true);

            async Task ExpectThemeAsync(string name, bool isLight)
            {
                await Expect(tab.Page.Locator("html")).ToHaveAttributeAsync("data-theme", name);
                var body = Expect(tab.Page.Locator("body"));
                await (isLight ? body : body.Not).ToHaveCSSAsync("background-color", background);
            }
        });
}
