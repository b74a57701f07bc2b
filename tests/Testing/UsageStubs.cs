using System.Collections.Concurrent;
using CustomerService.Core.Usage;

namespace CustomerService.Testing;

/// <summary>Keeps calls in memory.</summary>
public sealed class UsageStoreStub : IUsageStore
{
    private readonly ConcurrentQueue<ModelCall> _calls = new();

    public IReadOnlyList<ModelCall> Calls => [.. _calls];

    /// <summary>What was spent before, on whatever day is asked for.</summary>
    public decimal SpentBefore { get; set; }

    public void Record(ModelCall call) => _calls.Enqueue(call);

    public Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<decimal> SpentAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        Task.FromResult(SpentBefore + _calls.Where(c => c.Outcome != ModelOutcome.Reused).Sum(c => c.Cost ?? 0));

    public Task<IReadOnlyList<UsageRow>> ReadAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<UsageRow>>([]);

    public Task<IReadOnlyList<ModelCall>> CallsOfAsync(string answerId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ModelCall>>([.. _calls.Where(c => c.AnswerId == answerId)]);
}

/// <summary>Keeps results in memory.</summary>
public sealed class KeptWorkStub : IKeptWork
{
    private readonly ConcurrentDictionary<string, KeptResult> _kept = new();

    public IReadOnlyDictionary<string, KeptResult> Kept => _kept;

    public Task<KeptResult?> FindAsync(string key, CancellationToken cancellationToken) => Task.FromResult(_kept.GetValueOrDefault(key));

    public Task KeepAsync(string key, string subject, bool isLatest, KeptResult result, CancellationToken cancellationToken)
    {
        _kept[key] = result;
        return Task.CompletedTask;
    }
}
