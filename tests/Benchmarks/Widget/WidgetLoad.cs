using System.Diagnostics;

namespace CustomerService.Benchmarks.Widget;

/// <summary>Many open widgets on one server: what an idle one costs, and how long a message takes from one tab to another of the same visitor.</summary>
internal static class WidgetLoad
{
    private const string Name = "widget";
    private const int Widgets = 5_000;
    private const int Talking = 500;
    private const int MessagesPerSecond = 100;
    private const int AtOnce = 50;
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static async Task<IReadOnlyList<Figure>> RunAsync(Effort effort, CancellationToken cancellationToken)
    {
        // All callers share one address here, which no limit is meant for.
        await using var web = await WebProgram.StartAsync(
            new Dictionary<string, string> { ["Widget__MessagesPerMinuteAndAddress"] = "1000000", ["Widget__MessagesPerMinute"] = "10000" }, cancellationToken);
        Effort.Tell("widget: warming up");
        var warm = await OpenAsync(web.Address, AtOnce, cancellationToken);
        await TalkAsync(warm, warm, effort.Rounds(1_500), cancellationToken);
        await CloseAsync(warm);

        await Task.Delay(Settling, TimeProvider.System, cancellationToken);
        var (empty, started) = (web.WorkingSet, Stopwatch.GetTimestamp());
        var widgets = await OpenAsync(web.Address, Widgets - Talking, cancellationToken);
        using var pings = new CancellationTokenSource();
        var pinging = PingAsync(widgets, pings.Token);
        var opened = Stopwatch.GetElapsedTime(started);
        await Task.Delay(Settling, TimeProvider.System, cancellationToken);
        var idle = (web.WorkingSet - empty) / 1024d / widgets.Count;
        Effort.Tell($"widget: {widgets.Count} open after {opened.TotalSeconds:0.0} s, {idle:0.0} KiB each");

        var second = await OpenAsync(web.Address, Talking, cancellationToken, widgets);
        var secondPinging = PingAsync(second, pings.Token);
        var before = web.ProcessorTime;
        var count = effort.Rounds(60) * MessagesPerSecond;
        var (delivery, lost) = await TalkAsync(widgets, second, count, cancellationToken);
        var processor = (web.ProcessorTime - before) / count;
        // Both tabs are told of each answer.
        var answered = widgets.Take(Talking).Concat(second).Sum(w => w.Completed) / 2d;

        await pings.CancelAsync();
        await Task.WhenAll(pinging, secondPinging).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await CloseAsync(widgets);
        await CloseAsync(second);
        if (web.Output.Trim() is { Length: > 0 } warnings)
            Effort.Tell($"widget: the web program wrote\n{warnings}");
        return
        [
            new(Name, "an idle open widget, server's memory", idle, "KiB", new(Bound.AtMost, 40)),
            new(Name, "5,000 open, 100 messages a second: to the other tab, p50", delivery.Median, "ms"),
            new(Name, "5,000 open, 100 messages a second: to the other tab, p99", delivery.Percentile(99), "ms", new(Bound.AtMost, 250)),
            new(Name, "5,000 open, 100 messages a second: messages that were lost", lost, "", new(Bound.AtMost, 0)),
            new(Name, "5,000 open, 100 messages a second: answers that were not told as complete", count - answered, "", new(Bound.AtMost, 0)),
            new(Name, "server's processor time a message with its answer", processor.TotalMilliseconds, "ms"),
        ];
    }

    private static async Task<IReadOnlyList<WidgetConnection>> OpenAsync(
        Uri server, int count, CancellationToken cancellationToken, IReadOnlyList<WidgetConnection>? sameVisitors = null)
    {
        var widgets = new WidgetConnection[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (i, token) => widgets[i] = await WidgetConnection.OpenAsync(server, sameVisitors?[i], token));
        return widgets;
    }

    private static async Task CloseAsync(IReadOnlyList<WidgetConnection> widgets)
    {
        foreach (var widget in widgets)
            await widget.DisposeAsync();
    }

    private static async Task PingAsync(IReadOnlyList<WidgetConnection> widgets, CancellationToken cancellationToken)
    {
        // Spread, as those of real visitors are.
        using var timer = new PeriodicTimer(KeepAlive / widgets.Count * AtOnce);
        for (var next = 0; await timer.WaitForNextTickAsync(cancellationToken);)
        {
            for (var i = 0; i < AtOnce; i++, next++)
                await widgets[next % widgets.Count].PingAsync(cancellationToken);
        }
    }

    /// <summary>Sends at a steady rate, whatever is still on its way.</summary>
    private static async Task<(Samples Delivery, int Lost)> TalkAsync(
        IReadOnlyList<WidgetConnection> from, IReadOnlyList<WidgetConnection> to, int count, CancellationToken cancellationToken)
    {
        var talking = Math.Min(from.Count, to.Count);
        var sent = new List<(long At, Task<long> Delivered)>(count);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1d / MessagesPerSecond));
        var started = Stopwatch.GetTimestamp();
        while (sent.Count < count && await timer.WaitForNextTickAsync(cancellationToken))
        {
            for (var due = Math.Min(count, (int)(Stopwatch.GetElapsedTime(started).TotalSeconds * MessagesPerSecond)); sent.Count < due;)
            {
                var (i, id) = (sent.Count % talking, $"m{sent.Count}-{Guid.NewGuid():N}");
                sent.Add((Stopwatch.GetTimestamp(), to[i].DeliveredAsync(id)));
                await from[i].SendAsync(id, Questions.Demo[sent.Count % Questions.Demo.Count].Question, cancellationToken);
            }
        }

        await Task.WhenAny(Task.WhenAll(sent.Select(s => s.Delivered)), Task.Delay(Patience, TimeProvider.System, cancellationToken));
        var delivery = new Samples();
        foreach (var (at, delivered) in sent.Where(s => s.Delivered.IsCompleted))
            delivery.Add(Stopwatch.GetElapsedTime(at, await delivered).TotalMilliseconds);
        // The last answers are still being written.
        await Task.Delay(Settling, TimeProvider.System, cancellationToken);
        return (delivery, sent.Count - delivery.Count);
    }
}
