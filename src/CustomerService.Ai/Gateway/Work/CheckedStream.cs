using System.Runtime.CompilerServices;
using CustomerService.Core.Answers;
using CustomerService.Core.Models;
using Microsoft.Extensions.AI;

namespace CustomerService.Ai.Gateway;

/// <summary>A model's text as it comes through its check. Where nothing of it can be shown, somebody else writes.</summary>
internal static class CheckedStream
{
    /// <param name="begin">What comes before the model's first words, such as its name.</param>
    /// <param name="instead">What is written when no word of a model can be shown.</param>
    public static async IAsyncEnumerable<AnswerPart> WriteAsync(
        IChatClient client, IReadOnlyList<ChatMessage> messages, ModelTurn turn, CheckedText text,
        Func<IEnumerable<AnswerPart>> begin, Func<IEnumerable<AnswerPart>> instead, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var told = false;
        ModelFault? fault = null;
        var updates = client.GetStreamingResponseAsync(messages, turn, cancellationToken).GetAsyncEnumerator(cancellationToken);
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

                foreach (var part in Begun(text.Add(updates.Current.Text)))
                    yield return part;

                if (updates.Current.FinishReason is { } reason)
                    fault = reason == ChatFinishReason.ContentFilter ? ModelFault.Refused : ModelFault.CutShort;
                else if (text.IsTooLong)
                    fault = ModelFault.CutShort;
            }
        }

        foreach (var part in Begun(text.Finish(brokeOff: fault is not null)))
            yield return part;

        if (!text.HasText)
        {
            if (fault is null)
                turn.Note(turn.ModelId!, ModelFault.Unusable);
            foreach (var part in instead())
                yield return part;
        }
        else if (fault is { } f)
        {
            yield return new AnswerPart.BrokeOff(f);
        }

        IEnumerable<AnswerPart> Begun(IEnumerable<AnswerPart> parts)
        {
            foreach (var part in parts)
            {
                var isHeld = part is AnswerPart.Held;
                foreach (var earlier in told || isHeld ? [] : begin())
                    yield return earlier;
                told |= !isHeld;
                yield return part;
            }
        }
    }
}
