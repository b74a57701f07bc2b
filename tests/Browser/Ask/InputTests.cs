using CustomerService.Core.Answers;
using CustomerService.Core.Lookups;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CustomerService.Browser.Tests.Ask;

/// <summary>What a person types and presses, and what is wrong with it.</summary>
[Collection(BrowserCollection.Name)]
public sealed class InputTests(BrowserFixture browser, SharedShop shop) : AskTests(browser, shop)
{
    [Fact]
    public async Task Shift_Enter_breaks_the_line_and_Enter_sends() =>
        await VisitAsync(Look.Korean, "/ask?product=E001", async tab =>
        {
            await tab.Question.FillAsync("장점이 뭐예요?");
            await tab.Question.PressAsync("Shift+Enter");
            await tab.Question.PressSequentiallyAsync("단점은요?");
            await Expect(tab.Question).ToHaveValueAsync("장점이 뭐예요?\n단점은요?");
            await tab.Question.PressAsync("Enter");
            await tab.EndedAsync("장점이 뭐예요?\n단점은요?");
            Assert.Equal("장점이 뭐예요?\n단점은요?", (await NewestAsync())?.Question);
        });

    [Fact]
    public async Task Enter_that_ends_a_composition_does_not_send() =>
        await VisitAsync(Look.Korean, "/ask?product=E001", async tab =>
        {
            var before = (await NewestAsync())?.Id;
            await tab.Page.EvaluateAsync("() => { window.pressed = []; addEventListener('keydown', e => window.pressed.push(`${e.key} ${e.isComposing}`), true); }");
            await Expect(tab.Question).ToBeEditableAsync();
            await tab.Question.PressSequentiallyAsync("재고 ");
            var devTools = await tab.Page.Context.NewCDPSessionAsync(tab.Page);
            await devTools.SendAsync("Input.imeSetComposition", new() { ["text"] = "있", ["selectionStart"] = 1, ["selectionEnd"] = 1 });
            await Expect(tab.Question).ToHaveValueAsync("재고 있");
            // What browsers report for the Enter that an input method takes for itself.
            await devTools.SendAsync("Input.dispatchKeyEvent", new() { ["type"] = "rawKeyDown", ["key"] = "Enter", ["code"] = "Enter", ["windowsVirtualKeyCode"] = 229 });
            await devTools.SendAsync("Input.dispatchKeyEvent", new() { ["type"] = "keyUp", ["key"] = "Enter", ["code"] = "Enter", ["windowsVirtualKeyCode"] = 229 });
            await devTools.SendAsync("Input.insertText", new() { ["text"] = "있" });
            await tab.Question.PressSequentiallyAsync("나요?");
            Assert.Contains("Enter true", await tab.Page.EvaluateAsync<string[]>("window.pressed"));

            await tab.Question.PressAsync("Enter");
            await tab.EndedAsync("재고 있나요?");
            Assert.Equal("재고 있나요?", (await NewestAsync())?.Question);
            Assert.Equal(before, await RecentAsync() is [_, var second, ..] ? second.Id : null);
        });

    [Fact]
    public async Task Empty_question_is_told_at_the_field_and_the_picks_are_kept() =>
        await VisitAsync(Look.Korean, "/ask", async tab =>
        {
            await tab.PickAsync(tab.Product, "소닉", "E001");
            await tab.Send.ClickAsync();
            await Expect(tab.Question).ToHaveAttributeAsync("aria-invalid", "true");
            await Expect(tab.Question).ToHaveAccessibleDescriptionAsync(AskTab.Saying("질문을 입력해 주세요."));
            await Expect(tab.Product).ToHaveValueAsync("소닉웨이브 프로 48");
            await Expect(tab.Answer).ToHaveCountAsync(0);

            await tab.Question.FillAsync("재고 있나요?");
            await Expect(tab.Alerts.Filter(new() { HasText = "질문을 입력해 주세요." })).ToHaveCountAsync(0);
        });

    [Fact]
    public async Task Question_that_is_too_long_is_told_at_the_field_and_not_lost() =>
        await VisitAsync(Look.Korean, "/ask", async tab =>
        {
            var question = new string('가', CustomerQuery.MaxQuestionLength + 1);
            await tab.AskAsync(question);
            await Expect(tab.Question).ToHaveAttributeAsync("aria-invalid", "true");
            await Expect(tab.Question).ToHaveAccessibleDescriptionAsync(AskTab.Saying("질문이 너무 깁니다.*1자 초과"));
            await Expect(tab.Question).ToHaveValueAsync(question);
            await Expect(tab.Answer).ToHaveCountAsync(0);

            await tab.Question.PressAsync("End");
            await tab.Question.PressAsync("Backspace");
            await Expect(tab.Question).Not.ToHaveAttributeAsync("aria-invalid", "true");
        });

    [Theory]
    [InlineData("/ask?product=NOPE9&q=" + "재고 있나요?", "이 번호의 상품이 없습니다.")]
    [InlineData("/ask?product=%3Cscript%3E&q=" + "재고 있나요?", "상품 번호 형식이 아닙니다.")]
    [InlineData("/ask?customer=C00000&q=" + "재고 있나요?", "이 번호의 고객이 없습니다.")]
    public async Task Wrong_id_in_the_address_is_told_at_its_field(string address, string problem) =>
        await VisitAsync(Look.Korean, address, async tab =>
        {
            var field = address.Contains("product", StringComparison.Ordinal) ? tab.Product : tab.Customer;
            await Expect(field).ToHaveAccessibleDescriptionAsync(AskTab.Saying(problem));
            await Expect(tab.Question).ToHaveValueAsync("재고 있나요?");
            await Expect(tab.Answer).ToHaveCountAsync(0);

            // Another product mends it.
            if (field == tab.Product)
            {
                await tab.PickAsync(tab.Product, "소닉", "E001");
                await tab.Send.ClickAsync();
                await tab.EndedAsync("재고 있나요?");
            }
        });

    [Fact]
    public async Task Unknown_answer_in_the_address_is_told() =>
        await VisitAsync(Look.Korean, "/ask?answer=A00000000000000000000000000000000&q=" + Uri.EscapeDataString("재고 있나요?"), async tab =>
        {
            await Expect(tab.Alerts.Filter(new() { HasText = "이 주소에는 답변이 없습니다." })).ToBeVisibleAsync();
            await Expect(tab.Question).ToHaveValueAsync("재고 있나요?");
        });

    [Fact]
    public async Task Hostile_question_is_only_text() =>
        await VisitAsync(Look.Korean, "/ask", async tab =>
        {
            const string question = "<img src=x onerror=\"window.hacked=1\"><script>window.hacked=1</script> **재고** [1](javascript:window.hacked=1) 있나요?";
            await tab.AskAsync(question);
            await tab.EndedAsync(question);
            await tab.Product.FillAsync("<img src=x onerror=\"window.hacked=1\">");
            await Expect(tab.Product).ToHaveAttributeAsync("aria-expanded", "true");
            await tab.Page.ReloadAsync();
            await tab.EndedAsync(question);
            await Expect(tab.Earlier.First).ToContainTextAsync(question);
            await Expect(tab.Page).ToHaveTitleAsync(question);
            await Expect(tab.Page.Locator("img, [href^=javascript]")).ToHaveCountAsync(0);
            Assert.True(await tab.Page.EvaluateAsync<bool>("window.hacked === undefined"));
        });

    [Fact]
    public async Task Keyboard_alone_goes_through_a_whole_question() =>
        await VisitAsync(Look.Korean, "/ask", async tab =>
        {
            var keys = tab.Page.Keyboard;
            await Expect(tab.Question).ToBeEditableAsync();
            await TabToAsync(tab, tab.Question);
            await keys.TypeAsync(AskTab.ProsAndCons);
            await TabToAsync(tab, tab.Product);
            await keys.TypeAsync("소닉웨이브 프로");
            await Expect(tab.Options.First).ToContainTextAsync("E001");
            await keys.PressAsync("ArrowDown");
            await Expect(tab.Options.First).ToHaveAttributeAsync("aria-selected", "true");
            await keys.PressAsync("Enter");
            await Expect(tab.Product).ToHaveValueAsync("소닉웨이브 프로 48");
            await TabToAsync(tab, tab.Customer);
            await keys.TypeAsync("C12345");
            await Expect(tab.Options).ToHaveCountAsync(1);
            await keys.PressAsync("Enter");
            await Expect(tab.Customer).ToHaveValueAsync(AskTab.Saying("C12345"));
            await TabToAsync(tab, tab.Send, "Shift+Tab");
            await keys.PressAsync("Enter");
            await tab.EndedAsync(AskTab.ProsAndCons);

            await TabToAsync(tab, tab.Citations.First);
            await keys.PressAsync("Enter");
            await Expect(tab.Card(LookupKind.ReviewAnalysis)).ToBeFocusedAsync();
        });

    private static async Task TabToAsync(AskTab tab, ILocator target, string key = "Tab")
    {
        for (var i = 0; i < 30; i++)
        {
            if (await target.EvaluateAsync<bool>("e => e === document.activeElement"))
                return;
            await tab.Page.Keyboard.PressAsync(key);
        }

        await Expect(target).ToBeFocusedAsync();
    }

    private async Task<AnswerSummary?> NewestAsync() => await RecentAsync() is [var newest, ..] ? newest : null;

    private Task<IReadOnlyList<AnswerSummary>> RecentAsync() =>
        Services.GetRequiredService<IAnswerStore>().RecentAsync(Surface.Page, 2, CancellationToken.None);
}
