namespace CustomerService.Cli;

internal static class Times
{
    /// <summary>The smallest number that at least this share of all, in percent, does not exceed (nearest rank); null of none.</summary>
    public static double? Percentile(IReadOnlyList<double> sorted, double percent) =>
        sorted.Count == 0 ? null : sorted[Math.Max(0, (int)Math.Ceiling(percent / 100 * sorted.Count) - 1)];
}
