using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace CustomerService.Core.Answers;

/// <param name="Number">From 0, without gaps.</param>
public readonly record struct NumberedEvent(int Number, AnswerEvent Event);

/// <summary>
/// One answer in the making. It owns its pipeline, numbers and keeps its events, and lets any number of followers read from any
/// event on, so that the answer outlives the connection that asked.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A token source without a timer or a wait handle holds nothing to dispose.")]
public sealed class AnswerRun
{
    private readonly Lock _gate = new();
    private readonly List<AnswerEvent> _events = [];
    private readonly CancellationTokenSource _stop = new();
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _finished;

    internal AnswerRun(CustomerQuery query) => Query = query;

    public CustomerQuery Query { get; }
    public string Id => Query.AnswerId;

    public bool IsFinished
    {
        get
        {
            lock (_gate)
                return _finished;
        }
    }

    internal CancellationToken StopToken => _stop.Token;

    /// <summary>Ends the work; what is written so far is kept, and followers are told <see cref="AnswerEvent.Completed"/> as always. Harmless when finished.</summary>
    public Task StopAsync() => _stop.CancelAsync();

    /// <summary>All events from a number on, those to come included, until the last one.</summary>
    /// <param name="from">Number of the first event wanted; 0 for all.</param>
    public async IAsyncEnumerable<NumberedEvent> FollowAsync(int from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var next = from;
        while (true)
        {
            AnswerEvent? current = null;
            Task more;
            lock (_gate)
            {
                if (next < _events.Count)
                    current = _events[next];
                else if (_finished)
                    yield break;
                more = _more.Task;
            }

            if (current is null)
                await more.WaitAsync(cancellationToken).ConfigureAwait(false);
            else
                yield return new NumberedEvent(next++, current);
        }
    }

    internal void Append(AnswerEvent next)
    {
        TaskCompletionSource signal;
        lock (_gate)
        {
            _events.Add(next);
            _finished |= next is AnswerEvent.Completed or AnswerEvent.Failed;
            signal = _more;
            _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        signal.SetResult();
    }
}
