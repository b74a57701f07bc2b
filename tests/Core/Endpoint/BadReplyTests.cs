using System.Net;
using System.Net.Sockets;
using System.Text;
using CustomerService.Testing;
using Xunit;

namespace CustomerService.Core.Tests.Endpoint;

/// <summary>What an endpoint does wrong, seen by a plain HTTP client.</summary>
public sealed class BadReplyTests : IAsyncLifetime, IDisposable
{
    private readonly ScriptedEndpoint _endpoint = new();
    private readonly PlainClient _client;

    public BadReplyTests() => _client = new(_endpoint.Address);

    public static TheoryData<string, bool> Breaks => new()
    {
        { "reset at once", true }, { "closed at once", false }, { "reset in the middle", true }, { "closed in the middle", false }, { "cut chunk", false },
    };

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task Connection_breaks_off_as_told_and_the_client_is_not_to_blame(string how, bool reset)
    {
        var gate = ScriptedEndpointTests.Closed();
        _endpoint.Then(how switch
        {
            "reset at once" => Reply.Reset(),
            "closed at once" => Reply.Close(),
            "reset in the middle" => Reply.Stream("안녕").Wait(gate).ThenReset(),
            "closed in the middle" => Reply.Stream("안녕").Wait(gate).ThenClose(),
            _ => Reply.Stream("안녕").Wait(gate).ThenCut("하세요"),
        });
        var seen = new List<string>();
        var error = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            using var response = await _client.SendAsync();
            await foreach (var next in PlainClient.ReadAsync(response))
            {
                seen.Add(next);
                gate.Open();
            }
        });
        Assert.Equal(how.EndsWith("once", StringComparison.Ordinal) ? "" : "안녕", PlainClient.TextOf(seen));
        Assert.Equal(reset, Causes(error).OfType<SocketException>().Any(e => e.SocketErrorCode == SocketError.ConnectionReset));
        var request = await _endpoint.CallAsync(1);
        await request.Ended.InTime();
        Assert.Null(request.AbortedAt);
        Assert.Equal(ScriptedEndpoint.DefaultText, await _client.TextAsync());
    }

    [Fact]
    public async Task Character_split_between_two_writes_arrives_in_two_reads()
    {
        var gate = ScriptedEndpointTests.Closed();
        _endpoint.Then(Reply.Stream("앞").Split("뒤", gate));
        using var response = await _client.SendAsync();
        await using var stream = await response.Content.ReadAsStreamAsync();
        var bytes = new List<byte>();
        var buffer = new byte[4096];
        while (!Encoding.UTF8.GetString([.. bytes]).EndsWith('\ufffd'))
            bytes.AddRange(buffer[..await stream.ReadAsync(buffer).AsTask().InTime()]);
        gate.Open();
        for (int read; (read = await stream.ReadAsync(buffer).AsTask().InTime()) > 0;)
            bytes.AddRange(buffer[..read]);
        Assert.Contains("\"content\":\"뒤\"", Encoding.UTF8.GetString([.. bytes]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Odd_lines_and_events_stand_where_they_were_put()
    {
        _endpoint.Then(Reply.Stream("a").Lines(": keep-alive", "").Lines("event: ping", "data: {\"type\":\"ping\"}", "")
            .Data("{\"broken").Data("{\"object\":\"odd\"}").EmptyChoices().Error("server_error").Text("b").Finish("length").NoUsage().CrLf());
        using var response = await _client.SendAsync();
        var lines = (await response.Content.ReadAsStringAsync()).Split("\r\n\r\n");
        Assert.Equal(
            [": keep-alive", "event: ping\r\ndata: {\"type\":\"ping\"}", "data: {\"broken", "data: {\"object\":\"odd\"}"], lines[1..5]);
        Assert.Contains("\"choices\":[]", lines[5], StringComparison.Ordinal);
        Assert.Contains("{\"error\":{\"message\":\"scripted error\"", lines[6], StringComparison.Ordinal);
        Assert.Contains("\"content\":\"b\"", lines[7], StringComparison.Ordinal);
        Assert.Contains("\"finish_reason\":\"length\"", lines[8], StringComparison.Ordinal);
        Assert.Equal(["data: [DONE]", ""], lines[9..]);
    }

    [Fact]
    public async Task Stream_can_end_without_what_ends_a_completion()
    {
        _endpoint.Then(Reply.Stream("a").ThenEnd(), Reply.Stream("a").Finish(null).NoUsage().NoDone());
        Assert.Equal(("a", "a"), (PlainClient.TextOf(await _client.EventsAsync()), PlainClient.TextOf(await _client.EventsAsync())));
        _endpoint.Then(Reply.Stream().ThenEnd());
        Assert.Empty(await _client.EventsAsync());
    }

    [Fact]
    public async Task Ten_megabytes_arrive_whole()
    {
        _endpoint.Then(Reply.Stream().Text(Enumerable.Repeat(new string('가', 1024), 3_500)), Reply.Whole(new string('x', 10_000_000)));
        Assert.Equal(1024 * 3_500, PlainClient.TextOf(await _client.EventsAsync()).Length);
        using var whole = await _client.SendAsync(stream: false);
        Assert.True((await whole.Content.ReadAsByteArrayAsync()).Length > 10_000_000);
    }

    [Fact]
    public async Task Client_that_does_not_read_is_recorded_when_it_leaves()
    {
        _endpoint.Then(Reply.Stream().Text(Enumerable.Repeat(new string('가', 1024), 1_000_000)));
        using (await _client.SendAsync())
            Assert.False((await _endpoint.CallAsync(1)).Ended.IsCompleted);
        _client.Dispose();
        await (await _endpoint.CallAsync(1)).Aborted.InTime();
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, "text/html")]
    [InlineData(HttpStatusCode.Found, "text/plain")]
    [InlineData(HttpStatusCode.BadRequest, "application/json")]
    public async Task Reply_that_is_no_completion_has_its_status_and_type(HttpStatusCode status, string type)
    {
        _endpoint.Then(status switch
        {
            HttpStatusCode.OK => Reply.Html(),
            HttpStatusCode.Found => Reply.Redirect("/v1/elsewhere"),
            _ => Reply.Status(400, code: "context_length_exceeded"),
        });
        using var response = await _client.SendAsync();
        Assert.Equal((status, type), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task List_of_models_answers_as_told_and_is_no_call()
    {
        Assert.Equal(HttpStatusCode.OK, (await _client.ModelsAsync()).StatusCode);
        _endpoint.Models(Reply.Status(401));
        Assert.Equal(HttpStatusCode.Unauthorized, (await _client.ModelsAsync()).StatusCode);
        _endpoint.Models(Reply.Hang());
        using var leaving = new CancellationTokenSource();
        var asking = _client.ModelsAsync(leaving.Token);
        await Eventually.TrueAsync(() => _endpoint.Requests.Count == 3);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        Assert.Empty(_endpoint.Calls);
        Assert.Equal(0, _endpoint.Peak);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _endpoint.DisposeAsync().AsTask().InTime();

    public void Dispose() => _client.Dispose();

    private static IEnumerable<Exception> Causes(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
            yield return error;
    }
}
