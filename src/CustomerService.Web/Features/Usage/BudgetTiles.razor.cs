using System.Globalization;
using CustomerService.Core.Models;

namespace CustomerService.Web.Features.Usage;

/// <summary>What is spent of the day's and the month's budget.</summary>
public sealed partial class BudgetTiles
{
    protected override UsageChanges Concerns => UsageChanges.Budget;

    private BudgetStatus Budget => Session.Status.Budget;

    // A budget of nothing is spent from the start.
    private static decimal? Part(decimal spent, decimal? budget) => budget is { } limit ? limit > 0m ? spent / limit : 1m : null;

    private string Words(decimal spent, decimal? budget) => Part(spent, budget) is { } part
        ? L["OfBudget", Figures.Usd(budget!.Value), Math.Floor(part * 100m).ToString("N0", CultureInfo.CurrentCulture)]
        : L["NoBudget"];
}
