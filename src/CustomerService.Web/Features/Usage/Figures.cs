using System.Globalization;
using CustomerService.Core.Text;
using CustomerService.Web.Components;

namespace CustomerService.Web.Features.Usage;

/// <summary>How money and counts read on the page.</summary>
public static class Figures
{
    private const decimal Smallest = 0.0001m;

    /// <summary>US dollars: two decimals, below one dollar four, since a call costs less than a cent.</summary>
    public static string Usd(decimal amount) => amount switch
    {
        0m => "$0",
        < Smallest => "< $0.0001",
        < 1m => "$" + amount.ToString("0.00##", CultureInfo.CurrentCulture),
        _ => "$" + amount.ToString("N2", CultureInfo.CurrentCulture),
    };

    public static string Count(long number) => number.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>Three digits and a unit: 1.28M, in Korean 128만.</summary>
    public static string Compact(decimal number) => CultureInfo.CurrentUICulture.Language == Language.Korean
        ? number switch
        {
            >= 100_000_000m => Digits(number / 100_000_000m) + "억",
            >= 10_000m => Digits(number / 10_000m) + "만",
            _ => number.ToString("#,0.##", CultureInfo.CurrentCulture),
        }
        : number switch
        {
            >= 1_000_000_000m => Digits(number / 1_000_000_000m) + "B",
            >= 1_000_000m => Digits(number / 1_000_000m) + "M",
            >= 10_000m => Digits(number / 1_000m) + "K",
            _ => number.ToString("#,0.##", CultureInfo.CurrentCulture),
        };

    public static string In(this UsageMeasure measure, decimal value) => measure == UsageMeasure.Cost ? Usd(value) : Count((long)value);

    /// <summary>A part as hundredths of the whole, for drawing; what is there is never too small to be seen.</summary>
    public static string Share(decimal part, decimal whole) =>
        (part <= 0m || whole <= 0m ? 0m : decimal.Clamp(100m * part / whole, 0.6m, 100m)).ToString("0.##", CultureInfo.InvariantCulture);

    private static string Digits(decimal number) => number.ToString(number >= 100m ? "#,0" : number >= 10m ? "0.#" : "0.##", CultureInfo.CurrentCulture);
}
