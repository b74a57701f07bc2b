using System.Globalization;

namespace CustomerService.Cli;

internal static class Prices
{
    /// <param name="cost">US dollars; null when unknown.</param>
    public static string Words(decimal? cost) => cost is { } known ? "US$" + known.ToString("0.00####", CultureInfo.InvariantCulture) : "unknown";

    /// <param name="unpriced">Calls whose price is unknown, and which the cost leaves out.</param>
    public static string Words(decimal? cost, int unpriced) => cost is not null && unpriced > 0 ? $"{Words(cost)}, and unknown for {unpriced:N0} more" : Words(cost);
}
