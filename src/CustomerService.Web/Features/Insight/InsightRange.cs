using System.Globalization;

namespace CustomerService.Web.Features.Insight;

/// <summary>How many days the page looks back.</summary>
public readonly record struct InsightRange(int Days)
{
    public const string Path = "insight";

    public static InsightRange Default { get; } = new(30);

    public static IReadOnlyList<InsightRange> Choices { get; } = [new(7), Default, new(90)];

    /// <summary>The address of the page relative to the site's base.</summary>
    public string Address => string.Create(CultureInfo.InvariantCulture, $"{Path}?days={Days}");

    /// <summary>What an address says; anything else than a choice is the default.</summary>
    public static InsightRange Of(string? days) =>
        int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Choices.Contains(new(number)) ? new(number) : Default;
}
