using CustomerService.Browser.Tests.Ask;
using CustomerService.Core.Answers;
using CustomerService.Core.Conversations;
using CustomerService.Core.Text;
using CustomerService.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CustomerService.Browser.Tests.Conversations;

/// <summary>The Conversations page in one tab, found as an agent finds it, in either language.</summary>
internal sealed class ConversationsTab(IPage page)
{
    /// <summary>Opens the page and waits until it follows what happens: until then a click hits what is about to be replaced, and a key nothing.</summary>
    public static async Task<ConversationsTab> OpenAsync(Visit visit, string address)
    {
        var tab = new ConversationsTab(await visit.OpenAsync(address));
        await tab.LiveAsync();
        return tab;
    }

    public IPage Page => page;
    public ILocator List => page.GetByRole(AriaRole.Region, new() { NameRegex = AskTab.Saying("^(상담|Conversations)$") });
    public ILocator Rows => List.GetByRole(AriaRole.Listitem).GetByRole(AriaRole.Link);
    public ILocator Filter => page.GetByRole(AriaRole.Navigation, new() { NameRegex = AskTab.Saying("^(상담 목록 보기|Which conversations are listed)$") });
    public ILocator Thread => page.GetByRole(AriaRole.Region, new() { NameRegex = AskTab.Saying("^(상담 내용|Conversation)$") });
    public ILocator Messages => Thread.GetByRole(AriaRole.Article);
    public ILocator Back => Thread.GetByRole(AriaRole.Link, new() { NameRegex = AskTab.Saying("^(목록으로 돌아가기|Back to the list)$") });
    public ILocator Field => Thread.Locator(".composer").GetByRole(AriaRole.Textbox);
    public ILocator Draft => Thread.Locator(".draft");
    public ILocator Problem => Thread.GetByRole(AriaRole.Alert);
    public ILocator Announced => page.Locator(".desk > [role=status]");

    public ILocator Action(string korean, string english) => Thread.GetByRole(AriaRole.Button, new() { NameRegex = AskTab.Saying($"^({korean}|{english})$") });

    public Task TakeOverAsync() => Action("이어받기", "Take over").ClickAsync();

    /// <summary>Writes and sends; what was sent can be taken back for five seconds.</summary>
    public async Task ReplyAsync(string text)
    {
        await Field.FillAsync(text);
        await Field.PressAsync("Enter");
        await Expect(Field).ToHaveValueAsync("");
    }

    public async Task GoToAsync(string address)
    {
        await page.GotoAsync(address);
        await LiveAsync();
    }

    public Task LiveAsync() => Expect(page.Locator(".desk[data-live]:has(.palette[data-ready])")).ToHaveCountAsync(1);

    public ILocator Row(Conversation thread) => Row(Name(thread));

    public ILocator Row(string name) => Rows.Filter(new() { HasTextRegex = AskTab.Saying($"(방문자|Visitor) {name}") });

    public static string Name(Conversation thread) => thread.Visitor[..4].ToUpperInvariant();
}

/// <summary>A customer as the hub sees one: writes into a thread of their own.</summary>
internal sealed class Customer(IServiceProvider services, Conversation thread)
{
    private ConversationService Service => services.GetRequiredService<ConversationService>();

    public Conversation Thread => thread;

    public string Address => $"/conversations/{thread.Id}";

    public static async Task<Customer> ComeAsync(IServiceProvider services, string? productId = "E001") => new(services, await services.GetRequiredService<ConversationService>()
        .StartAsync(Conversation.NewId(), Visitor.Key(Visitor.NewSecret()), null, Language.Korean, productId, CancellationToken.None));

    public async Task<Customer> SayAsync(string text)
    {
        await Service.SendAsync(thread, Guid.NewGuid().ToString("N"), text, null, CancellationToken.None);
        return this;
    }

    public async Task<Customer> AnsweredAsync()
    {
        var store = services.GetRequiredService<IConversationStore>();
        await Eventually.TrueAsync(async () => (await store.ReadAsync(thread.Id, 0, CancellationToken.None))!.Messages.All(m => m.AnswerState != AnswerState.Running));
        return this;
    }

    public Task WantPersonAsync() => Service.AskForPersonAsync(thread, CancellationToken.None);

    public Task CloseAsync() => Service.CloseAsync(thread, CancellationToken.None);

    public Task RateAsync(int sequence, Thumb thumb) => Service.RateAnswerAsync(thread, sequence, thumb, CancellationToken.None);

    public Task RateAsync(int stars) => Service.RateAsync(thread, stars, CancellationToken.None);
}
