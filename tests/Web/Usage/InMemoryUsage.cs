using CustomerService.Core.Usage;

namespace CustomerService.Web.Tests.Usage;

/// <summary>Usage as a test tells it.</summary>
public sealed class InMemoryUsage : IUsageStore
{
    private int _reads;

    /// <summary>The shop's day on which the tests' clock starts.</summary>
    public static DateOnly Today { get; } = new(2026, 11, 18);

    public IReadOnlyList<UsageRow> Rows { get; set; } = [];

    /// <summary>Whether the database can be reached.</summary>
    public bool IsDown { get; set; }

    /// <summary>While it is set, reading waits for it.</summary>
    public TaskCompletionSource? Hold { get; set; }

    public int Reads => Volatile.Read(ref _reads);

    public static UsageRow Row(
        int daysAgo, string model, int calls, decimal cost, ModelPurpose purpose = ModelPurpose.Answer, int failed = 0, long prompt = 900, long completion = 100,
        int unpriced = 0, int estimated = 0, int reused = 0, long savedTokens = 0, decimal savedCost = 0m) =>
        new(Today.AddDays(-daysAgo), model, purpose, calls, failed, prompt, completion, cost, unpriced, estimated, reused, savedTokens, savedCost);

    public void Record(ModelCall call) => throw new NotSupportedException();

    public Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<decimal> SpentAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        Task.FromResult(Rows.Where(r => r.Day >= from && r.Day <= to).Sum(r => r.Cost));

    public async Task<IReadOnlyList<UsageRow>> ReadAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _reads);
        if (Hold is { } hold)
            await hold.Task;
        return IsDown ? throw new IOException("secret detail of the database") : [.. Rows.Where(r => r.Day >= from && r.Day <= to)];
    }

    public Task<IReadOnlyList<ModelCall>> CallsOfAsync(string answerId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ModelCall>>([]);
}
