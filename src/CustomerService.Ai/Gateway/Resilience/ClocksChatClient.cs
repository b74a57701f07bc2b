using System.Runtime.CompilerServices;
using CustomerService.Core.Models;
using Microsoft.Extensions.AI;

namespace CustomerService.Ai.Gateway;

/// <summary>Two clocks on a call: until the first token, and between tokens. A whole reply has the first and the second together.</summary>
internal sealed class ClocksChatClient(IChatClient inner, ResilienceOptions options, TimeProvider time) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? chatOptions = null, CancellationToken cancellationToken = default)
    {
        // A reply that is not streamed shows nothing before its end, which is late by as many tokens as it has.
        using var clock = new CancellationTokenSource(options.FirstTokenTimeout + options.IdleTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, clock.Token);
        try
        {
            return await base.GetResponseAsync(messages, chatOptions, either.Token).ConfigureAwait(false);
        }
        catch (Exception) when (clock.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw TooLate(ModelFault.FirstTokenTimeout, options.FirstTokenTimeout + options.IdleTimeout);
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? chatOptions = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var clock = new CancellationTokenSource(options.FirstTokenTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, clock.Token);
        var fault = ModelFault.FirstTokenTimeout;
        var updates = base.GetStreamingResponseAsync(messages, chatOptions, either.Token).GetAsyncEnumerator(either.Token);
        await using (updates.ConfigureAwait(false))
        {
            while (true)
            {
                try
                {
                    if (!await updates.MoveNextAsync().ConfigureAwait(false))
                        yield break;
                }
                catch (Exception) when (clock.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
                {
                    throw TooLate(fault, fault == ModelFault.IdleTimeout ? options.IdleTimeout : options.FirstTokenTimeout);
                }

                if (updates.Current.Text.Length > 0)
                    fault = ModelFault.IdleTimeout;
                if (fault == ModelFault.IdleTimeout)
                    clock.CancelAfter(Timeout.InfiniteTimeSpan);
                yield return updates.Current;
                if (fault == ModelFault.IdleTimeout)
                    clock.CancelAfter(options.IdleTimeout);
            }
        }
    }

    private static ModelCallException TooLate(ModelFault fault, TimeSpan limit) =>
        new(fault, $"nothing came for {limit.TotalSeconds:0.###} s", isRetryable: fault == ModelFault.FirstTokenTimeout);
}
