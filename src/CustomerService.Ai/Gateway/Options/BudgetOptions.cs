using System.ComponentModel.DataAnnotations;

namespace CustomerService.Ai.Gateway;

/// <summary>Section <c>Budget</c>: past it the embedded assistant answers. Calls whose price is unknown do not count.</summary>
public sealed class BudgetOptions
{
    /// <summary>US dollars a day of the shop; null for no limit.</summary>
    [Range(0, 1_000_000)]
    public decimal? DailyUsd { get; set; }

    /// <summary>US dollars a calendar month of the shop; null for no limit.</summary>
    [Range(0, 10_000_000)]
    public decimal? MonthlyUsd { get; set; }
}
