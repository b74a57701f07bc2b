using CustomerService.Core.Evaluation;

namespace CustomerService.Web.Features.Evaluation;

/// <summary>How far a run is.</summary>
public sealed record EvaluationProgress(string Name, int Done, int Total, DateTimeOffset StartedAt);

public enum EvaluationEnd
{
    None,
    Finished,
    Stopped,
    Broken,
}

/// <summary>Runs one evaluation at a time. It belongs to the program and not to the page that started it.</summary>
public sealed class EvaluationDesk(Evaluator evaluator, IEvaluationStore store, TimeProvider clock, ILogger<EvaluationDesk> log) : IHostedService, IDisposable
{
    private readonly Lock _gate = new();
    private CancellationTokenSource? _stop;
    private Task _running = Task.CompletedTask;

    /// <summary>Told on any thread, after the change.</summary>
    public event Action? Changed;

    /// <summary>Null when nothing runs.</summary>
    public EvaluationProgress? Progress { get; private set; }

    /// <summary>What became of the last run.</summary>
    public EvaluationEnd LastEnd { get; private set; }

    /// <summary>The last run that finished in this program.</summary>
    public string? FinishedId { get; private set; }

    /// <returns>False when another run goes on.</returns>
    public bool Start(string name, string by, IReadOnlyList<EvaluationQuestion> questions, IReadOnlyList<EvaluationWriter> writers)
    {
        lock (_gate)
        {
            if (Progress is not null)
                return false;
            _stop?.Dispose();
            _stop = new();
            Progress = new(name, 0, questions.Count * writers.Count, clock.GetUtcNow());
            var token = _stop.Token;
            _running = Task.Run(() => RunAsync(name, by, questions, writers, token), CancellationToken.None);
        }

        Changed?.Invoke();
        return true;
    }

    public void Stop()
    {
        lock (_gate)
            _stop?.Cancel();
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Stop();
        return _running.WaitAsync(cancellationToken);
    }

    /// <summary>A host may dispose of its services before it has stopped all of them.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _stop?.Dispose();
            _stop = null;
        }
    }

    private async Task RunAsync(string name, string by, IReadOnlyList<EvaluationQuestion> questions, IReadOnlyList<EvaluationWriter> writers, CancellationToken cancellationToken)
    {
        var end = EvaluationEnd.Finished;
        try
        {
            var run = await evaluator.RunAsync(name, by, questions, writers, _ => Count(), cancellationToken);
            await store.SaveAsync(run, cancellationToken);
            FinishedId = run.Id;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            end = EvaluationEnd.Stopped;
        }
        catch (Exception exception)
        {
            log.RunBroke(exception, name);
            end = EvaluationEnd.Broken;
        }

        lock (_gate)
            (Progress, LastEnd) = (null, end);
        Changed?.Invoke();
    }

    private void Count()
    {
        lock (_gate)
            Progress = Progress! with { Done = Progress.Done + 1 };
        Changed?.Invoke();
    }
}
