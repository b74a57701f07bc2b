using CustomerService.Core.Models;
using CustomerService.Core.Usage;
using CustomerService.Testing;
using Microsoft.Extensions.AI;
using Xunit;

namespace CustomerService.Ai.Tests.Gateway;

/// <summary>The protocol, well and badly spoken.</summary>
public sealed class WireTests
{
    [Fact]
    public async Task Request_names_model_limit_and_temperature_and_carries_the_key()
    {
        await using var rig = new GatewayRig(("Models:Catalog:m-1:Temperature", "0.2"), ("Models:Catalog:m-1:MaxOutputTokens", "77"), ("Models:Catalog:m-1:ContextWindow", "9000"));

        Assert.Equal("안녕하세요", await rig.StreamAsync(GatewayRig.Turn()));

        var call = Assert.Single(rig.Endpoint.Calls);
        Assert.Equal("Bearer sk-secret-of-the-shop", call.Headers["Authorization"]);
        Assert.Equal("m-1", call.Model);
        Assert.Equal((77, 0.2, true), ((int)call.Body!["max_tokens"]!, Math.Round((double)call.Body["temperature"]!, 3), call.WantsUsage));
        Assert.Equal("질문", call.Prompt);
    }

    [Fact]
    public async Task Usage_of_the_endpoint_is_counted_and_priced()
    {
        await using var rig = new GatewayRig();
        rig.Endpoint.Then(Reply.Stream("가", "나").Usage(1_000, 500));

        await rig.StreamAsync(GatewayRig.Turn("gpt-4.1"));

        var call = Assert.Single(rig.Usage.Calls);
        Assert.Equal((1_000, 500, false, 0.008m + 0.016m), (call.PromptTokens, call.CompletionTokens, call.Estimated, call.Cost));
        Assert.Equal((ModelOutcome.Succeeded, "A1", 1, ModelPurpose.Answer), (call.Outcome, call.AnswerId, call.Attempt, call.Purpose));
    }

    [Fact]
    public async Task Tokens_are_estimated_and_marked_where_none_are_told()
    {
        await using var rig = new GatewayRig();
        rig.Endpoint.Then(Reply.Stream("answer of four words and more").NoUsage());

        await rig.StreamAsync(GatewayRig.Turn("gpt-4.1"));

        var call = Assert.Single(rig.Usage.Calls);
        Assert.True(call.Estimated);
        Assert.InRange(call.CompletionTokens, 4, 12);
        Assert.True(call.Cost > 0);
    }

    [Fact]
    public async Task Unknown_events_comments_and_empty_choices_are_passed_over()
    {
        await using var rig = new GatewayRig();
        rig.Endpoint.Then(Reply.Stream().Lines(": keep-alive", "").EmptyChoices().Text("가").Lines("event: ping", "data: {\"type\":\"ping\"}", "")
            .Data("{\"object\":\"something.new\",\"choices\":null,\"deep\":{\"a\":[1,{\"b\":2}]}}").Text("나").CrLf());

        Assert.Equal("가나", await rig.StreamAsync(GatewayRig.Turn()));
    }

    [Fact]
    public async Task Character_that_is_split_between_two_writes_stays_whole()
    {
        await using var rig = new GatewayRig();
        var gate = new Gate();
        gate.Close();
        rig.Endpoint.Then(Reply.Stream("앞").Split("한국어", gate).Text("끝"));

        var text = rig.StreamAsync(GatewayRig.Turn());
        await gate.Arrived.InTime();
        gate.Open();

        Assert.Equal("앞한국어끝", await text.InTime());
    }

    [Fact]
    public async Task Endpoint_that_does_not_stream_is_read_all_the_same()
    {
        await using var rig = new GatewayRig();
        rig.Endpoint.Then(Reply.Whole("통째로 온 답"));

        Assert.Equal("통째로 온 답", await rig.StreamAsync(GatewayRig.Turn()));
    }

    [Fact]
    public async Task Whole_reply_is_read_with_its_usage()
    {
        await using var rig = new GatewayRig();
        rig.Endpoint.Then(Reply.Whole("답", "stop", (7, 3)));

        var response = await rig.Client.GetResponseAsync([new(ChatRole.User, "질문")], GatewayRig.Turn());

        Assert.Equal("답", response.Text);
        Assert.Equal((7, 3), (rig.Usage.Calls[0].PromptTokens, rig.Usage.Calls[0].CompletionTokens));
        Assert.False(rig.Endpoint.Calls[0].IsStreamed);
    }

    public static TheoryData<string, ModelFault> BrokenStreams => new()
    {
        { "json", ModelFault.Malformed }, { "truncated", ModelFault.ConnectionFailed }, { "reset", ModelFault.ConnectionFailed },
        { "closed", ModelFault.ConnectionFailed }, { "ended", ModelFault.ConnectionFailed }, { "error", ModelFault.ServerError },
    };

    [Theory]
    [MemberData(nameof(BrokenStreams))]
    public async Task Stream_that_breaks_after_text_keeps_it_and_tells_and_is_not_tried_again(string how, ModelFault fault)
    {
        await using var rig = new GatewayRig();
        rig.Endpoint.Then(Broken(Reply.Stream("재고는 "), how));

        Assert.Equal((fault, "재고는 "), await rig.FaultAsync(GatewayRig.Turn("m-1", "m-2")).InTime());

        Assert.Single(rig.Endpoint.Calls);
        var call = Assert.Single(rig.Usage.Calls);
        Assert.Equal((ModelOutcome.Interrupted, fault), (call.Outcome, call.Fault));
    }

    [Theory]
    [InlineData("truncated")]
    [InlineData("reset")]
    [InlineData("closed")]
    [InlineData("ended")]
    [InlineData("error")]
    public async Task Stream_that_breaks_before_text_is_tried_again(string how)
    {
        await using var rig = new GatewayRig();
        rig.Endpoint.Then(Broken(Reply.Stream(""), how));

        var text = rig.StreamAsync(GatewayRig.Turn());
        await rig.Clock.FireAsync(TimeSpan.FromSeconds(1));

        Assert.Equal("안녕하세요", await text.InTime());
        Assert.Equal([ModelOutcome.Failed, ModelOutcome.Succeeded], rig.Usage.Calls.Select(c => c.Outcome));
    }

    [Fact]
    public async Task Ten_megabytes_in_one_event_and_in_many_end_within_bounds()
    {
        await using var rig = new GatewayRig();
        rig.Endpoint.Then(Reply.Stream(Enumerable.Repeat(new string('가', 1_000), 3_500).ToArray()), Reply.Whole(new string('x', 10_000_000)));

        Assert.Equal(3_500_000, (await rig.StreamAsync(GatewayRig.Turn()).InTime()).Length);
        var e = await Assert.ThrowsAsync<CustomerService.Ai.Gateway.ModelCallException>(() => rig.Client.GetResponseAsync([new(ChatRole.User, "질문")], GatewayRig.Turn()).InTime());
        Assert.Equal(ModelFault.Malformed, e.Fault);
    }

    [Theory]
    [InlineData("html")]
    [InlineData("redirect")]
    public async Task What_is_not_the_protocol_is_told_as_that(string how)
    {
        await using var rig = new GatewayRig();
        rig.Endpoint.Always(how == "html" ? Reply.Html() : Reply.Redirect("http://127.0.0.1:1/v1/chat/completions"));

        Assert.Equal(ModelFault.Malformed, (await rig.FaultAsync(GatewayRig.Turn()).InTime()).Fault);
        Assert.Single(rig.Endpoint.Calls);
    }

    [Fact]
    public async Task Who_leaves_ends_the_request_at_the_endpoint()
    {
        await using var rig = new GatewayRig();
        rig.Endpoint.Then(Reply.Stream("첫 ").ThenHang());
        using var leave = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in rig.Client.GetStreamingResponseAsync([new(ChatRole.User, "질문")], GatewayRig.Turn(), leave.Token))
                await leave.CancelAsync();
        }).InTime();

        await rig.Endpoint.Calls[0].Aborted.InTime();
        Assert.Equal(ModelOutcome.Stopped, Assert.Single(rig.Usage.Calls).Outcome);
        Assert.Equal(0, rig.Gateway.Status().Queue.Open);
    }

    private static StreamReply Broken(StreamReply reply, string how) => how switch
    {
        "json" => reply.Data("{\"choices\":[{\"delta\":{\"con"),
        "truncated" => reply.ThenCut("127개"),
        "reset" => reply.ThenReset(),
        "closed" => reply.ThenClose(),
        "ended" => reply.ThenEnd(),
        _ => reply.Error("server_error"),
    };
}
