using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using CustomerService.Browser.Tests;
using CustomerService.Core.Answers;
using CustomerService.Core.Models;
using CustomerService.Core.Usage;
using CustomerService.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CustomerService.Api.Tests;

/// <summary>Whole answers with a model behind them, over the real wire.</summary>
public sealed class ModelAnswersTests : IAsyncDisposable
{
    private readonly ScriptedEndpoint _endpoint = new();
    private AppHost? _host;

    [Fact]
    public async Task Answer_names_its_model_the_reason_the_prompt_and_the_price_and_is_stored_so()
    {
        var host = Start();
        using var http = host.Caller();
        _endpoint.Always(Reply.Says("네, 재고가 있습니다."));

        var answer = await (await http.AskAsync(new { question = "재고 있어요?", productId = "E001" })).AnswerAsync();

        Assert.Equal((AnswerSource.Model, "deepseek-v3.2", "네, 재고가 있습니다."), (answer.Source, answer.Model, answer.Answer));
        Assert.Equal((ModelTier.Simple, "single_fact"), (answer.Author.Tier, answer.Author.Rule));
        Assert.StartsWith("answer-2-", answer.Author.PromptVersion, StringComparison.Ordinal);
        // Reviews, recommendation and answer: 20 prompt tokens and 10 of completion each, at the prices of three models.
        Assert.Equal((60, 30, false), (answer.Usage.PromptTokens, answer.Usage.CompletionTokens, answer.Usage.Estimated));
        Assert.Equal((20 * 0.4m + 10 * 1.6m + 20 * 0.28m + 10 * 0.42m + 20 * 0.07m + 10 * 0.42m) / 1_000_000m, answer.Usage.Cost);
        var stored = await (await http.GetAsync($"/api/answers/{answer.AnswerId}")).AnswerAsync();
        Assert.Equal(answer.Author, stored.Author);
        Assert.Equal(answer.Usage, stored.Usage);

        var usage = host.Services.GetRequiredService<IUsageStore>();
        await usage.FlushAsync(CancellationToken.None);
        Assert.Equal(
            [ModelPurpose.Answer, ModelPurpose.Recommendation, ModelPurpose.ReviewAnalysis],
            (await usage.CallsOfAsync(answer.AnswerId, CancellationToken.None)).Select(c => c.Purpose).OrderBy(p => p.ToString(), StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_was_held_back_is_told_to_programs_too()
    {
        using var http = Start().Caller();
        _endpoint.Always(Reply.Says("네, 재고가 있습니다. 서울에 999개가 있습니다."));

        var answer = await (await http.AskAsync(new { question = "재고 있어요?", productId = "E001" })).AnswerAsync();

        Assert.Equal("999개", Assert.Single(answer.HeldBack).Unsupported);
        Assert.DoesNotContain("999", answer.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Killing_the_endpoint_amid_two_hundred_answers_loses_none()
    {
        const int Answers = 200;
        using var http = Start(("Limits:MaxConcurrentRequests", "1000"), ("Resilience:MaxRetries", "1"), ("Resilience:BaseDelay", "00:00:00.050")).Caller();
        var gate = new Gate();
        gate.Close();
        var number = 0;
        _endpoint.Answer(request => !request.IsStreamed ? Reply.Whole("음질이 좋다고 합니다.")
            : Interlocked.Increment(ref number) % 2 == 0 ? Reply.Stream("네, 재고가 ").Wait(gate).Text("있습니다.")
            : Reply.Stream().Wait(gate).Text("네, 재고가 있습니다."));

        var begun = 0;
        var asked = Enumerable.Range(0, Answers).Select(async i =>
        {
            var events = new List<SseItem<string>>();
            await foreach (var item in http.StreamAsync(new { question = $"재고 있어요? {i}", productId = "E001" }))
            {
                if (item.EventType == "delta" && events.TrueForAll(e => e.EventType != "delta"))
                    Interlocked.Increment(ref begun);
                events.Add(item);
            }

            Assert.Equal("done", events[^1].EventType);
            return JsonSerializer.Deserialize(events[^1].Data, AnswerJson.Compact.AnswerMessage)!;
        }).ToList();
        await Eventually.TrueAsync(() => _endpoint.Calls.Count(c => c.IsStreamed) == Answers && _endpoint.Open == Answers && Volatile.Read(ref begun) == Answers / 2);
        await _endpoint.DisposeAsync();
        var answers = await Task.WhenAll(asked).InTime();

        Assert.All(answers, answer =>
        {
            if (answer.State == AnswerState.Interrupted)
                Assert.Equal((AnswerSource.Model, "네, 재고가", ModelFault.ConnectionFailed), (answer.Source, answer.Answer.Trim(), answer.Fault));
            else
                Assert.Equal((AnswerState.Completed, AnswerSource.Embedded), (answer.State, answer.Source));
            Assert.DoesNotContain("Exception", answer.Answer, StringComparison.Ordinal);
        });
        Assert.Equal(Answers / 2, answers.Count(a => a.State == AnswerState.Interrupted));
        Assert.All(answers.Where(a => a.Source == AnswerSource.Embedded), a => Assert.NotEmpty(a.Author.Setbacks!));
    }

    [Fact]
    public async Task Thousand_questions_at_once_keep_to_the_limit_and_are_all_answered()
    {
        const int Questions = 1_000;
        using var http = Start(("Limits:RequestsPerMinute", "1000000"), ("Limits:TokensPerMinute", "2000000000"), ("Lookups:Deadline", "00:01:00")).Caller();
        http.Timeout = TimeSpan.FromMinutes(3);
        _endpoint.Always(Reply.Says("네, 재고가 있습니다."));

        var answers = await Task.WhenAll(Enumerable.Range(0, Questions).Select(async i =>
            await (await http.AskAsync(new { question = $"재고 있어요? {i}", productId = $"E{1 + i % 40:000}", customerId = i % 2 == 0 ? "C12345" : "C67890" })).AnswerAsync()))
            .WaitAsync(TimeSpan.FromMinutes(3));

        Assert.InRange(_endpoint.Peak, 2, 10);
        Assert.All(answers, a => Assert.Equal(AnswerState.Completed, a.State));
        Assert.All(answers.Where(a => a.Source == AnswerSource.Embedded), a => Assert.NotEmpty(a.Author.Setbacks!));
        Assert.Contains(answers, a => a.Source == AnswerSource.Model);
    }

    [Theory]
    [InlineData(401, "does not accept the key")]
    [InlineData(500, "answers with errors")]
    public async Task Endpoint_that_cannot_be_used_degrades_and_stops_nothing(int status, string words)
    {
        _endpoint.Models(Reply.Status(status)).Always(Reply.Status(status));
        using var http = Start(("Resilience:MaxRetries", "0")).Caller();

        var health = await (await http.GetAsync("/health/ready")).JsonAsync();

        Assert.Equal("degraded", health.GetProperty("status").GetString());
        var description = health.GetProperty("checks").GetProperty("model").GetProperty("description").GetString()!;
        Assert.Contains(words, description, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-of-the-shop", description, StringComparison.Ordinal);
        var answer = await (await http.AskAsync(new { question = "재고 있어요?", productId = "E001" })).AnswerAsync();
        Assert.Equal((AnswerState.Completed, AnswerSource.Embedded), (answer.State, answer.Source));
        Assert.Contains("127", answer.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Endpoint_that_is_not_there_degrades_and_stops_nothing()
    {
        using var http = Start(("OpenAI:BaseUrl", ScriptedEndpoint.Nowhere().ToString()), ("Resilience:MaxRetries", "0")).Caller();

        var health = await (await http.GetAsync("/health/ready")).JsonAsync();

        Assert.Contains("cannot be reached; check OpenAI:BaseUrl", health.GetProperty("checks").GetProperty("model").GetProperty("description").GetString()!, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await http.AskAsync(new { question = "재고 있어요?", productId = "E001" })).StatusCode);
    }

    [Fact]
    public async Task Spent_budget_lets_the_embedded_assistant_answer_and_says_so()
    {
        using var http = Start(("Budget:DailyUsd", "0.00001")).Caller();
        _endpoint.Always(Reply.Says("네, 재고가 있습니다."));
        await http.AskAsync(new { question = "재고 있어요?", productId = "E001" });

        var answer = await (await http.AskAsync(new { question = "재고 있어요?", productId = "E002" })).AnswerAsync();

        Assert.Equal(AnswerSource.Embedded, answer.Source);
        Assert.Equal(ModelFault.OverBudget, answer.Author.Setbacks![0].Fault);
        Assert.Equal(0, answer.Usage.PromptTokens);
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
        await _endpoint.DisposeAsync();
    }

    private AppHost Start(params (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string> { ["OpenAI:BaseUrl"] = _endpoint.Address.ToString(), ["OpenAI:ApiKey"] = "sk-of-the-shop" };
        foreach (var (key, value) in settings)
            all[key] = value;
        return _host = Client.NewHost(all);
    }
}
