using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using CustomerService.Browser.Tests;
using CustomerService.Data;
using CustomerService.Testing;
using Xunit;
using Xunit.Abstractions;

namespace CustomerService.Api.Tests;

/// <summary>Two processes on one PostgreSQL behind a balancer.</summary>
[SuppressMessage("Design", "CA1001", Justification = "xUnit calls DisposeAsync.")]
public sealed class ChatNodesTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Customers = 12;

    private readonly TestDatabase _database = TestDatabase.New(StorageProvider.PostgreSql);
    private readonly ScriptedEndpoint _endpoint = new();
    private readonly Gate _rest = new();
    private readonly List<IAsyncDisposable> _open = [];
    private RealProcess _a = null!;
    private RealProcess _b = null!;
    private TcpRelay _balancer = null!;

    public async Task InitializeAsync()
    {
        _rest.Close();
        _endpoint.Answer(request => request.IsStreamed ? Reply.Stream("네, ", "재고가 ").Wait(_rest).Text("있습니다. ", "더 도와 드릴까요?") : Reply.Whole("음질이 좋다고 합니다."));
        var settings = new Dictionary<string, string>
        {
            ["Storage__Provider"] = "PostgreSql",
            ["Storage__ConnectionString"] = _database.Options.ConnectionString,
            ["OpenAI__BaseUrl"] = _endpoint.Address.ToString(),
            ["OpenAI__ApiKey"] = "k",
            ["Limits__MaxConcurrentRequests"] = "100",
            ["Resilience__IdleTimeout"] = "00:01:00",
        };
        var nodes = await Task.WhenAll(RealProcess.StartAsync(settings), RealProcess.StartAsync(settings));
        (_a, _b) = (nodes[0], nodes[1]);
        // The second target is the first one in turn.
        _balancer = new(_b.Address, _a.Address);
    }

    public async Task DisposeAsync()
    {
        _rest.Open();
        foreach (var open in _open)
            await open.DisposeAsync();
        await _balancer.DisposeAsync();
        await Task.WhenAll(_a.DisposeAsync().AsTask(), _b.DisposeAsync().AsTask());
        await _endpoint.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Tabs_on_two_nodes_see_the_same_stream_and_either_can_stop_it()
    {
        var (first, guest) = await OpenAsync();
        var (second, _) = await OpenAsync(guest);
        var streams = new[] { await FollowAsync(first, 0), await FollowAsync(second, 0) };
        await first.CallAsync("Send", Question);
        var seen = await Task.WhenAll(streams.Select(s => UntilAsync(s, all => Text(all).Length > 0)));

        _rest.Open();
        foreach (var (stream, all) in streams.Zip(seen))
            await UntilAsync(stream, Ended(2, "completed"), all);

        Assert.Equal(Progress(seen[0]), Progress(seen[1]));
        Assert.Equal(4, seen[1].Count(u => u["lookup"] is not null));
        Assert.Equal((string?)seen[0].SelectMany(Messages).Last(m => (int?)m["sequence"] == 2)["text"], Text(seen[1]));

        _rest.Close();
        await second.CallAsync("Send", new { clientId = "m2", text = "색상은요?", productId = "E001" });
        foreach (var (stream, all) in streams.Zip(seen))
            await UntilAsync(stream, u => u.Any(x => (int?)x["sequence"] == 4 && x["text"] is not null), all);
        await first.CallAsync("Stop");
        foreach (var (stream, all) in streams.Zip(seen))
            await UntilAsync(stream, Ended(4, "stopped"), all);
        Assert.Equal(Progress(seen[0]), Progress(seen[1]));
    }

    [Fact]
    public async Task Customers_of_a_node_that_is_killed_move_to_the_other_and_nothing_is_lost_or_doubled()
    {
        var guests = new List<(HubClient Client, JsonNode Guest, ChannelReader<JsonObject> Updates, List<JsonObject> Seen)>();
        for (var i = 0; i < Customers; i++)
        {
            var (client, guest) = await OpenAsync();
            var updates = await FollowAsync(client, 0);
            Assert.Equal(1, (int?)(await client.CallAsync("Send", Question))!["sequence"]);
            guests.Add((client, guest, updates, []));
        }

        foreach (var (_, _, updates, seen) in guests)
            await UntilAsync(updates, all => Text(all).Length > 0, seen);
        // Another tab of the first customer, on the node that stays.
        await (await OpenAsync()).Client.DisposeAsync();
        var (tab, _) = await OpenAsync(guests[0].Guest);
        var (tabUpdates, tabSeen) = (await FollowAsync(tab, 0), new List<JsonObject>());
        await UntilAsync(tabUpdates, all => Text(all).Length > 0, tabSeen);

        var killed = Stopwatch.StartNew();
        await _a.KillAsync();
        await UntilAsync(tabUpdates, Ended(2, "interrupted"), tabSeen);
        output.WriteLine($"interrupted after {killed.ElapsedMilliseconds} ms");
        var interrupted = 0;
        for (var i = 0; i < Customers; i++)
        {
            var (_, guest, updates, seen) = guests[i];
            if (i % 2 == 0)
            {
                // A browser whose connection ended; it does not know whether its message arrived, and sends it again.
                await updates.Completion.InTime();
                (var back, _) = await OpenAsync(guest);
                Assert.Equal(1, (int?)(await back.CallAsync("Send", Question))!["sequence"]);
                var answer = (string?)seen.Last(u => u["answerId"] is not null)["answerId"];
                var known = seen.Max(u => (long?)u["conversation"]?["version"]);
                updates = await FollowAsync(back, known!.Value, new Dictionary<string, int> { [answer!] = 3 });
                await UntilAsync(updates, Ended(2, "interrupted"), seen);
                interrupted++;
                if (i == 0)
                    Assert.True((bool?)await back.CallAsync("Retry", 2));
            }

            guests[i] = guests[i] with { Updates = updates };
        }

        output.WriteLine($"all {interrupted} customers of the node are back after {killed.ElapsedMilliseconds} ms");
        Assert.InRange(killed.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
        _rest.Open();
        await UntilAsync(guests[0].Updates, Ended(3, "completed"), guests[0].Seen);
        foreach (var (i, (_, _, updates, seen)) in guests.Index())
        {
            if (i % 2 == 1)
                await UntilAsync(updates, Ended(2, "completed"), seen);
            Assert.Equal(Enumerable.Range(1, i == 0 ? 3 : 2), seen.SelectMany(Messages).Select(m => (int)m["sequence"]!).Distinct());
            Assert.All(seen.SelectMany(Messages).GroupBy(m => (int)m["sequence"]!), m => Assert.Single(m.Select(x => (string?)x["clientId"]).Distinct()));
        }
    }

    private static object Question => new { clientId = "m1", text = "재고 있어요?", productId = "E001" };

    private async Task<(HubClient Client, JsonNode Guest)> OpenAsync(JsonNode? guest = null)
    {
        var client = await HubClient.ConnectAsync(_balancer.Address, "/hubs/chat");
        _open.Add(client);
        return (client, (await client.CallAsync("Open", new { visitor = (string?)guest?["visitor"], conversationId = (string?)guest?["conversationId"], language = "ko" }))!);
    }

    private static Task<ChannelReader<JsonObject>> FollowAsync(HubClient client, long since, Dictionary<string, int>? progress = null) =>
        client.StreamAsync("Follow", new { since, progress });

    private static async Task<List<JsonObject>> UntilAsync(ChannelReader<JsonObject> updates, Func<List<JsonObject>, bool> enough, List<JsonObject>? seen = null)
    {
        seen ??= [];
        while (!enough(seen))
        {
            try
            {
                seen.Add(await updates.ReadAsync().AsTask().InTime());
            }
            catch (TimeoutException e)
            {
                throw new TimeoutException($"Waited in vain after:\n{string.Join('\n', seen.Select(u => u.ToJsonString()))}", e);
            }
        }

        return seen;
    }

    private static Func<List<JsonObject>, bool> Ended(int sequence, string state) =>
        seen => seen.SelectMany(Messages).Any(m => (int?)m["sequence"] == sequence && (string?)m["state"] == state);

    private static IEnumerable<JsonNode> Messages(JsonObject update) => update["messages"]?.AsArray().Select(m => m!) ?? [];

    private static string Text(IEnumerable<JsonObject> seen) => string.Concat(seen.Where(u => (int?)u["sequence"] == 2).Select(u => (string?)u["text"]));

    private static IEnumerable<string> Progress(IEnumerable<JsonObject> seen) => seen.Where(u => u["answerId"] is not null).Select(u => u.ToJsonString());
}
