using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace CustomerService.Ai.Gateway;

/// <summary>Waits for a place in the queue, and holds it until the reply has ended.</summary>
internal sealed class LimitedChatClient(IChatClient inner, RequestQueue queue) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var turn = ModelTurn.Of(options);
        using var place = await EnterAsync(turn, cancellationToken).ConfigureAwait(false);
        var response = await base.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        place.Used = Total(turn);
        return response;
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var turn = ModelTurn.Of(options);
        using var place = await EnterAsync(turn, cancellationToken).ConfigureAwait(false);
        try
        {
            await foreach (var update in base.GetStreamingResponseAsync(messages, options, cancellationToken).ConfigureAwait(false))
                yield return update;
        }
        finally
        {
            place.Used = Total(turn);
        }
    }

    private async ValueTask<RequestQueue.Place> EnterAsync(ModelTurn turn, CancellationToken cancellationToken)
    {
        turn.Used = null;
        var place = await queue.EnterAsync(turn.Caller, turn.IsBatch, turn.ReckonedTokens, cancellationToken).ConfigureAwait(false);
        turn.Waited = place.Waited;
        return place;
    }

    private static int? Total(ModelTurn turn) => turn.Used is { } used ? used.PromptTokens + used.CompletionTokens : null;
}
