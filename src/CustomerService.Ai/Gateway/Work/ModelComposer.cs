using System.Runtime.CompilerServices;
using CustomerService.Ai.Embedded.Answers;
using CustomerService.Ai.Grounding;
using CustomerService.Core.Answers;
using CustomerService.Core.Lookups;
using CustomerService.Core.Models;
using CustomerService.Core.Usage;
using Microsoft.Extensions.AI;

namespace CustomerService.Ai.Gateway;

/// <summary>
/// Lets a model write the combined answer, chosen by how hard the question is. Where no model gives a usable word the embedded
/// assistant writes, in the same turn and under its own name.
/// </summary>
internal sealed class ModelComposer(IChatClient client, ModelDirectory models, PromptFiles prompts, ShopOptions shop, Random random) : IAnswerComposer
{
    private const int OutputTokens = 1_000;

    public async IAsyncEnumerable<AnswerPart> ComposeAsync(
        ResolvedQuery query, IReadOnlyList<LookupResult> evidence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (tier, rule) = Difficulty.Of(query);
        var turn = new ModelTurn(ModelPurpose.Answer, models.ChainOf(tier), query.Query.CustomerId ?? query.Query.AnswerId, query.Query.AnswerId) { WantedTokens = OutputTokens };
        var soFar = query.Query.SoFar;
        var items = EvidenceItems.Of(query, evidence);
        var text = new CheckedText(EvidenceFigures.Of(query, evidence, shop), new CitationMap(items.Items, soFar?.Citations.Count ?? 0), query.Language);
        var told = false;
        ModelFault? fault = null;
        var updates = client.GetStreamingResponseAsync(Messages(query, items, turn), turn, cancellationToken).GetAsyncEnumerator(cancellationToken);
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

                foreach (var part in text.Add(updates.Current.Text))
                {
                    var isHeld = part is AnswerPart.Held;
                    foreach (var earlier in told || isHeld ? [] : Begin(turn, tier, rule, soFar))
                        yield return earlier;
                    told |= !isHeld;
                    yield return part;
                }

                if (updates.Current.FinishReason is { } reason)
                    fault = reason == ChatFinishReason.ContentFilter ? ModelFault.Refused : ModelFault.CutShort;
                else if (text.IsTooLong)
                    fault = ModelFault.CutShort;
            }
        }

        foreach (var part in text.Finish(brokeOff: fault is not null))
        {
            var isHeld = part is AnswerPart.Held;
            foreach (var earlier in told || isHeld ? [] : Begin(turn, tier, rule, soFar))
                yield return earlier;
            told |= !isHeld;
            yield return part;
        }

        if (!text.HasText)
        {
            if (fault is null)
                turn.Note(turn.ModelId!, ModelFault.Unusable);
            yield return new AnswerPart.Author(Authorship.Embedded with { Tier = tier, Rule = rule, Setbacks = turn.Setbacks });
            foreach (var part in EmbeddedComposer.Write(query, evidence).Where(p => p is not AnswerPart.Author))
                yield return part;
        }
        else if (fault is { } f)
        {
            yield return new AnswerPart.BrokeOff(f);
        }
    }

    private IEnumerable<AnswerPart> Begin(ModelTurn turn, ModelTier tier, string rule, Answer? soFar)
    {
        yield return new AnswerPart.Author(new(AnswerSource.Model, turn.ModelId, tier, rule, prompts.Answer.Version, turn.Setbacks.Count == 0 ? null : [.. turn.Setbacks]));
        if (soFar is null)
            yield break;
        foreach (var citation in soFar.Citations)
            yield return new AnswerPart.Cite(citation);
        yield return new AnswerPart.Text(soFar.Text.TrimEnd() + " ");
    }

    private IReadOnlyList<ChatMessage> Messages(ResolvedQuery query, EvidenceItems items, ModelTurn turn)
    {
        var question = PersonalData.Masked(query.Query.Question);
        var room = models.WindowOf(turn.Models) - OutputTokens - prompts.Answer.Tokens - TokenEstimate.Of(question) - TokenEstimate.Of(query.Query.SoFar?.Text) - 200;
        // What is unknown comes first: whatever else is cut, that must not be.
        var lines = items.Unknown.Concat(items.Items.Select(i => $"[{i.Number}] {i.Text}")).TakeWhile(line => (room -= TokenEstimate.Of(line) + 1) >= 0);
        var messages = prompts.Answer.Fill(
            random,
            ("language", query.Language.ToString()),
            ("evidence", string.Join('\n', lines)),
            ("customer", CustomerLines.Of(query.Context)),
            ("question", question));
        return query.Query.SoFar is not { } soFar
            ? messages
            :
            [
                .. messages, new(ChatRole.Assistant, Marks.Without(soFar.Text)),
                new(ChatRole.User, "The connection broke off there. Go on exactly where you stopped, without repeating anything."),
            ];
    }
}
