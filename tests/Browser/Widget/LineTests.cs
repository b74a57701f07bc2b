using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using CustomerService.Testing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CustomerService.Browser.Tests.Widget;

/// <summary>The widget when lines break, programs die, tabs sleep and messages come twice: every message once, in order, and every answer whole or marked.</summary>
[Collection(BrowserCollection.Name)]
[SuppressMessage("Design", "CA1001", Justification = "xUnit calls DisposeAsync.")]
public sealed class LineTests(BrowserFixture browser) : IAsyncLifetime
{
    private const string InStock = "재고 있나요?";
    private const string Whole = "네, 재고가 있습니다. 부산에는 45개가 있습니다.";

    private readonly ScriptedEndpoint _endpoint = new();
    private readonly Gate _gate = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("customer-service-line-");
    private readonly TcpRelay _relay = new();
    private ShopSite _site = null!;

    public async Task InitializeAsync()
    {
        _gate.Close();
        _endpoint.Answer(request => request.IsStreamed ? Reply.Stream("네, 재고가 있습니다. 부산에는 ").Wait(_gate).Text("45개가 있습니다.") : null);
        _site = await ShopSite.StartAsync(() => _relay.Address);
    }

    public async Task DisposeAsync()
    {
        _gate.Open();
        await _relay.DisposeAsync();
        await _site.DisposeAsync();
        await _endpoint.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Page_reloaded_amid_an_answer_goes_on_with_it() => await VisitAsync(async (_, chat) =>
    {
        await AskAsync(chat);
        await chat.Page.ReloadAsync();
        await Expect(chat.Answers).ToContainTextAsync("네, 재고가 있습니다.");
        _gate.Open();
        await chat.EndedAsync(1);
        Assert.Equal([InStock, Whole], await chat.WordsAsync());
    });

    [Fact]
    public async Task Line_cut_amid_an_answer_and_back_misses_nothing_and_sends_what_was_typed_meanwhile() => await VisitAsync(async (_, chat) =>
    {
        await AskAsync(chat);
        _relay.Cut();
        await Expect(chat.Notice).ToContainTextAsync("연결하는 중");
        await chat.SendAsync("부산은요?");
        await chat.SendAsync("언제 출발하나요?");
        await Expect(chat.Questions.Last).ToContainTextAsync("연결되면 보냅니다");
        _gate.Open();
        _relay.Mend();

        await chat.EndedAsync(3);
        var words = await chat.WordsAsync();
        Assert.Equal([InStock, "부산은요?", "언제 출발하나요?"], words.Where(w => w != Whole));
        Assert.Equal(6, words.Count);
    });

    [Fact]
    public async Task Person_asked_for_before_the_line_is_there_is_asked_for_when_it_is() => await VisitAsync(async (_, chat) =>
    {
        await chat.OpenAsync();
        await Expect(chat.Input).ToBeEditableAsync();
        _relay.Cut();
        await Expect(chat.Notice).ToContainTextAsync("연결하는 중");
        await chat.Person.ClickAsync();
        _relay.Mend();
        await Expect(chat.Banner).ToBeVisibleAsync();
        await Expect(chat.Log).ToContainTextAsync("상담원");
    });

    [Fact]
    public async Task Browser_that_is_offline_says_so() => await VisitAsync(async (_, chat) =>
    {
        await chat.OpenAsync();
        await Expect(chat.Input).ToBeEditableAsync();
        await chat.Page.Context.SetOfflineAsync(true);
        _relay.Cut();
        await Expect(chat.Notice).ToContainTextAsync("인터넷 연결이 끊겼습니다.");
        await chat.SendAsync(InStock);
        await chat.Page.Context.SetOfflineAsync(false);
        _relay.Mend();
        _gate.Open();
        await chat.EndedAsync(1);
        await Expect(chat.Notice).ToBeHiddenAsync();
        Assert.Equal([InStock, Whole], await chat.WordsAsync());
    });

    [Fact]
    public async Task Program_killed_amid_an_answer_and_started_again_has_the_message_once_and_the_answer_marked()
    {
        await using var first = await RealProcess.StartAsync(Settings);
        _relay.MoveTo(first.Address);
        await browser.VisitAsync(_site.Address, Look.Korean, async visit =>
        {
            var chat = new ChatTab(await visit.OpenAsync("/"));
            await AskAsync(chat);
            await first.KillAsync();
            await chat.SendAsync("부산은요?");

            await using var second = await RealProcess.StartAsync(Settings);
            _relay.MoveTo(second.Address);
            await Expect(chat.Answers.First).ToContainTextAsync("답변이 중간에 끊겼습니다.");
            _gate.Open();
            await Expect(chat.Answers.Last).ToContainTextAsync("45개가 있습니다.");
            await Expect(chat.Answers).ToHaveCountAsync(2);
            Assert.Equal([InStock, "부산은요?"], await chat.Questions.Locator(".text").AllInnerTextsAsync());
        });
    }

    [Fact]
    public async Task Ten_tabs_that_send_the_same_message_send_it_once() => await VisitAsync(async (visit, chat) =>
    {
        _gate.Open();
        await chat.OpenAsync();
        await chat.SendAsync(InStock);
        await chat.EndedAsync(1);
        var others = new List<ChatTab>();
        for (var i = 0; i < 9; i++)
            others.Add(await new ChatTab(await visit.OpenAsync($"/{i}")).OpenAsync());
        foreach (var other in others)
            await other.EndedAsync(1);
        _relay.Cut();
        await chat.SendAsync("부산은요?");
        foreach (var other in others)
            await Expect(other.Questions).ToHaveCountAsync(2);
        _relay.Mend();

        foreach (var tab in others.Prepend(chat))
        {
            await tab.EndedAsync(2);
            Assert.Equal([InStock, Whole, "부산은요?", Whole], await tab.WordsAsync());
        }
    });

    [Fact]
    public async Task Send_answered_by_a_500_after_it_was_stored_is_one_message() => await VisitAsync(async (_, chat) =>
    {
        var sent = 0;
        var closed = new List<Task>();
        // A browser whose web sockets do not get through sends each message in a request of its own.
        await chat.Page.RouteWebSocketAsync("**/hubs/chat", socket => closed.Add(socket.CloseAsync()));
        await chat.Page.RouteAsync("**/hubs/chat?id=*", async route =>
        {
            if (route.Request.Method != "POST" || route.Request.PostData?.Contains("\"Send\"", StringComparison.Ordinal) != true || sent++ > 0)
            {
                await route.ContinueAsync();
                return;
            }

            await route.FetchAsync();
            await route.FulfillAsync(new() { Status = 500 });
        });
        _gate.Open();
        await chat.OpenAsync();
        await chat.SendAsync(InStock);
        await chat.EndedAsync(1);
        await Expect(chat.Questions).Not.ToContainTextAsync("보내는 중");
        Assert.Equal([InStock, Whole], await chat.WordsAsync());
        Assert.True(sent > 0);
        await Task.WhenAll(closed);
    });

    [Fact]
    public async Task Tab_that_slept_for_ten_minutes_has_all_that_came_meanwhile() => await VisitAsync(async (_, chat) =>
    {
        await chat.Page.Clock.InstallAsync();
        await chat.Page.ReloadAsync();
        await AskAsync(chat);
        var visitor = await chat.Page.EvaluateAsync<string>("() => localStorage.getItem('customer-service.visitor')");
        await chat.Page.Clock.PauseAtAsync(TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(1));
        _relay.Cut();
        _relay.Mend();
        _gate.Open();

        await using var phone = await HubClient.ConnectAsync(_relay.Address, "/hubs/chat");
        await phone.CallAsync("Open", new { visitor });
        await phone.CallAsync("Send", new { clientId = "from elsewhere", text = "부산은요?" });
        var updates = await phone.StreamAsync("Follow", new { since = 0 });
        while ((await updates.ReadAsync().AsTask().InTime())["messages"]?.AsArray() is not { } messages || messages.All(m => (int)m!["sequence"]! != 4 || (string?)m["state"] != "completed"))
        {
        }

        await chat.Page.Clock.FastForwardAsync("10:00");
        await chat.Page.Clock.ResumeAsync();
        await chat.EndedAsync(2);
        Assert.Equal([InStock, Whole, "부산은요?", Whole], await chat.WordsAsync());
    });

    private Dictionary<string, string> Settings => new()
    {
        ["Storage__ConnectionString"] = $"Data Source={Path.Combine(_folder.FullName, "test.db")}",
        ["OpenAI__BaseUrl"] = _endpoint.Address.ToString(),
        ["OpenAI__ApiKey"] = "k",
        ["Resilience__IdleTimeout"] = "00:05:00",
        ["Resilience__TotalTimeout"] = "00:05:00",
        ["Widget__AllowedOrigins"] = _site.Origin,
    };

    private static async Task AskAsync(ChatTab chat)
    {
        if (!await chat.Input.IsVisibleAsync())
            await chat.OpenAsync();
        await chat.SendAsync(InStock);
        await Expect(chat.Answers).ToContainTextAsync("네, 재고가 있습니다.");
    }

    private async Task VisitAsync(Func<Visit, ChatTab, Task> test, [CallerMemberName] string name = "")
    {
        await using var host = new AppHost(Settings.ToDictionary(s => s.Key.Replace("__", ":", StringComparison.Ordinal), s => s.Value));
        _relay.MoveTo(host.Address);
        await browser.VisitAsync(_site.Address, Look.Korean, async visit => await test(visit, new(await visit.OpenAsync("/"))), name);
    }
}
