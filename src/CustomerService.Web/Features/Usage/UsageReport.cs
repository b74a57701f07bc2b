using CustomerService.Core.Usage;

namespace CustomerService.Web.Features.Usage;

/// <summary>Usage added up.</summary>
public sealed record UsageSum(
    int Calls, int Failed, long PromptTokens, long CompletionTokens, decimal Cost, int UnpricedCalls, int EstimatedCalls, int Reused, long SavedTokens, decimal SavedCost)
{
    public static UsageSum None { get; } = new(0, 0, 0, 0, 0m, 0, 0, 0, 0, 0m);

    public long Tokens => PromptTokens + CompletionTokens;

    public static UsageSum Of(IEnumerable<UsageRow> rows) => rows.Aggregate(None, (sum, row) => new(
        sum.Calls + row.Calls, sum.Failed + row.Failed, sum.PromptTokens + row.PromptTokens, sum.CompletionTokens + row.CompletionTokens, sum.Cost + row.Cost,
        sum.UnpricedCalls + row.UnpricedCalls, sum.EstimatedCalls + row.EstimatedCalls, sum.Reused + row.Reused, sum.SavedTokens + row.SavedTokens, sum.SavedCost + row.SavedCost));

    public decimal In(UsageMeasure measure) => measure switch
    {
        UsageMeasure.Cost => Cost,
        UsageMeasure.Tokens => Tokens,
        _ => Calls,
    };
}

/// <summary>One model's share, or that of several together, and how it is coloured.</summary>
/// <param name="Model">Null for several together.</param>
/// <param name="Colour">From 1; see the tokens <c>--chart-1</c> and on.</param>
/// <param name="ByDay">One sum for each day of the report.</param>
public sealed record UsageSeries(string? Model, int Colour, IReadOnlyList<UsageSum> ByDay);

/// <summary>What the page shows of the rows that the store holds.</summary>
public sealed class UsageReport
{
    /// <summary>More colours are not told apart; what is beyond shares the last one.</summary>
    public const int Colours = 8;

    private readonly Dictionary<string, int> _colours;

    /// <param name="known">Models in the order of the configuration; they keep their colours whatever was used.</param>
    public UsageReport(DateOnly first, DateOnly last, IReadOnlyList<UsageRow> rows, IReadOnlyList<string> known)
    {
        Days = [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays)];
        Total = UsageSum.Of(rows);
        Models = Ranked(rows.GroupBy(r => r.Model, StringComparer.Ordinal));
        Purposes = Ranked(rows.GroupBy(r => r.Purpose));
        var used = Models.Select(m => m.Key).ToHashSet(StringComparer.Ordinal);
        List<string> order = [.. known.Distinct(StringComparer.Ordinal), .. used.Except(known, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        _colours = order.Select((model, i) => KeyValuePair.Create(model, Math.Min(i + 1, Colours))).ToDictionary(StringComparer.Ordinal);
        Series =
        [
            .. rows.Where(r => r.Calls > 0).GroupBy(r => _colours[r.Model]).OrderBy(g => g.Key).Select(g => new UsageSeries(
                g.Select(r => r.Model).Distinct(StringComparer.Ordinal).Count() == 1 ? g.First().Model : null,
                g.Key,
                [.. Days.GroupJoin(g, day => day, row => row.Day, (_, day) => UsageSum.Of(day))])),
        ];
    }

    public IReadOnlyList<DateOnly> Days { get; }
    public UsageSum Total { get; }

    /// <summary>Nothing was called, and nothing reused.</summary>
    public bool IsEmpty => Models.Count == 0;

    /// <summary>The dearest first.</summary>
    public IReadOnlyList<KeyValuePair<string, UsageSum>> Models { get; }

    /// <summary>The dearest first.</summary>
    public IReadOnlyList<KeyValuePair<ModelPurpose, UsageSum>> Purposes { get; }

    public IReadOnlyList<UsageSeries> Series { get; }

    public int ColourOf(string model) => _colours[model];

    private static IReadOnlyList<KeyValuePair<TKey, UsageSum>> Ranked<TKey>(IEnumerable<IGrouping<TKey, UsageRow>> groups) =>
    [
        .. groups.Select(g => KeyValuePair.Create(g.Key, UsageSum.Of(g)))
            .OrderByDescending(p => p.Value.Cost).ThenByDescending(p => p.Value.Tokens).ThenByDescending(p => p.Value.Calls).ThenBy(p => p.Key),
    ];
}
