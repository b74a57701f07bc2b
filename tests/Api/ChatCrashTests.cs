using System.Text.Json.Nodes;
using CustomerService.Browser.Tests;
using CustomerService.Testing;
using Xunit;

namespace CustomerService.Api.Tests;

/// <summary>Threads of a program that is killed amid their answers.</summary>
public sealed class ChatCrashTests
{
    private const int Threads = 20;

    [Fact]
    public async Task Program_killed_amid_answers_has_every_message_once_and_every_answer_marked_when_it_starts_again()
    {
        await using var endpoint = new ScriptedEndpoint();
        var never = new Gate();
        never.Close();
        endpoint.Answer(request => request.IsStreamed ? Reply.Stream("네, 재고가 ").Wait(never).Text("있습니다.") : Reply.Whole("음질이 좋다고 합니다."));
        var folder = Directory.CreateTempSubdirectory("customer-service-crash-");
        var settings = new Dictionary<string, string>
        {
            ["Storage__ConnectionString"] = $"Data Source={Path.Combine(folder.FullName, "test.db")}",
            ["OpenAI__BaseUrl"] = endpoint.Address.ToString(),
            ["OpenAI__ApiKey"] = "k",
            ["Limits__MaxConcurrentRequests"] = "100",
            ["Resilience__IdleTimeout"] = "00:01:00",
        };
        var guests = new List<JsonNode>();

        await using (var first = await RealProcess.StartAsync(settings))
        {
            var clients = new List<HubClient>();
            for (var i = 0; i < Threads; i++)
            {
                clients.Add(await HubClient.ConnectAsync(first.Address, "/hubs/chat"));
                guests.Add((await clients[i].CallAsync("Open", new { language = "ko" }))!);
                Assert.Equal(1, (int?)(await clients[i].CallAsync("Send", Question))!["sequence"]);
            }

            await Eventually.TrueAsync(() => endpoint.Calls.Count(c => c.IsStreamed) == Threads);
            await first.KillAsync();
            foreach (var client in clients)
                await client.DisposeAsync();
        }

        await using (var second = await RealProcess.StartAsync(settings))
        {
            foreach (var guest in guests)
            {
                await using var back = await HubClient.ConnectAsync(second.Address, "/hubs/chat");
                await back.CallAsync("Open", new { visitor = (string?)guest["visitor"], conversationId = (string?)guest["conversationId"], language = "ko" });
                // The browser does not know whether its message arrived, and sends it again.
                Assert.Equal(1, (int?)(await back.CallAsync("Send", Question))!["sequence"]);
                var update = await (await back.StreamAsync("Follow", new { since = 0 })).ReadAsync().AsTask().InTime();
                Assert.Equal(
                    [("customer", null), ("assistant", "interrupted")],
                    update["messages"]!.AsArray().Select(m => ((string?)m!["author"], (string?)m["state"])));
            }
        }

        never.Open();
        folder.Delete(recursive: true);
    }

    private static object Question => new { clientId = "m1", text = "재고 있어요?", productId = "E001" };
}
