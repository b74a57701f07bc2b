using System.Threading.Channels;
using CustomerService.Core.Answers;
using CustomerService.Core.Usage;
using CustomerService.Data.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CustomerService.Data.Usage;

/// <summary>
/// Calls are taken without waiting and ride along in the transactions that write answers. While the database refuses them they are
/// kept in memory and tried again.
/// </summary>
internal sealed partial class UsageStore : IUsageStore, IAsyncDisposable
{
    public const int MaxWaiting = 100_000;
    private const int MaxBatch = 256;
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly IDbContextFactory<SupportDbContext> _contexts;
    private readonly GroupCommit _group;
    private readonly ShopOptions _shop;
    private readonly TimeProvider _clock;
    private readonly ILogger<UsageStore> _logger;
    private readonly Channel<Taken> _taken;
    private readonly CancellationTokenSource _ending = new();
    private readonly Task _writing;
    private int _dropped;

    /// <summary>A call, or somebody who waits for those before.</summary>
    private sealed record Taken(ModelCallRecord? Call, TaskCompletionSource? Flushed);

    public UsageStore(IDbContextFactory<SupportDbContext> contexts, GroupCommit group, ShopOptions shop, TimeProvider clock, ILogger<UsageStore> logger)
    {
        (_contexts, _group, _shop, _clock, _logger) = (contexts, group, shop, clock, logger);
        _taken = Channel.CreateBounded<Taken>(
            new BoundedChannelOptions(MaxWaiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true }, Drop);
        _writing = Task.Run(WriteAllAsync);
    }

    public void Record(ModelCall call)
    {
        var taken = new Taken(ModelCallRecord.Of(call, _shop.DayOf(call.At)), null);
        if (!_taken.Writer.TryWrite(taken))
            Drop(taken);
    }

    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        var flushed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var done = _taken.Writer.TryWrite(new(null, flushed)) ? flushed.Task : _writing;
        await done.WaitAsync(cancellationToken);
    }

    public async Task<decimal> SpentAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        await using var context = await _contexts.CreateDbContextAsync(cancellationToken);
        return NanoUsd.ToUsd(await context.ModelCalls
            .Where(c => c.Day >= from && c.Day <= to && c.Outcome != ModelOutcome.Reused)
            .SumAsync(c => c.CostNanoUsd ?? 0, cancellationToken));
    }

    public async Task<IReadOnlyList<UsageRow>> ReadAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        await using var context = await _contexts.CreateDbContextAsync(cancellationToken);
        var groups = await context.ModelCalls
            .Where(c => c.Day >= from && c.Day <= to)
            .GroupBy(c => new { c.Day, c.Model, c.Purpose })
            .OrderBy(g => g.Key.Day).ThenBy(g => g.Key.Model).ThenBy(g => g.Key.Purpose)
            .Select(g => new
            {
                g.Key.Day,
                g.Key.Model,
                g.Key.Purpose,
                Calls = g.Sum(c => c.Outcome != ModelOutcome.Reused ? 1 : 0),
                Failed = g.Sum(c => c.Outcome == ModelOutcome.Failed || c.Outcome == ModelOutcome.Interrupted ? 1 : 0),
                PromptTokens = g.Sum(c => c.Outcome != ModelOutcome.Reused ? (long)c.PromptTokens : 0),
                CompletionTokens = g.Sum(c => c.Outcome != ModelOutcome.Reused ? (long)c.CompletionTokens : 0),
                Cost = g.Sum(c => c.Outcome != ModelOutcome.Reused ? c.CostNanoUsd ?? 0 : 0),
                Unpriced = g.Sum(c => c.Outcome != ModelOutcome.Reused && c.CostNanoUsd == null ? 1 : 0),
                Estimated = g.Sum(c => c.Outcome != ModelOutcome.Reused && c.Estimated ? 1 : 0),
                Reused = g.Sum(c => c.Outcome == ModelOutcome.Reused ? 1 : 0),
                SavedTokens = g.Sum(c => c.Outcome == ModelOutcome.Reused ? (long)c.PromptTokens + c.CompletionTokens : 0),
                SavedCost = g.Sum(c => c.Outcome == ModelOutcome.Reused ? c.CostNanoUsd ?? 0 : 0),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. groups.Select(g => new UsageRow(
                g.Day, g.Model, g.Purpose, g.Calls, g.Failed, g.PromptTokens, g.CompletionTokens, NanoUsd.ToUsd(g.Cost), g.Unpriced, g.Estimated, g.Reused,
                g.SavedTokens, NanoUsd.ToUsd(g.SavedCost))),
        ];
    }

    public async Task<IReadOnlyList<ModelCall>> CallsOfAsync(string answerId, CancellationToken cancellationToken)
    {
        await using var context = await _contexts.CreateDbContextAsync(cancellationToken);
        var records = await context.ModelCalls.AsNoTracking()
            .Where(c => c.AnswerId == answerId)
            .OrderBy(c => c.At).ThenBy(c => c.Attempt).ThenBy(c => c.Id)
            .ToListAsync(cancellationToken);
        return [.. records.Select(r => r.ToCall())];
    }

    /// <summary>Takes no more calls and returns when those taken are written, or when the database refused them once more.</summary>
    public async ValueTask DisposeAsync()
    {
        _taken.Writer.TryComplete();
        await _ending.CancelAsync();
        await _writing;
        _ending.Dispose();
    }

    private async Task WriteAllAsync()
    {
        while (await _taken.Reader.WaitToReadAsync())
        {
            var calls = new List<ModelCallRecord>();
            var waiting = new List<TaskCompletionSource>();
            while (calls.Count < MaxBatch && _taken.Reader.TryRead(out var taken))
            {
                if (taken.Call is { } call)
                    calls.Add(call);
                else
                    waiting.Add(taken.Flushed!);
            }

            if (calls.Count > 0 && await WriteAsync(calls) is { } error)
                GiveUp(calls.Count, waiting, error);
            waiting.ForEach(w => w.TrySetResult());
        }
    }

    /// <summary>Tries until it succeeds; when the program ends, once more, and then gives the error back.</summary>
    private async Task<Exception?> WriteAsync(List<ModelCallRecord> calls)
    {
        for (var pause = ShortestPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            var isLast = _ending.IsCancellationRequested;
            try
            {
                await _group.WriteAsync(rows => InsertAsync(rows, calls), CancellationToken.None);
                return null;
            }
            catch (Exception e)
            {
                if (isLast)
                    return e;
                LogRefused(e, calls.Count, pause);
            }

            await Task.Delay(pause, _clock, _ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        static async Task InsertAsync(RowWriter rows, List<ModelCallRecord> calls)
        {
            foreach (var call in calls)
                await rows.InsertAsync(call, OnConflict.KeepOld);
        }
    }

    private void GiveUp(int lost, List<TaskCompletionSource> waiting, Exception error)
    {
        while (_taken.Reader.TryRead(out var taken))
        {
            if (taken.Flushed is { } flushed)
                waiting.Add(flushed);
            else
                lost++;
        }

        LogLost(error, lost);
        waiting.ForEach(w => w.TrySetException(error));
    }

    private void Drop(Taken taken)
    {
        if (taken.Flushed is { } flushed)
            flushed.TrySetException(new InvalidOperationException("More calls wait for the database than are kept."));
        else if (Interlocked.Increment(ref _dropped) is var dropped && dropped % 1_000 == 1)
            LogDropped(dropped);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Calls} calls of models could not be written; trying again in {Pause}")]
    private partial void LogRefused(Exception error, int calls, TimeSpan pause);

    [LoggerMessage(Level = LogLevel.Error, Message = "The program ends while the database refuses writing: {Calls} calls of models are lost")]
    private partial void LogLost(Exception error, int calls);

    [LoggerMessage(Level = LogLevel.Error, Message = "Calls of models are dropped, since the database has refused writing for long: {Calls} so far")]
    private partial void LogDropped(int calls);
}
