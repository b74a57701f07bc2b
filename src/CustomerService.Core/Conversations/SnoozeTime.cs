using CustomerService.Core.Answers;

namespace CustomerService.Core.Conversations;

/// <summary>For how long agents put a conversation aside.</summary>
public enum SnoozeTime
{
    Hour,
    ThreeHours,
    /// <summary>The next day at <see cref="SnoozeTimes.Morning"/>.</summary>
    Tomorrow,
    /// <summary>The next Monday, never today, at <see cref="SnoozeTimes.Morning"/>.</summary>
    Monday,
}

public static class SnoozeTimes
{
    /// <summary>When a day begins, on the shop's clock.</summary>
    public static readonly TimeOnly Morning = new(9, 0);

    private const int DaysOfWeek = 7;

    /// <summary>The instant, in UTC, at which a conversation comes back.</summary>
    public static DateTimeOffset From(this SnoozeTime time, DateTimeOffset now, ShopOptions shop)
    {
        var today = shop.DayOf(now);
        return time switch
        {
            SnoozeTime.Hour => now.ToUniversalTime() + TimeSpan.FromHours(1),
            SnoozeTime.ThreeHours => now.ToUniversalTime() + TimeSpan.FromHours(3),
            SnoozeTime.Tomorrow => At(today.AddDays(1)),
            _ => At(today.AddDays(DaysOfWeek - ((int)today.DayOfWeek + DaysOfWeek - (int)DayOfWeek.Monday) % DaysOfWeek)),
        };

        DateTimeOffset At(DateOnly day)
        {
            var morning = day.ToDateTime(Morning);
            return new DateTimeOffset(morning, TimeZoneInfo.FindSystemTimeZoneById(shop.TimeZone).GetUtcOffset(morning)).ToUniversalTime();
        }
    }
}
