using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CustomerService.Core.Conversations;

/// <summary>Sends agents' replies when they are due, and takes up what was put aside, also those of a program that is no more.</summary>
public sealed class PendingReplies(IDeskStore store, IConversationFeed feed, TimeProvider time, ILogger<PendingReplies> logger) : BackgroundService
{
    /// <summary>How often it is looked without being told: another program may have ended before it sent its own.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _queued = new(0);

    /// <summary>Says that there is another one.</summary>
    public void Queued() => _queued.Release();

    public override void Dispose()
    {
        base.Dispose();
        _queued.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = Period;
            try
            {
                var (sent, next) = await store.SendDueAsync(stoppingToken).ConfigureAwait(false);
                var (woken, nextToWake) = await store.WakeDueAsync(stoppingToken).ConfigureAwait(false);
                foreach (var conversationId in sent.Concat(woken))
                    feed.Publish(conversationId);
                foreach (var due in new[] { next, nextToWake }.OfType<DateTimeOffset>())
                {
                    if (due - time.GetUtcNow() is var left && left < wait)
                        wait = left > TimeSpan.Zero ? left : TimeSpan.Zero;
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                PendingRepliesLog.NotSent(logger, e);
            }

            await WaitAsync(wait, stoppingToken).ConfigureAwait(false);
        }
    }

    private async Task WaitAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        using var told = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var queued = _queued.WaitAsync(told.Token);
        await Task.WhenAny(queued, Task.Delay(wait, time, told.Token)).ConfigureAwait(false);
        await told.CancelAsync().ConfigureAwait(false);
        await queued.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}

internal static partial class PendingRepliesLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Replies that are due could not be sent; it is tried again")]
    public static partial void NotSent(ILogger logger, Exception exception);
}
