namespace CustomerService.Core.Models;

/// <summary>The state of the way to the models, for people who look after it.</summary>
public interface IModelGateway
{
    GatewayStatus Status();

    /// <summary>Asks the endpoint whether it is there and takes the key, and returns the new status. Costs no tokens.</summary>
    Task<GatewayStatus> ProbeAsync(CancellationToken cancellationToken);
}

/// <param name="Endpoint">Address without credentials; null when none is configured.</param>
/// <param name="Fault">Why the endpoint cannot be used; null when it can, or when that is not known yet.</param>
/// <param name="ProbedAt">Null until it was asked.</param>
public sealed record GatewayStatus(
    string? Endpoint, ModelFault? Fault, DateTimeOffset? ProbedAt, IReadOnlyList<ModelStatus> Models, QueueStatus Queue, BudgetStatus Budget)
{
    public bool IsConfigured => Endpoint is not null;
}

public enum BreakerState
{
    /// <summary>Calls go through.</summary>
    Closed,
    /// <summary>The model failed too often and is not called.</summary>
    Open,
    /// <summary>One call is let through to see whether it works again.</summary>
    HalfOpen,
}

/// <param name="PromptPricePerMillion">US dollars per million tokens; null when unknown.</param>
/// <param name="CompletionPricePerMillion">US dollars per million tokens; null when unknown.</param>
public sealed record ModelStatus(
    string Model, BreakerState Breaker, ModelFault? LastFault, DateTimeOffset? LastFaultAt, decimal? PromptPricePerMillion, decimal? CompletionPricePerMillion);

/// <param name="Open">Requests that are with the endpoint now.</param>
/// <param name="LongestWait">Of those that wait now.</param>
/// <param name="RequestsLeft">Requests that may go out at once before the minute's limit holds them back.</param>
/// <param name="TokensLeft">The same in tokens; below 0 when more were used than had been estimated.</param>
public sealed record QueueStatus(
    int Open, int MaxOpen, int WaitingCustomers, int WaitingBatch, int MaxWaiting, TimeSpan LongestWait, int RequestsLeft, int RequestsPerMinute, int TokensLeft, int TokensPerMinute);

/// <param name="DailyUsd">US dollars; null for no limit.</param>
/// <param name="MonthlyUsd">US dollars; null for no limit.</param>
public sealed record BudgetStatus(decimal? DailyUsd, decimal SpentToday, decimal? MonthlyUsd, decimal SpentThisMonth)
{
    public bool IsSpent => SpentToday >= DailyUsd || SpentThisMonth >= MonthlyUsd;
}
