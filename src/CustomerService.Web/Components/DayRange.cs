using System.Globalization;

namespace CustomerService.Web.Components;

/// <summary>How many days a page looks back.</summary>
public readonly record struct DayRange(int Days)
{
    public static DayRange Default { get; } = new(30);

    public static IReadOnlyList<DayRange> Choices { get; } = [new(7), Default, new(90)];

    /// <summary>The address of a page with it.</summary>
    public string Of(string page) => string.Create(CultureInfo.InvariantCulture, $"{page}?days={Days}");

    /// <summary>What an address says; anything else than a choice is the default.</summary>
    public static DayRange Read(string? days) =>
        int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Choices.Contains(new(number)) ? new(number) : Default;
}
