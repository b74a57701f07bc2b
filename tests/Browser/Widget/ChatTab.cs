using System.Text.RegularExpressions;
using CustomerService.Browser.Tests.Ask;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CustomerService.Browser.Tests.Widget;

/// <summary>The chat on a shop's page in one tab, found as a customer finds it, in either language.</summary>
internal sealed class ChatTab(IPage page)
{
    private readonly IFrameLocator _frame = page.FrameLocator("iframe");

    public IPage Page => page;
    public IFrameLocator Frame => _frame;
    public ILocator Launcher => page.GetByRole(AriaRole.Button, new() { NameRegex = AskTab.Saying("^(상담 열기|상담 닫기|Open chat|Close chat)") });
    public ILocator Input => _frame.GetByRole(AriaRole.Textbox);
    public ILocator Log => _frame.GetByRole(AriaRole.Log);
    public ILocator Messages => Log.GetByRole(AriaRole.Article);
    public ILocator Questions => Messages.And(_frame.Locator(".customer"));
    public ILocator Answers => Messages.And(_frame.Locator(".assistant"));
    public ILocator Cards => _frame.Locator(".card");
    public ILocator Stop => Button("답변 중지", "Stop the answer");
    public ILocator Person => Button("상담원 연결", "Talk to a person");
    public ILocator Notice => _frame.GetByRole(AriaRole.Status);
    public ILocator Banner => _frame.Locator("#banner");

    public ILocator Button(string korean, string english) => _frame.GetByRole(AriaRole.Button, new() { NameRegex = Either(korean, english) });

    public async Task<ChatTab> OpenAsync()
    {
        await Launcher.ClickAsync();
        await Expect(Input).ToBeVisibleAsync();
        return this;
    }

    public async Task SendAsync(string text)
    {
        await Input.FillAsync(text);
        await Input.PressAsync("Enter");
    }

    /// <summary>So many answers have ended: each can be judged, and none is being written.</summary>
    public async Task EndedAsync(int count)
    {
        await Expect(Log.GetByRole(AriaRole.Button, new() { NameRegex = Either("도움이 됐어요", "Helpful") })).ToHaveCountAsync(count);
        await Expect(Log.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
    }

    /// <summary>The thread as it stands on the page, a line a message.</summary>
    public async Task<IReadOnlyList<string>> WordsAsync() => await Messages.Locator(".text, .note").AllInnerTextsAsync();

    public async Task MenuAsync(string korean, string english)
    {
        await Button("더 보기", "More").ClickAsync();
        await Button(korean, english).ClickAsync();
    }

    public async Task<string> ConversationIdAsync() => await page.EvaluateAsync<string>("() => localStorage.getItem('customer-service.conversation')");

    /// <summary>Keeps the panel's script from coming until the result is set.</summary>
    public async Task<TaskCompletionSource> HoldScriptAsync()
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await page.RouteAsync("**/widget/panel*.js", async route =>
        {
            await arrived.Task;
            await route.ContinueAsync();
        });
        return arrived;
    }

    private static Regex Either(string korean, string english) => AskTab.Saying($"^({korean}|{english})$");
}
