using System.Runtime.CompilerServices;
using CustomerService.Core.Models;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Polly.CircuitBreaker;

namespace CustomerService.Ai.Gateway;

/// <summary>
/// Tries a model again while that can help and its breaker is closed. A stream is tried again only before its first visible token:
/// what has been shown cannot be taken back.
/// </summary>
internal sealed class RetryingChatClient(IChatClient inner, Breakers breakers, ILogger logger) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var turn = ModelTurn.Of(options);
        turn.Attempt = 0;
        try
        {
            return await breakers.PipelineOf(turn.ModelId!).ExecuteAsync(
                async token => await TriedAsync(turn, () => base.GetResponseAsync(messages, turn, token)).ConfigureAwait(false),
                cancellationToken).ConfigureAwait(false);
        }
        catch (BrokenCircuitException e)
        {
            throw Open(e);
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var turn = ModelTurn.Of(options);
        turn.Attempt = 0;
        IAsyncEnumerator<ChatResponseUpdate> stream;
        try
        {
            stream = await breakers.PipelineOf(turn.ModelId!).ExecuteAsync(
                async _ => await TriedAsync(turn, () => BeginAsync(messages, turn, cancellationToken)).ConfigureAwait(false),
                cancellationToken).ConfigureAwait(false);
        }
        catch (BrokenCircuitException e)
        {
            throw Open(e);
        }

        await using (stream.ConfigureAwait(false))
        {
            do
                yield return stream.Current;
            while (await MoveAsync(stream, turn).ConfigureAwait(false));
        }
    }

    /// <summary>The stream, standing at its first visible token.</summary>
    private async Task<IAsyncEnumerator<ChatResponseUpdate>> BeginAsync(IEnumerable<ChatMessage> messages, ModelTurn turn, CancellationToken cancellationToken)
    {
        var stream = base.GetStreamingResponseAsync(messages, turn, cancellationToken).GetAsyncEnumerator(cancellationToken);
        try
        {
            while (await stream.MoveNextAsync().ConfigureAwait(false))
            {
                if (stream.Current.Text.AsSpan().ContainsAnyExcept(" \r\n\t"))
                    return stream;
            }

            throw new ModelCallException(ModelFault.Malformed, "the reply holds no text");
        }
        catch (Exception)
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task<bool> MoveAsync(IAsyncEnumerator<ChatResponseUpdate> stream, ModelTurn turn)
    {
        try
        {
            return await stream.MoveNextAsync().ConfigureAwait(false);
        }
        catch (ModelCallException e)
        {
            Note(turn, e);
            throw;
        }
    }

    private async Task<T> TriedAsync<T>(ModelTurn turn, Func<Task<T>> call)
    {
        turn.Attempt++;
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (ModelCallException e)
        {
            Note(turn, e);
            throw;
        }
    }

    private void Note(ModelTurn turn, ModelCallException e)
    {
        GatewayLog.CallFailed(logger, turn.ModelId!, turn.Attempt, e.Fault, e.Message, e.InnerException?.Message);
        if (e.Fault != ModelFault.QueueFull)
            breakers.Note(turn.ModelId!, e.Fault);
    }

    private static ModelCallException Open(BrokenCircuitException e) => new(ModelFault.BreakerOpen, "the model failed too often and rests", inner: e);
}
