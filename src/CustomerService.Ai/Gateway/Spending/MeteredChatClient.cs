using System.Runtime.CompilerServices;
using CustomerService.Core.Answers;
using CustomerService.Core.Models;
using CustomerService.Core.Usage;
using Microsoft.Extensions.AI;

namespace CustomerService.Ai.Gateway;

/// <summary>Measures each request: tokens, money, times. What the endpoint does not tell is estimated, and marked so.</summary>
internal sealed class MeteredChatClient(IChatClient inner, ModelDirectory models, Spending spending, TimeProvider time) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var meter = new Meter(ModelTurn.Of(options), time);
        try
        {
            var response = await base.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
            meter.Told = response.Usage;
            meter.Count(response.Text);
            meter.Outcome = ModelOutcome.Succeeded;
            return response;
        }
        catch (ModelCallException e)
        {
            meter.Broke(e.Fault);
            throw;
        }
        finally
        {
            Record(meter, messages);
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var meter = new Meter(ModelTurn.Of(options), time);
        var updates = base.GetStreamingResponseAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        try
        {
            while (true)
            {
                try
                {
                    if (!await updates.MoveNextAsync().ConfigureAwait(false))
                        break;
                }
                catch (ModelCallException e)
                {
                    meter.Broke(e.Fault);
                    throw;
                }

                meter.See(updates.Current);
                yield return updates.Current;
            }

            meter.Outcome = ModelOutcome.Succeeded;
        }
        finally
        {
            await updates.DisposeAsync().ConfigureAwait(false);
            Record(meter, messages);
        }
    }

    private void Record(Meter meter, IEnumerable<ChatMessage> messages)
    {
        var turn = meter.Turn;
        var (prompt, completion, estimated) = meter.Told is { InputTokenCount: { } p, OutputTokenCount: { } c }
            ? ((int)p, (int)c, false)
            : meter.HasText || meter.Outcome is ModelOutcome.Succeeded ? (TokenEstimate.Of(messages), meter.EstimatedTokens, true) : (0, 0, false);
        var model = turn.ModelId!;
        var used = new TokenUsage(prompt, completion, models.CostOf(model, prompt, completion), estimated);
        turn.Used = used;
        turn.FirstToken = meter.FirstToken;
        spending.Record(turn, used, meter.Outcome, meter.Fault, meter.FirstToken, meter.Total);
    }

    private sealed class Meter(ModelTurn turn, TimeProvider time)
    {
        private readonly long _started = time.GetTimestamp();
        private int _tokens;

        public ModelTurn Turn => turn;
        public UsageDetails? Told { get; set; }
        public ModelOutcome Outcome { get; set; } = ModelOutcome.Stopped;
        public ModelFault? Fault { get; private set; }
        public TimeSpan? FirstToken { get; private set; }
        public TimeSpan Total => time.GetElapsedTime(_started);
        public bool HasText => _tokens > 0;
        public int EstimatedTokens => _tokens;

        public void See(ChatResponseUpdate update)
        {
            foreach (var content in update.Contents)
            {
                if (content is UsageContent usage)
                    Told = usage.Details;
                else if (content is TextContent { Text.Length: > 0 } text)
                    CountFirst(text.Text);
            }
        }

        public void Count(string text) => _tokens += TokenEstimate.Of(text);

        public void Broke(ModelFault fault) =>
            (Outcome, Fault) = (HasText ? ModelOutcome.Interrupted : ModelOutcome.Failed, fault);

        private void CountFirst(string text)
        {
            FirstToken ??= time.GetElapsedTime(_started);
            Count(text);
        }
    }
}
