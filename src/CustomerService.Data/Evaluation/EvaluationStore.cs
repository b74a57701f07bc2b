using CustomerService.Core.Evaluation;
using Microsoft.EntityFrameworkCore;

namespace CustomerService.Data.Evaluation;

internal sealed class EvaluationStore(IDbContextFactory<SupportDbContext> contexts) : IEvaluationStore
{
    public async Task SaveAsync(EvaluationRun run, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        context.Add(new EvaluationRunRecord
        {
            Id = run.Id,
            Name = Short(run.Name),
            StartedAt = run.StartedAt,
            StartedBy = Short(run.By),
            Questions = run.Questions.Count,
            Json = run.ToJson(),
        });
        await context.SaveChangesAsync(cancellationToken);
        var old = await context.EvaluationRuns.OrderByDescending(r => r.StartedAt).ThenByDescending(r => r.Id).Skip(IEvaluationStore.Kept).Select(r => r.Id).ToListAsync(cancellationToken);
        if (old.Count > 0)
            await context.EvaluationRuns.Where(r => old.Contains(r.Id)).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<EvaluationRunSummary>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.EvaluationRuns.OrderByDescending(r => r.StartedAt).ThenByDescending(r => r.Id).Take(IEvaluationStore.Kept)
            .Select(r => new EvaluationRunSummary(r.Id, r.Name, r.StartedAt, r.StartedBy, r.Questions)).ToListAsync(cancellationToken);
    }

    public async Task<EvaluationRun?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.EvaluationRuns.Where(r => r.Id == id).Select(r => r.Json).FirstOrDefaultAsync(cancellationToken) is { } json ? EvaluationRun.FromJson(json) : null;
    }

    private static string Short(string text) => text.Length <= EvaluationRunRecord.MaxName ? text : text[..EvaluationRunRecord.MaxName];
}
