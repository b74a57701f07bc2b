using System.ComponentModel.DataAnnotations;

namespace CustomerService.Ai.Gateway;

/// <summary>Section <c>Limits</c>: how much goes to the endpoint, from all surfaces together.</summary>
public sealed class LimitOptions
{
    /// <summary>Requests that are open at the endpoint at once: 1 to 100,000.</summary>
    [Range(1, 100_000)]
    public int MaxConcurrentRequests { get; set; } = 10;

    /// <summary>1 to 10,000,000.</summary>
    [Range(1, 10_000_000)]
    public int RequestsPerMinute { get; set; } = 500;

    /// <summary>Prompt and completion together: 1,000 to 2,000,000,000.</summary>
    [Range(1_000, 2_000_000_000)]
    public int TokensPerMinute { get; set; } = 1_000_000;

    /// <summary>Requests that may wait for their turn; one more is told at once that it cannot. 0 to 1,000,000.</summary>
    [Range(0, 1_000_000)]
    public int MaxWaitingRequests { get; set; } = 5_000;
}
