using CustomerService.Core.Import;
using CustomerService.Core.Text;

namespace CustomerService.Web.Features.Import;

/// <summary>How far an import is.</summary>
/// <param name="Before">Rows that were done before it was gone on with.</param>
public sealed record ImportProgress(string FileName, long Done, long Total, long Before, DateTimeOffset StartedAt);

/// <summary>Runs one import at a time. It belongs to the program and not to the page that started it.</summary>
public sealed class ImportDesk(IImporter importer, ImportFolder folder, TimeProvider clock, ILogger<ImportDesk> log) : IHostedService, IDisposable
{
    private readonly Lock _gate = new();
    private CancellationTokenSource? _stop;
    private Task _running = Task.CompletedTask;

    /// <summary>Told on any thread, after the change.</summary>
    public event Action? Changed;

    /// <summary>Null when nothing runs.</summary>
    public ImportProgress? Progress { get; private set; }

    /// <summary>What became of the last import of this program; null while none has ended.</summary>
    public ImportRun? Last { get; private set; }

    /// <summary>Why the last import could not be done at all; null where it could.</summary>
    public Func<Language, string>? LastProblem { get; private set; }

    /// <param name="hash">Of a file in the folder.</param>
    /// <param name="goOnWith">An import of it that was not finished; null to begin.</param>
    /// <returns>False when another import goes on.</returns>
    public bool Start(string hash, string fileName, string by, long total, ImportChoices choices, ImportRun? goOnWith)
    {
        lock (_gate)
        {
            if (Progress is not null)
                return false;
            _stop?.Dispose();
            _stop = new();
            var before = goOnWith?.Counts.Rows ?? 0;
            (Progress, Last, LastProblem) = (new(fileName, before, total, before, clock.GetUtcNow()), null, null);
            var token = _stop.Token;
            _running = Task.Run(() => RunAsync(hash, fileName, by, choices, goOnWith?.Id, token), CancellationToken.None);
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

    private async Task RunAsync(string hash, string fileName, string by, ImportChoices choices, string? goOnWith, CancellationToken cancellationToken)
    {
        ImportRun? run = null;
        Func<Language, string>? problem = null;
        try
        {
            run = await importer.RunAsync(folder.PathOf(hash), fileName, by, choices, goOnWith, Tell, cancellationToken);
            if (run is { State: ImportState.Finished or ImportState.TooManyBad })
                folder.Remove(hash);
        }
        catch (ImportFileException refused)
        {
            problem = refused.Problem.In;
        }
        catch (Exception exception)
        {
            log.ImportBroke(exception, fileName);
            problem = language => language.Choose("가져오기가 중간에 멈췄습니다. 지금까지의 줄은 들어왔고, 이어서 할 수 있습니다. 원인은 프로그램 로그에 있습니다.", "The import broke off. The rows up to there are in, and it can go on. The program’s log has the cause.");
        }

        lock (_gate)
            (Progress, Last, LastProblem) = (null, run, problem);
        Changed?.Invoke();
    }

    private void Tell(ImportRun run)
    {
        lock (_gate)
            Progress = Progress! with { Done = run.Counts.Rows, Total = run.Total };
        Changed?.Invoke();
    }
}

internal static partial class ImportLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "The import of {FileName} broke off")]
    public static partial void ImportBroke(this ILogger log, Exception exception, string fileName);

    [LoggerMessage(Level = LogLevel.Error, Message = "Imports could not be read")]
    public static partial void ImportsUnreadable(this ILogger log, Exception exception);
}
