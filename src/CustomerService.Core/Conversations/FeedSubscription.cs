using System.Threading.Channels;

namespace CustomerService.Core.Conversations;

/// <summary>Holds at most one signal, however many came: a slow follower costs no memory and misses nothing.</summary>
public sealed class FeedSubscription(Action<FeedSubscription> end) : IDisposable
{
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Signal() => _signal.Writer.TryWrite(true);

    /// <summary>Returns when there was a signal since the last call.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken) => await _signal.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);

    public void Dispose() => end(this);
}
