using CustomerService.Core.Catalog;
using Microsoft.EntityFrameworkCore;

namespace CustomerService.Data.Catalog;

internal sealed class ReviewSource(IDbContextFactory<SupportDbContext> contexts) : IReviewSource
{
    private readonly Func<SupportDbContext, string, CancellationToken, Task<ReviewTally?>> _tally =
        EF.CompileAsyncQuery((SupportDbContext context, string productId, CancellationToken cancellationToken) =>
            context.ReviewTallies.AsNoTracking().SingleOrDefault(t => t.ProductId == productId));

    private readonly Func<SupportDbContext, string, int, int, IAsyncEnumerable<Review>> _newest =
        EF.CompileAsyncQuery((SupportDbContext context, string productId, int skip, int limit) => context.Reviews.AsNoTracking()
            .Where(r => r.ProductId == productId)
            .OrderByDescending(r => r.WrittenAt).ThenBy(r => r.Id)
            .Skip(skip).Take(limit));

    public async Task<ReviewSample> ReadAsync(string productId, int limit, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var tally = await TallyAsync(context, productId, cancellationToken);
        if (tally.Count == 0)
            return new(tally, []);
        return new(tally, await _newest(context, productId, 0, limit).ToListAsync(cancellationToken));
    }

    public async Task<IReadOnlyList<Review>> ListAsync(string productId, int page, int pageSize, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await _newest(context, productId, Paging.Before(page, pageSize), pageSize).ToListAsync(cancellationToken);
    }

    public async Task<ReviewTally> TallyAsync(string productId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await TallyAsync(context, productId, cancellationToken);
    }

    private async Task<ReviewTally> TallyAsync(SupportDbContext context, string productId, CancellationToken cancellationToken) =>
        await _tally(context, productId, cancellationToken)
        ?? new ReviewTally { ProductId = productId };
}
