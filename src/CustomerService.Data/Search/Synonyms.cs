using CustomerService.Core.Search;
using Microsoft.EntityFrameworkCore;

namespace CustomerService.Data.Search;

internal sealed class Synonyms(IDbContextFactory<SupportDbContext> contexts, TimeProvider clock) : ISynonyms
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private Snapshot? _kept;

    public async Task<IReadOnlyList<SynonymGroup>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var records = await context.Synonyms.AsNoTracking().ToListAsync(cancellationToken);
        return [.. records.Select(r => r.ToGroup()).OrderBy(g => g.Words[0], StringComparer.Ordinal).ThenBy(g => g.Id, StringComparer.Ordinal)];
    }

    public async ValueTask<SynonymBook> BookAsync(CancellationToken cancellationToken)
    {
        var (kept, now) = (_kept, clock.GetUtcNow());
        if (kept is not null && now - kept.ReadAt < Kept)
            return kept.Book;
        var book = new SynonymBook(await ListAsync(cancellationToken));
        // What was written while this was reading may not be in it.
        Interlocked.CompareExchange(ref _kept, new(book, now), kept);
        return book;
    }

    public async Task<SynonymProblem> SaveAsync(SynonymGroup group, CancellationToken cancellationToken)
    {
        group = group.Normalized();
        if (group.Problem() is var problem and not SynonymProblem.None)
            return problem;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var isKnown = await context.Synonyms.AnyAsync(s => s.Id == group.Id, cancellationToken);
        if (!isKnown && await context.Synonyms.CountAsync(cancellationToken) >= SynonymGroup.MaxGroups)
            return SynonymProblem.Full;
        var record = new SynonymRecord { Id = group.Id, Words = [.. group.Words], ChangedBy = group.ChangedBy, ChangedAt = group.ChangedAt };
        context.Entry(record).State = isKnown ? EntityState.Modified : EntityState.Added;
        await context.SaveChangesAsync(cancellationToken);
        Forget();
        return SynonymProblem.None;
    }

    public async Task DeleteAsync(string id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Synonyms.Where(s => s.Id == id).ExecuteDeleteAsync(cancellationToken);
        Forget();
    }

    // A reading that has begun must not put back what it read: it compares with an object of its own.
    private void Forget() => Interlocked.Exchange(ref _kept, new(SynonymBook.Empty, DateTimeOffset.MinValue));

    private sealed record Snapshot(SynonymBook Book, DateTimeOffset ReadAt);
}
