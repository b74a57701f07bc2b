using System.Globalization;
using CustomerService.Core.Lookups;
using CustomerService.Core.Reviews;
using Microsoft.AspNetCore.Components;

namespace CustomerService.Web.Components.Answers;

/// <summary>What buyers think: the average, its distribution, praise against complaints by aspect, and their own words.</summary>
public sealed partial class ReviewOpinions
{
    private const int AspectsShown = 7;
    private const int QuotesShown = 2;

    [Parameter, EditorRequired]
    public required ReviewData Data { get; set; }

    private IReadOnlyList<ShownQuote> Quotes { get; set; } = [];

    private ReviewAnalysis Analysis => Data.Analysis;

    private int Longest => Math.Max(1, Analysis.Aspects.Take(AspectsShown).Max(a => Math.Max(a.Praise, a.Complaints)));

    // Praise and complaint in turn, so that both are seen even when few are shown.
    protected override void OnParametersSet() => Quotes =
    [
        .. Analysis.Aspects
            .SelectMany(a => new[] { (a.Aspect, Quote: a.PraiseQuote, IsPraise: true), (a.Aspect, Quote: a.ComplaintQuote, IsPraise: false) })
            .Where(q => q.Quote is not null)
            .GroupBy(q => q.IsPraise)
            .SelectMany(g => g.Select((q, i) => (Order: i, Quote: new ShownQuote(q.Aspect, q.Quote!, q.IsPraise))))
            .OrderBy(q => q.Order).ThenByDescending(q => q.Quote.IsPraise)
            .Select(q => q.Quote)
            .DistinctBy(q => (q.Quote.ReviewId, q.Quote.Text)),
    ];

    private string Half(int count) => Hundredths(count, 2 * Longest);

    private static string Hundredths(int part, int whole) => (100.0 * part / whole).ToString("0.##", CultureInfo.InvariantCulture);

    private static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);

    private static string Label(string aspect) => AspectDefinitions.Find(aspect)?.Label.In(CultureInfo.CurrentUICulture.Language) ?? aspect;

    private sealed record ShownQuote(string Aspect, ReviewQuote Quote, bool IsPraise);
}
