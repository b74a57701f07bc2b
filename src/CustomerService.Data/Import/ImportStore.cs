using System.Runtime.CompilerServices;
using System.Text.Json;
using CustomerService.Core.Import;
using Microsoft.EntityFrameworkCore;

namespace CustomerService.Data.Import;

internal sealed class ImportStore(IDbContextFactory<SupportDbContext> contexts) : IImportStore
{
    public async Task<IReadOnlyList<ImportRun>> ListAsync(int limit, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var records = await context.ImportRuns.AsNoTracking().OrderByDescending(r => r.StartedAt).ThenByDescending(r => r.Id).Take(limit).ToListAsync(cancellationToken);
        return [.. records.Select(r => r.ToRun())];
    }

    public async Task<ImportRun?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return (await context.ImportRuns.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancellationToken))?.ToRun();
    }

    public async IAsyncEnumerable<BadRow> BadRowsAsync(string id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await foreach (var row in context.ImportBadRows.AsNoTracking().Where(r => r.RunId == id).OrderBy(r => r.Row).AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return new(row.Line, JsonSerializer.Deserialize<List<string>>(row.Cells)!, new(row.Fault, row.Column, row.Value));
    }

    public async Task<IReadOnlyList<string>> HeadersAsync(string id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.ImportRuns.Where(r => r.Id == id).Select(r => r.Headers).FirstOrDefaultAsync(cancellationToken) is { } json ? JsonSerializer.Deserialize<List<string>>(json)! : [];
    }

    public async Task<ImportChoices> ChoicesAsync(string id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.ImportRuns.Where(r => r.Id == id).Select(r => r.Choices).FirstOrDefaultAsync(cancellationToken) is { } json ? JsonSerializer.Deserialize<ImportChoices>(json)! : ImportChoices.None;
    }
}
