namespace CustomerService.Core.Answers;

/// <summary>Keeps questions and answers. A call that returns has written durably.</summary>
public interface IAnswerStore
{
    /// <summary>Writes the accepted question, as <see cref="AnswerState.Running"/>. Writing the same id again changes nothing.</summary>
    Task BeginAsync(CustomerQuery query, DateTimeOffset askedAt, CancellationToken cancellationToken);

    /// <summary>Writes what became of it. Only the first ending of an answer counts.</summary>
    Task FinishAsync(Answer answer, CancellationToken cancellationToken);

    Task<Answer?> FindAsync(string answerId, CancellationToken cancellationToken);

    /// <summary>Those of the answers that are there, in no order.</summary>
    Task<IReadOnlyList<Answer>> FindAsync(IReadOnlyCollection<string> answerIds, CancellationToken cancellationToken);

    /// <summary>The newest answers of a surface, newest first.</summary>
    Task<IReadOnlyList<AnswerSummary>> RecentAsync(Surface surface, int limit, CancellationToken cancellationToken);

    /// <summary>Marks answers that are still running although the program that wrote them has ended. The command line's are its own business.</summary>
    /// <param name="gone">The names of such programs.</param>
    /// <returns>How many there were.</returns>
    Task<int> MarkInterruptedAsync(IReadOnlyCollection<string> gone, CancellationToken cancellationToken);
}

public sealed record AnswerSummary(string Id, string Question, string? ProductId, string? CustomerId, AnswerState State, DateTimeOffset AskedAt);
