using CustomerService.Core.Usage;
using CustomerService.Data.Writing;
using Microsoft.EntityFrameworkCore;

namespace CustomerService.Data.Usage;

internal sealed class KeptWork(IDbContextFactory<SupportDbContext> contexts, GroupCommit group, TimeProvider clock) : IKeptWork
{
    private static readonly TimeSpan LongestKept = TimeSpan.FromDays(90);
    private static readonly TimeSpan SweepEvery = TimeSpan.FromHours(1);
    private static readonly string Replace = OnConflict.ReplaceAllBut<KeptResultRecord>(nameof(KeptResultRecord.Key));

    private readonly Func<SupportDbContext, string, CancellationToken, Task<KeptResultRecord?>> _find =
        EF.CompileAsyncQuery((SupportDbContext context, string key, CancellationToken cancellationToken) =>
            context.KeptResults.AsNoTracking().SingleOrDefault(k => k.Key == key));

    private DateTimeOffset _sweptAt;

    public async Task<KeptResult?> FindAsync(string key, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var record = await _find(context, key, cancellationToken);
        return record is null ? null : new(record.Value, record.Model, record.PromptTokens, record.CompletionTokens, NanoUsd.ToUsd(record.CostNanoUsd));
    }

    public Task KeepAsync(string key, string subject, bool isLatest, KeptResult result, CancellationToken cancellationToken)
    {
        if (key.Length is 0 or > KeptResultRecord.MaxKeyLength)
            throw new ArgumentException($"A key has 1 to {KeptResultRecord.MaxKeyLength} characters.", nameof(key));
        var now = clock.GetUtcNow();
        var oldest = now - LongestKept;
        var record = new KeptResultRecord
        {
            Key = key,
            Subject = subject,
            Value = result.Value,
            Model = result.Model,
            PromptTokens = result.PromptTokens,
            CompletionTokens = result.CompletionTokens,
            CostNanoUsd = NanoUsd.From(result.Cost),
            MadeAt = now,
        };
        return group.WriteAsync(
            async rows =>
            {
                await rows.InsertAsync(record, Replace);
                if (isLatest)
                    await rows.Context.KeptResults.Where(k => k.Subject == subject && k.Key != key).ExecuteDeleteAsync();
                if (now - _sweptAt < SweepEvery)
                    return;
                await rows.Context.KeptResults.Where(k => k.MadeAt < oldest).ExecuteDeleteAsync();
                _sweptAt = now;
            },
            cancellationToken);
    }
}
