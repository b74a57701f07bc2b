using System.Globalization;
using CustomerService.Core.Usage;
using CustomerService.Web.Components;
using CustomerService.Web.Features.Usage;
using Xunit;
using static CustomerService.Web.Tests.Usage.InMemoryUsage;

namespace CustomerService.Web.Tests.Usage;

public sealed class UsageReportTests
{
    [Fact]
    public void Days_without_calls_are_days_all_the_same()
    {
        var report = Report([Row(2, "small", 3, 0.5m), Row(0, "small", 1, 0.25m)]);

        Assert.Equal([Today.AddDays(-2), Today.AddDays(-1), Today], report.Days);
        Assert.Equal([3, 0, 1], Assert.Single(report.Series).ByDay.Select(d => d.Calls));
    }

    [Fact]
    public void Purposes_of_a_day_are_one_piece_of_its_model()
    {
        var report = Report([Row(0, "small", 3, 0.5m), Row(0, "small", 2, 0.25m, ModelPurpose.ReviewAnalysis)]);

        Assert.Equal(0.75m, Assert.Single(report.Series).ByDay[^1].Cost);
        Assert.Equal([ModelPurpose.Answer, ModelPurpose.ReviewAnalysis], report.Purposes.Select(p => p.Key));
        Assert.Equal((5, 0.75m, 2_000L), (report.Total.Calls, report.Total.Cost, report.Total.Tokens));
    }

    [Fact]
    public void Dearest_model_comes_first_and_the_colour_stays()
    {
        var small = Report([Row(0, "small", 3, 0.5m), Row(0, "stray", 1, 0m)]);
        var both = Report([Row(0, "small", 3, 0.5m), Row(0, "large", 1, 7m), Row(0, "stray", 1, 0m)]);

        Assert.Equal(["large", "small", "stray"], both.Models.Select(m => m.Key));
        Assert.Equal([1, 2, 3], new[] { "small", "large", "stray" }.Select(both.ColourOf));
        Assert.Equal([1, 3], new[] { "small", "stray" }.Select(small.ColourOf));
    }

    [Fact]
    public void Models_beyond_the_colours_are_drawn_as_one()
    {
        var rows = Enumerable.Range(0, 12).Select(i => Row(0, $"model-{i:00}", 1, 1m)).ToList();

        var report = Report(rows);

        Assert.Equal(UsageReport.Colours, report.Series[^1].Colour);
        Assert.Null(report.Series[^1].Model);
        Assert.Equal(12m, report.Series.Sum(s => s.ByDay[^1].Cost));
        Assert.Equal(12, report.Models.Count);
    }

    [Fact]
    public void Reuse_alone_is_no_call_and_not_nothing()
    {
        var report = Report([Row(0, "small", 0, 0m, prompt: 0, completion: 0, reused: 4, savedTokens: 4_000, savedCost: 0.5m)]);

        Assert.False(report.IsEmpty);
        Assert.Empty(report.Series);
        Assert.Equal((0, 4, 0.5m), (report.Total.Calls, report.Total.Reused, report.Total.SavedCost));
    }

    [Theory]
    [InlineData(null, 30)]
    [InlineData("7", 7)]
    [InlineData("90", 90)]
    [InlineData("8", 30)]
    [InlineData("-7", 30)]
    [InlineData("90000000000000000000", 30)]
    public void Range_of_an_address_is_one_of_three(string? days, int expected) => Assert.Equal(expected, DayRange.Read(days).Days);

    [Theory]
    [InlineData("0", "$0")]
    [InlineData("0.00001", "< $0.0001")]
    [InlineData("0.0123", "$0.0123")]
    [InlineData("0.5", "$0.50")]
    [InlineData("1234.567", "$1,234.57")]
    public void Money_reads_as_dollars(string amount, string expected)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        Assert.Equal(expected, Figures.Usd(decimal.Parse(amount, CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("en", 9_999, "9,999")]
    [InlineData("en", 12_345, "12.3K")]
    [InlineData("en", 1_280_000, "1.28M")]
    [InlineData("en", 2_345_000_000, "2.35B")]
    [InlineData("ko", 9_999, "9,999")]
    [InlineData("ko", 12_345, "1.23만")]
    [InlineData("ko", 12_800_000, "1,280만")]
    [InlineData("ko", 234_500_000, "2.35억")]
    public void Large_counts_are_shortened_as_the_language_does(string culture, long number, string expected)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        Assert.Equal(expected, Figures.Compact(number));
    }

    private static UsageReport Report(IReadOnlyList<UsageRow> rows) => new(Today.AddDays(-2), Today, rows, ["small", "large"]);
}
