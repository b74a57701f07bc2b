using System.Runtime.CompilerServices;
using CustomerService.Browser.Tests.Conversations;
using CustomerService.Core.Conversations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CustomerService.Browser.Tests.Widget;

/// <summary>What a customer and a shop do with the widget, on a page of another origin.</summary>
[Collection(BrowserCollection.Name)]
public sealed class WidgetTests(BrowserFixture browser, WidgetShop shop) : IClassFixture<WidgetShop>
{
    private const string InStock = "재고 있나요?";

    [Fact]
    public async Task Answer_streams_below_four_cards_and_is_there_again_after_a_reload_on_the_next_page_and_in_a_second_tab() => await VisitAsync(Look.Korean, async (visit, chat) =>
    {
        var gate = shop.Script();
        await chat.OpenAsync();
        await chat.SendAsync(InStock);
        await Expect(chat.Cards).ToHaveCountAsync(4);
        await Expect(chat.Cards.Filter(new() { HasText = "서울 물류센터" })).ToContainTextAsync("127");
        await Expect(chat.Answers).ToContainTextAsync("네, 재고가 있습니다.");
        gate.Open();
        await chat.EndedAsync(1);
        var words = await chat.WordsAsync();
        Assert.Equal([InStock, "네, 재고가 있습니다. 부산에는 45개가 있습니다."], words);

        await chat.Page.ReloadAsync();
        await chat.EndedAsync(1);
        Assert.Equal(words, await chat.WordsAsync());
        await Expect(chat.Cards).ToHaveCountAsync(4);
        await chat.Page.GetByRole(AriaRole.Link, new() { Name = "Next page" }).ClickAsync();
        await chat.EndedAsync(1);
        Assert.Equal(words, await chat.WordsAsync());

        var second = await new ChatTab(await visit.OpenAsync(shop.Site.Address + "other")).OpenAsync();
        await second.EndedAsync(1);
        gate.Close();
        await second.SendAsync("부산은요?");
        await Expect(chat.Answers.Last).ToContainTextAsync("네, 재고가 있습니다.");
        gate.Open();
        await chat.EndedAsync(2);
        await second.EndedAsync(2);
        Assert.Equal(await second.WordsAsync(), await chat.WordsAsync());
    });

    [Fact]
    public async Task Text_typed_before_the_panels_script_ran_is_kept() => await VisitAsync(Look.Korean, async (_, chat) =>
    {
        var script = await chat.HoldScriptAsync();
        await chat.OpenAsync();
        await chat.Input.FillAsync(InStock);
        script.SetResult();

        await Expect(chat.Frame.GetByText("보고 계신 상품")).ToBeVisibleAsync();
        await Expect(chat.Input).ToHaveValueAsync(InStock);
    });

    [Fact]
    public async Task Message_sent_before_the_panels_script_ran_is_sent() => await VisitAsync(Look.Korean, async (_, chat) =>
    {
        shop.Script().Open();
        var script = await chat.HoldScriptAsync();
        await chat.OpenAsync();
        await chat.SendAsync(InStock);
        await Expect(chat.Input).ToHaveValueAsync(InStock);
        script.SetResult();

        await chat.EndedAsync(1);
        await Expect(chat.Input).ToHaveValueAsync("");
        await Expect(chat.Questions).ToContainTextAsync(InStock);
        Assert.Equal("E001", (await shop.KeptAsync(chat))!.ProductId);
    });

    [Fact]
    public async Task Stopped_answer_keeps_its_words_and_is_tried_again() => await VisitAsync(Look.Korean, async (_, chat) =>
    {
        var gate = shop.Script();
        await chat.OpenAsync();
        await chat.SendAsync(InStock);
        await Expect(chat.Answers).ToContainTextAsync("네, 재고가 있습니다.");
        await chat.Stop.ClickAsync();
        await Expect(chat.Answers).ToContainTextAsync("여기에서 중지했습니다.");
        gate.Open();
        await chat.Button("다시 시도", "Try again").ClickAsync();

        await Expect(chat.Answers).ToHaveCountAsync(2);
        await Expect(chat.Answers.Last).ToContainTextAsync(WidgetShop.First + WidgetShop.Rest);
        await chat.EndedAsync(2);
    });

    [Fact]
    public async Task Thumb_rating_and_the_end_are_kept_and_a_new_conversation_begins() => await VisitAsync(Look.Korean, async (_, chat) =>
    {
        shop.Script().Open();
        await chat.OpenAsync();
        await chat.SendAsync(InStock);
        await chat.EndedAsync(1);
        await chat.Button("도움이 됐어요", "Helpful").ClickAsync();
        await Expect(chat.Button("도움이 됐어요", "Helpful")).ToHaveAttributeAsync("aria-pressed", "true");

        await chat.MenuAsync("상담 끝내기", "End conversation");
        await chat.Button("5점 만점에 4점", "4 of 5 stars").ClickAsync();
        await Expect(chat.Banner).ToContainTextAsync("평가해 주셔서 고맙습니다.");
        var kept = await shop.KeptAsync(chat);
        Assert.Equal((ConversationOwner.Closed, 4), (kept!.Owner, kept.Rating));

        await chat.Banner.GetByRole(AriaRole.Button, new() { Name = "새 상담 시작" }).ClickAsync();
        await Expect(chat.Messages).ToHaveCountAsync(0);
        await chat.SendAsync(InStock);
        await chat.EndedAsync(1);
        Assert.NotEqual(kept.Id, await chat.ConversationIdAsync());
    });

    [Fact]
    public async Task Person_is_asked_for_with_what_is_known_of_the_wait_and_let_go_again() => await VisitAsync(Look.Korean, async (_, chat) =>
    {
        await chat.OpenAsync();
        await chat.Person.ClickAsync();
        await Expect(chat.Banner).ToContainTextAsync("얼마나 걸릴지는 아직 알 수 없습니다.");
        await chat.SendAsync("주문을 바꾸고 싶어요");
        await Expect(chat.Questions).ToHaveCountAsync(1);
        await Expect(chat.Answers).ToHaveCountAsync(0);

        await chat.Button("자동 상담으로 돌아가기", "Back to the assistant").ClickAsync();
        await Expect(chat.Log).ToContainTextAsync("자동 상담으로 돌아왔습니다");
        await Expect(chat.Person).ToBeVisibleAsync();
    });

    [Fact]
    public async Task Customer_and_agent_see_each_other_typing() => await VisitAsync(Look.English, async (visit, chat) =>
    {
        await chat.OpenAsync();
        await chat.Person.ClickAsync();
        await Expect(chat.Banner).ToBeVisibleAsync();
        var id = await chat.ConversationIdAsync();
        await visit.SignInAsync(shop.Host.Address, await shop.Host.StaffCookieAsync());
        var desk = await ConversationsTab.OpenAsync(visit, new Uri(shop.Host.Address, $"/conversations/{id}").ToString());
        await Expect(desk.Thread).ToContainTextAsync("asked for a person");

        await chat.Input.PressSequentiallyAsync("Hel");
        await Expect(desk.Thread).ToContainTextAsync("is typing…");
        await chat.SendAsync("Hello");
        await Expect(desk.Messages.First).ToContainTextAsync("Hello");
        await Expect(desk.Thread).Not.ToContainTextAsync("is typing…");

        var typing = chat.Frame.GetByText("Support is typing…");
        await Expect(typing).ToBeHiddenAsync();
        shop.Host.Services.GetRequiredService<IConversationFeed>().PublishTyping(id, MessageAuthor.Agent);
        await Expect(typing).ToBeVisibleAsync();
        await Expect(typing).ToBeHiddenAsync();
    });

    [Fact]
    public async Task Enter_that_ends_a_composition_does_not_send() => await VisitAsync(Look.Korean, async (_, chat) =>
    {
        shop.Script().Open();
        await chat.OpenAsync();
        await chat.Input.PressSequentiallyAsync("재고 ");
        var devTools = await chat.Page.Context.NewCDPSessionAsync(chat.Page);
        await devTools.SendAsync("Input.imeSetComposition", new() { ["text"] = "있", ["selectionStart"] = 1, ["selectionEnd"] = 1 });
        await Expect(chat.Input).ToHaveValueAsync("재고 있");
        await devTools.SendAsync("Input.dispatchKeyEvent", new() { ["type"] = "rawKeyDown", ["key"] = "Enter", ["code"] = "Enter", ["windowsVirtualKeyCode"] = 229 });
        await devTools.SendAsync("Input.dispatchKeyEvent", new() { ["type"] = "keyUp", ["key"] = "Enter", ["code"] = "Enter", ["windowsVirtualKeyCode"] = 229 });
        await devTools.SendAsync("Input.insertText", new() { ["text"] = "있" });
        await chat.Input.PressSequentiallyAsync("나요?");
        await chat.Input.PressAsync("Enter");
        await chat.EndedAsync(1);
        Assert.Equal(InStock, (await chat.WordsAsync())[0]);
    });

    [Fact]
    public async Task File_and_text_that_is_too_long_are_refused_in_words_and_the_text_is_kept() => await VisitAsync(Look.Korean, async (_, chat) =>
    {
        await chat.OpenAsync();
        await chat.Input.EvaluateAsync(
            "input => { const files = new DataTransfer(); files.items.add(new File(['x'], 'a.png', { type: 'image/png' })); input.dispatchEvent(new ClipboardEvent('paste', { clipboardData: files, bubbles: true, cancelable: true })); }");
        await Expect(chat.Notice).ToContainTextAsync("파일과 사진은 받을 수 없습니다.");
        var text = new string('가', 2_001);
        await chat.SendAsync(text);
        await Expect(chat.Notice).ToContainTextAsync("2,000자까지");
        await Expect(chat.Input).ToHaveValueAsync(text);
        await Expect(chat.Messages).ToHaveCountAsync(0);
    });

    [Fact]
    public async Task Transcript_holds_the_whole_conversation() => await VisitAsync(Look.English, async (_, chat) =>
    {
        shop.Script("Yes, it is in stock. Busan ", "has 45.").Open();
        await chat.OpenAsync();
        await chat.SendAsync("Is it in stock?");
        await chat.EndedAsync(1);
        var file = await chat.Page.RunAndWaitForDownloadAsync(() => chat.MenuAsync("대화 내려받기", "Download transcript"));
        var text = await File.ReadAllTextAsync(await file.PathAsync());
        Assert.Matches("(?s)You\nIs it in stock\\?.+Assistant\nYes, it is in stock\\. Busan has 45\\.", text);
    });

    private async Task VisitAsync(Look look, Func<Visit, ChatTab, Task> test, [CallerMemberName] string name = "") =>
        await browser.VisitAsync(shop.Site.Address, look, async visit =>
        {
            await test(visit, new(await visit.OpenAsync("/")));
            Assert.DoesNotContain(visit.Console, line => line.StartsWith("error", StringComparison.Ordinal) && !line.Contains("favicon", StringComparison.Ordinal));
        }, name);
}
