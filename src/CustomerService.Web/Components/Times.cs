using System.Globalization;
using Microsoft.Extensions.Localization;

namespace CustomerService.Web.Components;

/// <summary>How spans of time and days read on a page, in the reader's language.</summary>
public static class Times
{
    /// <summary>Milliseconds up to one second, above that seconds with two decimals.</summary>
    public static string Duration(this IStringLocalizer<ComponentText> text, TimeSpan span) =>
        span < TimeSpan.FromSeconds(1)
            ? text["Milliseconds", Math.Max(1, Math.Round(span.TotalMilliseconds)).ToString("0", CultureInfo.CurrentCulture)]
            : text["Seconds", span.TotalSeconds.ToString("0.00", CultureInfo.CurrentCulture)];

    /// <summary>How long ago it was, in its largest unit.</summary>
    public static string Ago(this IStringLocalizer<ComponentText> text, DateTimeOffset instant, DateTimeOffset now) => (now - instant) switch
    {
        { TotalMinutes: < 1 } => text["JustNow"],
        { TotalHours: < 1 } past => text["MinutesAgo", (int)past.TotalMinutes],
        { TotalDays: < 1 } past => text["HoursAgo", (int)past.TotalHours],
        var past => text["DaysAgo", (int)past.TotalDays],
    };

    /// <summary>A day near today: no year.</summary>
    public static string Day(DateOnly day) => CultureInfo.CurrentUICulture.Language == Core.Text.Language.Korean
        ? day.ToString("M월 d일 (ddd)", CultureInfo.CurrentCulture)
        : day.ToString("ddd, MMM d", CultureInfo.CurrentCulture);
}
