using System.Runtime.CompilerServices;

namespace CustomerService.Core.Answers;

/// <param name="Number">From 0, without gaps.</param>
public readonly record struct NumberedEvent(int Number, AnswerEvent Event);

/// <summary>The events of one answer, numbered and kept. Any number of followers read them from any number on, while one writer appends.</summary>
public sealed class AnswerEvents
{
    private readonly Lock _gate = new();
    private readonly List<AnswerEvent> _events = [];
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _finished;

    public int Count
    {
        get
        {
            lock (_gate)
                return _events.Count;
        }
    }

    public bool IsFinished
    {
        get
        {
            lock (_gate)
                return _finished;
        }
    }

    /// <summary>The words of the events before a number.</summary>
    public string TextBefore(int number)
    {
        lock (_gate)
            return string.Concat(_events.Take(number).OfType<AnswerEvent.TextDelta>().Select(d => d.Text));
    }

    /// <param name="last">Whether nothing more will come.</param>
    public void Append(IEnumerable<AnswerEvent> events, bool last)
    {
        TaskCompletionSource signal;
        lock (_gate)
        {
            _events.AddRange(events);
            _finished |= last;
            signal = _more;
            _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        signal.SetResult();
    }

    /// <summary>All that there are from a number on, as soon as there is one; none when nothing more will come.</summary>
    public async Task<IReadOnlyList<AnswerEvent>> ReadAsync(int from, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task more;
            lock (_gate)
            {
                if (from < _events.Count)
                    return _events[from..];
                if (_finished)
                    return [];
                more = _more.Task;
            }

            await more.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>All events from a number on, those to come included, until the last one.</summary>
    /// <param name="from">Number of the first event wanted; 0 for all.</param>
    public async IAsyncEnumerable<NumberedEvent> FollowAsync(int from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var next = from;
        while (await ReadAsync(next, cancellationToken).ConfigureAwait(false) is { Count: > 0 } read)
        {
            foreach (var e in read)
                yield return new NumberedEvent(next++, e);
        }
    }
}
