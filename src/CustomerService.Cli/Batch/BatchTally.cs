using System.Diagnostics;

namespace CustomerService.Cli.Batch;

/// <summary>What came of a batch.</summary>
/// <param name="Skipped">Finished in an earlier run.</param>
/// <param name="Left">Not done, because it was stopped.</param>
/// <param name="Errors">How often each code came.</param>
/// <param name="AverageMs">Of those that succeeded now, without waiting in the queue; null when none did.</param>
/// <param name="Cost">US dollars, of what has a known price; null when nothing has.</param>
/// <param name="Unpriced">Results whose price is unknown.</param>
internal sealed record BatchSummary(
    string Results, int Items, int Succeeded, int Failed, int Skipped, int Left, bool Stopped, IReadOnlyDictionary<string, int> Errors, double ElapsedMs, double? AverageMs,
    double? P95Ms, long PromptTokens, long CompletionTokens, bool Estimated, decimal? Cost, int Unpriced);

/// <summary>Counts results as they come in, from several threads.</summary>
internal sealed class BatchTally(int items, int skipped)
{
    private readonly Lock _gate = new();
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly List<double> _times = [];
    private readonly SortedDictionary<string, int> _errors = new(StringComparer.Ordinal);
    private int _failed;
    private long _promptTokens;
    private long _completionTokens;
    private bool _estimated;
    private decimal _cost;
    private int _unpriced;

    public void Add(BatchResult result)
    {
        lock (_gate)
        {
            if (result is not { State: BatchState.Succeeded, Usage: { } usage, Ms: { } ms })
            {
                _failed++;
                var code = result.Error!.Code;
                _errors[code] = _errors.GetValueOrDefault(code) + 1;
                return;
            }

            _times.Add(ms);
            _promptTokens += usage.PromptTokens;
            _completionTokens += usage.CompletionTokens;
            _estimated |= usage.Estimated;
            _cost += usage.Cost ?? 0;
            _unpriced += usage.Cost is null ? 1 : 0;
        }
    }

    public BatchSummary Sum(string results, bool stopped)
    {
        lock (_gate)
        {
            _times.Sort();
            return new(
                results, items, _times.Count, _failed, skipped, items - _times.Count - _failed - skipped, stopped, new Dictionary<string, int>(_errors),
                Math.Round(Stopwatch.GetElapsedTime(_started).TotalMilliseconds), Rounded(_times.Count == 0 ? null : _times.Average()), Rounded(Times.Percentile(_times, 95)),
                _promptTokens, _completionTokens, _estimated, _unpriced > 0 && _unpriced == _times.Count ? null : _cost, _unpriced);
        }

        static double? Rounded(double? ms) => ms is { } value ? Math.Round(value, 1) : null;
    }
}
