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

    public IAsyncEnumerable<AnswerPart> ComposeAsync(ResolvedQuery query, IReadOnlyList<LookupResult> evidence, CancellationToken cancellationToken)
    {
        var (tier, rule) = Difficulty.Of(query);
        var turn = new ModelTurn(ModelPurpose.Answer, models.ChainOf(tier), query.Query.CustomerId ?? query.Query.AnswerId, query.Query.AnswerId) { WantedTokens = OutputTokens };
        var soFar = query.Query.SoFar;
        var items = EvidenceItems.Of(query, evidence);
        var text = new CheckedText(EvidenceFigures.Of(query, evidence, shop), new CitationMap(items.Items, soFar?.Citations.Count ?? 0), query.Language);
        return CheckedStream.WriteAsync(client, Messages(query, items, turn), turn, text, () => Begin(turn, tier, rule, soFar), Instead, cancellationToken);

        IEnumerable<AnswerPart> Instead() =>
        [
            new AnswerPart.Author(Authorship.Embedded with { Tier = tier, Rule = rule, Setbacks = turn.Setbacks }),
            .. EmbeddedComposer.Write(query, evidence).Where(p => p is not AnswerPart.Author),
        ];
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
        var messages = prompts.Answer.Fill(
            random,
            ("language", query.Language.ToString()),
            ("evidence", EvidenceLines.Of(items, room)),
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
