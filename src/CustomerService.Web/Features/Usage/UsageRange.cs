using System.Globalization;

namespace CustomerService.Web.Features.Usage;

/// <summary>How many of the shop's days the page shows, today included.</summary>
public readonly record struct UsageRange(int Days)
{
    public const string Path = "usage";

    public static UsageRange Default { get; } = new(30);

    public static IReadOnlyList<UsageRange> Choices { get; } = [new(7), Default, new(90)];

    /// <summary>The address of the page relative to the site's base.</summary>
    public string Address => string.Create(CultureInfo.InvariantCulture, $"{Path}?days={Days}");

    /// <summary>What an address says; anything else than a choice is the default.</summary>
    public static UsageRange Of(string? days) =>
        int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Choices.Contains(new(number)) ? new(number) : Default;
}

/// <summary>What the chart draws.</summary>
public enum UsageMeasure
{
    Cost,
    Tokens,
    Calls,
}
