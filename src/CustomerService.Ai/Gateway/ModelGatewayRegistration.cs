using CustomerService.Core.Answers;
using CustomerService.Core.Configuration;
using CustomerService.Core.Lookups;
using CustomerService.Core.Models;
using CustomerService.Core.Reviews;
using CustomerService.Core.Suggestions;
using CustomerService.Core.Translation;
using CustomerService.Core.Triage;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CustomerService.Ai.Gateway;

public static class ModelGatewayRegistration
{
    /// <summary>
    /// Registers the way to the models of an OpenAI-compatible endpoint. Comes after the embedded assistant, in whose stead the
    /// models then analyse and write; without an endpoint only the state of things can be asked for.
    /// </summary>
    public static IServiceCollection AddModelGateway(this IServiceCollection services, Settings settings)
    {
        var endpoint = EndpointOptions.Read(settings);
        services.AddSingleton(endpoint)
            .AddSingleton(settings.Read<LimitOptions>("Limits"))
            .AddSingleton(settings.Read<ResilienceOptions>("Resilience"))
            .AddSingleton(settings.Read<BudgetOptions>("Budget"))
            .AddSingleton(PromptFiles.Read(settings.Read<PromptOptions>("Prompts"), settings))
            .AddSingleton(new ModelDirectory(settings.Read<ModelsOptions>("Models")));
        services.TryAddSingleton<Random>(new SystemRandom());
        services.TryAddSingleton(TimeProvider.System);
        services
            .AddSingleton<RequestQueue>()
            .AddSingleton<Breakers>()
            .AddSingleton<Spending>()
            .AddSingleton<SharedWork>()
            .AddSingleton(NewHttpClient())
            .AddSingleton<ModelGateway>()
            .AddSingleton<IModelGateway>(provider => provider.GetRequiredService<ModelGateway>())
            .AddSingleton<IHostedService>(provider => provider.GetRequiredService<ModelGateway>());
        return endpoint.IsConfigured
            ? services.AddSingleton(NewClient)
                .AddSingleton<ITextModel>(NewTextModel)
                .AddSingleton<IReviewAnalyzer, ModelReviewAnalyzer>()
                .AddSingleton<IRecommendationWriter, ModelRecommendationWriter>()
                .AddSingleton<IAnswerComposer, ModelComposer>()
                .AddSingleton<ISuggestionWriter, ModelSuggestionWriter>()
                .AddSingleton<ITriage, ModelTriage>()
                .AddSingleton<ITranslator, ModelTranslator>()
            : services.AddSingleton<ITextModel, NoTextModel>().AddSingleton<ITranslator, NoTranslator>();
    }

    /// <summary>Each concern a client of its own, the innermost first.</summary>
    private static IChatClient NewClient(IServiceProvider provider)
    {
        IChatClient client = new OpenAiChatClient(Get<EndpointOptions>(), Get<HttpClient>(), Get<TimeProvider>());
        client = new ClocksChatClient(client, Get<ResilienceOptions>(), Get<TimeProvider>());
        client = new MeteredChatClient(client, Get<ModelDirectory>(), Get<Spending>(), Get<TimeProvider>());
        client = new LimitedChatClient(client, Get<RequestQueue>());
        client = new RetryingChatClient(client, Get<Breakers>(), Get<ILogger<RetryingChatClient>>());
        client = new BudgetChatClient(client, Get<Spending>());
        return new FallbackChatClient(client, Get<ModelDirectory>(), Get<ResilienceOptions>(), Get<TimeProvider>());

        T Get<T>()
            where T : notnull => provider.GetRequiredService<T>();
    }

    private static TextModel NewTextModel(IServiceProvider provider) =>
        new(provider.GetRequiredService<IChatClient>(), provider.GetRequiredService<ModelDirectory>(), provider.GetRequiredService<TimeProvider>());

    /// <summary>No redirects, which would carry prompts elsewhere; no clock of its own.</summary>
    private static HttpClient NewHttpClient() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        MaxConnectionsPerServer = int.MaxValue,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(15),
        ActivityHeadersPropagator = null,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };
}
