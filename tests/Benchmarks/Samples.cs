using System.Diagnostics;

namespace CustomerService.Benchmarks;

/// <summary>Durations of the same thing, in milliseconds.</summary>
internal sealed class Samples
{
    private readonly List<double> _milliseconds = [];
    private TimeSpan _processor;

    public int Count => _milliseconds.Count;

    public double Median => Percentile(50);

    public void Add(double milliseconds) => _milliseconds.Add(milliseconds);

    public void Add(Samples others) => _milliseconds.AddRange(others._milliseconds);

    /// <summary>Notes how long it took since a timestamp of <see cref="Stopwatch"/>.</summary>
    public void AddSince(long started) => Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);

    /// <summary>Milliseconds of processor time that each took on average, where nothing else ran in this process; unlike the durations it stays the same on a busy machine.</summary>
    public double ProcessorTime => _processor.TotalMilliseconds / Count;

    public async Task TimeAsync(Func<Task> work)
    {
        var (started, before) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await work();
        AddSince(started);
        _processor += Environment.CpuUsage.TotalTime - before;
    }

    /// <summary>The smallest duration that at least this share of all, in percent, does not exceed (nearest rank).</summary>
    public double Percentile(double percent)
    {
        if (_milliseconds.Count == 0)
            throw new InvalidOperationException("Nothing was measured.");
        var sorted = _milliseconds.Order().ToList();
        return sorted[Math.Max(0, (int)Math.Ceiling(percent / 100 * sorted.Count) - 1)];
    }
}
