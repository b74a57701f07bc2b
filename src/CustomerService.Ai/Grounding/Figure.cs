namespace CustomerService.Ai.Grounding;

internal enum FigureKind
{
    Money,
    Percent,
    /// <summary>Points or stars of five.</summary>
    Rating,
    Date,
    Time,
    Count,
    Measure,
    /// <summary>A number without a unit.</summary>
    Plain,
    /// <summary>Letters and digits in one word, such as IPX4 or WH-1000: compared as a word.</summary>
    Code,
}

/// <summary>What is counted, as far as its counter tells.</summary>
internal static class Counted
{
    public const string Pieces = "piece";
    public const string Reviews = "review";
    public const string Products = "product";
    public const string Places = "place";
    /// <summary>Points of the writer's own list, such as 세 가지 이유.</summary>
    public const string Points = "point";
}

/// <summary>A number of a text with its meaning.</summary>
/// <param name="Value">In the base of its unit; see <see cref="DateParts"/> for dates; minutes after midnight for times.</param>
/// <param name="Unit">
/// ISO 4217 currency; base unit of a measure; what is counted (<see cref="Counted"/>); the day of the week of a date;
/// <c>12h</c> for a time that may be before or after noon; a code's text in upper case.
/// </param>
internal sealed record Figure(FigureKind Kind, decimal Value, int Start, int Length, string Text, string? Unit = null)
{
    public int End => Start + Length;
}

/// <summary>A date as a number: year, month and day in eight digits, with zeros for what is not told.</summary>
internal static class DateParts
{
    public static decimal Pack(int year, int month, int day) => (year * 10_000m) + (month * 100) + day;

    public static decimal Pack(DateOnly date) => Pack(date.Year, date.Month, date.Day);

    /// <summary>Whether what is told of a date agrees with one that is known; what a text tells only in part must be told the same way.</summary>
    public static bool Agree(decimal told, string? weekday, decimal whole)
    {
        if (whole < Pack(1, 1, 1))
            return told == whole;
        var (t, w) = ((int)told, (int)whole);
        var (year, month, day) = (t / 10_000, t / 100 % 100, t % 100);
        return (year == 0 || year == w / 10_000) && (month == 0 || month == w / 100 % 100) && (day == 0 || day == w % 100)
            && (weekday is null || weekday == new DateOnly(w / 10_000, w / 100 % 100, w % 100).DayOfWeek.ToString());
    }
}
