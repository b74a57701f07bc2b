using CustomerService.Core.Conversations;
using CustomerService.Data.Writing;
using Microsoft.EntityFrameworkCore;

namespace CustomerService.Data.Conversations;

internal sealed class CannedReplies(IDbContextFactory<SupportDbContext> contexts, GroupCommit group) : ICannedReplies
{
    private static readonly string Replace = OnConflict.ReplaceAllBut<CannedReplyRecord>(nameof(CannedReplyRecord.Id));

    public async Task<IReadOnlyList<CannedReply>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var records = await context.CannedReplies.AsNoTracking().OrderBy(r => r.Shortcut).ToListAsync(cancellationToken);
        return [.. records.Select(r => r.ToReply())];
    }

    public async Task<CannedProblem> SaveAsync(CannedReply reply, CancellationToken cancellationToken)
    {
        if (reply.Problem() is var problem and not CannedProblem.None)
            return problem;
        var result = CannedProblem.None;
        await group.WriteAsync(async rows =>
        {
            // On PostgreSQL two could take a short-cut at once; the table's lock says who is first.
            if (rows.Context.Database.IsNpgsql())
                await rows.Context.Database.ExecuteSqlRawAsync("LOCK TABLE \"CannedReplies\" IN SHARE ROW EXCLUSIVE MODE", CancellationToken.None);
            result = await rows.Context.CannedReplies.AnyAsync(r => r.Shortcut == reply.Shortcut && r.Id != reply.Id, CancellationToken.None) ? CannedProblem.Taken : CannedProblem.None;
            if (result == CannedProblem.None)
                await rows.InsertAsync(CannedReplyRecord.Of(reply), Replace);
        }, cancellationToken);
        return result;
    }

    public async Task DeleteAsync(string id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.CannedReplies.Where(r => r.Id == id).ExecuteDeleteAsync(cancellationToken);
    }
}
