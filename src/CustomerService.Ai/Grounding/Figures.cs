using System.Globalization;
using System.Text.RegularExpressions;

namespace CustomerService.Ai.Grounding;

/// <summary>Finds the figures of a text. List markers and citation marks are none.</summary>
internal static class Figures
{
    private const int MinutesPerHour = 60;
    private const string MonthInitials = "janfebmaraprmayjunjulaugsepoctnovdec";
    private const string KoreanWeekdays = "일월화수목금토";
    private const string EnglishWeekdays = "sunmontuewedthufrisat";

    public static IReadOnlyList<Figure> In(string text)
    {
        var found = new List<Figure>();
        var folded = PlainText.Fold(text);
        for (var at = FigureStarts.Next(folded, 0); at >= 0;)
        {
            var match = FigurePatterns.Here().Match(folded, at);
            if (match.Success && !match.Groups["skip"].Success)
                found.Add(Read(match) with { Text = text.Substring(match.Index, match.Length) });
            at = FigureStarts.Next(folded, at + Math.Max(1, match.Length));
        }

        return found;
    }

    private static Figure Read(Match match)
    {
        var groups = match.Groups;
        bool Is(string name) => groups[name].Success;
        Figure Of(FigureKind kind, decimal value, string? unit = null) => new(kind, value, match.Index, match.Length, match.Value, unit);

        if (Is("date"))
            return Of(FigureKind.Date, DateParts.Pack(Int(groups["y"]), Is("mon") ? Month(groups["mon"].Value) : Int(groups["m"]), Int(groups["d"])), Weekday(groups["w"].Value));
        if (Is("time"))
            return Time(groups, Of);
        if (Is("money"))
            return Money(groups, Of);
        if (Is("rating"))
            return Of(FigureKind.Rating, Is("stars") ? groups["stars"].Length : Value(groups));
        if (Is("percent"))
            return Of(FigureKind.Percent, Value(groups));
        if (Is("duration"))
            return Of(FigureKind.Measure, (NumberWords.Parse(groups["h"].ValueSpan) * 3_600) + (Is("half") ? 1_800 : Int(groups["mi"]) * 60), "s");
        if (Is("measure"))
            return Measure(groups, Of);
        if (Is("count"))
        {
            var unit = Is("list") ? Counted.Points : Is("review") ? Counted.Reviews : Is("place") ? Counted.Places
                : Is("product") ? Counted.Products : Is("piece") ? Counted.Pieces : null;
            return Of(FigureKind.Count, Value(groups), unit);
        }

        return Is("code") ? Of(FigureKind.Code, 0, match.Value.ToUpperInvariant()) : Of(FigureKind.Plain, NumberWords.Parse(match.ValueSpan));
    }

    private static Figure Time(GroupCollection groups, Func<FigureKind, decimal, string?, Figure> of)
    {
        var hour = Int(groups["h"]);
        var minutes = (hour % 24 * MinutesPerHour) + (groups["half"].Success ? 30 : Int(groups["mi"]));
        var half = groups["ap"].Value;
        if (half.Length == 0)
            return of(FigureKind.Time, minutes, hour is > 0 and <= 12 && !groups["mi"].Success ? "12h" : null);
        var isAfternoon = half is "오후" or "저녁" or "밤" or "낮" || half[0] is 'p' or 'P';
        var noon = 12 * MinutesPerHour;
        return of(FigureKind.Time, isAfternoon && hour < 12 ? minutes + noon : !isAfternoon && hour == 12 ? minutes - noon : minutes, null);
    }

    private static Figure Money(GroupCollection groups, Func<FigureKind, decimal, string?, Figure> of)
    {
        var factor = groups["mul"].Value.ToUpperInvariant() switch { "K" or "THOUSAND" => 1_000m, "MILLION" => 1_000_000m, _ => 1m };
        var currency = groups["cur"].Value.ToUpperInvariant() switch
        {
            "₩" or "원" or "WON" or "KRW" => "KRW",
            "€" or "유로" or "EURO" or "EUROS" or "EUR" => "EUR",
            "¥" or "엔" or "YEN" or "JPY" => "JPY",
            "£" => "GBP",
            _ => "USD",
        };
        return of(FigureKind.Money, Times(Value(groups), factor), currency);
    }

    private static Figure Measure(GroupCollection groups, Func<FigureKind, decimal, string?, Figure> of)
    {
        var (unit, factor) = MeasureUnits.Find(groups["u"].Value) ?? (groups["u"].Value, 1m);
        return of(FigureKind.Measure, Times(Value(groups), factor), unit);
    }

    private static decimal Value(GroupCollection groups) =>
        groups["word"].Success ? NumberWords.FromWords(groups["word"].Value) ?? decimal.MaxValue : NumberWords.Parse(groups["n"].ValueSpan);

    private static decimal Times(decimal value, decimal factor) => value == decimal.MaxValue ? value : value * factor;

    private static int Int(Group group) => group.Success ? int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    private static int Month(string name) => (MonthInitials.IndexOf(name[..3].ToLowerInvariant(), StringComparison.Ordinal) / 3) + 1;

    private static string? Weekday(string name)
    {
        if (name.Length == 0)
            return null;
        var index = name.Length == 1 ? KoreanWeekdays.IndexOf(name[0], StringComparison.Ordinal)
            : EnglishWeekdays.IndexOf(name[..3].ToLowerInvariant(), StringComparison.Ordinal) / 3;
        return ((DayOfWeek)index).ToString();
    }
}
