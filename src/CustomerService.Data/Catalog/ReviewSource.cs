using CustomerService.Core.Catalog;
using Microsoft.EntityFrameworkCore;

namespace CustomerService.Data.Catalog;

internal sealed class ReviewSource(IDbContextFactory<SupportDbContext> contexts) : IReviewSource
{
    public async Task<ReviewSample> ReadAsync(string productId, int limit, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var tally = await TallyAsync(context, productId, cancellationToken);
        if (tally.Count == 0)
            return new(tally, []);
        var newest = await context.Reviews.AsNoTracking()
            .Where(r => r.ProductId == productId)
            .OrderByDescending(r => r.WrittenAt).ThenBy(r => r.Id)
            .Take(limit)
            .ToListAsync(cancellationToken);
        return new(tally, newest);
    }

    public async Task<ReviewTally> TallyAsync(string productId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await TallyAsync(context, productId, cancellationToken);
    }

    private static async Task<ReviewTally> TallyAsync(SupportDbContext context, string productId, CancellationToken cancellationToken) =>
        await context.ReviewTallies.AsNoTracking().SingleOrDefaultAsync(t => t.ProductId == productId, cancellationToken)
        ?? new ReviewTally { ProductId = productId };
}
