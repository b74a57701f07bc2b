using CustomerService.Ai.Gateway;
using CustomerService.Core.Models;
using CustomerService.Testing;
using Microsoft.Extensions.AI;
using Xunit;

namespace CustomerService.Ai.Tests.Gateway;

/// <summary>What is tried again, when, and what comes instead.</summary>
public sealed class ResilienceTests
{
    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Passing_trouble_is_tried_again_after_growing_waits(int status)
    {
        await using var rig = new GatewayRig();
        rig.Endpoint.Then(Reply.Status(status), Reply.Status(status), Reply.Status(status));

        var text = rig.StreamAsync(GatewayRig.Turn());
        await rig.Clock.FireAsync(TimeSpan.FromSeconds(1));
        await rig.Clock.FireAsync(TimeSpan.FromSeconds(2));
        await rig.Clock.FireAsync(TimeSpan.FromSeconds(4));

        Assert.Equal("안녕하세요", await text.InTime());
        Assert.Equal([1, 2, 3, 4], rig.Usage.Calls.Select(c => c.Attempt));
    }

    [Theory]
    [InlineData(400, null, ModelFault.Refused)]
    [InlineData(400, "context_length_exceeded", ModelFault.ContextTooLong)]
    [InlineData(401, null, ModelFault.WrongKey)]
    [InlineData(403, null, ModelFault.WrongKey)]
    [InlineData(404, "model_not_found", ModelFault.UnknownModel)]
    [InlineData(413, null, ModelFault.ContextTooLong)]
    [InlineData(422, null, ModelFault.Refused)]
    [InlineData(501, null, ModelFault.ServerError)]
    public async Task Refusal_is_not_tried_again(int status, string? code, ModelFault fault)
    {
        await using var rig = new GatewayRig();
        rig.Endpoint.Always(Reply.Status(status, code: code));

        Assert.Equal((fault, ""), await rig.FaultAsync(GatewayRig.Turn()).InTime());
        Assert.Single(rig.Endpoint.Calls);
    }

    [Fact]
    public async Task Retry_ends_after_the_configured_number()
    {
        await using var rig = new GatewayRig(("Resilience:MaxRetries", "2"));
        rig.Endpoint.Always(Reply.Status(503));

        var fault = rig.FaultAsync(GatewayRig.Turn());
        await rig.Clock.FireAsync(TimeSpan.FromSeconds(1));
        await rig.Clock.FireAsync(TimeSpan.FromSeconds(2));

        Assert.Equal(ModelFault.ServerError, (await fault.InTime()).Fault);
        Assert.Equal(3, rig.Endpoint.Calls.Count);
    }

    [Fact]
    public async Task No_retry_is_possible()
    {
        await using var rig = new GatewayRig(("Resilience:MaxRetries", "0"));
        rig.Endpoint.Always(Reply.Status(503));

        Assert.Equal(ModelFault.ServerError, (await rig.FaultAsync(GatewayRig.Turn()).InTime()).Fault);
        Assert.Single(rig.Endpoint.Calls);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("Wed, 18 Nov 2026 01:00:09 GMT", 9)]
    public async Task Endpoint_says_how_long_to_wait(string retryAfter, int seconds)
    {
        await using var rig = new GatewayRig();
        rig.Endpoint.Then(Reply.Status(429, retryAfter));

        var text = rig.StreamAsync(GatewayRig.Turn());
        await rig.Clock.FireAsync(TimeSpan.FromSeconds(seconds));

        Assert.Equal("안녕하세요", await text.InTime());
    }

    [Fact]
    public async Task Wait_longer_than_the_longest_is_left_to_another_model()
    {
        await using var rig = new GatewayRig();
        rig.Endpoint.When("m-1", Reply.Status(429, "31"));

        var turn = GatewayRig.Turn("m-1", "m-2");
        Assert.Equal("안녕하세요", await rig.StreamAsync(turn).InTime());

        Assert.Equal(["m-1", "m-2"], rig.Endpoint.Calls.Select(c => c.Model));
        Assert.Equal([new Setback("m-1", ModelFault.RateLimited)], turn.Setbacks);
    }

    [Fact]
    public async Task Jitter_spreads_the_waits_and_can_be_switched_off()
    {
        var waits = new HashSet<TimeSpan>();
        for (var i = 0; i < 3; i++)
        {
            await using var rig = new GatewayRig(("Resilience:Jitter", "true"));
            for (var j = 0; j < i; j++)
                rig.Get<Random>().NextDouble();
            rig.Endpoint.Then(Reply.Status(500));
            var text = rig.StreamAsync(GatewayRig.Turn());
            await Eventually.TrueAsync(() => rig.Endpoint.Calls is [{ Ended.IsCompleted: true }] && rig.Clock.NextDue < TimeSpan.FromSeconds(5));
            waits.Add(rig.Clock.NextDue!.Value);
            rig.Clock.Advance(TimeSpan.FromSeconds(5));
            await text.InTime();
        }

        Assert.Equal(3, waits.Count);
        Assert.DoesNotContain(TimeSpan.FromSeconds(1), waits);
    }

    [Fact]
    public async Task Endpoint_that_nobody_listens_at_is_tried_again_and_then_given_up()
    {
        await using var rig = new GatewayRig(("OpenAI:BaseUrl", ScriptedEndpoint.Nowhere().ToString()), ("Resilience:MaxRetries", "1"));

        var fault = rig.FaultAsync(GatewayRig.Turn());
        await rig.Clock.FireAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(ModelFault.ConnectionFailed, (await fault.InTime()).Fault);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Model_that_does_not_begin_is_tried_again(bool afterHeaders)
    {
        await using var rig = new GatewayRig();
        rig.Endpoint.Then(afterHeaders ? Reply.Stream().ThenHang() : Reply.Hang());

        var text = rig.StreamAsync(GatewayRig.Turn());
        await rig.Endpoint.CallAsync(1);
        await rig.Clock.FireAsync(TimeSpan.FromSeconds(15));
        await rig.Clock.FireAsync(TimeSpan.FromSeconds(1));

        Assert.Equal("안녕하세요", await text.InTime());
        Assert.Equal(ModelFault.FirstTokenTimeout, rig.Usage.Calls[0].Fault);
        await rig.Endpoint.Calls[0].Aborted.InTime();
    }

    [Fact]
    public async Task Model_that_falls_silent_breaks_off_and_keeps_its_text()
    {
        await using var rig = new GatewayRig();
        rig.Endpoint.Then(Reply.Stream("재고는 ").ThenHang());

        var fault = rig.FaultAsync(GatewayRig.Turn("m-1", "m-2"));
        await rig.Clock.FireAsync(TimeSpan.FromSeconds(10));

        Assert.Equal((ModelFault.IdleTimeout, "재고는 "), await fault.InTime());
        Assert.Single(rig.Endpoint.Calls);
    }

    [Fact]
    public async Task Total_time_bounds_retries_and_fallbacks_together()
    {
        await using var rig = new GatewayRig(("Resilience:MaxRetries", "0"), ("Resilience:FirstTokenTimeout", "00:00:40"));
        rig.Endpoint.Always(Reply.Hang());

        var turn = GatewayRig.Turn("m-1", "m-2", "m-3");
        var fault = rig.FaultAsync(turn);
        await rig.Endpoint.CallAsync(1);
        await rig.Clock.FireAsync(TimeSpan.FromSeconds(40));
        await rig.Endpoint.CallAsync(2);
        await rig.Clock.FireAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(ModelFault.TotalTimeout, (await fault.InTime()).Fault);
        Assert.Equal(["m-1", "m-2"], rig.Endpoint.Calls.Select(c => c.Model));
    }

    [Fact]
    public async Task Total_time_does_not_end_an_answer_that_is_being_written()
    {
        await using var rig = new GatewayRig(("Resilience:IdleTimeout", "00:05:00"));
        var gate = new Gate();
        gate.Close();
        rig.Endpoint.Then(Reply.Stream("처음 ").Wait(gate).Text("끝"));

        var text = rig.StreamAsync(GatewayRig.Turn());
        await Eventually.TrueAsync(() => rig.Clock.NextDue == TimeSpan.FromMinutes(5));
        rig.Clock.Advance(TimeSpan.FromMinutes(4));
        gate.Open();

        Assert.Equal("처음 끝", await text.InTime());
    }

    [Fact]
    public async Task Model_that_keeps_failing_rests_and_the_next_one_answers()
    {
        await using var rig = new GatewayRig(("Resilience:MaxRetries", "0"), ("Resilience:BreakerMinimumCalls", "4"));
        rig.Endpoint.When("m-1", Reply.Status(500));
        for (var i = 0; i < 4; i++)
            await rig.StreamAsync(GatewayRig.Turn("m-1", "m-2"));

        var turn = GatewayRig.Turn("m-1", "m-2");
        await rig.StreamAsync(turn);

        Assert.Equal([new Setback("m-1", ModelFault.BreakerOpen)], turn.Setbacks);
        Assert.Equal(4, rig.Endpoint.Calls.Count(c => c.Model == "m-1"));
        Assert.Equal(5, rig.Endpoint.Calls.Count(c => c.Model == "m-2"));
        Assert.Equal(BreakerState.Open, rig.Get<Breakers>().StatusOf("m-1").Breaker);

        rig.Clock.Advance(TimeSpan.FromSeconds(31));
        rig.Endpoint.When("m-1", Reply.Says("다시 됩니다"));
        Assert.Equal("다시 됩니다", await rig.StreamAsync(GatewayRig.Turn("m-1", "m-2")));
        Assert.Equal(BreakerState.Closed, rig.Get<Breakers>().StatusOf("m-1").Breaker);
    }

    [Fact]
    public async Task Request_that_is_too_long_does_not_make_the_model_rest()
    {
        await using var rig = new GatewayRig(("Resilience:BreakerMinimumCalls", "2"));
        rig.Endpoint.When("m-1", Reply.Status(413));
        for (var i = 0; i < 5; i++)
            await rig.StreamAsync(GatewayRig.Turn("m-1", "m-2"));

        Assert.Equal(5, rig.Endpoint.Calls.Count(c => c.Model == "m-1"));
    }

    [Fact]
    public async Task Full_queue_is_told_at_once_and_no_other_model_is_asked()
    {
        await using var rig = new GatewayRig(("Limits:MaxConcurrentRequests", "1"), ("Limits:MaxWaitingRequests", "0"));
        rig.Endpoint.Then(Reply.Hang());
        using var leave = new CancellationTokenSource();
        var first = rig.StreamAsync(GatewayRig.Turn(), cancellationToken: leave.Token);
        await rig.Endpoint.CallAsync(1);

        var turn = GatewayRig.Turn("m-1", "m-2");
        Assert.Equal(ModelFault.QueueFull, (await rig.FaultAsync(turn).InTime()).Fault);

        Assert.Equal([new Setback("m-1", ModelFault.QueueFull)], turn.Setbacks);
        Assert.Single(rig.Endpoint.Calls);
        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
    }

    [Fact]
    public async Task Spent_budget_closes_the_way_to_all_models()
    {
        await using var rig = new GatewayRig(("Budget:DailyUsd", "0.01"));
        rig.Endpoint.Then(Reply.Stream("비싼 답").Usage(1_000_000, 0));
        await rig.StreamAsync(GatewayRig.Turn("gpt-4.1"));

        Assert.Equal(ModelFault.OverBudget, (await rig.FaultAsync(GatewayRig.Turn("gpt-4.1", "m-2"))).Fault);
        Assert.True(rig.Gateway.Status().Budget.IsSpent);

        rig.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("안녕하세요", await rig.StreamAsync(GatewayRig.Turn("gpt-4.1")));
    }

    [Fact]
    public async Task Month_goes_on_counting_when_the_day_ends()
    {
        await using var rig = new GatewayRig(("Budget:MonthlyUsd", "0.01"));
        rig.Endpoint.Then(Reply.Stream("비싼 답").Usage(1_000_000, 0));
        await rig.StreamAsync(GatewayRig.Turn("gpt-4.1"));
        rig.Clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal(ModelFault.OverBudget, (await rig.FaultAsync(GatewayRig.Turn("gpt-4.1"))).Fault);
        rig.Clock.Advance(TimeSpan.FromDays(20));
        Assert.Equal("안녕하세요", await rig.StreamAsync(GatewayRig.Turn("gpt-4.1")));
    }

    [Fact]
    public async Task Thousand_questions_at_once_never_open_more_than_the_limit()
    {
        await using var rig = new GatewayRig(("Limits:RequestsPerMinute", "100000"), ("Limits:TokensPerMinute", "1000000000"), ("Resilience:FirstTokenTimeout", "00:10:00"));
        var answers = Enumerable.Range(0, 1_000).Select(i => Task.Run(() => rig.StreamAsync(GatewayRig.Turn(), $"질문 {i}")));

        var texts = await Task.WhenAll(answers).WaitAsync(TimeSpan.FromMinutes(2));

        Assert.All(texts, t => Assert.Equal("안녕하세요", t));
        Assert.InRange(rig.Endpoint.Peak, 2, 10);
    }

    [Fact]
    public async Task Whole_replies_are_tried_again_and_fall_back_too()
    {
        await using var rig = new GatewayRig(("Resilience:MaxRetries", "1"));
        rig.Endpoint.When("m-1", Reply.Status(500));

        var turn = GatewayRig.Turn("m-1", "m-2");
        var response = rig.Client.GetResponseAsync([new(ChatRole.User, "질문")], turn);
        await rig.Clock.FireAsync(TimeSpan.FromSeconds(1));

        Assert.Equal("안녕하세요", (await response.InTime()).Text);
        Assert.Equal(["m-1", "m-1", "m-2"], rig.Endpoint.Calls.Select(c => c.Model));
        Assert.Equal([new Setback("m-1", ModelFault.ServerError)], turn.Setbacks);
    }

    [Fact]
    public async Task Wrong_key_is_told_without_the_key()
    {
        await using var rig = new GatewayRig();
        rig.Endpoint.Models(Reply.Status(401));

        var status = await rig.Gateway.ProbeAsync(CancellationToken.None);

        Assert.Equal(ModelFault.WrongKey, status.Fault);
        Assert.DoesNotContain("secret", status.ToString(), StringComparison.Ordinal);
        rig.Endpoint.Models(Reply.Body(200, "application/json", "{\"data\":[]}"));
        Assert.Null((await rig.Gateway.ProbeAsync(CancellationToken.None)).Fault);
    }

    [Fact]
    public async Task Endpoint_that_hangs_is_told_after_five_seconds()
    {
        await using var rig = new GatewayRig();
        rig.Endpoint.Models(Reply.Hang());

        var status = rig.Gateway.ProbeAsync(CancellationToken.None);
        await Eventually.TrueAsync(() => rig.Endpoint.Requests.Count == 1);
        await rig.Clock.FireAsync(TimeSpan.FromSeconds(5));

        Assert.Equal(ModelFault.FirstTokenTimeout, (await status.InTime()).Fault);
    }
}
