using CustomerService.Core.Conversations;
using Microsoft.EntityFrameworkCore;

namespace CustomerService.Data.Conversations;

internal sealed class CannedReplies(IDbContextFactory<SupportDbContext> contexts, TimeProvider clock) : ICannedReplies
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(5);

    private Snapshot? _kept;

    public async ValueTask<IReadOnlyList<CannedReply>> ListAsync(CancellationToken cancellationToken)
    {
        var (kept, now) = (_kept, clock.GetUtcNow());
        if (kept is not null && now - kept.ReadAt < Kept)
            return kept.Replies;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var records = await context.CannedReplies.AsNoTracking().ToListAsync(cancellationToken);
        var replies = records.Select(r => r.ToReply()).OrderBy(r => r.Shortcut, StringComparer.Ordinal).ToList();
        // What was written while this was reading may not be in it.
        Interlocked.CompareExchange(ref _kept, new(replies, now), kept);
        return replies;
    }

    public async Task<CannedReplyProblem> SaveAsync(CannedReply reply, CancellationToken cancellationToken)
    {
        reply = reply.Normalized();
        if (reply.Problem() is var problem and not CannedReplyProblem.None)
            return problem;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await IsTakenAsync())
            return CannedReplyProblem.Taken;
        var record = Record(reply);
        context.Entry(record).State = await context.CannedReplies.AnyAsync(r => r.Id == reply.Id, cancellationToken) ? EntityState.Modified : EntityState.Added;
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            // Of two who save the same shortcut at one moment, one comes second.
            if (await IsTakenAsync())
                return CannedReplyProblem.Taken;
            throw;
        }

        Forget();
        return CannedReplyProblem.None;

        Task<bool> IsTakenAsync() => context.CannedReplies.AnyAsync(r => r.Shortcut == reply.Shortcut && r.Id != reply.Id, cancellationToken);
    }

    public async Task DeleteAsync(string id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.CannedReplies.Where(r => r.Id == id).ExecuteDeleteAsync(cancellationToken);
        Forget();
    }

    internal static CannedReplyRecord Record(CannedReply reply) => new()
    {
        Id = reply.Id,
        Shortcut = reply.Shortcut,
        TextKo = reply.Text.Ko,
        TextEn = reply.Text.En,
        ChangedBy = reply.ChangedBy,
        ChangedAt = reply.ChangedAt,
    };

    // A reading that has begun must not put back what it read: it compares with an object of its own.
    private void Forget() => Interlocked.Exchange(ref _kept, new([], DateTimeOffset.MinValue));

    private sealed record Snapshot(IReadOnlyList<CannedReply> Replies, DateTimeOffset ReadAt);
}
