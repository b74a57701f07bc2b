using System.Globalization;
using CustomerService.Browser.Tests.Ask;
using CustomerService.Core.Conversations;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CustomerService.Browser.Tests.Conversations;

/// <summary>The Conversations page while customers write.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ConversationsTests(BrowserFixture browser, SharedShop shop) : AskTests(browser, shop)
{
    private const string Question = AskTab.ProsAndCons;

    [Fact]
    public async Task New_conversation_arrives_in_the_list_and_opens_while_its_answer_grows() => await VisitAsync(Look.Korean, async visit =>
    {
        var tab = new ConversationsTab(await visit.OpenAsync("/ask"));
        // A click at the very moment in which the page becomes interactive hits a link that is being replaced.
        await Expect(tab.Page.GetByRole(AriaRole.Textbox, new() { Name = "질문" })).ToBeEditableAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "상담", Exact = true }).ClickAsync();
        await Expect(tab.List).ToHaveAttributeAsync("aria-busy", "false");
        HoldText();

        var customer = await (await Customer.ComeAsync(Services)).SayAsync(Question);

        var row = tab.Row(customer.Thread);
        await Expect(tab.Rows.First).ToContainTextAsync(ConversationsTab.Name(customer.Thread));
        await Expect(row).ToContainTextAsync("답변 중");
        await Expect(row).ToContainTextAsync("소닉웨이브 프로 48");
        await row.ClickAsync();
        await Expect(tab.Page).ToHaveURLAsync(AskTab.Saying($"/conversations/{customer.Thread.Id}$"));
        await Expect(row).ToHaveAttributeAsync("aria-current", "page");
        await Expect(tab.Messages.First).ToContainTextAsync(Question);
        var answer = tab.Messages.Nth(1);
        await Gates.Text.Arrived;
        await Expect(answer.Locator(".answer-text")).Not.ToBeEmptyAsync();
        await Expect(answer).ToHaveAttributeAsync("aria-busy", "true");
        await Expect(answer.Locator("summary [data-state=Found]")).ToHaveCountAsync(4);
        await Expect(answer.Locator("summary")).ToContainTextAsync("리뷰 분석");
        await Expect(tab.Announced).ToBeEmptyAsync();

        Gates.Text.Open();

        await Expect(answer).ToHaveAttributeAsync("aria-busy", "false");
        await Expect(answer).ToContainTextAsync("내장 도우미");
        await Expect(answer).ToContainTextAsync("172개");
        await Expect(tab.Announced).ToContainTextAsync(AskTab.Saying("^도우미: .+"));
        await Expect(row).ToContainTextAsync("도우미:");
        await Expect(row).Not.ToContainTextAsync("답변 중");

        await customer.RateAsync(2, Thumb.Up);
        await Expect(answer).ToContainTextAsync("도움이 됨");
        await customer.RateAsync(4);
        await Expect(tab.Thread.GetByRole(AriaRole.Img, new() { Name = "고객 평점 5점 만점에 4점" })).ToBeVisibleAsync();
        await customer.WantPersonAsync();
        await Expect(tab.Thread).ToContainTextAsync("고객이 상담원 연결을 요청했습니다");
    });

    [Fact]
    public async Task Reload_in_mid_answer_shows_the_same_and_follows_on() => await VisitAsync(Look.Korean, async visit =>
    {
        HoldText();
        var customer = await (await Customer.ComeAsync(Services)).SayAsync(Question);
        await Gates.Text.Arrived;
        var tab = await ConversationsTab.OpenAsync(visit, customer.Address);
        var text = tab.Messages.Nth(1).Locator(".answer-text");
        await Expect(text).Not.ToBeEmptyAsync();
        var part = await text.InnerTextAsync();

        await tab.Page.ReloadAsync();
        await tab.LiveAsync();
        await Expect(text).ToHaveTextAsync(part, new() { UseInnerText = true });
        Gates.Text.Open();

        await Expect(tab.Messages.Nth(1)).ToHaveAttributeAsync("aria-busy", "false");
        Assert.StartsWith(part.TrimEnd(), await text.InnerTextAsync(), StringComparison.Ordinal);
        await Expect(tab.Messages).ToHaveCountAsync(2);
    });

    [Fact]
    public async Task Rows_are_walked_by_keyboard_and_the_focus_stays_on_its_row_when_the_list_moves() => await VisitAsync(Look.English, async visit =>
    {
        var third = await (await Customer.ComeAsync(Services)).SayAsync("third");
        var second = await (await Customer.ComeAsync(Services)).SayAsync("second");
        var first = await (await Customer.ComeAsync(Services)).SayAsync("first");
        foreach (var customer in new[] { third, second, first })
            await customer.AnsweredAsync();
        var tab = await ConversationsTab.OpenAsync(visit, "/conversations");
        var order = await OrderAsync(tab);

        await tab.List.Locator(".filters summary").FocusAsync();
        await tab.Page.Keyboard.PressAsync("Tab");
        await Expect(tab.Rows.First).ToBeFocusedAsync();
        await tab.Page.Keyboard.PressAsync("ArrowDown");
        await tab.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(tab.Rows.Nth(2)).ToBeFocusedAsync();
        await tab.Page.Keyboard.PressAsync("ArrowUp");
        var focused = tab.Row(order[1]);
        await Expect(focused).ToBeFocusedAsync();

        await new[] { third, second, first }.Single(c => ConversationsTab.Name(c.Thread) == order[2]).WantPersonAsync();

        await Expect(tab.Rows.First).ToContainTextAsync(order[2]);
        await Expect(focused).ToBeFocusedAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Thread.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToContainTextAsync(order[1]);
    });

    [Fact]
    public async Task Filter_is_kept_in_the_address_and_follows_who_holds_the_conversation() => await VisitAsync(Look.English, async visit =>
    {
        var customer = await (await Customer.ComeAsync(Services)).SayAsync("Hello");
        await customer.WantPersonAsync();
        var tab = await ConversationsTab.OpenAsync(visit, "/conversations");
        await Expect(tab.Row(customer.Thread)).ToContainTextAsync("Waiting");

        await tab.Filter.GetByRole(AriaRole.Link, new() { NameRegex = AskTab.Saying("^Waiting") }).ClickAsync();
        await Expect(tab.Page).ToHaveURLAsync(AskTab.Saying(@"/conversations\?view=waiting$"));
        await tab.Page.ReloadAsync();
        await tab.LiveAsync();
        await Expect(tab.Row(customer.Thread)).ToBeVisibleAsync();
        await tab.Row(customer.Thread).ClickAsync();
        await Expect(tab.Page).ToHaveURLAsync(AskTab.Saying(@"/conversations/C\w+\?view=waiting$"));

        await customer.CloseAsync();
        await Expect(tab.Row(customer.Thread)).ToHaveCountAsync(0);
        await Expect(tab.Thread).ToContainTextAsync("The conversation was closed");
        await tab.Filter.GetByRole(AriaRole.Link, new() { NameRegex = AskTab.Saying("^Closed") }).ClickAsync();
        await Expect(tab.Row(customer.Thread)).ToContainTextAsync("Closed");
    });

    [Fact]
    public async Task Citation_unfolds_the_evidence_it_leads_to() => await VisitAsync(Look.Korean, async visit =>
    {
        var customer = await (await Customer.ComeAsync(Services)).SayAsync(Question);
        await customer.SayAsync("재고 있나요?");
        var tab = await ConversationsTab.OpenAsync(visit, customer.Address);
        var answer = tab.Messages.Filter(new() { Has = tab.Page.Locator(".citation") }).Last;
        await Expect(answer).ToHaveAttributeAsync("aria-busy", "false");
        await Expect(answer.Locator("[data-evidence]")).ToHaveCountAsync(0);

        await answer.Locator(".citation").First.ClickAsync();

        var line = answer.Locator(".evidence-shown");
        await Expect(line).ToBeInViewportAsync();
        Assert.Equal(await answer.Locator(".citation").First.GetAttributeAsync("data-cites"), await line.GetAttributeAsync("data-evidence"));
        await Expect(tab.Page).ToHaveURLAsync(AskTab.Saying($"/conversations/{customer.Thread.Id}$"));
    });

    [Fact]
    public async Task Narrow_window_shows_one_at_a_time_with_a_way_back() => await VisitAsync(Look.Korean.Narrow, async visit =>
    {
        var customer = await (await Customer.ComeAsync(Services)).SayAsync("안녕하세요");
        await customer.WantPersonAsync();
        var tab = await ConversationsTab.OpenAsync(visit, "/conversations?view=waiting");
        await Expect(tab.Thread).ToBeHiddenAsync();
        await tab.Row(customer.Thread).ClickAsync();
        await Expect(tab.Messages.First).ToContainTextAsync("안녕하세요");
        await Expect(tab.List).ToBeHiddenAsync();

        await tab.Back.ClickAsync();

        await Expect(tab.Row(customer.Thread)).ToBeVisibleAsync();
        await Expect(tab.Page).ToHaveURLAsync(AskTab.Saying(@"/conversations\?view=waiting$"));
        await tab.GoToAsync("/conversations/C00000000000000000000000000000000");
        await Expect(tab.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("이 주소에는 상담이 없습니다");
    });

    [Fact]
    public async Task Of_a_long_list_what_is_looked_at_is_there_and_it_stays_in_place_when_something_comes() => await VisitAsync(Look.English, async visit =>
    {
        for (var i = 0; i < 55; i++)
            await (await (await Customer.ComeAsync(Services, null)).SayAsync($"Question {i}.")).WantPersonAsync();
        var tab = await ConversationsTab.OpenAsync(visit, "/conversations?view=waiting");
        await Expect(tab.Rows.First).ToContainTextAsync("Question 54.");
        Assert.True(await tab.Rows.CountAsync() < 40);

        await tab.List.Locator(".inbox-rows").EvaluateAsync("list => { list.scrollTop = list.scrollHeight; }");
        var oldest = tab.Rows.Filter(new() { HasText = "Question 0." });
        await Expect(oldest).ToBeInViewportAsync();
        var waiting = tab.Filter.GetByRole(AriaRole.Link, new() { NameRegex = AskTab.Saying("^Waiting") }).Locator(".owners-count");
        var before = int.Parse(await waiting.InnerTextAsync(), CultureInfo.InvariantCulture);
        await (await (await Customer.ComeAsync(Services, null)).SayAsync("The newest one.")).WantPersonAsync();
        await Expect(waiting).ToHaveTextAsync((before + 1).ToString(CultureInfo.InvariantCulture));
        await Expect(oldest).ToBeInViewportAsync();

        await tab.List.Locator(".inbox-rows").EvaluateAsync("list => { list.scrollTop = 0; }");
        await Expect(tab.Rows.First).ToContainTextAsync("The newest one.");
    });

    private static async Task<IReadOnlyList<string>> OrderAsync(ConversationsTab tab)
    {
        await Expect(tab.Rows.Nth(2)).ToBeVisibleAsync();
        return [.. (await tab.Rows.Locator(".row-name").AllInnerTextsAsync()).Select(name => name.Split(' ')[^1])];
    }
}
