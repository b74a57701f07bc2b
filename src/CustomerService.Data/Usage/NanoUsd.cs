namespace CustomerService.Data.Usage;

/// <summary>Money as whole billionths of a US dollar: SQLite can add integers up exactly, and a single token costs less than a millionth.</summary>
internal static class NanoUsd
{
    private const decimal PerUsd = 1_000_000_000m;
    /// <summary>A thousand of these still fit into a sum.</summary>
    private const decimal MostUsd = 9_000_000m;

    public static long? From(decimal? usd) => usd is { } value ? (long)decimal.Round(decimal.Clamp(value, 0m, MostUsd) * PerUsd) : null;

    public static decimal ToUsd(long nanoUsd) => nanoUsd / PerUsd;

    public static decimal? ToUsd(long? nanoUsd) => nanoUsd / PerUsd;
}
