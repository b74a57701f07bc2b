using System.Threading.Channels;
using CustomerService.Core.Answers;
using Microsoft.Extensions.Logging;

namespace CustomerService.Core.Lookups;

/// <summary>Runs all lookups of a question at the same time. None can fail, delay or outlive the others.</summary>
public sealed class LookupRunner(IEnumerable<ILookup> lookups, LookupOptions options, TimeProvider time, ILogger<LookupRunner> logger)
{
    private readonly ILookup[] _lookups = [.. lookups.OrderBy(l => l.Kind)];

    public IReadOnlyList<LookupKind> Kinds { get; } = [.. lookups.Select(l => l.Kind).Order()];

    /// <summary>Starts all lookups at once and hands out each result the moment it is there.</summary>
    /// <returns>One result a lookup, in the order in which they ended. Ends early, without the rest, when cancelled.</returns>
    public ChannelReader<LookupResult> Run(ResolvedQuery query, CancellationToken cancellationToken)
    {
        var results = Channel.CreateUnbounded<LookupResult>(new() { SingleReader = true });
        var started = time.GetTimestamp();
        _ = RunAllAsync();
        return results.Reader;

        async Task RunAllAsync()
        {
            await Task.WhenAll(_lookups.Select(RunAsync)).ConfigureAwait(false);
            results.Writer.Complete();
        }

        async Task RunAsync(ILookup lookup)
        {
            if (await RunOneAsync(lookup, query, started, cancellationToken).ConfigureAwait(false) is { } result)
                results.Writer.TryWrite(result);
        }
    }

    private async Task<LookupResult?> RunOneAsync(ILookup lookup, ResolvedQuery query, long started, CancellationToken cancellationToken)
    {
        var kind = lookup.Kind;
        using var deadline = new CancellationTokenSource(options.DeadlineOf(kind), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            // On the pool from its first line: SQLite works synchronously, and four lookups are to run side by side all the same.
            // The wait ends at the deadline even where a lookup does not heed its token; what it still does is then ignored.
            var token = either.Token;
            var finding = await Task.Run(() => lookup.FindAsync(query, token), CancellationToken.None).WaitAsync(token).ConfigureAwait(false);
            return finding.Data is { } data
                ? new LookupResult.Found(kind, Elapsed(), data)
                : new LookupResult.Empty(kind, Elapsed(), finding.Nothing!.Value);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            LookupLog.TimedOut(logger, query.Query.AnswerId, kind, options.DeadlineOf(kind).TotalMilliseconds);
            return new LookupResult.TimedOut(kind, Elapsed());
        }
        catch (Exception e)
        {
            LookupLog.Failed(logger, e, query.Query.AnswerId, kind);
            return new LookupResult.Failed(kind, Elapsed());
        }

        TimeSpan Elapsed() => time.GetElapsedTime(started);
    }
}

internal static partial class LookupLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Answer {AnswerId}: lookup {Kind} passed its deadline of {DeadlineMs} ms")]
    public static partial void TimedOut(ILogger logger, string answerId, LookupKind kind, double deadlineMs);

    [LoggerMessage(Level = LogLevel.Error, Message = "Answer {AnswerId}: lookup {Kind} failed")]
    public static partial void Failed(ILogger logger, Exception exception, string answerId, LookupKind kind);
}
