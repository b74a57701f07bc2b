using CustomerService.Core.Catalog;
using Microsoft.EntityFrameworkCore;

namespace CustomerService.Data.Catalog;

/// <summary>All categories, read again when they are older than a minute.</summary>
internal sealed class CategoryCache(IDbContextFactory<SupportDbContext> contexts, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private volatile Entry? _entry;

    private sealed record Entry(IReadOnlyList<Category> List, IReadOnlyDictionary<string, Category> ById, DateTimeOffset ReadAt);

    public async ValueTask<IReadOnlyList<Category>> ListAsync(CancellationToken cancellationToken) =>
        (await CurrentAsync(cancellationToken)).List;

    /// <summary>The categories by id, read again when one that is needed is missing.</summary>
    public async ValueTask<IReadOnlyDictionary<string, Category>> ByIdAsync(IEnumerable<string> needed, CancellationToken cancellationToken)
    {
        var entry = await CurrentAsync(cancellationToken);
        return needed.All(entry.ById.ContainsKey) ? entry.ById : (await ReadAsync(cancellationToken)).ById;
    }

    private async ValueTask<Entry> CurrentAsync(CancellationToken cancellationToken) =>
        _entry is { } entry && entry.List.Count > 0 && clock.GetUtcNow() - entry.ReadAt < Lifetime ? entry : await ReadAsync(cancellationToken);

    private async Task<Entry> ReadAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var list = await context.Categories.AsNoTracking().OrderBy(c => c.Id).ToListAsync(cancellationToken);
        return _entry = new(list, list.ToDictionary(c => c.Id), clock.GetUtcNow());
    }
}
