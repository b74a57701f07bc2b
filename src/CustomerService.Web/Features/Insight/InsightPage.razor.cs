using System.Globalization;
using CustomerService.Core.Conversations;
using CustomerService.Core.Suggestions;
using CustomerService.Web.Components;
using Microsoft.AspNetCore.Components;

namespace CustomerService.Web.Features.Insight;

/// <summary>What agents did with the suggestions of each prompt and model, so that these can be compared.</summary>
public sealed partial class InsightPage : IDisposable
{
    private static readonly SuggestionOutcome[] Outcomes = [SuggestionOutcome.Sent, SuggestionOutcome.SentEdited, SuggestionOutcome.AskedAgain, SuggestionOutcome.Ignored];

    private readonly CancellationTokenSource _closed = new();
    private IReadOnlyList<SuggestionTally>? _rows;
    private bool _isUnreadable;
    private DayRange? _read;

    [SupplyParameterFromQuery(Name = "days")]
    public string? Days { get; set; }

    [Inject]
    private ISuggestionStore Store { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private ILogger<InsightPage> Log { get; set; } = null!;

    private DayRange Range => DayRange.Read(Days);

    public void Dispose()
    {
        _closed.Cancel();
        _closed.Dispose();
    }

    protected override Task OnParametersSetAsync() => _read == Range ? Task.CompletedTask : ReadAsync();

    private static int Of(SuggestionTally row, SuggestionOutcome outcome) => outcome switch
    {
        SuggestionOutcome.Sent => row.Sent,
        SuggestionOutcome.SentEdited => row.SentEdited,
        SuggestionOutcome.AskedAgain => row.AskedAgain,
        _ => row.Ignored,
    };

    private static IEnumerable<(SuggestionOutcome Outcome, string From, string Width)> Bars(SuggestionTally row)
    {
        var from = 0.0;
        foreach (var outcome in Outcomes)
        {
            var width = 100.0 * Of(row, outcome) / row.Count;
            yield return (outcome, from.ToString("0.##", CultureInfo.InvariantCulture), width.ToString("0.##", CultureInfo.InvariantCulture));
            from += width;
        }
    }

    private static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);

    private static string Percent(double part, double whole) => (part / whole).ToString("P0", CultureInfo.CurrentCulture);

    private string Name(SuggestionTally row) => row.Model ?? L["Embedded"];

    private string Told(SuggestionTally row) => string.Join(", ", Outcomes.Select(o => $"{L[$"Outcome_{o}"]} {Percent(Of(row, o), row.Count)}"));

    private async Task ReadAsync()
    {
        var range = Range;
        (_read, _isUnreadable) = (range, false);
        try
        {
            var rows = await Store.TallyAsync(Clock.GetUtcNow().AddDays(-range.Days), _closed.Token);
            if (range == Range)
                _rows = rows;
        }
        catch (OperationCanceledException) when (_closed.IsCancellationRequested)
        {
        }
        catch (Exception exception)
        {
            InsightLog.ReadFailed(Log, exception);
            _isUnreadable = true;
        }
    }
}

internal static partial class InsightLog
{
    [LoggerMessage(1, LogLevel.Error, "What became of suggestions could not be read")]
    public static partial void ReadFailed(ILogger logger, Exception exception);
}
