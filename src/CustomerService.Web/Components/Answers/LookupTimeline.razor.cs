using System.Globalization;
using CustomerService.Core.Lookups;
using Microsoft.AspNetCore.Components;

namespace CustomerService.Web.Components.Answers;

/// <summary>The four lookups and the answer on one axis of time, which shows that the lookups ran at once.</summary>
public sealed partial class LookupTimeline
{
    [Parameter, EditorRequired]
    public required ShownAnswer Answer { get; set; }

    private TimeSpan? Together => Answer.Lookups.Count == Enum.GetValues<LookupKind>().Length ? Answer.Lookups.Max(l => l.Elapsed) : null;

    private TimeSpan InTurn => Answer.Lookups.Aggregate(TimeSpan.Zero, (sum, l) => sum + l.Elapsed);

    // While it grows the axis is a second at least, so that a first result does not look like the whole of it.
    private TimeSpan End => Answer.Lookups.Select(l => l.Elapsed)
        .Append(Answer.Timings?.Total ?? TimeSpan.Zero)
        .Append(Answer.IsGrowing ? TimeSpan.FromSeconds(1) : TimeSpan.Zero)
        .Max();

    /// <summary>A span as hundredths of the axis; never so small that it cannot be seen.</summary>
    private string Share(TimeSpan span) =>
        Math.Clamp(End > TimeSpan.Zero ? 100 * (span / End) : 0, 0.8, 100).ToString("0.##", CultureInfo.InvariantCulture);
}
