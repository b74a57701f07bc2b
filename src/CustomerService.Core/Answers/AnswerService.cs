using System.Runtime.CompilerServices;
using CustomerService.Core.Lookups;
using CustomerService.Core.Usage;
using Microsoft.Extensions.Logging;

namespace CustomerService.Core.Answers;

/// <summary>Resolve, look up, compose, store.</summary>
public sealed class AnswerService(
    QueryResolver resolver, LookupRunner lookups, IAnswerComposer composer, IAnswerStore store, AnswerSpending spending, TimeProvider time, ILogger<AnswerService> logger)
    : IAnswerService
{
    public async IAsyncEnumerable<AnswerEvent> AnswerAsync(CustomerQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var draft = new AnswerDraft(query, time);
        var (resolved, refused) = await ResolveAsync(query, draft).ConfigureAwait(false);
        if (resolved is null)
        {
            yield return refused!;
            yield break;
        }

        spending.Open(query.AnswerId);
        using var settled = new Settlement(spending, query.AnswerId);

        // The lookups run while the question is being written; nothing is told before it is kept.
        using var working = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var results = lookups.Run(resolved, working.Token);
        if (await BeginAsync(query, draft).ConfigureAwait(false) is { } notKept)
        {
            await working.CancelAsync().ConfigureAwait(false);
            yield return notKept;
            yield break;
        }

        foreach (var kind in lookups.Kinds)
            yield return new AnswerEvent.LookupStarted(kind);

        await foreach (var result in results.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
        {
            draft.Lookups.Add(result);
            yield return new AnswerEvent.LookupFinished(result);
        }

        var state = AnswerState.Stopped;
        if (!cancellationToken.IsCancellationRequested)
        {
            draft.LookupsDone();
            await using var parts = composer.ComposeAsync(resolved, [.. draft.Lookups.OrderBy(l => l.Kind)], cancellationToken)
                .GetAsyncEnumerator(cancellationToken);
            while (true)
            {
                AnswerEvent? told = null;
                try
                {
                    if (!await parts.MoveNextAsync().ConfigureAwait(false))
                    {
                        state = AnswerState.Completed;
                        break;
                    }

                    if (parts.Current is AnswerPart.BrokeOff broken)
                    {
                        (state, draft.Fault) = (AnswerState.Interrupted, broken.Fault);
                        break;
                    }

                    told = draft.Take(parts.Current);
                }
                catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
                {
                    break;
                }
                catch (Exception e)
                {
                    AnswerLog.ComposingFailed(logger, e, query.AnswerId);
                    state = AnswerState.Failed;
                    break;
                }

                if (told is not null)
                    yield return told;
            }
        }

        yield return await FinishAsync(draft.Finish(state, spending.Settle(query.AnswerId))).ConfigureAwait(false);
    }

    /// <summary>Forgets what was spent when the pipeline ends early.</summary>
    private readonly struct Settlement(AnswerSpending spending, string answerId) : IDisposable
    {
        public void Dispose() => spending.Settle(answerId);
    }

    private async Task<(ResolvedQuery? Query, AnswerEvent.Failed? Refused)> ResolveAsync(CustomerQuery query, AnswerDraft draft)
    {
        try
        {
            var (resolved, problems) = await resolver.ResolveAsync(query, CancellationToken.None).ConfigureAwait(false);
            if (resolved is null)
                return (null, new(AnswerFailure.InvalidInput, problems));
            draft.AskedAt = resolved.AskedAt;
            return (resolved, null);
        }
        catch (Exception e)
        {
            return (null, NotAccepted(query, e));
        }
    }

    /// <summary>From here on the question is kept, whatever happens to the connection or the program.</summary>
    private async Task<AnswerEvent.Failed?> BeginAsync(CustomerQuery query, AnswerDraft draft)
    {
        try
        {
            await store.BeginAsync(query, draft.AskedAt, CancellationToken.None).ConfigureAwait(false);
            return null;
        }
        catch (Exception e)
        {
            return NotAccepted(query, e);
        }
    }

    private AnswerEvent.Failed NotAccepted(CustomerQuery query, Exception exception)
    {
        AnswerLog.NotAccepted(logger, exception, query.AnswerId);
        return new(AnswerFailure.StorageUnavailable, []);
    }

    private async Task<AnswerEvent> FinishAsync(Answer answer)
    {
        try
        {
            await store.FinishAsync(answer, CancellationToken.None).ConfigureAwait(false);
            return answer.State == AnswerState.Failed ? new AnswerEvent.Failed(AnswerFailure.Internal, []) : new AnswerEvent.Completed(answer);
        }
        catch (Exception e)
        {
            AnswerLog.NotStored(logger, e, answer.Id);
            return new AnswerEvent.Failed(AnswerFailure.StorageUnavailable, []);
        }
    }
}

internal static partial class AnswerLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Answer {AnswerId}: the question could not be accepted")]
    public static partial void NotAccepted(ILogger logger, Exception exception, string answerId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Answer {AnswerId}: composing failed")]
    public static partial void ComposingFailed(ILogger logger, Exception exception, string answerId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Answer {AnswerId}: the answer could not be stored")]
    public static partial void NotStored(ILogger logger, Exception exception, string answerId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Answer {AnswerId}: the pipeline broke")]
    public static partial void Broke(ILogger logger, Exception exception, string answerId);
}
