using CustomerService.Core.Catalog;
using CustomerService.Core.Reviews;

namespace CustomerService.Ai.Embedded.Reviews;

/// <summary>
/// Counts praise and complaints by aspect with lexicons, rules and, for Korean, a small learnt model. Deterministic, and safe
/// to use from many threads.
/// </summary>
public sealed class EmbeddedReviewAnalyzer : IReviewAnalyzer
{
    /// <inheritdoc />
    public ValueTask<ReviewAnalysis> AnalyzeAsync(ReviewAnalysisRequest request, CancellationToken cancellationToken)
    {
        var tallies = new Dictionary<string, AspectTally>(StringComparer.Ordinal);
        for (var i = 0; i < request.Reviews.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var review = request.Reviews[i];
            Count(review, ReviewOpinions.Of(review.Text, review.Language, review.Stars, request.CategoryId), i, request, tallies);
        }

        var aspects = tallies.Values
            .Select(t => t.ToOpinion())
            .OrderByDescending(a => a.Mentions)
            .ThenByDescending(a => a.Praise)
            .ThenBy(a => a.Aspect, StringComparer.Ordinal)
            .ToList();
        var tally = request.Tally;
        int[] distribution = [tally.One, tally.Two, tally.Three, tally.Four, tally.Five];
        var analysis = new ReviewAnalysis(tally.Count, request.Reviews.Count, tally.Average, distribution, aspects, []);
        return new(analysis with { Summary = SummaryLines.Of(analysis, request.Language) });
    }

    private static void Count(Review review, ReviewOpinions opinions, int age, ReviewAnalysisRequest request, Dictionary<string, AspectTally> tallies)
    {
        foreach (var mentions in opinions.Mentions.GroupBy(m => m.Aspect))
        {
            if (!tallies.TryGetValue(mentions.Key, out var tally))
                tallies.Add(mentions.Key, tally = new(mentions.Key));
            tally.Count(review, opinions, [.. mentions], age, request.Language);
        }
    }
}
