using CustomerService.Core.Reviews;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CustomerService.Ai.Embedded.Reviews;

public static class EmbeddedReviewsRegistration
{
    /// <summary>Review analysis without a model: nothing leaves the machine.</summary>
    public static IServiceCollection AddEmbeddedReviews(this IServiceCollection services)
    {
        services.TryAddSingleton<EmbeddedReviewAnalyzer>();
        services.TryAddSingleton<IReviewAnalyzer>(provider => provider.GetRequiredService<EmbeddedReviewAnalyzer>());
        return services;
    }
}
