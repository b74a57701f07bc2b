using CustomerService.Browser.Tests.Ask;
using CustomerService.Browser.Tests.Conversations;
using CustomerService.Core.Conversations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CustomerService.Browser.Tests.Desk;

/// <summary>The agents' page without a mouse.</summary>
[Collection(BrowserCollection.Name)]
public sealed class KeyboardTests(BrowserFixture browser, SharedShop shop) : IClassFixture<SharedShop>
{
    [Fact]
    public async Task Keys_walk_the_list_open_take_over_answer_and_close() => await VisitAsync(Look.English, async visit =>
    {
        var (older, newer) = (await ComeAsync(), await ComeAsync());
        var tab = await ConversationsTab.OpenAsync(visit, "/conversations");
        await Expect(tab.Row(newer.Thread)).ToBeVisibleAsync();

        await PressAsync(tab, "j");
        await Expect(tab.Row(newer.Thread)).ToBeFocusedAsync();
        // The place of j where the layout is Korean.
        await tab.Page.EvaluateAsync("document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'ㅓ', code: 'KeyJ', bubbles: true, cancelable: true }))");
        await Expect(tab.Row(older.Thread)).ToBeFocusedAsync();
        await PressAsync(tab, "k");
        await Expect(tab.Row(newer.Thread)).ToBeFocusedAsync();
        await PressAsync(tab, "j", "o");
        await Expect(tab.Page).ToHaveURLAsync(AskTab.Saying($"/conversations/{older.Thread.Id}$"));
        await Expect(tab.Action("이어받기", "Take over")).ToBeEnabledAsync();

        await PressAsync(tab, "t");
        await Expect(tab.Field).ToBeVisibleAsync();
        await PressAsync(tab, "r");
        await Expect(tab.Field).ToBeFocusedAsync();
        await tab.Page.Keyboard.TypeAsync("jkte? Hello");
        await Expect(tab.Field).ToHaveValueAsync("jkte? Hello");
        await PressAsync(tab, "Control+Enter");
        await Expect(tab.Field).ToHaveValueAsync("");
        await Expect(tab.Thread).ToContainTextAsync("jkte? Hello");

        await PressAsync(tab, "Escape");
        await Expect(tab.Field).Not.ToBeFocusedAsync();
        await PressAsync(tab, "e");
        await Expect(tab.Action("다시 열기", "Reopen")).ToBeVisibleAsync();
    });

    [Fact]
    public async Task Words_written_and_sent_at_once_after_choosing_a_note_are_a_note() => await VisitAsync(Look.English, async visit =>
    {
        var customer = await ComeAsync();
        var tab = await ConversationsTab.OpenAsync(visit, customer.Address);
        await tab.TakeOverAsync();
        await tab.Field.FillAsync("not finished");

        await tab.Page.EvaluateAsync("""
            () => {
              const press = (target, key, code) => target.dispatchEvent(new KeyboardEvent("keydown", { key, code, bubbles: true, cancelable: true }));
              document.activeElement.blur();
              press(document.body, "n", "KeyN");
              const field = document.activeElement;
              field.setRangeText("for colleagues");
              field.dispatchEvent(new InputEvent("input", { bubbles: true }));
              press(field, "Enter", "Enter");
            }
            """);

        await Expect(tab.Thread.GetByText("for colleagues")).ToHaveCountAsync(1);
        await Expect(tab.Field).ToHaveValueAsync("");
        var (entries, pending) = await Services.GetRequiredService<IDeskStore>().ReadAsync(customer.Thread.Id, 0, CancellationToken.None);
        Assert.Single(entries, e => e.Text == "for colleagues");
        Assert.Empty(pending);
        await PressAsync(tab, "Escape", "r");
        await Expect(tab.Field).ToHaveValueAsync("not finished");
        await tab.Page.ReloadAsync();
        await Expect(tab.Field).ToHaveValueAsync("not finished");
    });

    [Fact]
    public async Task Slash_offers_canned_replies_in_the_customers_language() => await VisitAsync(Look.English, async visit =>
    {
        var customer = await ComeAsync();
        var tab = await ConversationsTab.OpenAsync(visit, customer.Address);
        await tab.TakeOverAsync();
        await Expect(tab.Field).ToBeVisibleAsync();
        await PressAsync(tab, "r", "/");
        var options = tab.Thread.Locator(".composer").GetByRole(AriaRole.Option);
        await Expect(options.Nth(5)).ToBeVisibleAsync();
        await Visit.AssertAccessibleAsync(tab.Page);
        await PressAsync(tab, "ArrowDown");
        await Expect(options.Nth(1)).ToHaveAttributeAsync("aria-selected", "true");
        await PressAsync(tab, "Escape");
        await Expect(options).ToHaveCountAsync(0);
        await Expect(tab.Field).ToBeFocusedAsync();

        // Enter before the list is there takes its first.
        await tab.Page.Keyboard.TypeAsync("stock");
        await PressAsync(tab, "Enter");
        await Expect(tab.Field).ToHaveValueAsync(AskTab.Saying("^소닉웨이브 .*[은는] 지금 주문하실 수 있습니다"));

        await tab.Field.FillAsync("{product} is here");
        await PressAsync(tab, "Enter");
        await Expect(tab.Problem).ToContainTextAsync("replace what stands in braces");
        await Expect(tab.Field).ToHaveValueAsync("{product} is here");

        await PressAsync(tab, "Escape", "n");
        await tab.Page.Keyboard.TypeAsync("/hel");
        await Expect(options).ToHaveCountAsync(1);
        await PressAsync(tab, "Tab");
        await Expect(tab.Field).ToHaveValueAsync("안녕하세요! 상담사 Kim입니다. 무엇을 도와드릴까요?");
        await PressAsync(tab, "Enter");
        await Expect(tab.Field).ToHaveValueAsync("");
        await Expect(tab.Thread).ToContainTextAsync("상담사 Kim입니다");
    });

    [Fact]
    public async Task Palette_finds_what_can_be_pressed_and_what_was_said() => await VisitAsync(Look.Korean, async visit =>
    {
        var customer = await ComeAsync();
        var tab = await ConversationsTab.OpenAsync(visit, customer.Address);
        await Expect(tab.Action("이어받기", "Take over")).ToBeEnabledAsync();

        await PressAsync(tab, "Control+k");
        var palette = tab.Page.GetByRole(AriaRole.Dialog);
        await Expect(palette.GetByRole(AriaRole.Combobox)).ToBeFocusedAsync();
        await Visit.AssertAccessibleAsync(tab.Page);
        await tab.Page.Keyboard.TypeAsync("이어받");
        await PressAsync(tab, "Enter");
        await Expect(tab.Field).ToBeVisibleAsync();
        await Expect(palette).ToHaveCountAsync(0);

        await PressAsync(tab, "Control+k");
        await tab.Page.Keyboard.TypeAsync("잃어버린 택배");
        await PressAsync(tab, "Enter");
        await Expect(tab.Page).ToHaveURLAsync(AskTab.Saying("/conversations\\?search="));

        await PressAsync(tab, "Control+k");
        await tab.Page.Keyboard.TypeAsync("자주 쓰는 답변");
        await PressAsync(tab, "Enter");
        await Expect(tab.Page).ToHaveURLAsync(AskTab.Saying("/replies$"));
    });

    [Theory]
    [InlineData("ko-KR", 1280, ColorScheme.Light)]
    [InlineData("en-US", 390, ColorScheme.Dark)]
    public async Task Help_tells_the_keys_and_turns_single_ones_off(string locale, int width, ColorScheme scheme) => await VisitAsync(new(locale, width, 844, scheme), async visit =>
    {
        await ComeAsync();
        var tab = await ConversationsTab.OpenAsync(visit, "/conversations");
        await Expect(tab.Rows.First).ToBeVisibleAsync();
        await PressAsync(tab, "?");
        var help = tab.Page.GetByRole(AriaRole.Dialog);
        await Expect(help.Locator("kbd").First).ToBeVisibleAsync();
        await Visit.AssertAccessibleAsync(tab.Page);
        await Visit.AssertFitsAsync(tab.Page);

        await help.GetByRole(AriaRole.Checkbox).FocusAsync();
        await PressAsync(tab, "Space", "Escape");
        await Expect(help).ToHaveCountAsync(0);
        await PressAsync(tab, "j");
        await Expect(tab.Rows.First).Not.ToBeFocusedAsync();
        await PressAsync(tab, "Control+k");
        await Expect(help).ToBeVisibleAsync();
    });

    [Theory]
    [InlineData("ko-KR", 390, ColorScheme.Light)]
    [InlineData("en-US", 1280, ColorScheme.Dark)]
    public async Task Canned_reply_is_added_changed_and_deleted_by_keyboard(string locale, int width, ColorScheme scheme) => await VisitAsync(new(locale, width, 844, scheme), async visit =>
    {
        var page = await visit.OpenAsync("/replies");
        await Expect(page.Locator(".replies[data-live]")).ToHaveCountAsync(1);
        await Visit.AssertAccessibleAsync(page);
        await Visit.AssertFitsAsync(page);
        var shortcut = $"new-{width}";
        var row = page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = shortcut });

        await Button("새 답변", "New reply").PressAsync("Enter");
        await Expect(page.Locator(".reply-form input")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(shortcut);
        await PressAsync("Tab");
        await page.Keyboard.TypeAsync("{product}은/는 있습니다");
        await Expect(page.Locator(".reply-preview").First).ToContainTextAsync("무선 이어폰은 있습니다");
        await Visit.AssertAccessibleAsync(page);
        await Visit.AssertFitsAsync(page);
        await Button("저장", "Save").PressAsync("Enter");
        await Expect(row).ToContainTextAsync("{product}은/는 있습니다");

        await Button($".{shortcut} 수정", $"Edit .{shortcut}").PressAsync("Enter");
        await Expect(page.Locator(".reply-form input")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync("x");
        await PressAsync("Enter");
        await Expect(row).ToContainTextAsync($"/{shortcut}x");
        await Expect(row.GetByRole(AriaRole.Button).First).ToBeFocusedAsync();

        await PressAsync("Tab");
        await PressAsync("Enter");
        await row.GetByRole(AriaRole.Button, new() { NameRegex = AskTab.Saying("^(삭제|Delete)$") }).PressAsync("Enter");
        await Expect(row).ToHaveCountAsync(0);

        ILocator Button(string korean, string english) => page.GetByRole(AriaRole.Button, new() { NameRegex = AskTab.Saying($"^({korean}|{english})$") });
        Task PressAsync(string key) => page.Keyboard.PressAsync(key);
    });

    private IServiceProvider Services => shop.Host.Services;

    private static async Task PressAsync(ConversationsTab tab, params string[] keys)
    {
        foreach (var key in keys)
            await tab.Page.Keyboard.PressAsync(key);
    }

    private async Task<Customer> ComeAsync() => await (await (await Customer.ComeAsync(Services)).SayAsync("재고 있나요?")).AnsweredAsync();

    private Task VisitAsync(Look look, Func<Visit, Task> visit, [System.Runtime.CompilerServices.CallerMemberName] string name = "") => browser.VisitAsync(shop.Host, look, visit, name);
}
