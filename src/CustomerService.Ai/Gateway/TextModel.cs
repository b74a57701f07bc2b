using System.Runtime.CompilerServices;
using CustomerService.Core.Answers;
using CustomerService.Core.Models;
using Microsoft.Extensions.AI;

namespace CustomerService.Ai.Gateway;

/// <summary>Models asked directly, over the same queue, retries and meters as answers.</summary>
internal sealed class TextModel(IChatClient client, ModelDirectory models, TimeProvider time) : ITextModel
{
    private const int MaxTokens = 4_000;

    public IReadOnlyList<string> Names => models.Names;

    public async IAsyncEnumerable<TextPiece> StreamAsync(TextRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var model = request.Model ?? models.ChainOf(ModelTier.Moderate)[0];
        if (!Names.Contains(model, StringComparer.Ordinal))
            throw new ArgumentException($"There is no model \"{model}\" in the configuration.", nameof(request));

        var started = time.GetTimestamp();
        var turn = new ModelTurn(request.Purpose, [model], request.Caller) { WantedTokens = MaxTokens };
        ModelFault? fault = null;
        yield return new TextPiece.Author(model);
        var updates = client.GetStreamingResponseAsync([new(ChatRole.User, request.Message)], turn, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (updates.ConfigureAwait(false))
        {
            while (fault is null)
            {
                try
                {
                    if (!await updates.MoveNextAsync().ConfigureAwait(false))
                        break;
                }
                catch (ModelCallException e)
                {
                    fault = e.Fault;
                    break;
                }

                if (updates.Current.Text is { Length: > 0 } text)
                    yield return new TextPiece.Text(text);
                if (updates.Current.FinishReason is { } reason)
                    fault = reason == ChatFinishReason.ContentFilter ? ModelFault.Refused : ModelFault.CutShort;
            }
        }

        if (fault is { } f)
            yield return new TextPiece.Failed(f);
        else
            yield return new TextPiece.Ended(turn.Used ?? TokenUsage.None, turn.Waited, turn.FirstToken, time.GetElapsedTime(started));
    }
}

/// <summary>Without an endpoint there are no models.</summary>
internal sealed class NoTextModel : ITextModel
{
    public IReadOnlyList<string> Names => [];

    public IAsyncEnumerable<TextPiece> StreamAsync(TextRequest request, CancellationToken cancellationToken) =>
        throw new ArgumentException("No model endpoint is configured.", nameof(request));
}
