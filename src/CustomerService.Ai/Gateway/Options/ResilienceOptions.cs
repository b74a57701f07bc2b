using System.ComponentModel.DataAnnotations;

namespace CustomerService.Ai.Gateway;

/// <summary>Section <c>Resilience</c>: what is tried again, and how long anything may take.</summary>
public sealed class ResilienceOptions
{
    /// <summary>After the first attempt, and only before the first visible token: 0 to 20.</summary>
    [Range(0, 20)]
    public int MaxRetries { get; set; } = 5;

    /// <summary>Before the first retry; it doubles with each. 1 ms to 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:05:00")]
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait between two attempts; an endpoint that asks for more is not asked again. 1 ms to 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:10:00")]
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether the waits are spread at random, so that many callers do not come back at the same moment.</summary>
    public bool Jitter { get; set; } = true;

    /// <summary>From the request until the first token. 10 ms to 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:10:00")]
    public TimeSpan FirstTokenTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Between two tokens. 10 ms to 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:10:00")]
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>All that models do for one answer before its first token: waiting, retries and fallbacks together. 10 ms to an hour.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00")]
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>A model of whose calls at least this share fails is left alone for a while: 0.05 to 1.</summary>
    [Range(0.05, 1.0)]
    public double BreakerFailureRatio { get; set; } = 0.5;

    /// <summary>Calls within <see cref="BreakerSampling"/> before the share counts: 2 to 10,000.</summary>
    [Range(2, 10_000)]
    public int BreakerMinimumCalls { get; set; } = 10;

    /// <summary>The window in which calls are counted. 1 second to an hour.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan BreakerSampling { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a model is left alone. 1 second to an hour.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan BreakerPause { get; set; } = TimeSpan.FromSeconds(30);
}
