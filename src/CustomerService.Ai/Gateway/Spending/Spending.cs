using CustomerService.Core.Answers;
using CustomerService.Core.Models;
using CustomerService.Core.Usage;
using Microsoft.Extensions.Logging;

namespace CustomerService.Ai.Gateway;

/// <summary>What calls cost: kept in the database, added to the answer they are for, and held against the budget.</summary>
internal sealed class Spending(BudgetOptions budget, ShopOptions shop, IUsageStore store, AnswerSpending answers, TimeProvider time, ILogger<Spending> logger)
{
    private readonly Lock _gate = new();
    private DateOnly _day = shop.DayOf(time.GetUtcNow());
    private decimal _today;
    private decimal _month;

    public BudgetStatus Status()
    {
        lock (_gate)
        {
            Turn();
            return new(budget.DailyUsd, _today, budget.MonthlyUsd, _month);
        }
    }

    public void Record(ModelTurn turn, TokenUsage used, ModelOutcome outcome, ModelFault? fault, TimeSpan? firstToken, TimeSpan total)
    {
        Add(turn.ModelId!, turn.Purpose, turn.AnswerId, turn.Attempt, used, outcome, fault, turn.Waited, firstToken, total);
        answers.Add(turn.AnswerId, used);
        lock (_gate)
        {
            Turn();
            _today += used.Cost ?? 0;
            _month += used.Cost ?? 0;
        }
    }

    /// <summary>Counts what an earlier result saved.</summary>
    public void RecordReuse(ModelPurpose purpose, string? answerId, KeptResult result) =>
        Add(result.Model, purpose, answerId, 0, new(result.PromptTokens, result.CompletionTokens, result.Cost), ModelOutcome.Reused, null, TimeSpan.Zero, null, TimeSpan.Zero);

    /// <summary>Reads what was spent before this program started, and by others beside it.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        try
        {
            await store.FlushAsync(cancellationToken).ConfigureAwait(false);
            var day = shop.DayOf(time.GetUtcNow());
            var today = await store.SpentAsync(day, day, cancellationToken).ConfigureAwait(false);
            var month = await store.SpentAsync(new(day.Year, day.Month, 1), day, cancellationToken).ConfigureAwait(false);
            lock (_gate)
                (_day, _today, _month) = (day, today, month);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            GatewayLog.SpendingUnknown(logger, e);
        }
    }

    private void Turn()
    {
        var day = shop.DayOf(time.GetUtcNow());
        if (day == _day)
            return;
        if ((day.Year, day.Month) != (_day.Year, _day.Month))
            _month = 0;
        (_day, _today) = (day, 0);
    }

    private void Add(
        string model, ModelPurpose purpose, string? answerId, int attempt, TokenUsage used, ModelOutcome outcome, ModelFault? fault,
        TimeSpan waited, TimeSpan? firstToken, TimeSpan total) => store.Record(new(
            "M" + Guid.CreateVersion7().ToString("N"), time.GetUtcNow() - total, model, purpose, answerId, null, attempt, outcome, fault,
            used.PromptTokens, used.CompletionTokens, used.Estimated, used.Cost, waited, firstToken, total));
}
