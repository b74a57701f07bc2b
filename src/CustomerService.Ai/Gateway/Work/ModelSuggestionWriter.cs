using CustomerService.Ai.Embedded.Answers;
using CustomerService.Ai.Grounding;
using CustomerService.Core.Answers;
using CustomerService.Core.Lookups;
using CustomerService.Core.Models;
using CustomerService.Core.Suggestions;
using CustomerService.Core.Usage;
using Microsoft.Extensions.AI;

namespace CustomerService.Ai.Gateway;

/// <summary>Lets a model draft a reply for an agent, checked like an answer. Where no model gives a usable word the embedded assistant drafts it.</summary>
internal sealed class ModelSuggestionWriter(IChatClient client, ModelDirectory models, PromptFiles prompts, ShopOptions shop, Random random) : ISuggestionWriter
{
    private const int OutputTokens = 800;

    /// <summary>Characters of one message of the thread; what is longer is cut.</summary>
    private const int MessageLength = 1_000;

    public IAsyncEnumerable<AnswerPart> WriteAsync(SuggestionRequest request, IReadOnlyList<LookupResult> evidence, CancellationToken cancellationToken)
    {
        var query = request.Query;
        var (tier, rule) = Difficulty.Of(query);
        var turn = new ModelTurn(ModelPurpose.Suggestion, models.ChainOf(tier), query.Query.AnswerId, query.Query.AnswerId) { WantedTokens = OutputTokens };
        var items = EvidenceItems.Of(query, evidence);
        var text = new CheckedText(EvidenceFigures.Of(query, evidence, shop), new CitationMap(items.Items), query.Language);
        return CheckedStream.WriteAsync(client, Messages(request, items, turn), turn, text, Begin, Instead, cancellationToken);

        IEnumerable<AnswerPart> Begin() =>
            [new AnswerPart.Author(new(AnswerSource.Model, turn.ModelId, tier, rule, prompts.Suggestion.Version, turn.Setbacks.Count == 0 ? null : [.. turn.Setbacks]))];

        IEnumerable<AnswerPart> Instead() =>
        [
            new AnswerPart.Author(Authorship.Embedded with { Tier = tier, Rule = rule, Setbacks = turn.Setbacks }),
            .. EmbeddedSuggestionWriter.Write(request, evidence).Where(p => p is not AnswerPart.Author),
        ];
    }

    private IReadOnlyList<ChatMessage> Messages(SuggestionRequest request, EvidenceItems items, ModelTurn turn)
    {
        var thread = string.Join('\n', request.Thread.Select(m => $"{m.Author}: {Line(m.Text)}"));
        var draft = request.Draft is { } before ? Line(before) : "There is none yet.";
        var hint = request.Hint.Kind == HintKind.None ? "Nothing particular." : PersonalData.Masked(request.Hint.Words);
        var room = models.WindowOf(turn.Models) - OutputTokens - prompts.Suggestion.Tokens - TokenEstimate.Of(thread) - TokenEstimate.Of(draft) - TokenEstimate.Of(hint) - 200;
        return prompts.Suggestion.Fill(
            random,
            ("language", request.Query.Language.ToString()),
            ("evidence", EvidenceLines.Of(items, room)),
            ("customer", CustomerLines.Of(request.Query.Context)),
            ("thread", thread),
            ("draft", draft),
            ("hint", hint));
    }

    private static string Line(string text) =>
        PersonalData.Masked(Marks.Without(text.Length <= MessageLength ? text : text[..MessageLength] + "…")).ReplaceLineEndings(" ");
}
