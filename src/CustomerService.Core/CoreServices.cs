using CustomerService.Core.Answers;
using CustomerService.Core.Configuration;
using CustomerService.Core.Conversations;
using CustomerService.Core.Lookups;
using CustomerService.Core.Questions;
using CustomerService.Core.Suggestions;
using CustomerService.Core.Triage;
using CustomerService.Core.Usage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace CustomerService.Core;

public static class CoreServices
{
    /// <summary>Registers the question's way from words to stored answer. The ports and the composer come from the floors above.</summary>
    public static IServiceCollection AddCore(this IServiceCollection services, Settings settings)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services.AddLookups(settings).AddConversations().AddAnswers(settings);
    }

    private static IServiceCollection AddLookups(this IServiceCollection services, Settings settings) => services
        .AddMemoryCache(cache => cache.SizeLimit = 2_000)
        .AddSingleton(settings.Read<LookupOptions>("Lookups"))
        .AddSingleton<ILookup, ProductInfoLookup>()
        .AddSingleton<ILookup, ReviewLookup>()
        .AddSingleton<ILookup, StockLookup>()
        .AddSingleton<ILookup, RecommendationLookup>()
        .AddSingleton<LookupRunner>();

    // Before the answers: what is registered first ends last, and their endings are written into the threads.
    private static IServiceCollection AddConversations(this IServiceCollection services)
    {
        services.TryAddSingleton(NodeName.Create());
        services.TryAddSingleton<IConversationFeed, ConversationFeed>();
        services.TryAddSingleton<IPresence, Presence>();
        services.TryAddSingleton<IRunningAnswers, OwnAnswers>();
        return services
            .AddSingleton<ConversationFollower>()
            .AddSingleton<EvidenceRule>()
            .AddSingleton<AgentDesk>()
            .AddSingleton<PendingReplies>()
            .AddSingleton<TriageRefiner>()
            .AddSingleton<ConversationService>()
            .AddSingleton<OrphanedAnswers>()
            .AddHostedService(provider => provider.GetRequiredService<ConversationService>())
            .AddHostedService(provider => provider.GetRequiredService<PendingReplies>())
            .AddHostedService(provider => provider.GetRequiredService<TriageRefiner>());
    }

    private static IServiceCollection AddAnswers(this IServiceCollection services, Settings settings) => services
        .AddSingleton(ReadShop(settings))
        .AddSingleton<AnswerSpending>()
        .AddSingleton<IQuestionReader, QuestionReader>()
        .AddSingleton<QueryResolver>()
        .AddSingleton<IAnswerService, AnswerService>()
        .AddSingleton<SuggestionService>()
        .AddSingleton<AnswerRuns>()
        .AddSingleton<IAnswerRuns>(provider => provider.GetRequiredService<AnswerRuns>())
        .AddSingleton<IHostedService>(provider => provider.GetRequiredService<AnswerRuns>());

    private static ShopOptions ReadShop(Settings settings)
    {
        var shop = settings.Read<ShopOptions>("Shop");
        if (TimeZoneInfo.TryFindSystemTimeZoneById(shop.TimeZone, out _))
            return shop;
        settings.Refuse("Shop:TimeZone", $"\"{shop.TimeZone}\" is not a time zone such as Asia/Seoul");
        return new();
    }
}
