using System.Data.Common;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;

namespace CustomerService.Data.Writing;

/// <summary>
/// Writes by group commit: one task takes all writes that wait and does them in one transaction, since SQLite admits one writer and
/// each commit waits for the disk. A caller's task completes when its write is durable, or fails with that write's own error.
/// </summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    private const int MaxBatch = 256;
    private const int MaxWaiting = 4096;
    private const string Deadlock = "40P01";

    private readonly IDbContextFactory<SupportDbContext> _contexts;
    private readonly Channel<Write> _writes = Channel.CreateBounded<Write>(new BoundedChannelOptions(MaxWaiting) { SingleReader = true });
    private readonly Task _writing;

    private sealed record Write(Func<RowWriter, Task> WorkAsync, TaskCompletionSource Written);

    public GroupCommit(IDbContextFactory<SupportDbContext> contexts)
    {
        _contexts = contexts;
        _writing = Task.Run(WriteAllAsync);
    }

    /// <summary>Does the work in the next transaction; all of it or nothing. It may be done again when another write is refused. Cancelling ends the waiting, not the write.</summary>
    public async Task WriteAsync(Func<RowWriter, Task> workAsync, CancellationToken cancellationToken)
    {
        var write = new Write(workAsync, new(TaskCreationOptions.RunContinuationsAsynchronously));
        await _writes.Writer.WriteAsync(write, cancellationToken);
        await write.Written.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Takes no more writes and returns when those that wait are done.</summary>
    public async ValueTask DisposeAsync()
    {
        _writes.Writer.TryComplete();
        await _writing;
    }

    private async Task WriteAllAsync()
    {
        while (await _writes.Reader.WaitToReadAsync())
        {
            var batch = new List<Write>();
            while (batch.Count < MaxBatch && _writes.Reader.TryRead(out var write))
                batch.Add(write);
            while (batch.Count > 0 && await WriteBatchAsync(batch) is { } refused)
            {
                batch.Remove(refused.Write);
                if (refused.IsDeadlock)
                    await WriteBatchAsync([refused.Write]);
            }
        }
    }

    /// <summary>
    /// Tells each caller of the batch how it ended; or gives back the one write that the database refused, after which nothing of the
    /// batch is written. A write in a deadlock with another program's batch can still be done, alone.
    /// </summary>
    private async Task<(Write Write, bool IsDeadlock)?> WriteBatchAsync(List<Write> batch)
    {
        try
        {
            await using var context = await _contexts.CreateDbContextAsync();
            await using var transaction = await context.Database.BeginTransactionAsync();
            var rows = new RowWriter(context);
            foreach (var write in batch)
            {
                try
                {
                    await write.WorkAsync(rows);
                }
                catch (Exception e)
                {
                    var isDeadlock = batch.Count > 1 && e is DbException { SqlState: Deadlock };
                    if (!isDeadlock)
                        write.Written.SetException(e);
                    return (write, isDeadlock);
                }
            }

            await transaction.CommitAsync();
            foreach (var write in batch)
                write.Written.TrySetResult();
        }
        catch (Exception e)
        {
            foreach (var write in batch)
                write.Written.TrySetException(e);
        }

        return null;
    }
}
