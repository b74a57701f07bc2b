using System.Globalization;
using CustomerService.Core.Lookups;
using CustomerService.Core.Text;
using Microsoft.AspNetCore.Components;

namespace CustomerService.Web.Components.Answers;

/// <summary>What each warehouse has, when it ships and what is on its way. A count that was not reported is not 0.</summary>
public sealed partial class StockByWarehouse
{
    [Parameter, EditorRequired]
    public required StockData Data { get; set; }

    private static Language Language => CultureInfo.CurrentUICulture.Language;

    private string Total => Data.Available switch
    {
        null => L["StockTotalUnknown"],
        { } sum => L[Data.AllReported ? "StockTotal" : "StockTotalAtLeast", Number(sum)],
    };

    private string Share(int quantity) =>
        (100.0 * quantity / Math.Max(1, Data.Warehouses.Max(w => w.Quantity ?? 0))).ToString("0.##", CultureInfo.InvariantCulture);

    private static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);
}
