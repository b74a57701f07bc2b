using CustomerService.Ai.Embedded;
using CustomerService.Ai.Embedded.Answers;
using CustomerService.Ai.Embedded.Reviews;
using CustomerService.Core.Answers;
using CustomerService.Core.Evaluation;
using CustomerService.Core.Lookups;
using CustomerService.Core.Models;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerService.Ai.Grounding;

/// <summary>The pipeline as customers have it, but for the store; for the embedded assistant also without models in its lookups.</summary>
internal sealed class EvaluatedAssistant : IEvaluatedAssistant
{
    private readonly ShopOptions _shop;
    private readonly Lazy<IAnswerService> _embedded;
    private readonly Lazy<IAnswerService> _model;

    public EvaluatedAssistant(IServiceProvider provider, ITextModel models, ShopOptions shop)
    {
        (_shop, HasModel) = (shop, models.Names.Count > 0);
        _embedded = new(() =>
        {
            var reviews = New<ReviewLookup>(provider, provider.GetRequiredService<EmbeddedReviewAnalyzer>());
            var recommendation = New<RecommendationLookup>(provider, new NoRecommendationWriter());
            var lookups = provider.GetServices<ILookup>().Select(l => l.Kind switch
            {
                LookupKind.ReviewAnalysis => reviews,
                LookupKind.Recommendation => recommendation,
                _ => l,
            });
            return New<AnswerService>(provider, New<LookupRunner>(provider, lookups), provider.GetRequiredService<EmbeddedComposer>(), ForgetfulStore.Instance);
        });
        _model = new(() => New<AnswerService>(provider, ForgetfulStore.Instance));
    }

    public bool HasModel { get; }

    public IAnswerService Of(EvaluationWriter writer) => writer == EvaluationWriter.Embedded ? _embedded.Value : _model.Value;

    public IReadOnlyList<string> UnsupportedFigures(ResolvedQuery query, Answer answer)
    {
        var (check, sentences) = (new AnswerCheck(EvidenceFigures.Of(query, answer.Lookups, _shop)), new SentenceSplitter());
        return [.. sentences.Add(answer.Text).Append(sentences.Finish()).Where(s => s.Length > 0).Select(check.Next).OfType<HeldBack>().Where(h => h.Reason == HoldReason.Figure).Select(h => h.Unsupported)];
    }

    public bool Holds(ResolvedQuery query, Answer answer, string words) => EvidenceFigures.Of(query, answer.Lookups, _shop).Holds(words);

    private static T New<T>(IServiceProvider provider, params object[] given) => ActivatorUtilities.CreateInstance<T>(provider, given);

    /// <summary>What is asked to measure is no customer's question.</summary>
    private sealed class ForgetfulStore : IAnswerStore
    {
        public static ForgetfulStore Instance { get; } = new();

        public Task BeginAsync(CustomerQuery query, DateTimeOffset askedAt, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task FinishAsync(Answer answer, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<Answer?> FindAsync(string answerId, CancellationToken cancellationToken) => Task.FromResult<Answer?>(null);

        public Task<IReadOnlyList<Answer>> FindAsync(IReadOnlyCollection<string> answerIds, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Answer>>([]);

        public Task<IReadOnlyList<AnswerSummary>> RecentAsync(Surface surface, int limit, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<AnswerSummary>>([]);

        public Task<int> MarkInterruptedAsync(IReadOnlyCollection<string> gone, CancellationToken cancellationToken) => Task.FromResult(0);
    }
}

public static class EvaluationRegistration
{
    /// <summary>Registers what measures the assistant. Comes after the assistant and the way to the models.</summary>
    public static IServiceCollection AddEvaluation(this IServiceCollection services) => services
        .AddSingleton<IEvaluatedAssistant, EvaluatedAssistant>()
        .AddSingleton<DocumentShelf>()
        .AddSingleton<Evaluator>();
}
