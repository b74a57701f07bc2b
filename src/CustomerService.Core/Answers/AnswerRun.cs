using System.Diagnostics.CodeAnalysis;

namespace CustomerService.Core.Answers;

/// <summary>How an answer stands in a thread in the end.</summary>
public sealed record AnswerEnding(AnswerState State, string Text);

/// <summary>One answer in the making. It owns its pipeline and its events, so that the answer outlives the connection that asked.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A token source without a timer or a wait handle holds nothing to dispose.")]
public sealed class AnswerRun
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private int _reached;
    private int? _fence;
    private AnswerEnding? _ending;

    internal AnswerRun(CustomerQuery query) => Query = query;

    public CustomerQuery Query { get; }
    public string Id => Query.AnswerId;
    public AnswerEvents Events { get; } = new();
    public bool IsFinished => Events.IsFinished;

    internal CancellationToken StopToken => _stop.Token;

    /// <summary>Ends the work; what is written so far is kept, and followers are told <see cref="AnswerEvent.Completed"/> as always. Harmless when finished.</summary>
    public Task StopAsync() => _stop.CancelAsync();

    /// <inheritdoc cref="AnswerEvents.FollowAsync"/>
    public IAsyncEnumerable<NumberedEvent> FollowAsync(int from, CancellationToken cancellationToken) => Events.FollowAsync(from, cancellationToken);

    /// <summary>Asked right before an event is handed to a customer: not one passes the fence.</summary>
    public bool MayReach(int number)
    {
        lock (_gate)
        {
            if (number >= _fence)
                return false;
            _reached = Math.Max(_reached, number + 1);
            return true;
        }
    }

    /// <summary>A person has the word from now on: nothing more of this answer reaches a customer.</summary>
    /// <returns>The answer as far as customers have it; all of it when it had ended before.</returns>
    public AnswerEnding Fence()
    {
        lock (_gate)
        {
            _fence ??= _reached;
            return _ending ??= new(AnswerState.Stopped, Events.TextBefore(_fence.Value));
        }
    }

    /// <summary>The answer is about to stand in the thread.</summary>
    /// <returns>How it is to stand there: as it ended, or as the fence cut it off.</returns>
    public AnswerEnding End(AnswerEnding ending)
    {
        lock (_gate)
            return _ending ??= ending;
    }

    internal void Append(AnswerEvent next) => Events.Append([next], last: next is AnswerEvent.Completed or AnswerEvent.Failed);
}
