using CustomerService.Ai.Embedded.Reviews;
using CustomerService.Core.Answers;
using CustomerService.Core.Lookups;
using CustomerService.Core.Reviews;
using CustomerService.Core.Text;
using CustomerService.Core.Usage;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace CustomerService.Ai.Gateway;

/// <summary>
/// Lets a model read the reviews and counts what it says. Counts come from the numbers of reviews that it names, quotes must stand
/// in the review, and what cannot be used is taken from the embedded analysis, which also answers while the model is late or down.
/// </summary>
internal sealed class ModelReviewAnalyzer(
    IChatClient client, ModelDirectory models, PromptFiles prompts, SharedWork work, Spending spending, EmbeddedReviewAnalyzer embedded, LookupOptions lookups,
    Random random, TimeProvider time, ILogger<ModelReviewAnalyzer> logger) : IReviewAnalyzer
{
    private const int OutputTokens = 2_000;

    /// <summary>What is left of the lookup's deadline for the embedded analysis, when the model is late.</summary>
    private const double Patience = 0.9;

    public async ValueTask<ReviewAnalysis> AnalyzeAsync(ReviewAnalysisRequest request, CancellationToken cancellationToken)
    {
        var window = models.WindowOf(models.ReviewAnalysis);
        var selection = ReviewSelection.Of(request.Reviews, window - Math.Min(OutputTokens, window / 4) - prompts.ReviewAnalysis.Tokens - 500);
        var known = await embedded.AnalyzeAsync(request, cancellationToken).ConfigureAwait(false) with { Reported = selection.Reported };
        if (selection.Sent.Count == 0)
            return known;

        using var patience = new CancellationTokenSource(lookups.DeadlineOf(LookupKind.ReviewAnalysis) * Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        KeptResult? result = null;
        try
        {
            result = await work.GetAsync(WorkOf(request), () => AskAsync(request, selection), either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
        }

        return result is not null && ReviewReply.Read(result.Value, selection.Sent) is { } reply
            ? reply.Merge(known, selection) with
            {
                Author = new(AnswerSource.Model, result.Model, PromptVersion: prompts.ReviewAnalysis.Version),
                Used = new(result.PromptTokens, result.CompletionTokens, result.Cost),
            }
            : known with { IsProvisional = true };
    }

    public void Reused(ReviewAnalysis analysis, string answerId)
    {
        if (analysis.Author.Model is { } model)
            spending.RecordReuse(ModelPurpose.ReviewAnalysis, answerId, new("", model, analysis.Used.PromptTokens, analysis.Used.CompletionTokens, analysis.Used.Cost));
    }

    private WorkRequest WorkOf(ReviewAnalysisRequest request) => new(
        WorkRequest.KeyOf("reviews", request.ProductId, $"{request.Tally.Version}", request.Language.Code(), prompts.ReviewAnalysis.Version, models.ReviewAnalysis[0]),
        $"reviews:{request.ProductId}:{request.Language.Code()}", ReplacesOlder: true, ModelPurpose.ReviewAnalysis, request.AnswerId);

    private async Task<KeptResult?> AskAsync(ReviewAnalysisRequest request, ReviewSelection selection)
    {
        var turn = new ModelTurn(ModelPurpose.ReviewAnalysis, models.ReviewAnalysis, request.AnswerId ?? request.ProductId, request.AnswerId)
        {
            WantedTokens = OutputTokens,
        };
        var messages = prompts.ReviewAnalysis.Fill(
            random,
            ("language", request.Language.ToString()),
            ("aspects", string.Join(", ", AspectDefinitions.All.Select(a => a.Key))),
            ("product", request.ProductId),
            ("reviews", selection.Text));
        try
        {
            var response = await client.GetResponseAsync(messages, turn).ConfigureAwait(false);
            if (ReviewReply.Read(response.Text, selection.Sent) is null)
            {
                GatewayLog.UnusableReply(logger, turn.ModelId, ModelPurpose.ReviewAnalysis, "not the JSON that was asked for");
                return null;
            }

            var used = turn.Used ?? TokenUsage.None;
            return new(response.Text, turn.ModelId!, used.PromptTokens, used.CompletionTokens, used.Cost);
        }
        catch (ModelCallException)
        {
            return null;
        }
    }
}
