using System.Net.WebSockets;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using CustomerService.Browser.Tests;
using CustomerService.Core.Conversations;
using CustomerService.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CustomerService.Api.Tests;

/// <summary>The customers' connection, over the real wire.</summary>
public sealed class ChatHubTests : IAsyncDisposable
{
    private const string Hub = "/hubs/chat";

    private readonly List<HubClient> _clients = [];
    private AppHost? _host;

    private AppHost Host => _host ??= new();

    [Fact]
    public async Task Question_is_answered_with_lookups_text_and_an_end_that_is_kept()
    {
        var chat = await ConnectAsync();
        var opened = await OpenAsync(chat);
        var updates = await chat.StreamAsync("Follow", new { since = 0 });

        var sent = await SendAsync(chat, "m1", "재고 있나요?", "E001");
        var seen = await UntilEndedAsync(updates, 2);

        Assert.Equal(1, (int?)sent["sequence"]);
        Assert.Equal(
            ["productInfo", "recommendation", "reviewAnalysis", "stockCheck"],
            seen.Select(u => (string?)u["lookup"]?["kind"]).OfType<string>().Order(StringComparer.Ordinal));
        var answer = Message(seen, 2);
        Assert.Equal(("assistant", "completed"), ((string?)answer["author"], (string?)answer["state"]));
        Assert.Contains("127", (string?)answer["text"], StringComparison.Ordinal);
        Assert.Equal((string?)answer["text"], string.Concat(seen.Select(u => (string?)u["text"])));
        var evidence = await chat.CallAsync("Evidence", 2);
        Assert.Equal(("embedded", 4), ((string?)evidence!["author"], evidence["lookups"]!.AsArray().Count));
        Assert.Equal((string?)opened["conversationId"], (string?)seen[0]["conversation"]!["id"]);
    }

    [Fact]
    public async Task Customer_sees_neither_models_nor_prices_nor_what_was_held_back()
    {
        await using var endpoint = new ScriptedEndpoint();
        endpoint.Always(Reply.Says("네, 재고가 있습니다. 서울에 999개가 있습니다."));
        _host = new(new Dictionary<string, string> { ["OpenAI:BaseUrl"] = endpoint.Address.ToString(), ["OpenAI:ApiKey"] = "k" });
        var chat = await ConnectAsync();
        await OpenAsync(chat);

        await SendAsync(chat, "m1", "재고 있나요?", "E001");
        var seen = await UntilEndedAsync(await chat.StreamAsync("Follow", new { since = 0 }), 2);

        var all = string.Concat(seen.Select(u => u.ToJsonString())) + (await chat.CallAsync("Evidence", 2))!.ToJsonString();
        Assert.Contains("\"model\"", all, StringComparison.Ordinal);
        Assert.All(["gpt-", "deepseek", "999", "0.000"], word => Assert.DoesNotContain(word, all, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Visitor_who_comes_back_finds_the_thread_and_nobody_else_does()
    {
        var chat = await ConnectAsync();
        var opened = await OpenAsync(chat);
        await SendAsync(chat, "m1", "재고 있나요?", "E001");
        await UntilEndedAsync(await chat.StreamAsync("Follow", new { since = 0 }), 2);

        var back = await ConnectAsync();
        var reopened = await OpenAsync(back, (string?)opened["visitor"]);
        Assert.Equal((string?)opened["conversationId"], (string?)reopened["conversationId"]);
        Assert.Equal(2, (await UntilEndedAsync(await back.StreamAsync("Follow", new { since = 0 }), 2))[0]["messages"]!.AsArray().Count);

        var stranger = await ConnectAsync();
        var strange = await OpenAsync(stranger, new string('0', 64), (string?)opened["conversationId"]);
        Assert.NotEqual((string?)opened["conversationId"], (string?)strange["conversationId"]);
        Assert.Null(await stranger.CallAsync("Evidence", 2));
    }

    [Fact]
    public async Task Same_send_repeated_ten_times_over_two_connections_is_one_message()
    {
        var chat = await ConnectAsync();
        var opened = await OpenAsync(chat);
        var again = await ConnectAsync();
        await OpenAsync(again, (string?)opened["visitor"], (string?)opened["conversationId"]);

        var sent = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => SendAsync(i % 2 == 0 ? chat : again, "m1", "재고 있나요?", "E001")));

        Assert.All(sent, s => Assert.Equal(1, (int?)s["sequence"]));
        var seen = await UntilEndedAsync(await again.StreamAsync("Follow", new { since = 0 }), 2);
        Assert.Single(seen.SelectMany(u => u["messages"]?.AsArray() ?? []).Select(m => (string?)m!["clientId"]).OfType<string>().Distinct());
        Assert.Equal(2, await CountAsync((string)opened["conversationId"]!));
    }

    [Fact]
    public async Task Connection_that_drops_amid_an_answer_misses_nothing_of_it()
    {
        var chat = await ConnectAsync();
        var opened = await OpenAsync(chat);
        Host.Gates.TextsBeforeGate = 1;
        Host.Gates.Text.Close();
        var updates = await chat.StreamAsync("Follow", new { since = 0 });
        await SendAsync(chat, "m1", "재고 있나요?", "E001");
        var before = await ReadUntilAsync(updates, seen => seen.Any(u => u["text"] is not null));
        await chat.DisposeAsync();

        var back = await ConnectAsync();
        await OpenAsync(back, (string?)opened["visitor"], (string?)opened["conversationId"]);
        var last = before.Last(u => u["number"] is not null);
        var known = before.Select(u => (long?)u["conversation"]?["version"]).Max();
        var rest = await back.StreamAsync(
            "Follow", new { since = known - 1, progress = new Dictionary<string, int> { [(string)last["answerId"]!] = (int)last["number"]! + 1 } });
        var running = await ReadUntilAsync(rest, seen => seen.Any(u => u["messages"] is not null));
        Assert.Equal("running", (string?)Message(running, 2)["state"]);
        Host.Gates.Text.Open();
        var after = await UntilEndedAsync(rest, 2);

        Assert.DoesNotContain(after, u => u["lookup"] is not null);
        var answer = Message(after, 2);
        Assert.Equal("completed", (string?)answer["state"]);
        Assert.Equal((string?)answer["text"], string.Concat(before.Concat(after).Select(u => (string?)u["text"])));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("\u0001", "controlCharacters")]
    public async Task Message_that_cannot_be_taken_is_told_why(string text, string code)
    {
        var chat = await ConnectAsync();
        await OpenAsync(chat);

        Assert.Equal(code, (string?)(await SendAsync(chat, "m1", text, null))["problem"]!["code"]);
        var tooLong = (await SendAsync(chat, "m2", new string('가', 2_001), null))["problem"]!;
        Assert.Equal(("tooLong", 2_000), ((string?)tooLong["code"], (int?)tooLong["limit"]));
    }

    [Fact]
    public async Task Visitor_who_sends_too_much_is_told_when_to_go_on_and_others_are_not_held_up()
    {
        _host = new(new Dictionary<string, string> { ["Widget:MessagesPerMinute"] = "2" });
        var chat = await ConnectAsync();
        await OpenAsync(chat);
        var other = await ConnectAsync();
        await OpenAsync(other);

        var sent = new List<JsonNode>();
        for (var i = 0; i < 3; i++)
            sent.Add(await SendAsync(chat, $"m{i}", "재고 있나요?", null));

        Assert.Equal("tooMany", (string?)sent[2]["problem"]!["code"]);
        Assert.True((int?)sent[2]["problem"]!["retryAfter"] > 0);
        Assert.Equal(1, (int?)(await SendAsync(other, "m1", "재고 있나요?", null))["sequence"]);
    }

    [Fact]
    public async Task Product_that_the_shop_does_not_have_does_not_stand_in_the_way()
    {
        var chat = await ConnectAsync();
        await OpenAsync(chat);
        var updates = await chat.StreamAsync("Follow", new { since = 0 });

        await SendAsync(chat, "m1", "배송은 얼마나 걸려요?", "NOT-THERE");

        Assert.Equal("completed", (string?)Message(await UntilEndedAsync(updates, 2), 2)["state"]);
    }

    [Fact]
    public async Task Customer_rates_asks_for_a_person_and_closes()
    {
        var chat = await ConnectAsync();
        await OpenAsync(chat);
        var updates = await chat.StreamAsync("Follow", new { since = 0 });
        await SendAsync(chat, "m1", "재고 있나요?", "E001");
        await UntilEndedAsync(updates, 2);

        Assert.True((bool?)await chat.CallAsync("Rate", 2, "up"));
        Assert.False((bool?)await chat.CallAsync("Rate", 1, "up"));
        await chat.CallAsync("AskForPerson");
        Assert.True((bool?)await chat.CallAsync("RateConversation", 5));
        Assert.False((bool?)await chat.CallAsync("RateConversation", 6));
        await chat.CallAsync("Close");

        var seen = await ReadUntilAsync(updates, seen => seen.Any(u => (string?)u["conversation"]?["owner"] == "closed"));
        Assert.Equal("up", (string?)Message(seen, 2)["thumb"]);
        Assert.Equal(("personWanted", "closed"), ((string?)Message(seen, 3)["note"], (string?)Message(seen, 4)["note"]));
    }

    [Fact]
    public async Task Connection_that_was_not_opened_reaches_nothing()
    {
        var chat = await ConnectAsync();

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => chat.CallAsync("AskForPerson"));

        Assert.Contains("notOpened", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_of_another_origin_is_not_let_in()
    {
        await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync("https://evil.example"));
        await ConnectAsync(Host.Address.GetLeftPart(UriPartial.Authority));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
            await client.DisposeAsync();
        if (_host is not null)
            await _host.DisposeAsync();
    }

    private async Task<HubClient> ConnectAsync(string? origin = null)
    {
        var client = await HubClient.ConnectAsync(Host.Address, Hub, origin);
        _clients.Add(client);
        return client;
    }

    private static async Task<JsonNode> OpenAsync(HubClient chat, string? visitor = null, string? conversationId = null) =>
        (await chat.CallAsync("Open", new { visitor, conversationId, language = "ko" }))!;

    private static async Task<JsonNode> SendAsync(HubClient chat, string clientId, string text, string? productId) =>
        (await chat.CallAsync("Send", new { clientId, text, productId }))!;

    private async Task<int> CountAsync(string conversationId) =>
        (await Host.Services.GetRequiredService<IConversationStore>().ReadAsync(conversationId, 0, CancellationToken.None))!.Messages.Count;

    private static JsonNode Message(IEnumerable<JsonObject> seen, int sequence) =>
        seen.SelectMany(u => u["messages"]?.AsArray() ?? []).Last(m => (int?)m!["sequence"] == sequence)!;

    private static Task<List<JsonObject>> UntilEndedAsync(ChannelReader<JsonObject> updates, int sequence) => ReadUntilAsync(updates, seen =>
        seen.SelectMany(u => u["messages"]?.AsArray() ?? []).Any(m => (int?)m!["sequence"] == sequence && (string?)m["state"] is not (null or "running")));

    private static async Task<List<JsonObject>> ReadUntilAsync(ChannelReader<JsonObject> updates, Predicate<List<JsonObject>> isEnough)
    {
        var seen = new List<JsonObject>();
        while (!isEnough(seen))
            seen.Add(await updates.ReadAsync().AsTask().InTime());
        return seen;
    }
}
