using CustomerService.Core.Evaluation;

namespace CustomerService.Web.Features.Evaluation;

/// <summary>What one Evaluation page shows. Knows nothing of how it is drawn.</summary>
public sealed class EvaluationSession(IEvaluationStore store, ILogger<EvaluationSession> log)
{
    public const int PageSize = 20;

    /// <summary>Newest first; null until they were read.</summary>
    public IReadOnlyList<EvaluationRunSummary>? Runs { get; private set; }
    public EvaluationRun? Run { get; private set; }
    /// <summary>The run it is compared with: the one that was chosen, or else the one before it of the same file.</summary>
    public EvaluationRun? Before { get; private set; }
    public bool IsUnreadable { get; private set; }

    /// <summary>Null for all that are not fine.</summary>
    public EvaluationVerdict? Verdict { get; private set; }

    /// <summary>The worst first.</summary>
    public IReadOnlyList<EvaluationCase> Cases { get; private set; } = [];

    public int ShownCount { get; private set; } = PageSize;

    /// <param name="runId">Null for the newest.</param>
    /// <param name="beforeId">Null for the one before of the same file.</param>
    public async Task OpenAsync(string? runId, string? beforeId, CancellationToken cancellationToken)
    {
        try
        {
            IsUnreadable = false;
            Runs = await store.ListAsync(cancellationToken);
            var at = runId is null ? 0 : Runs.ToList().FindIndex(r => r.Id == runId);
            if (at < 0 || Runs.Count == 0)
            {
                (Run, Before, Cases) = (null, null, []);
                return;
            }

            var shown = Runs[at];
            var before = Runs.FirstOrDefault(r => r.Id == beforeId && r.Id != shown.Id) ?? Runs.Skip(at + 1).FirstOrDefault(r => r.Name == shown.Name);
            if (Run?.Id != shown.Id)
                Run = await store.FindAsync(shown.Id, cancellationToken);
            if (Before?.Id != before?.Id)
                Before = before is null ? null : await store.FindAsync(before.Id, cancellationToken);
            Choose(null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.Unreadable(exception);
            IsUnreadable = true;
        }
    }

    public void Choose(EvaluationVerdict? verdict)
    {
        (Verdict, ShownCount) = (verdict, PageSize);
        Cases = Run is null ? [] : [.. Run.Cases.Where(c => verdict is null ? c.Verdict != EvaluationVerdict.Fine : c.Verdict == verdict).OrderBy(c => c.Score)];
    }

    public void ShowMore() => ShownCount += PageSize;

    /// <summary>The questions of a run that was kept; null when it is no longer there.</summary>
    public async Task<IReadOnlyList<EvaluationQuestion>?> QuestionsAsync(string runId, CancellationToken cancellationToken) =>
        (Run?.Id == runId ? Run : await store.FindAsync(runId, cancellationToken))?.Questions;
}
