using System.Diagnostics;
using CustomerService.Core.Answers;
using CustomerService.Core.Lookups;

namespace CustomerService.Benchmarks;

/// <summary>Whether four slow lookups take as long as the slowest, and not as long as all of them.</summary>
internal static class LookupsBenchmark
{
    private const string Name = "lookups";

    public static async Task<IReadOnlyList<Figure>> RunAsync(Effort effort, CancellationToken cancellationToken)
    {
        await using var shop = await Shop.OpenDemoAsync(cancellationToken);
        var query = await shop.ResolveAsync("이 이어폰 장점과 단점이 뭐예요?", "E001", cancellationToken);
        var slowed = shop.Lookups.Select(l => new SlowedLookup(l, TimeToTake(l.Kind), TimeProvider.System)).ToList();
        await RunAsync(shop.Runner(shop.Lookups), query, cancellationToken);

        var (together, slowest, inTurn, ratio) = (new Samples(), new Samples(), new Samples(), new Samples());
        for (var round = effort.Rounds(10); round > 0; round--)
        {
            Effort.Tell($"lookups: {round} rounds to go");
            var all = await RunAsync(shop.Runner(slowed), query, cancellationToken);
            var each = new List<double>();
            foreach (var lookup in slowed)
                each.Add(await RunAsync(shop.Runner([lookup]), query, cancellationToken));
            together.Add(all);
            slowest.Add(each.Max());
            inTurn.Add(each.Sum());
            ratio.Add(all / each.Max());
        }

        return
        [
            new(Name, "all at once, median", together.Median, "ms"),
            new(Name, "the slowest alone, median", slowest.Median, "ms"),
            new(Name, "all at once / the slowest, median", ratio.Median, "", new(Bound.AtMost, 1.05)),
            new(Name, "one after another, median", inTurn.Median, "ms"),
            new(Name, "one after another / all at once", inTurn.Median / together.Median, ""),
        ];
    }

    private static TimeSpan TimeToTake(LookupKind kind) => TimeSpan.FromMilliseconds(kind switch
    {
        LookupKind.ProductInfo => 500,
        LookupKind.ReviewAnalysis => 900,
        LookupKind.StockCheck => 300,
        _ => 900,
    });

    /// <returns>Milliseconds until the last result was there.</returns>
    private static async Task<double> RunAsync(LookupRunner runner, ResolvedQuery query, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var results = new List<LookupResult>();
        await foreach (var result in runner.Run(query, cancellationToken).ReadAllAsync(cancellationToken))
            results.Add(result);
        var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        if (results.Count != runner.Kinds.Count || results.Any(r => r.State != LookupState.Found))
            throw new InvalidOperationException($"Not every lookup found something: {string.Join(", ", results.Select(r => $"{r.Kind} {r.State}"))}");
        return elapsed;
    }
}
