using CustomerService.Core.Answers;
using CustomerService.Core.Catalog;
using CustomerService.Core.Reviews;
using CustomerService.Core.Text;
using Microsoft.Extensions.Caching.Memory;

namespace CustomerService.Core.Lookups;

/// <summary>What buyers say. An analysis is kept until the product's reviews change.</summary>
public sealed class ReviewLookup(IReviewSource reviews, IReviewAnalyzer analyzer, IMemoryCache cache) : ILookup
{
    /// <summary>How many reviews are read, newest first; the tally counts all of them.</summary>
    public const int MaxReviews = 300;

    private static readonly TimeSpan KeptUnused = TimeSpan.FromHours(1);

    public LookupKind Kind => LookupKind.ReviewAnalysis;

    public async Task<LookupFinding> FindAsync(ResolvedQuery query, CancellationToken cancellationToken)
    {
        if (query.Product is not { } subject)
            return LookupFinding.None(EmptyReason.NoProduct);
        var productId = subject.Product.Id;
        var tally = await reviews.TallyAsync(productId, cancellationToken).ConfigureAwait(false);
        if (tally.Count == 0)
            return LookupFinding.None(EmptyReason.NoReviews);

        var key = new CacheKey(productId, tally.Version, query.Language);
        if (cache.TryGetValue<ReviewData>(key, out var data))
        {
            analyzer.Reused(data!.Analysis, query.Query.AnswerId);
        }
        else
        {
            var sample = await reviews.ReadAsync(productId, MaxReviews, cancellationToken).ConfigureAwait(false);
            var analysis = await analyzer.AnalyzeAsync(
                new(productId, subject.Category.Id, sample.Tally, sample.Newest, query.Language, query.Query.AnswerId), cancellationToken).ConfigureAwait(false);
            data = new ReviewData(productId, analysis);
            if (!analysis.IsProvisional)
                cache.Set(key with { Version = sample.Tally.Version }, data, new MemoryCacheEntryOptions { SlidingExpiration = KeptUnused, Size = 1 });
        }

        return LookupFinding.Of(data!);
    }

    private sealed record CacheKey(string ProductId, long Version, Language Language);
}
