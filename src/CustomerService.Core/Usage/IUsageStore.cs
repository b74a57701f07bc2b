namespace CustomerService.Core.Usage;

/// <summary>Keeps what models were called for and what it cost.</summary>
public interface IUsageStore
{
    /// <summary>Takes a call; it is written with the next group commit. Never waits and never throws.</summary>
    void Record(ModelCall call);

    /// <summary>Returns when all calls taken so far are written.</summary>
    Task FlushAsync(CancellationToken cancellationToken);

    /// <summary>What was spent on the shop's days from the first to the last, both included: US dollars.</summary>
    Task<decimal> SpentAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken);

    /// <summary>One row for each day, model and purpose on which something was called or saved, by day.</summary>
    Task<IReadOnlyList<UsageRow>> ReadAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken);

    /// <summary>The calls of one answer, oldest first.</summary>
    Task<IReadOnlyList<ModelCall>> CallsOfAsync(string answerId, CancellationToken cancellationToken);
}

/// <summary>The calls of one of the shop's days (<c>Shop:TimeZone</c>), to one model, for one purpose.</summary>
/// <param name="Calls">Requests, failed ones and retries included; saved ones not.</param>
/// <param name="Cost">US dollars, of the calls whose price is known.</param>
/// <param name="UnpricedCalls">Calls whose price is unknown.</param>
/// <param name="EstimatedCalls">Calls whose tokens are estimates.</param>
/// <param name="Reused">How often an earlier result was used instead of a call.</param>
/// <param name="SavedCost">US dollars that reusing saved, where the price is known.</param>
public sealed record UsageRow(
    DateOnly Day, string Model, ModelPurpose Purpose, int Calls, int Failed, long PromptTokens, long CompletionTokens, decimal Cost,
    int UnpricedCalls, int EstimatedCalls, int Reused, long SavedTokens, decimal SavedCost);
