using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CustomerService.Browser.Tests;
using CustomerService.Core.Usage;
using CustomerService.Testing;
using Xunit;

namespace CustomerService.Api.Tests;

/// <summary><c>/api/ai/stream</c> over a real connection to an endpoint that does as told.</summary>
public sealed class StreamTests : IClassFixture<StreamTests.Models>
{
    private readonly ScriptedEndpoint _endpoint;
    private readonly AppHost _host;
    private readonly HttpClient _http;

    public StreamTests(Models models)
    {
        (_endpoint, _host, _http) = (models.Endpoint, models.Host, models.Http);
        _endpoint.Clear();
    }

    /// <summary>The program over an endpoint; both are shared, and nothing is tried again.</summary>
    public sealed class Models : IAsyncDisposable
    {
        public Models()
        {
            Host = Client.NewHost(Settings(Endpoint));
            Http = Host.Caller();
        }

        public ScriptedEndpoint Endpoint { get; } = new();
        public AppHost Host { get; }
        public HttpClient Http { get; }

        public async ValueTask DisposeAsync()
        {
            Http.Dispose();
            await Host.DisposeAsync();
            await Endpoint.DisposeAsync();
        }
    }

    public static TheoryData<int, HttpStatusCode, string> Refusals => new()
    {
        { 500, HttpStatusCode.ServiceUnavailable, "serverError" },
        { 429, HttpStatusCode.ServiceUnavailable, "rateLimited" },
        { 401, HttpStatusCode.BadGateway, "wrongKey" },
        { 404, HttpStatusCode.BadGateway, "unknownModel" },
        { 418, HttpStatusCode.BadGateway, "refused" },
        { 302, HttpStatusCode.BadGateway, "malformed" },
    };

    [Fact]
    public async Task Text_of_the_model_is_streamed_exactly_as_the_contract_says()
    {
        _endpoint.When("gpt-4.1", Reply.Stream("안녕", "하세요\n손님"));
        using var response = await StreamAsync(new { model = "gpt-4.1", message = "인사해 주세요" });
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("gpt-4.1", Assert.Single(response.Headers.GetValues("X-Answered-By")));
        Assert.Equal(
            "data: {\"content\":\"안녕\"}\n\ndata: {\"content\":\"하세요\\n손님\"}\n\ndata: [DONE]\n\n",
            await response.Content.ReadAsStringAsync());
        var call = Assert.Single(_endpoint.Calls);
        Assert.Equal(("gpt-4.1", "인사해 주세요", true), (call.Model, call.Prompt, call.IsStreamed));
    }

    [Fact]
    public async Task Without_a_model_the_moderate_one_answers_and_the_call_is_kept()
    {
        var before = await TokensAsync();
        using var response = await StreamAsync(new { message = "x" });
        Assert.Equal("gemini-2.5-flash", Assert.Single(response.Headers.GetValues("X-Answered-By")));
        Assert.Contains("[DONE]", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(30, await TokensAsync() - before);

        async Task<long> TokensAsync()
        {
            var usage = (IUsageStore)_host.Services.GetService(typeof(IUsageStore))!;
            await usage.FlushAsync(CancellationToken.None);
            var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
            var rows = await usage.ReadAsync(today.AddDays(-1), today.AddDays(1), CancellationToken.None);
            return rows.Where(r => r is { Model: "gemini-2.5-flash", Purpose: ModelPurpose.Stream }).Sum(r => r.PromptTokens + r.CompletionTokens);
        }
    }

    [Fact]
    public async Task Text_is_passed_on_as_it_comes()
    {
        var gate = Closed();
        _endpoint.Then(Reply.Stream("안녕").Wait(gate).Text("하세요"));
        using var response = await StreamAsync(new { message = "x" });
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        Assert.Equal("data: {\"content\":\"안녕\"}", await reader.ReadLineAsync().InTime());
        gate.Open();
        Assert.Equal("\ndata: {\"content\":\"하세요\"}\n\ndata: [DONE]\n\n", await reader.ReadToEndAsync().InTime());
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Refusal_before_the_first_text_is_a_problem(int status, HttpStatusCode expected, string code)
    {
        _endpoint.Always(Reply.Body(status, "application/json", "{\"error\":{\"message\":\"secret of the endpoint\"}}"));
        using var response = await StreamAsync(new { message = "x" });
        var problem = await response.ProblemAsync(expected);
        Assert.Equal(code, AnswersTests.Text(problem, "code"));
        Assert.NotEmpty(AnswersTests.Text(problem, "detail"));
        Assert.Equal(expected == HttpStatusCode.ServiceUnavailable, response.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        Assert.DoesNotContain(_endpoint.Address.Authority, problem.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Endpoint_that_never_answers_is_told_as_too_slow()
    {
        _endpoint.Always(Reply.Hang());
        await using var host = Client.NewHost(Settings(_endpoint, ("Resilience:FirstTokenTimeout", "00:00:00.050")));
        using var http = host.Caller();
        using var response = await http.StreamTextAsync(new { message = "x" });
        Assert.Equal("firstTokenTimeout", AnswersTests.Text(await response.ProblemAsync(HttpStatusCode.ServiceUnavailable), "code"));
        Assert.NotNull(response.Headers.RetryAfter);
    }

    [Fact]
    public async Task Too_many_waiting_requests_are_told_as_such()
    {
        var gate = Closed();
        _endpoint.Always(Reply.Says("x").After(gate));
        await using var host = Client.NewHost(Settings(_endpoint, ("Limits:MaxConcurrentRequests", "1"), ("Limits:MaxWaitingRequests", "0")));
        using var http = host.Caller();
        var first = http.StreamTextAsync(new { message = "x" });
        await _endpoint.CallAsync(1);
        using var response = await http.StreamTextAsync(new { message = "x" });
        Assert.Equal("queueFull", AnswersTests.Text(await response.ProblemAsync(HttpStatusCode.ServiceUnavailable), "code"));
        gate.Open();
        using var answered = await first.InTime();
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
    }

    [Fact]
    public async Task Message_beyond_the_models_window_is_refused_by_its_field()
    {
        _endpoint.Always(Reply.Status(400, code: "context_length_exceeded"));
        using var response = await StreamAsync(new { message = "x" });
        Assert.Equal(["message"], await response.WrongFieldsAsync());
    }

    [Fact]
    public async Task Stream_that_breaks_ends_in_an_error_and_without_the_end_mark()
    {
        var gate = Closed();
        _endpoint.Then(Reply.Stream("안녕").Wait(gate).ThenReset());
        using var response = await StreamAsync(new { message = "x" });
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        Assert.Equal("data: {\"content\":\"안녕\"}", await reader.ReadLineAsync().InTime());
        gate.Open();
        var rest = await reader.ReadToEndAsync().InTime();
        using var error = JsonDocument.Parse(rest.Trim()["data: ".Length..]);
        Assert.Equal("connectionFailed", AnswersTests.Text(error.RootElement.GetProperty("error"), "code"));
        Assert.NotEmpty(AnswersTests.Text(error.RootElement.GetProperty("error"), "message"));
        Assert.DoesNotContain("[DONE]", rest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Caller_that_leaves_ends_the_call_to_the_model()
    {
        _endpoint.Then(Reply.Stream("안녕").ThenHang(), Reply.Hang());
        using (var response = await StreamAsync(new { message = "x" }))
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await (await _endpoint.CallAsync(1)).Aborted.InTime();

        using var leaving = new CancellationTokenSource();
        var early = _http.PostAsync("/api/ai/stream", JsonContent.Create(new { message = "x" }), leaving.Token);
        var call = await _endpoint.CallAsync(2);
        await leaving.CancelAsync();
        await call.Aborted.InTime();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => early);
    }

    [Theory]
    [InlineData("""{}""", "message")]
    [InlineData("""null""", "message")]
    [InlineData("""{"message":" \n"}""", "message")]
    [InlineData("""{"message":"x","model":"gpt-9"}""", "model")]
    public async Task Wrong_value_is_refused_by_its_field(string body, string field)
    {
        using var response = await _http.PostTextAsync("/api/ai/stream", body);
        Assert.Equal([field], await response.WrongFieldsAsync());
        Assert.Empty(_endpoint.Calls);
    }

    [Fact]
    public async Task Unknown_model_names_the_known_ones()
    {
        using var response = await StreamAsync(new { message = "x", model = "gpt-9" });
        Assert.Contains("gpt-4.1, ", (await response.ProblemAsync(HttpStatusCode.BadRequest)).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Longest_message_is_sent_and_a_longer_one_is_not()
    {
        using var longest = await StreamAsync(new { message = new string('가', 20_000), model = "gpt-4.1" });
        Assert.Equal(HttpStatusCode.OK, longest.StatusCode);
        using var longer = await StreamAsync(new { message = new string('가', 20_001) });
        Assert.Equal(["message"], await longer.WrongFieldsAsync());
        using var large = await StreamAsync(new { message = new string('x', 300_000) });
        await large.ProblemAsync(HttpStatusCode.RequestEntityTooLarge);
        using var form = await _http.PostTextAsync("/api/ai/stream", "message=x", "application/x-www-form-urlencoded");
        await form.ProblemAsync(HttpStatusCode.UnsupportedMediaType);
        Assert.Equal(20_000, Assert.Single(_endpoint.Calls).Prompt!.Length);
    }

    private static Dictionary<string, string> Settings(ScriptedEndpoint endpoint, params (string Key, string Value)[] more)
    {
        var settings = new Dictionary<string, string>
        {
            ["OpenAI:BaseUrl"] = endpoint.Address.ToString(),
            ["OpenAI:ApiKey"] = "secret-of-the-operator",
            ["Resilience:MaxRetries"] = "0",
            ["Resilience:BreakerMinimumCalls"] = "1000",
        };
        foreach (var (key, value) in more)
            settings[key] = value;
        return settings;
    }

    private Task<HttpResponseMessage> StreamAsync(object body) => _http.StreamTextAsync(body);

    private static Gate Closed()
    {
        var gate = new Gate();
        gate.Close();
        return gate;
    }
}
