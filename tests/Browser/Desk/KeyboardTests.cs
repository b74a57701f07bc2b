using CustomerService.Browser.Tests.Ask;
using CustomerService.Browser.Tests.Conversations;
using CustomerService.Core.Conversations;
using CustomerService.Core.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CustomerService.Browser.Tests.Desk;

/// <summary>A conversation from the list to its end without a mouse.</summary>
[Collection(BrowserCollection.Name)]
public sealed class KeyboardTests(BrowserFixture browser)
{
    [Fact]
    public async Task Everything_is_done_by_key()
    {
        await using var host = new AppHost();
        var customer = await (await (await Customer.ComeAsync(host.Services)).SayAsync("재고 있나요?")).AnsweredAsync();
        await customer.WantPersonAsync();
        await SaveAsync(host, "bye", "{product}을/를 찾아 주셔서 감사합니다.");
        await browser.VisitAsync(host, Look.Korean, async visit =>
        {
            var desk = await ConversationsTab.OpenAsync(visit, "/conversations");
            await Expect(desk.Rows).ToHaveCountAsync(1);
            var keys = desk.Page.Keyboard;
            await keys.PressAsync("j");
            await Expect(desk.Rows.First).ToBeFocusedAsync();
            await keys.PressAsync("Enter");
            await Expect(desk.Action("이어받기", "Take over")).ToBeVisibleAsync();
            await keys.PressAsync("t");
            await Expect(desk.Field).ToBeVisibleAsync();

            // At once, before the server can know of it: what is written after n is a note.
            await keys.PressAsync("n");
            await keys.TypeAsync("단골 고객입니다.");
            await keys.PressAsync("Enter");
            await Expect(desk.Thread.GetByRole(AriaRole.Article).Filter(new() { HasText = "단골 고객입니다." })).ToHaveCountAsync(1);
            await Expect(desk.Thread.Locator(".entry")).ToContainTextAsync("단골 고객입니다.");

            await keys.PressAsync("Escape");
            await keys.PressAsync("r");
            await keys.TypeAsync("/by");
            await Expect(desk.Thread.GetByRole(AriaRole.Option)).ToContainTextAsync("소닉웨이브 프로 48을 찾아 주셔서 감사합니다.");
            await keys.PressAsync("Enter");
            await Expect(desk.Field).ToHaveValueAsync("소닉웨이브 프로 48을 찾아 주셔서 감사합니다.");
            await keys.PressAsync("Enter");
            await Expect(desk.Field).ToHaveValueAsync("");
            await Expect(desk.Messages.Filter(new() { HasText = "찾아 주셔서" })).ToHaveCountAsync(1);

            await keys.PressAsync("Escape");
            await keys.PressAsync("d");
            await Expect(desk.Thread.Locator(".draft[data-state=done]")).ToContainTextAsync("127");
            await keys.PressAsync("Control+k");
            await Expect(desk.Page.GetByRole(AriaRole.Dialog, new() { Name = "명령" })).ToBeVisibleAsync();
            await keys.TypeAsync("종료");
            await Expect(desk.Page.Locator("#palette [aria-selected=true]")).ToContainTextAsync("종료");
            await keys.PressAsync("Escape");
            await keys.PressAsync("e");
            await Expect(desk.Action("다시 열기", "Reopen")).ToBeVisibleAsync();
            Assert.Equal(ConversationOwner.Closed, (await host.Services.GetRequiredService<IConversationStore>().FindAsync(customer.Thread.Id, default))!.Owner);
        });
    }

    [Fact]
    public async Task Keys_are_shown_work_with_a_Korean_layout_and_can_be_turned_off()
    {
        await using var host = new AppHost();
        await (await Customer.ComeAsync(host.Services)).SayAsync("재고 있나요?");
        await browser.VisitAsync(host, Look.English, async visit =>
        {
            var desk = await ConversationsTab.OpenAsync(visit, "/conversations");
            await Expect(desk.Rows).ToHaveCountAsync(1);
            await desk.Page.EvaluateAsync("document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ㅓ', code: 'KeyJ', bubbles: true, cancelable: true }))");
            await Expect(desk.Rows.First).ToBeFocusedAsync();

            await desk.Page.Keyboard.PressAsync("Shift+?");
            var help = desk.Page.GetByRole(AriaRole.Dialog, new() { Name = "Keys" });
            await Expect(help).ToContainTextAsync("Take over");
            await Visit.AssertAccessibleAsync(desk.Page);
            await help.GetByRole(AriaRole.Checkbox).UncheckAsync();
            await desk.Page.Keyboard.PressAsync("Escape");
            await Expect(help).ToBeHiddenAsync();
            await desk.Page.Keyboard.PressAsync("Shift+?");
            await desk.Page.Keyboard.PressAsync("Control+k");
            await Expect(desk.Page.GetByRole(AriaRole.Dialog, new() { Name = "Commands" })).ToBeVisibleAsync();
            await Expect(help).ToBeHiddenAsync();
            await Visit.AssertAccessibleAsync(desk.Page);

            await desk.Page.Keyboard.TypeAsync("재고");
            await desk.Page.Keyboard.PressAsync("Enter");
            await Expect(desk.Page).ToHaveURLAsync(AskTab.Saying("search="));
            await Expect(desk.Rows).ToHaveCountAsync(1);
        });
    }

    [Fact]
    public async Task Canned_reply_that_could_not_be_filled_is_not_sent()
    {
        await using var host = new AppHost();
        var customer = await (await Customer.ComeAsync(host.Services)).SayAsync("안녕하세요");
        await customer.WantPersonAsync();
        await SaveAsync(host, "hello", "{customer}님, 안녕하세요.");
        await browser.VisitAsync(host, Look.Korean, async visit =>
        {
            var desk = await ConversationsTab.OpenAsync(visit, customer.Address);
            await desk.TakeOverAsync();
            await desk.Field.PressSequentiallyAsync("/hello");
            await Expect(desk.Thread.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
            await desk.Field.PressAsync("Tab");
            await Expect(desk.Field).ToHaveValueAsync("{customer}님, 안녕하세요.");
            await desk.Field.PressAsync("Enter");
            await Expect(desk.Problem).ToContainTextAsync("채워지지 않은 항목");
            await Expect(desk.Field).ToHaveValueAsync("{customer}님, 안녕하세요.");
        });
    }

    private static Task<CannedProblem> SaveAsync(AppHost host, string shortcut, string text) =>
        host.Services.GetRequiredService<ICannedReplies>().SaveAsync(new("reply-1", shortcut, new LocalizedText(text, ""), "kim", default), default);
}
