using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CustomerService.Core.Answers;

/// <summary>Runs pipelines on their own, gathers small deltas, and keeps finished runs for a while for those who come late.</summary>
public sealed class AnswerRuns(IAnswerService service, TimeProvider time, ILogger<AnswerRuns> logger) : IAnswerRuns, IHostedService
{
    /// <summary>Deltas that come closer together than this become one event, so that what followers render and send is bounded.</summary>
    public static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(40);

    /// <summary>How long a finished run can still be followed.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(2);

    /// <summary>How many finished runs can still be followed; older ones are read from the store.</summary>
    public const int MostKept = 1_000;

    private readonly ConcurrentDictionary<string, AnswerRun> _runs = new();
    private readonly ConcurrentQueue<string> _finished = new();
    private readonly ConcurrentDictionary<string, Task> _working = new();
    private readonly Lock _starting = new();
    private readonly HashSet<string> _fencedEarly = new(StringComparer.Ordinal);

    public AnswerRun Start(CustomerQuery query)
    {
        var run = new AnswerRun(query);
        lock (_starting)
        {
            if (_fencedEarly.Remove(run.Id))
            {
                run.Fence();
                _ = run.StopAsync();
            }

            _runs[run.Id] = run;
        }

        var work = Task.Run(() => WorkAsync(run));
        _working[run.Id] = work;
        _ = work.ContinueWith(_ => _working.TryRemove(run.Id, out var _), TaskScheduler.Default);
        return run;
    }

    public AnswerRun? Find(string answerId) => _runs.GetValueOrDefault(answerId);

    public AnswerEnding Fence(string answerId)
    {
        AnswerRun? run;
        lock (_starting)
        {
            if (!_runs.TryGetValue(answerId, out run))
                _fencedEarly.Add(answerId);
        }

        if (run is null)
        {
            _ = ForgetAsync(answerId);
            return new(AnswerState.Stopped, "");
        }

        var ending = run.Fence();
        _ = run.StopAsync();
        return ending;
    }

    Task IHostedService.StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Stops what runs, so that each answer is stored with what it has.</summary>
    async Task IHostedService.StopAsync(CancellationToken cancellationToken)
    {
        foreach (var run in _runs.Values)
            await run.StopAsync().ConfigureAwait(false);
        await Task.WhenAll(_working.Values).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task WorkAsync(AnswerRun run)
    {
        try
        {
            await PumpAsync(run).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            AnswerLog.Broke(logger, e, run.Id);
        }

        if (!run.IsFinished)
            run.Append(new AnswerEvent.Failed(AnswerFailure.Internal, []));
        _finished.Enqueue(run.Id);
        while (_finished.Count > MostKept && _finished.TryDequeue(out var oldest))
            _runs.TryRemove(oldest, out _);
        _ = ForgetAsync(run.Id);
    }

    private async Task ForgetAsync(string answerId)
    {
        await Task.Delay(Kept, time).ConfigureAwait(false);
        _runs.TryRemove(answerId, out _);
        lock (_starting)
            _fencedEarly.Remove(answerId);
    }

    /// <summary>The first words go out at once; those that follow within <see cref="Gathering"/> of the last delta wait for its end.</summary>
    private async Task PumpAsync(AnswerRun run)
    {
        var gathered = new StringBuilder();
        var lastDelta = long.MinValue;
        await using var events = service.AnswerAsync(run.Query, run.StopToken).GetAsyncEnumerator();
        var next = events.MoveNextAsync().AsTask();
        while (true)
        {
            if (gathered.Length > 0 && !next.IsCompleted)
            {
                var left = Gathering - time.GetElapsedTime(lastDelta);
                if (left > TimeSpan.Zero)
                {
                    using var noLonger = new CancellationTokenSource();
                    await Task.WhenAny(next, Task.Delay(left, time, noLonger.Token)).ConfigureAwait(false);
                    await noLonger.CancelAsync().ConfigureAwait(false);
                }

                if (!next.IsCompleted)
                    Flush();
            }

            if (!await next.ConfigureAwait(false))
                break;
            if (events.Current is AnswerEvent.TextDelta delta)
            {
                gathered.Append(delta.Text);
                if (lastDelta == long.MinValue || time.GetElapsedTime(lastDelta) >= Gathering)
                    Flush();
            }
            else
            {
                if (events.Current is not AnswerEvent.CitationAdded)
                    Flush();
                run.Append(events.Current);
            }

            next = events.MoveNextAsync().AsTask();
        }

        Flush();

        void Flush()
        {
            if (gathered.Length == 0)
                return;
            run.Append(new AnswerEvent.TextDelta(gathered.ToString()));
            gathered.Clear();
            lastDelta = time.GetTimestamp();
        }
    }
}
