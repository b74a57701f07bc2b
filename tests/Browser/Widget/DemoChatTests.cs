using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CustomerService.Browser.Tests.Widget;

/// <summary>The widget on the demo store's pages: how it looks, reads and is worked without a mouse. The embedded assistant answers.</summary>
[Collection(BrowserCollection.Name)]
public sealed class DemoChatTests(BrowserFixture browser, SharedShop shop)
{
    public static TheoryData<string, int, ColorScheme> Looks => new()
    {
        { "ko-KR", 1280, ColorScheme.Light },
        { "en-US", 1280, ColorScheme.Dark },
        { "en-US", 390, ColorScheme.Light },
        { "ko-KR", 390, ColorScheme.Dark },
    };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Every_state_of_the_panel_is_accessible_and_fits(string locale, int width, ColorScheme scheme) =>
        await VisitAsync(new(locale, width, 844, scheme), async chat =>
        {
            await AssertFineAsync(chat);
            await chat.OpenAsync();
            await Expect(chat.Frame.Locator(".suggestion")).ToHaveCountAsync(3);
            await AssertFineAsync(chat);

            await chat.Frame.Locator(".suggestion").First.ClickAsync();
            await chat.EndedAsync(1);
            await Expect(chat.Cards).ToHaveCountAsync(4);
            await chat.Frame.Locator(".cite").First.ClickAsync();
            await AssertFineAsync(chat);

            await chat.Person.ClickAsync();
            await Expect(chat.Banner).ToBeVisibleAsync();
            await AssertFineAsync(chat);

            await chat.MenuAsync("상담 끝내기", "End conversation");
            await Expect(chat.Frame.Locator(".star")).ToHaveCountAsync(5);
            await chat.Button("더 보기", "More").ClickAsync();
            await AssertFineAsync(chat);
        });

    [Fact]
    public async Task Whole_conversation_is_held_with_the_keyboard_alone() => await VisitAsync(Look.Korean, async chat =>
    {
        var keyboard = chat.Page.Keyboard;
        await TabToAsync(chat.Page, chat.Launcher);
        await keyboard.PressAsync("Enter");
        await Expect(chat.Input).ToBeFocusedAsync();
        await keyboard.TypeAsync("장점이 뭐예요?");
        await keyboard.PressAsync("Shift+Enter");
        await keyboard.TypeAsync("재고도 알려 주세요");
        await keyboard.PressAsync("Enter");
        await chat.EndedAsync(1);
        await Expect(chat.Questions).ToContainTextAsync("장점이 뭐예요?\n재고도 알려 주세요");
        await Expect(chat.Frame.Locator("#announcer")).ToContainTextAsync("자동 상담: ");

        await BackTabToAsync(chat.Page, chat.Button("도움이 됐어요", "Helpful"));
        await keyboard.PressAsync("Space");
        await Expect(chat.Button("도움이 됐어요", "Helpful")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(chat.Button("도움이 됐어요", "Helpful")).ToBeFocusedAsync();
        await BackTabToAsync(chat.Page, chat.Frame.Locator(".cite").First);
        await keyboard.PressAsync("Enter");
        await Expect(chat.Frame.GetByRole(AriaRole.Note)).ToBeVisibleAsync();

        await BackTabToAsync(chat.Page, chat.Person);
        await keyboard.PressAsync("Enter");
        await Expect(chat.Banner).ToContainTextAsync("얼마나 걸릴지는 아직 알 수 없습니다.");
        await TabToAsync(chat.Page, chat.Button("자동 상담으로 돌아가기", "Back to the assistant"));
        await keyboard.PressAsync("Enter");
        await Expect(chat.Banner).ToBeHiddenAsync();

        await BackTabToAsync(chat.Page, chat.Button("더 보기", "More"));
        await keyboard.PressAsync("Enter");
        await TabToAsync(chat.Page, chat.Button("상담 끝내기", "End conversation"));
        await keyboard.PressAsync("Enter");
        await TabToAsync(chat.Page, chat.Button("5점 만점에 5점", "5 of 5 stars"));
        await keyboard.PressAsync("Enter");
        await Expect(chat.Banner).ToContainTextAsync("평가해 주셔서 고맙습니다.");

        await keyboard.PressAsync("Escape");
        await Expect(chat.Launcher).ToBeFocusedAsync();
        await Expect(chat.Input).ToBeHiddenAsync();
    });

    private static Task TabToAsync(IPage page, ILocator target) => MoveToAsync(page, target, "Tab");

    private static Task BackTabToAsync(IPage page, ILocator target) => MoveToAsync(page, target, "Shift+Tab");

    private static async Task MoveToAsync(IPage page, ILocator target, string key)
    {
        await Expect(target).ToBeVisibleAsync();
        for (var i = 0; i < 200; i++)
        {
            await page.Keyboard.PressAsync(key);
            if (await target.EvaluateAsync<bool>("e => e.getRootNode().activeElement === e && e.matches(':focus')"))
                return;
        }

        Assert.Fail($"{target} cannot be reached with {key}.");
    }

    private static async Task AssertFineAsync(ChatTab chat)
    {
        await Visit.AssertAccessibleAsync(chat.Page);
        await Visit.AssertFitsAsync(chat.Page);
        if (chat.Page.Frames.Count > 1)
            Assert.True(await chat.Page.Frames[1].EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), "the panel is wider than its frame");
    }

    private async Task VisitAsync(Look look, Func<ChatTab, Task> test, [CallerMemberName] string name = "") =>
        await browser.VisitAsync(shop.Host.Address, look, async visit => await test(new(await visit.OpenAsync("/demo/products/E001"))), name);
}
