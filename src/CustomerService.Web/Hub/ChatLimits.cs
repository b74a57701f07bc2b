using System.Net;
using System.Threading.RateLimiting;

namespace CustomerService.Web.Hub;

/// <summary>How many messages are taken from one visitor and from one address.</summary>
internal sealed class ChatLimits(WidgetOptions options) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Refill = TimeSpan.FromSeconds(2);

    private readonly PartitionedRateLimiter<string> _visitors = Limiter<string>(options.MessagesPerMinute);
    private readonly PartitionedRateLimiter<IPAddress> _addresses = Limiter<IPAddress>(options.MessagesPerMinuteAndAddress);

    /// <returns>Null when the message may come in, or how long to wait.</returns>
    public TimeSpan? Take(string visitor, IPAddress? address)
    {
        using var byVisitor = _visitors.AttemptAcquire(visitor);
        if (!byVisitor.IsAcquired)
            return Wait(byVisitor);
        using var byAddress = _addresses.AttemptAcquire(address ?? IPAddress.None);
        return byAddress.IsAcquired ? null : Wait(byAddress);
    }

    public void Dispose()
    {
        _visitors.Dispose();
        _addresses.Dispose();
    }

    private static TimeSpan Wait(RateLimitLease lease) => lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Refill;

    /// <summary>So many at a time that it happens every <see cref="Refill"/> or less often.</summary>
    private static int Refilled(int perMinute) => (int)Math.Ceiling(perMinute * Refill / Window);

    private static PartitionedRateLimiter<T> Limiter<T>(int perMinute)
        where T : notnull => PartitionedRateLimiter.Create<T, T>(key => RateLimitPartition.GetTokenBucketLimiter(key, _ => new()
        {
            TokenLimit = perMinute,
            TokensPerPeriod = Refilled(perMinute),
            ReplenishmentPeriod = Window / perMinute * Refilled(perMinute),
            AutoReplenishment = true,
        }));
}
