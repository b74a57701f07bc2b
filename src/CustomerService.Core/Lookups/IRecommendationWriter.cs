using CustomerService.Core.Answers;

namespace CustomerService.Core.Lookups;

/// <summary>Puts a recommendation into words for the customer who asks.</summary>
public interface IRecommendationWriter
{
    /// <summary>The words, which state nothing that the data does not hold; null when there are none. Does not throw for a model's failure.</summary>
    Task<RecommendationWords?> WriteAsync(ResolvedQuery query, RecommendationData data, CancellationToken cancellationToken);
}
