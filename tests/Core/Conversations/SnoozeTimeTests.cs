using System.Globalization;
using CustomerService.Core.Answers;
using CustomerService.Core.Conversations;
using Xunit;

namespace CustomerService.Core.Tests.Conversations;

public sealed class SnoozeTimeTests
{
    // 18 November 2026 is a Wednesday.
    [Theory]
    [InlineData(SnoozeTime.Hour, "2026-11-18T01:00:00Z", "2026-11-18T02:00:00Z")]
    [InlineData(SnoozeTime.ThreeHours, "2026-11-18T22:30:00Z", "2026-11-19T01:30:00Z")]
    [InlineData(SnoozeTime.Tomorrow, "2026-11-18T01:00:00Z", "2026-11-19T00:00:00Z")]
    [InlineData(SnoozeTime.Tomorrow, "2026-11-18T16:00:00Z", "2026-11-20T00:00:00Z")]
    [InlineData(SnoozeTime.Monday, "2026-11-18T01:00:00Z", "2026-11-23T00:00:00Z")]
    [InlineData(SnoozeTime.Monday, "2026-11-22T01:00:00Z", "2026-11-23T00:00:00Z")]
    [InlineData(SnoozeTime.Monday, "2026-11-23T01:00:00Z", "2026-11-30T00:00:00Z")]
    public void Snooze_ends_on_the_shops_clock(SnoozeTime time, string now, string expected) =>
        Assert.Equal(Instant(expected), time.From(Instant(now), new ShopOptions()));

    [Theory]
    [InlineData("2026-03-28T12:00:00Z", "2026-03-29T07:00:00Z")]
    [InlineData("2026-10-24T12:00:00Z", "2026-10-25T08:00:00Z")]
    public void Day_on_which_the_clock_changes_begins_at_nine_all_the_same(string now, string expected) =>
        Assert.Equal(Instant(expected), SnoozeTime.Tomorrow.From(Instant(now), new ShopOptions { TimeZone = "Europe/Berlin" }));

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
