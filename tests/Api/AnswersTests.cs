using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using CustomerService.Core.Answers;
using CustomerService.Core.Lookups;
using Xunit;

namespace CustomerService.Api.Tests;

public sealed class AnswersTests(Api api) : IClassFixture<Api>
{
    private static readonly object First = new
    {
        question = "이 이어폰 장점과 단점이 뭐예요?",
        productId = "E001",
        customerId = "C12345",
        context = new { ageGroup = "30대", useCase = "통근", interests = "음질" },
    };

    [Fact]
    public async Task Answer_has_every_field_of_the_contract()
    {
        var answer = await (await api.Http.AskAsync(First)).JsonAsync();
        Assert.Equal("이 이어폰 장점과 단점이 뭐예요?", Text(answer, "question"));
        Assert.Equal(("ko", "embedded", "E001", "C12345"), (Text(answer, "language"), Text(answer, "source"), Text(answer, "productId"), Text(answer, "customerId")));
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("model").ValueKind);
        Assert.All(["answerId", "answer", "productInfo", "reviewSummary", "stockStatus", "recommendation"], name => Assert.NotEmpty(Text(answer, name)));
        Assert.Contains("장점", Text(answer, "answer"), StringComparison.Ordinal);
        Assert.All(["127", "45"], count => Assert.Contains(count, Text(answer, "stockStatus"), StringComparison.Ordinal));
        Assert.All(["127", "45"], count => Assert.Contains(count, Text(answer, "answer"), StringComparison.Ordinal));

        var lookups = answer.GetProperty("lookups").EnumerateArray().ToList();
        Assert.Equal(["productInfo", "reviewAnalysis", "stockCheck", "recommendation"], lookups.Select(l => Text(l, "kind")));
        Assert.All(lookups, lookup =>
        {
            Assert.Equal("found", Text(lookup, "state"));
            Assert.True(lookup.GetProperty("elapsedMs").GetDouble() >= 0);
            Assert.NotEmpty(Text(lookup, "summary"));
            Assert.Equal(JsonValueKind.Object, lookup.GetProperty("data").ValueKind);
        });
        Assert.Equal(Enumerable.Range(1, answer.GetProperty("citations").GetArrayLength()), answer.GetProperty("citations").EnumerateArray().Select(c => c.GetProperty("number").GetInt32()));
        var usage = answer.GetProperty("usage");
        Assert.Equal((0, 0, 0m), (usage.GetProperty("promptTokens").GetInt32(), usage.GetProperty("completionTokens").GetInt32(), usage.GetProperty("cost").GetDecimal()));
        var timings = answer.GetProperty("timings");
        Assert.InRange(timings.GetProperty("firstTokenMs").GetDouble(), timings.GetProperty("lookupsMs").GetDouble(), timings.GetProperty("totalMs").GetDouble());
    }

    [Fact]
    public async Task English_question_is_answered_in_English()
    {
        var answer = await (await api.Http.AskAsync(new { question = "Is it in stock?", productId = "E001" })).AnswerAsync();
        Assert.Equal("en", answer.Language);
        Assert.DoesNotMatch("[가-힣]", answer.Answer + answer.StockStatus);
        Assert.All(["127", "45"], count => Assert.Contains(count, answer.Answer, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Wanted_language_wins_over_the_questions_own()
    {
        var answer = await (await api.Http.AskAsync(new { question = "Is it in stock?", productId = "e001", language = "ko" })).AnswerAsync();
        Assert.Equal(("ko", "E001"), (answer.Language, answer.ProductId));
        Assert.Matches("[가-힣]", answer.Answer);
    }

    [Fact]
    public async Task Stream_tells_four_lookups_then_the_text_then_the_whole_answer()
    {
        var events = new List<SseItem<string>>();
        await foreach (var item in api.Http.StreamAsync(First))
            events.Add(item);

        var deltas = events.Count(e => e.EventType == "delta");
        Assert.True(deltas >= 1);
        Assert.Equal([.. Enumerable.Repeat("lookup", 4), .. Enumerable.Repeat("delta", deltas), "done"], events.Select(e => e.EventType));
        var lookups = events.Take(4).Select(e => JsonSerializer.Deserialize<JsonElement>(e.Data)).ToList();
        Assert.Equal(["productInfo", "recommendation", "reviewAnalysis", "stockCheck"], lookups.Select(l => Text(l, "kind")).Order(StringComparer.Ordinal));
        Assert.All(lookups, l => Assert.Equal(["kind", "state", "elapsedMs", "summary", "data"], l.EnumerateObject().Select(p => p.Name)));

        var done = JsonSerializer.Deserialize(events[^1].Data, AnswerJson.Compact.AnswerMessage)!;
        Assert.Equal(done.Answer, string.Concat(events.Where(e => e.EventType == "delta").Select(e => Text(JsonSerializer.Deserialize<JsonElement>(e.Data), "text"))));
        Assert.Equal(JsonSerializer.Serialize(done, AnswerJson.Compact.AnswerMessage), events[^1].Data);
    }

    [Fact]
    public async Task Stored_answer_is_the_one_that_was_given()
    {
        var given = await (await api.Http.AskAsync(First)).JsonAsync();
        var stored = await (await api.Http.GetAsync($"/api/answers/{Text(given, "answerId")}")).JsonAsync();
        Assert.True(JsonElement.DeepEquals(given, stored), $"{given}\n{stored}");
    }

    [Theory]
    [InlineData("A00000000000000000000000000000000")]
    [InlineData("'%20OR%201=1--")]
    [InlineData("%ED%A0%80")]
    [InlineData("이어폰")]
    public async Task Unknown_answer_is_not_found(string id)
    {
        var problem = await (await api.Http.GetAsync($"/api/answers/{id}")).ProblemAsync(HttpStatusCode.NotFound);
        Assert.Equal("There is no such answer", Text(problem, "title"));
    }

    [Fact]
    public async Task Same_question_at_once_gives_as_many_stored_answers()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ => await (await api.Http.AskAsync(First)).AnswerAsync()));
        Assert.Equal(50, answers.Select(a => a.AnswerId).Distinct(StringComparer.Ordinal).Count());
        Assert.Single(answers.Select(a => a.Answer).Distinct(StringComparer.Ordinal));
        foreach (var answer in answers)
        {
            using var stored = await api.Http.GetAsync($"/api/answers/{answer.AnswerId}");
            Assert.Equal(answer.Answer, (await stored.AnswerAsync()).Answer);
        }
    }

    [Fact]
    public async Task Caller_that_leaves_in_the_middle_leaves_a_whole_answer_behind()
    {
        await using var host = Client.NewHost();
        using var http = host.Caller();
        host.Gates[LookupKind.StockCheck].Close();
        await foreach (var item in http.StreamAsync(First))
        {
            Assert.Equal("lookup", item.EventType);
            break;
        }

        host.Gates.OpenAll();
        var runs = (IAnswerRuns)host.Services.GetService(typeof(IAnswerRuns))!;
        var store = (IAnswerStore)host.Services.GetService(typeof(IAnswerStore))!;
        var id = (await store.RecentAsync(Surface.Api, 1, CancellationToken.None)).Single().Id;
        await foreach (var _ in runs.Find(id)!.FollowAsync(0, CancellationToken.None))
        {
        }

        using var stored = await http.GetAsync($"/api/answers/{id}");
        var answer = await stored.AnswerAsync();
        Assert.Equal(AnswerState.Completed, answer.State);
        Assert.All(["127", "45"], count => Assert.Contains(count, answer.Answer, StringComparison.Ordinal));
        Assert.All(answer.Lookups, lookup => Assert.Equal(LookupState.Found, lookup.State));
    }

    [Fact]
    public async Task Lookup_that_breaks_or_is_late_is_told_as_such_and_the_rest_is_answered()
    {
        await using var host = Client.NewHost(new Dictionary<string, string> { ["Lookups:ReviewAnalysis:Deadline"] = "00:00:00.05" });
        using var http = host.Caller();
        host.Gates[LookupKind.StockCheck].Break();
        host.Gates[LookupKind.ReviewAnalysis].Close();
        using var response = await http.AskAsync(First);
        var text = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        var states = (await response.AnswerAsync()).Lookups.ToDictionary(l => l.Kind, l => l.State);
        Assert.Equal((LookupState.Failed, LookupState.TimedOut, LookupState.Found), (states[LookupKind.StockCheck], states[LookupKind.ReviewAnalysis], states[LookupKind.ProductInfo]));
        Assert.Contains("\"timedOut\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("0개", (await response.AnswerAsync()).StockStatus, StringComparison.Ordinal);
    }

    internal static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
