using System.Collections.Concurrent;
using CustomerService.Core.Answers;
using CustomerService.Core.Models;
using CustomerService.Core.Usage;

namespace CustomerService.Cli.Benchmark;

/// <summary>One call that was made.</summary>
/// <param name="Prompt">Its place among the prompts, from 0.</param>
/// <param name="FirstToken">Null where none came.</param>
/// <param name="Fault">Null where it succeeded; then the rest counts.</param>
internal sealed record BenchmarkCall(string Model, int Prompt, TimeSpan? FirstToken, TimeSpan Total, TokenUsage Usage, ModelFault? Fault);

/// <summary>Makes the calls and sums them up.</summary>
internal sealed class BenchmarkRun(ITextModel models, IReadOnlyList<string> prompts, int rounds, int concurrency)
{
    private readonly ConcurrentBag<BenchmarkCall> _calls = [];

    public int CallsOfAModel => prompts.Count * rounds;

    /// <param name="together">Whether all models are measured at the same time, which slows each other where they share a machine.</param>
    public async Task MeasureAsync(IReadOnlyList<string> chosen, bool together, Action called, CancellationToken cancellationToken)
    {
        if (together)
        {
            await Task.WhenAll(chosen.Select(model => MeasureAsync(model, called, cancellationToken))).ConfigureAwait(false);
            return;
        }

        foreach (var model in chosen)
            await MeasureAsync(model, called, cancellationToken).ConfigureAwait(false);
    }

    public IReadOnlyList<ModelFigures> Figures(IReadOnlyList<string> chosen) =>
    [
        .. chosen.Select(model =>
        {
            var calls = _calls.Where(c => c.Model == model).ToList();
            return ModelFigures.Of(model, calls, [.. prompts.Select((prompt, i) => PromptFigures.Of(prompt, [.. calls.Where(c => c.Prompt == i)]))]);
        }),
    ];

    private Task MeasureAsync(string model, Action called, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        Enumerable.Range(0, CallsOfAModel),
        new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancellationToken },
        async (number, token) =>
        {
            _calls.Add(await CallAsync(model, number % prompts.Count, token).ConfigureAwait(false));
            called();
        });

    private async Task<BenchmarkCall> CallAsync(string model, int prompt, CancellationToken cancellationToken)
    {
        await foreach (var piece in models.StreamAsync(new(prompts[prompt], model, ModelPurpose.Benchmark, "benchmark"), cancellationToken).ConfigureAwait(false))
        {
            if (piece is TextPiece.Ended ended)
                return new(model, prompt, ended.FirstToken, ended.Total - ended.Waited, ended.Usage, null);
            if (piece is TextPiece.Failed failed)
                return new(model, prompt, null, TimeSpan.Zero, TokenUsage.None, failed.Fault);
        }

        throw new InvalidOperationException("A model's text ended without its last piece.");
    }
}
