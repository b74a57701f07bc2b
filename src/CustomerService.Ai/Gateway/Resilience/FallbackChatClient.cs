using System.Runtime.CompilerServices;
using CustomerService.Core.Models;
using Microsoft.Extensions.AI;

namespace CustomerService.Ai.Gateway;

/// <summary>
/// The turn's models one after another until one answers, all within the total time. When none does it throws the last one's
/// fault, and whoever asked lets the embedded assistant speak.
/// </summary>
internal sealed class FallbackChatClient(IChatClient inner, ModelDirectory models, ResilienceOptions options, TimeProvider time) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? chatOptions = null, CancellationToken cancellationToken = default)
    {
        var turn = ModelTurn.Of(chatOptions);
        using var total = new CancellationTokenSource(options.TotalTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, total.Token);
        for (var i = 0; ; i++)
        {
            models.Prepare(turn, i, messages);
            ModelCallException failure;
            try
            {
                return await base.GetResponseAsync(messages, turn, either.Token).ConfigureAwait(false);
            }
            catch (Exception e) when (Judged(e, total, cancellationToken) is { } judged)
            {
                failure = judged;
            }

            if (!GoesOn(turn, failure.Fault, i))
                throw failure;
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? chatOptions = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var turn = ModelTurn.Of(chatOptions);
        using var total = new CancellationTokenSource(options.TotalTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, total.Token);
        for (var i = 0; ; i++)
        {
            models.Prepare(turn, i, messages);
            var stream = base.GetStreamingResponseAsync(messages, turn, either.Token).GetAsyncEnumerator(either.Token);
            await using (stream.ConfigureAwait(false))
            {
                ModelCallException? failure = null;
                try
                {
                    await stream.MoveNextAsync().ConfigureAwait(false);
                }
                catch (Exception e) when (Judged(e, total, cancellationToken) is { } judged)
                {
                    failure = judged;
                }

                if (failure is not null && GoesOn(turn, failure.Fault, i))
                    continue;
                if (failure is not null)
                    throw failure;
                total.CancelAfter(Timeout.InfiniteTimeSpan);
                do
                    yield return stream.Current;
                while (await stream.MoveNextAsync().ConfigureAwait(false));
                yield break;
            }
        }
    }

    /// <summary>What a failure means; null for what is not a model's failure.</summary>
    private ModelCallException? Judged(Exception e, CancellationTokenSource total, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return null;
        return total.IsCancellationRequested
            ? new ModelCallException(ModelFault.TotalTimeout, $"no token within {options.TotalTimeout.TotalSeconds:0.###} s in all", inner: e)
            : e as ModelCallException;
    }

    /// <summary>Whether another model may do better: not when the time is up, the way to all of them is closed, or there is none.</summary>
    private static bool GoesOn(ModelTurn turn, ModelFault fault, int index)
    {
        turn.Note(turn.ModelId!, fault);
        return index + 1 < turn.Models.Count && fault is not (ModelFault.TotalTimeout or ModelFault.QueueFull or ModelFault.OverBudget);
    }
}
