using System.Threading.Channels;

namespace CustomerService.Core.Conversations;

/// <param name="HasChanged">Whether something new may be written.</param>
/// <param name="Typing">Who is writing right now; null for nobody. Only the last one is known.</param>
public readonly record struct FeedSignal(bool HasChanged, MessageAuthor? Typing);

/// <summary>Holds at most one signal of a kind, however many came: a slow follower costs no memory and misses nothing that is written.</summary>
public sealed class FeedSubscription(Action<FeedSubscription> end) : IDisposable
{
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Lock _gate = new();
    private FeedSignal _waiting;

    public void Signal()
    {
        lock (_gate)
            _waiting = _waiting with { HasChanged = true };
        _signal.Writer.TryWrite(true);
    }

    public void SignalTyping(MessageAuthor author)
    {
        lock (_gate)
            _waiting = _waiting with { Typing = author };
        _signal.Writer.TryWrite(true);
    }

    /// <summary>Returns when there was a signal since the last call.</summary>
    public async Task<FeedSignal> WaitAsync(CancellationToken cancellationToken)
    {
        await _signal.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        lock (_gate)
        {
            var signal = _waiting;
            _waiting = default;
            return signal;
        }
    }

    public void Dispose() => end(this);
}
