using CustomerService.Browser.Tests.Conversations;
using CustomerService.Browser.Tests.Staff;
using CustomerService.Data;
using CustomerService.Testing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CustomerService.Browser.Tests.Widget;

/// <summary>A customer at one program and an agent at another, on one PostgreSQL.</summary>
[Collection(BrowserCollection.Name)]
public sealed class WidgetNodesTests(BrowserFixture browser)
{
    private const string InStock = "재고 있나요?";

    [Fact]
    public async Task Agent_at_another_node_sees_the_same_stream_and_a_killed_node_loses_nothing()
    {
        await using var database = TestDatabase.New(StorageProvider.PostgreSql);
        await using var endpoint = new ScriptedEndpoint();
        var gate = new Gate();
        gate.Close();
        endpoint.Answer(request => request.IsStreamed ? Reply.Stream("네, 재고가 있습니다. 부산에는 ").Wait(gate).Text("45개가 있습니다.") : null);
        await using var relay = new TcpRelay();
        await using var site = await ShopSite.StartAsync(() => relay.Address);
        var settings = new Dictionary<string, string>
        {
            ["Storage__Provider"] = "PostgreSql",
            ["Storage__ConnectionString"] = database.Options.ConnectionString,
            ["OpenAI__BaseUrl"] = endpoint.Address.ToString(),
            ["OpenAI__ApiKey"] = "k",
            ["Resilience__IdleTimeout"] = "00:05:00",
            ["Resilience__TotalTimeout"] = "00:05:00",
            ["Widget__AllowedOrigins"] = site.Origin,
        };
        await using var first = await RealProcess.StartAsync(settings);
        await using var second = await RealProcess.StartAsync(settings);
        relay.MoveTo(first.Address);

        await browser.VisitAsync(site.Address, Look.Korean, async visit =>
        {
            var chat = await new ChatTab(await visit.OpenAsync("/")).OpenAsync();
            await chat.SendAsync(InStock);
            await Expect(chat.Answers).ToContainTextAsync("네, 재고가 있습니다.");

            // The sign-in holds at the other program, too.
            await Entrance.SetUpAsync(visit, first);
            var desk = await ConversationsTab.OpenAsync(visit, new Uri(second.Address, "/conversations").ToString());
            await desk.Rows.First.ClickAsync();
            await Expect(desk.Messages.Nth(1)).ToContainTextAsync("네, 재고가 있습니다.");
            gate.Open();
            await chat.EndedAsync(1);
            await Expect(desk.Messages.Nth(1)).ToContainTextAsync("네, 재고가 있습니다. 부산에는 45개가 있습니다.");
            await Expect(chat.Answers).ToContainTextAsync("네, 재고가 있습니다. 부산에는 45개가 있습니다.");

            gate.Close();
            await chat.SendAsync("부산은요?");
            await Expect(chat.Answers.Nth(1)).ToContainTextAsync("네, 재고가 있습니다.");
            relay.MoveTo(first.Address, second.Address);
            await first.KillAsync();

            await Expect(chat.Answers.Nth(1)).ToContainTextAsync("답변이 중간에 끊겼습니다.");
            gate.Open();
            await chat.SendAsync("언제 출발하나요?");
            await Expect(chat.Answers).ToHaveCountAsync(3);
            await Expect(chat.Answers.Nth(2)).ToContainTextAsync("45개가 있습니다.");
            Assert.Equal([InStock, "부산은요?", "언제 출발하나요?"], await chat.Questions.Locator(".text").AllInnerTextsAsync());
            await Expect(desk.Messages).ToHaveCountAsync(6);
            await Expect(desk.Messages.Nth(5)).ToContainTextAsync("45개가 있습니다.");
        });
    }
}
