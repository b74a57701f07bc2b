using System.Globalization;
using CustomerService.Core.Text;
using CustomerService.Web.Components;

namespace CustomerService.Web.Features.Usage;

/// <summary>Days as columns, one colour for each model; and the same as a table.</summary>
public sealed partial class UsageChart
{
    protected override UsageChanges Concerns => UsageChanges.Report | UsageChanges.Measure;

    /// <summary>What the chart library reads by the names of its properties.</summary>
    public sealed record ChartPoint(string Day, double Value);

    private sealed record DrawnSeries(string Name, int Colour, IReadOnlyList<UsageSum> ByDay, IReadOnlyList<ChartPoint> Points)
    {
        public string Fill => $"var(--chart-{Colour.ToString(CultureInfo.InvariantCulture)})";
    }

    private List<DrawnSeries> Drawn { get; set; } = [];

    /// <summary>The days that had calls, newest first; the sum comes last.</summary>
    private IEnumerable<(DateOnly Day, IReadOnlyList<decimal> Values)> ByDay
    {
        get
        {
            for (var i = Session.Report!.Days.Count - 1; i >= 0; i--)
            {
                List<decimal> values = [.. Drawn.Select(s => s.ByDay[i].In(Session.Measure))];
                if (Drawn.Any(s => s.ByDay[i].Calls > 0))
                    yield return (Session.Report.Days[i], [.. values, values.Sum()]);
            }
        }
    }

    // The chart draws itself anew when it is given other points, so it is given them only when they may differ.
    protected override void OnInitialized()
    {
        base.OnInitialized();
        Arrange();
    }

    protected override void OnChanged(UsageChanges changes)
    {
        if ((changes & Concerns) != UsageChanges.None)
            Arrange();
        base.OnChanged(changes);
    }

    private static string DayLabel(DateOnly day) =>
        day.ToString(CultureInfo.CurrentUICulture.Language == Language.Korean ? "M/d" : "MMM d", CultureInfo.InvariantCulture);

    private void Arrange()
    {
        var (report, measure) = (Session.Report, Session.Measure);
        Drawn = report is null ? [] :
        [
            .. report.Series.Where(s => s.ByDay.Any(d => d.In(measure) > 0m)).Select(s => new DrawnSeries(
                s.Model ?? L["OtherModels"],
                s.Colour,
                s.ByDay,
                [.. report.Days.Zip(s.ByDay, (day, sum) => new ChartPoint(DayLabel(day), (double)sum.In(measure)))])),
        ];
    }

    private string AxisLabel(object value)
    {
        var number = Convert.ToDecimal(value, CultureInfo.InvariantCulture);
        return Session.Measure == UsageMeasure.Cost ? Figures.Usd(number) : Figures.Compact(number);
    }
}
