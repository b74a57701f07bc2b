using CustomerService.Core.Search;
using Microsoft.EntityFrameworkCore;

namespace CustomerService.Data.Search;

/// <summary>All words of products' names, read again when there are more of them, which is looked at once a minute.</summary>
internal sealed class ProductVocabulary(TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private volatile Entry? _entry;

    private sealed record Entry(SpellingWords Words, DateTimeOffset ReadAt);

    public async ValueTask<SpellingWords> CurrentAsync(SupportDbContext context, CancellationToken cancellationToken)
    {
        var (entry, now) = (_entry, clock.GetUtcNow());
        if (entry is not null && entry.Words.Count > 0 && now - entry.ReadAt < Lifetime)
            return entry.Words;
        if (entry is null || entry.Words.Count != await context.ProductWords.CountAsync(cancellationToken))
            entry = new(new(await context.ProductWords.AsNoTracking().Select(w => w.Word).ToListAsync(cancellationToken)), now);
        _entry = entry with { ReadAt = now };
        return entry.Words;
    }
}
