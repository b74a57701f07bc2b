using CustomerService.Ai.Grounding;
using CustomerService.Core.Answers;
using CustomerService.Core.Lookups;
using CustomerService.Core.Text;
using CustomerService.Core.Usage;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace CustomerService.Ai.Gateway;

/// <summary>Lets a model say why the recommended products fit this customer. Sentences that the facts do not support are dropped.</summary>
internal sealed class ModelRecommendationWriter(
    IChatClient client, ModelDirectory models, PromptFiles prompts, SharedWork work, LookupOptions lookups, ShopOptions shop, Random random, TimeProvider time,
    ILogger<ModelRecommendationWriter> logger) : IRecommendationWriter
{
    private const int OutputTokens = 300;

    /// <summary>What is left of the lookup's deadline, so that the facts are there in time when the words are not.</summary>
    private const double Patience = 0.9;

    public async Task<RecommendationWords?> WriteAsync(ResolvedQuery query, RecommendationData data, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(lookups.DeadlineOf(LookupKind.Recommendation) * Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        var (products, customer) = (Products(data, query.Language), CustomerLines.Of(query.Context));
        var request = new WorkRequest(
            WorkRequest.KeyOf("recommendation", products, customer, query.Language.Code(), prompts.Recommendation.Version, models.Recommendation[0]),
            $"recommendation:{data.Products[0].Product.Id}", ReplacesOlder: false, ModelPurpose.Recommendation, query.Query.AnswerId);
        try
        {
            var result = await work.GetAsync(request, () => AskAsync(query, products, customer), either.Token).ConfigureAwait(false);
            return result is null ? null : Checked(query, data, result);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task<KeptResult?> AskAsync(ResolvedQuery query, string products, string customer)
    {
        var turn = new ModelTurn(ModelPurpose.Recommendation, models.Recommendation, query.Query.CustomerId ?? query.Query.AnswerId, query.Query.AnswerId) { WantedTokens = OutputTokens };
        var messages = prompts.Recommendation.Fill(random, ("language", query.Language.ToString()), ("products", products), ("customer", customer));
        try
        {
            var response = await client.GetResponseAsync(messages, turn).ConfigureAwait(false);
            var used = turn.Used ?? TokenUsage.None;
            return new(response.Text, turn.ModelId!, used.PromptTokens, used.CompletionTokens, used.Cost);
        }
        catch (ModelCallException)
        {
            return null;
        }
    }

    private RecommendationWords? Checked(ResolvedQuery query, RecommendationData data, KeptResult result)
    {
        var evidence = EvidenceFigures.Of(query, [new LookupResult.Found(LookupKind.Recommendation, TimeSpan.Zero, data)], shop);
        var splitter = new SentenceSplitter();
        var sentences = splitter.Add(result.Value).ToList();
        sentences.Add(splitter.Finish());
        var text = string.Concat(sentences.Where(s => IsComplete(s) && SentenceCheck.Check(s, evidence) is null)).Trim();
        if (text.Length > 0)
            return new(Marks.Without(text), new(AnswerSource.Model, result.Model, PromptVersion: prompts.Recommendation.Version));
        GatewayLog.UnusableReply(logger, result.Model, ModelPurpose.Recommendation, "no sentence that the facts support");
        return null;
    }

    private static bool IsComplete(string sentence) => sentence.AsSpan().TrimEnd().TrimEnd("\"”’)]0123456789[") is [.., '.' or '!' or '?' or '。'];

    private static string Products(RecommendationData data, Language language)
    {
        var lines = data.Products.Select((p, i) =>
            $"{i + 1}. {p.Product.Name.In(language)}: {string.Join("; ", new[] { p.Product.Price?.Format(language) }.Concat(p.Reasons.Select(r => r.Text.In(language))).OfType<string>())}");
        return string.Join('\n', data.UnmetWishes.Count == 0 ? lines : lines.Append($"Wishes that nothing in stock fulfils: {string.Join(", ", data.UnmetWishes.Select(PersonalData.Masked))}"));
    }
}
