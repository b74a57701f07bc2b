using CustomerService.Core.Answers;
using CustomerService.Core.Lookups;

namespace CustomerService.Ai.Embedded;

/// <summary>Without a model the recommendation speaks through its facts alone.</summary>
internal sealed class NoRecommendationWriter : IRecommendationWriter
{
    public Task<RecommendationWords?> WriteAsync(ResolvedQuery query, RecommendationData data, CancellationToken cancellationToken) =>
        Task.FromResult<RecommendationWords?>(null);
}
