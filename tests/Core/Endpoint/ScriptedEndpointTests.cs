using System.Net;
using System.Text.Json.Nodes;
using CustomerService.Testing;
using Xunit;

namespace CustomerService.Core.Tests.Endpoint;

/// <summary>What the endpoint of the tests does on the wire, seen by a plain HTTP client.</summary>
public sealed class ScriptedEndpointTests : IAsyncLifetime, IDisposable
{
    private readonly ScriptedEndpoint _endpoint = new();
    private readonly PlainClient _client;

    public ScriptedEndpointTests() => _client = new(_endpoint.Address);

    [Fact]
    public async Task Unscripted_request_gets_a_whole_completion_with_usage()
    {
        using var response = await _client.SendAsync(stream: false);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal((ScriptedEndpoint.DefaultText, "stop", "sim"), ((string)body["choices"]![0]!["message"]!["content"]!, (string)body["choices"]![0]!["finish_reason"]!, (string)body["model"]!));
        Assert.Equal((20, 10, 30), ((int)body["usage"]!["prompt_tokens"]!, (int)body["usage"]!["completion_tokens"]!, (int)body["usage"]!["total_tokens"]!));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Unscripted_stream_ends_as_a_completion_does(bool usage)
    {
        var events = await _client.EventsAsync(usage: usage);
        Assert.Equal(ScriptedEndpoint.DefaultText, PlainClient.TextOf(events));
        Assert.Equal("[DONE]", events[^1]);
        Assert.Equal(usage, events.Any(e => e.Contains("\"prompt_tokens\":20", StringComparison.Ordinal)));
        Assert.Contains(events, e => e.Contains("\"finish_reason\":\"stop\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Replies_come_in_their_order_and_the_rest_as_always()
    {
        _endpoint.Always(Reply.Says("always")).Then(Reply.Status(429, retryAfter: "2"), Reply.Status(503, retryAfter: "Wed, 18 Nov 2026 01:00:05 GMT"), Reply.Says("third"));
        using var first = await _client.SendAsync();
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(2)), (first.StatusCode, first.Headers.RetryAfter?.Delta));
        using var second = await _client.SendAsync();
        Assert.Equal((HttpStatusCode.ServiceUnavailable, new DateTimeOffset(2026, 11, 18, 1, 0, 5, TimeSpan.Zero)), (second.StatusCode, second.Headers.RetryAfter?.Date));
        Assert.Equal(["third", "always", "always"], [await _client.TextAsync(), await _client.TextAsync(), await _client.TextAsync()]);
    }

    [Fact]
    public async Task Rules_come_before_the_queue_and_the_later_rule_before_the_earlier()
    {
        _endpoint.Then(Reply.Says("queued")).When("a", Reply.Says("a1"), Reply.Says("a2"))
            .When(r => r.Prompt == "special", Reply.Says("by prompt")).Answer(r => r.Headers.ContainsKey("X-Odd") ? Reply.Status(418) : null);
        Assert.Equal(["a1", "a2", "a2", "by prompt", "queued"], [
            await _client.TextAsync("a"), await _client.TextAsync("a"), await _client.TextAsync("a"),
            await _client.TextAsync("a", "special"), await _client.TextAsync("b"),
        ]);
    }

    [Fact]
    public async Task Request_is_recorded_as_it_came()
    {
        await _client.TextAsync("gpt-x", "이거 방수 돼요?");
        var request = Assert.Single(_endpoint.Requests);
        Assert.Equal(("POST", "/v1/chat/completions", "gpt-x", "이거 방수 돼요?", true), (request.Method, request.Path, request.Model, request.Prompt, request.IsStreamed));
        Assert.Equal("Bearer key", request.Headers["authorization"]);
        Assert.Same(request, await _endpoint.CallAsync(1));
        await request.Ended.InTime();
        Assert.Null(request.AbortedAt);
    }

    [Fact]
    public async Task Gates_hold_the_status_the_first_text_and_the_next()
    {
        var (status, first, next) = (Closed(), Closed(), Closed());
        _endpoint.Then(Reply.Stream().Wait(first).Text("안녕").Wait(next).Text("하세요").After(status));
        var sending = _client.SendAsync();
        await status.Arrived.InTime();
        Assert.False(sending.IsCompleted);

        status.Open();
        using var response = await sending.InTime();
        await first.Arrived.InTime();
        await using var events = PlainClient.ReadAsync(response).GetAsyncEnumerator();
        var reading = events.MoveNextAsync().AsTask();
        Assert.False(reading.IsCompleted);

        first.Open();
        Assert.True(await reading.InTime());
        Assert.Equal("안녕", PlainClient.TextOf([events.Current]));
        reading = events.MoveNextAsync().AsTask();
        await next.Arrived.InTime();
        Assert.False(reading.IsCompleted);

        next.Open();
        Assert.True(await reading.InTime());
        Assert.Equal("하세요", PlainClient.TextOf([events.Current]));
    }

    [Fact]
    public async Task Client_that_leaves_is_recorded_wherever_the_reply_hangs()
    {
        _endpoint.Then(Reply.Hang(), Reply.Stream().ThenHang(), Reply.Stream("안녕").ThenHang());
        for (var number = 1; number <= 3; number++)
        {
            using var leaving = new CancellationTokenSource();
            var reading = _client.EventsAsync(cancellationToken: leaving.Token);
            var request = await _endpoint.CallAsync(number);
            Assert.Equal(1, _endpoint.Open);
            Assert.False(request.Ended.IsCompleted);
            await leaving.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
            await request.Aborted.InTime();
            Assert.NotNull(request.AbortedAt);
            Assert.Equal(0, _endpoint.Open);
        }
    }

    [Fact]
    public async Task Most_requests_at_once_are_counted()
    {
        var gate = Closed();
        _endpoint.Always(Reply.Says("x").After(gate));
        var all = Enumerable.Range(0, 50).Select(_ => _client.TextAsync()).ToList();
        await Eventually.TrueAsync(() => _endpoint.Open == 50);
        gate.Open();
        Assert.All(await Task.WhenAll(all).InTime(), text => Assert.Equal("x", text));
        Assert.Equal((0, 50), (_endpoint.Open, _endpoint.Peak));
        await _client.TextAsync();
        Assert.Equal((0, 50), (_endpoint.Open, _endpoint.Peak));
    }

    [Fact]
    public async Task Connection_serves_one_request_after_the_other()
    {
        for (var i = 0; i < 5; i++)
            await _client.TextAsync();
        Assert.Equal(1, _endpoint.Connections);
    }

    [Fact]
    public async Task Address_without_an_endpoint_refuses_the_connection()
    {
        using var client = new PlainClient(ScriptedEndpoint.Nowhere());
        var error = await Assert.ThrowsAsync<HttpRequestException>(() => client.SendAsync());
        Assert.Equal(HttpRequestError.ConnectionError, error.HttpRequestError);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _endpoint.DisposeAsync().AsTask().InTime();

    public void Dispose() => _client.Dispose();

    internal static Gate Closed()
    {
        var gate = new Gate();
        gate.Close();
        return gate;
    }
}
