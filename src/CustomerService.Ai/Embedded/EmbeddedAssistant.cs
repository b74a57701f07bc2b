using CustomerService.Ai.Embedded.Answers;
using CustomerService.Ai.Embedded.Reviews;
using CustomerService.Core.Answers;
using CustomerService.Core.Lookups;
using CustomerService.Core.Suggestions;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerService.Ai.Embedded;

public static class EmbeddedAssistant
{
    /// <summary>Registers the assistant that analyses and writes without a model.</summary>
    public static IServiceCollection AddEmbeddedAssistant(this IServiceCollection services) =>
        services.AddEmbeddedReviews()
            .AddSingleton<EmbeddedComposer>()
            .AddSingleton<IAnswerComposer>(provider => provider.GetRequiredService<EmbeddedComposer>())
            .AddSingleton<ISuggestionWriter, EmbeddedSuggestionWriter>()
            .AddSingleton<IRecommendationWriter, NoRecommendationWriter>();
}
