using System.Runtime.CompilerServices;
using CustomerService.Testing;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CustomerService.Browser.Tests.Widget;

/// <summary>What a shop and its page do with the widget: who may embed it, what it says of its customer, and what it hears.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ShopPageTests(BrowserFixture browser, WidgetShop shop) : IClassFixture<WidgetShop>
{
    private const string InStock = "재고 있나요?";

    [Fact]
    public async Task Nothing_but_the_launcher_is_fetched_before_the_first_open() => await VisitAsync(Look.English, async (visit, _) =>
    {
        var page = await visit.NewTabAsync();
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        page.WebSocket += (_, socket) => asked.Add(socket.Url);
        await page.GotoAsync(shop.Site.Address.ToString());
        var chat = new ChatTab(page);
        await Expect(chat.Launcher).ToBeVisibleAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        Assert.Equal([new Uri(shop.Host.Address, "/widget.js").ToString()], asked.Where(a => !a.StartsWith(shop.Site.Origin, StringComparison.Ordinal)));
        await chat.OpenAsync();
        await Expect(chat.Frame.GetByRole(AriaRole.Heading, new() { Name = "Hello, how can we help?" })).ToBeVisibleAsync();
    });

    [Fact]
    public async Task Page_that_may_not_embed_it_says_so_and_gets_no_conversation() => await VisitAsync(Look.English, async (visit, _) =>
    {
        var page = await visit.OpenAsync(shop.Stranger.Address.ToString());
        await new ChatTab(page).Launcher.ClickAsync();

        var frame = page.FrameLocator("iframe");
        await Expect(frame.GetByText("The chat is not available on this page.")).ToBeVisibleAsync();
        await Expect(frame.GetByText(shop.Stranger.Origin)).ToBeVisibleAsync();
        await Expect(frame.GetByRole(AriaRole.Textbox)).ToHaveCountAsync(0);
        // The panel itself, framed in spite of that, is refused by the browser.
        await page.EvaluateAsync(
            "address => { const frame = document.createElement('iframe'); frame.id = 'stolen'; frame.src = address; document.body.append(frame); }",
            new Uri(shop.Host.Address, $"/widget/panel?host={Uri.EscapeDataString(shop.Site.Origin)}").ToString());
        await Expect(page.FrameLocator("#stolen").Locator("body")).Not.ToContainTextAsync("Support");
        await Expect(page.FrameLocator("#stolen").GetByRole(AriaRole.Textbox)).ToHaveCountAsync(0);
    }, expectsRefusal: true);

    [Fact]
    public async Task Customer_whom_the_shop_has_signed_finds_the_conversation_at_another_browser_and_nobody_else_does()
    {
        const string customer = "C12345";
        shop.Script().Open();
        var words = $"{InStock} {Guid.NewGuid():N}";
        await VisitAsync(Look.Korean, async (_, chat) =>
        {
            await chat.OpenAsync();
            await chat.SendAsync(words);
            await chat.EndedAsync(1);
            await IdentifyAsync(chat, customer, WidgetShop.Sign(customer, Now.AddHours(1)));
            await Eventually.TrueAsync(async () => (await shop.KeptAsync(chat))?.CustomerId == customer);
        });
        await VisitAsync(Look.Korean, async (_, chat) =>
        {
            await chat.OpenAsync();
            foreach (var wrong in new[] { WidgetShop.Sign("C67890", Now.AddHours(1)), WidgetShop.Sign(customer, Now.AddHours(-1)), "1.00", "" })
            {
                var told = chat.Page.WaitForConsoleMessageAsync(new() { Predicate = m => m.Text.Contains("stays anonymous", StringComparison.Ordinal) });
                await IdentifyAsync(chat, customer, wrong);
                if (wrong.Length > 0)
                    await told;
                await Expect(chat.Messages).ToHaveCountAsync(0);
            }

            await IdentifyAsync(chat, customer, WidgetShop.Sign(customer, Now.AddHours(1)));
            await Expect(chat.Questions).ToContainTextAsync(words);
            await chat.Page.EvaluateAsync("() => CustomerService.reset()");
            await Expect(chat.Messages).ToHaveCountAsync(0);
            Assert.DoesNotContain("hash", chat.Page.Frames[1].Url, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Page_steers_the_widget_and_hears_of_it() => await VisitAsync(Look.Korean, async (_, chat) =>
    {
        shop.Script().Open();
        await Expect(chat.Launcher).ToBeVisibleAsync();
        await chat.Page.EvaluateAsync(
            "() => { window.heard = []; for (const e of ['ready', 'open', 'close', 'message', 'unread']) CustomerService.on(e, d => window.heard.push(e + (d?.author ?? d ?? ''))); CustomerService.open(); }");
        await Expect(chat.Frame.GetByText("보고 계신 상품: 소닉웨이브 프로 48")).ToBeVisibleAsync();
        await chat.Page.EvaluateAsync("() => CustomerService.setProduct('E002')");
        await Expect(chat.Frame.GetByText("보고 계신 상품: 소닉웨이브 스포츠")).ToBeVisibleAsync();
        await chat.Page.EvaluateAsync("() => CustomerService.setLanguage('en')");
        await Expect(chat.Frame.GetByText("You are looking at SonicWave Sport")).ToBeVisibleAsync();
        var gate = shop.Script();
        await chat.SendAsync(InStock);
        await Expect(chat.Answers).ToContainTextAsync("네, 재고가 있습니다.");
        await chat.Page.EvaluateAsync("() => CustomerService.close()");
        await Expect(chat.Input).ToBeHiddenAsync();
        gate.Open();

        await Expect(chat.Launcher).ToHaveAccessibleNameAsync("Open chat, 1 new");
        await chat.Page.EvaluateAsync("() => CustomerService.toggle()");
        await Expect(chat.Launcher).ToHaveAccessibleNameAsync("Close chat");
        await chat.Page.WaitForFunctionAsync("() => window.heard.at(-1) === 'unread0' && window.heard.includes('unread1')");
        Assert.Equal(["ready", "open", "unread0", "close", "messageassistant", "unread1", "open", "unread0"], await chat.Page.EvaluateAsync<string[]>("window.heard"));
    });

    [Fact]
    public async Task Messages_from_another_window_are_not_heard() => await VisitAsync(Look.English, async (_, chat) =>
    {
        await chat.OpenAsync();
        await chat.Page.EvaluateAsync("() => postMessage({ type: 'close' }, '*')");
        await chat.Page.Frames[1].EvaluateAsync("() => postMessage({ type: 'context', language: 'ko', productId: null }, '*')");
        await chat.SendAsync("Is it in stock?");
        await Expect(chat.Questions).ToHaveCountAsync(1);
        await Expect(chat.Frame.GetByRole(AriaRole.Heading, new() { Name = "Support" })).ToBeVisibleAsync();
    });

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private static async Task IdentifyAsync(ChatTab chat, string id, string hash) =>
        await chat.Page.EvaluateAsync("([id, hash]) => CustomerService.identify({ id, hash, name: 'Kim', email: 'kim@shop.example' })", new[] { id, hash });

    private async Task VisitAsync(Look look, Func<Visit, ChatTab, Task> test, bool expectsRefusal = false, [CallerMemberName] string name = "") =>
        await browser.VisitAsync(shop.Site.Address, look, async visit =>
        {
            await test(visit, new(await visit.OpenAsync("/")));
            if (!expectsRefusal)
                Assert.DoesNotContain(visit.Console, line => line.StartsWith("error", StringComparison.Ordinal) && !line.Contains("favicon", StringComparison.Ordinal));
        }, name);
}
