using CustomerService.Core.Answers;

namespace CustomerService.Core.Evaluation;

/// <summary>The assistant as it is measured: the real pipeline, whose answers are not kept.</summary>
public interface IEvaluatedAssistant
{
    /// <summary>Whether a model can write; otherwise only <see cref="EvaluationWriter.Embedded"/> can be asked.</summary>
    bool HasModel { get; }

    IAnswerService Of(EvaluationWriter writer);

    /// <summary>The prices, counts, ratings, dates and quantities of the answer that the evidence does not hold, as they stand there.</summary>
    IReadOnlyList<string> UnsupportedFigures(ResolvedQuery query, Answer answer);

    /// <summary>Whether the words stand in what the lookups found.</summary>
    bool Holds(ResolvedQuery query, Answer answer, string words);
}

/// <param name="By">Who started it; empty on the command line.</param>
public sealed record EvaluationRunSummary(string Id, string Name, DateTimeOffset StartedAt, string By, int Questions);

/// <summary>Keeps runs, the newest <see cref="Kept"/> of them.</summary>
public interface IEvaluationStore
{
    const int Kept = 50;

    Task SaveAsync(EvaluationRun run, CancellationToken cancellationToken);

    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<EvaluationRunSummary>> ListAsync(CancellationToken cancellationToken);

    /// <returns>Null when there is none with this id.</returns>
    Task<EvaluationRun?> FindAsync(string id, CancellationToken cancellationToken);
}
