using System.Runtime.CompilerServices;
using CustomerService.Core.Answers;
using CustomerService.Core.Text;

namespace CustomerService.Core.Conversations;

/// <param name="Language">The answer's.</param>
public readonly record struct RunningEvent(Language Language, NumberedEvent Event);

/// <summary>The answers of threads while they are being written, whichever program writes them.</summary>
public interface IRunningAnswers
{
    /// <summary>
    /// The events from a number on, until the last one that can be had. Those that another program writes may end early or not at all,
    /// when that program is gone: the thread tells how the answer ended.
    /// </summary>
    /// <param name="node">The program that writes the answer.</param>
    /// <param name="forCustomer">Whether a customer is to see it.</param>
    /// <returns>Null when it is this program's answer, and is not being written now.</returns>
    IAsyncEnumerable<RunningEvent>? Follow(string node, string answerId, int from, bool forCustomer, CancellationToken cancellationToken);

    /// <summary>Asked right before an event is handed to a customer: not one passes the fence.</summary>
    bool MayReach(string answerId, int number);

    /// <summary>A person has the word from now on: nothing more of the answer is handed to a customer, and it is stopped.</summary>
    /// <returns>The answer as far as customers have it; null when the program that writes it does not reply.</returns>
    Task<AnswerEnding?> FenceAsync(string node, string answerId, CancellationToken cancellationToken);

    /// <summary>The thread says how the answer ended: what is still on its way from another program is waited for a moment only.</summary>
    void Ended(string answerId);

    /// <summary>Ends the work; what is written so far is kept. Harmless when it is finished.</summary>
    Task StopAsync(string node, string answerId);
}

/// <summary>The answers that this program writes.</summary>
public sealed class OwnAnswers(IAnswerRuns runs) : IRunningAnswers
{
    public IAsyncEnumerable<RunningEvent>? Follow(string node, string answerId, int from, bool forCustomer, CancellationToken cancellationToken) =>
        runs.Find(answerId) is { } run ? FollowAsync(run, from, cancellationToken) : null;

    public bool MayReach(string answerId, int number) => runs.Find(answerId)?.MayReach(number) ?? true;

    public Task<AnswerEnding?> FenceAsync(string node, string answerId, CancellationToken cancellationToken) => Task.FromResult<AnswerEnding?>(runs.Fence(answerId));

    public void Ended(string answerId)
    {
    }

    public Task StopAsync(string node, string answerId) => runs.Find(answerId)?.StopAsync() ?? Task.CompletedTask;

    private static async IAsyncEnumerable<RunningEvent> FollowAsync(AnswerRun run, int from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var next in run.FollowAsync(from, cancellationToken).ConfigureAwait(false))
            yield return new(run.Query.Language, next);
    }
}
