using System.Globalization;
using CustomerService.Core.Catalog;
using CustomerService.Testing;

namespace CustomerService.Benchmarks;

/// <summary>
/// Answers by models whose endpoint takes 300 ms to the first token and 900 ms in all. Durations are told in proportion to what the
/// same endpoint takes without anything between, measured in the same run, and beside other clients of it.
/// </summary>
internal static class GatewayBenchmark
{
    private const string Name = "gateway";
    private const int Waves = 3;
    // Patterns that read figures are large: it takes long until the compiler has made the best of them.
    private const int WarmUpWaves = 15;
    private const int WarmUpQuestions = 200;
    private const int MaxReviews = 30;
    private static readonly (int Questions, double Limit)[] AtOnce = [(100, 1.1), (500, 1.2), (1_000, 1.4)];
    private static readonly LargeShopSize Size = new(Products: 16_000, Reviews: 160_000, Customers: 100);

    public static async Task<IReadOnlyList<Figure>> RunAsync(Effort effort, CancellationToken cancellationToken)
    {
        await using var upstream = await Upstream.StartAsync(cancellationToken);
        if (upstream is null)
        {
            Effort.Tell("gateway: not measured; it needs node and ../shared/bench/upstream.mjs");
            return [];
        }

        Effort.Tell($"gateway: making a shop of {Size.Products:N0} products");
        await using var shop = await Shop.OpenAsync(null, cancellationToken);
        await LargeShop.FillAsync(shop.ConnectionString, Size, TimeProvider.System.GetUtcNow(), cancellationToken);
        var products = await ProductsAsync(shop.Catalog, cancellationToken);
        using var bare = new BareClient(upstream);
        using var peers = new Peers(upstream, effort.Peers);
        return
        [
            .. await GatewayAdditions.MeasureAsync(Name, effort, upstream, bare, cancellationToken),
            .. await QuestionsAsync(effort, upstream, bare, peers, shop.ConnectionString, products, cancellationToken),
            .. await KeptAsync(effort, upstream, bare, shop.ConnectionString, products, cancellationToken),
        ];
    }

    /// <summary>The endpoint, with limits out of the way.</summary>
    public static Dictionary<string, string> Settings(Upstream upstream) => new()
    {
        ["OpenAI:BaseUrl"] = upstream.Address,
        ["OpenAI:ApiKey"] = "k",
        ["Limits:MaxConcurrentRequests"] = "100000",
        ["Limits:RequestsPerMinute"] = "10000000",
        ["Limits:TokensPerMinute"] = "2000000000",
        ["Limits:MaxWaitingRequests"] = "1000000",
        ["Lookups:Deadline"] = "00:01:00",
    };

    private static Dictionary<string, string> Environment(Upstream upstream, string connectionString) =>
        new(Settings(upstream).Select(s => KeyValuePair.Create(s.Key.Replace(":", "__", StringComparison.Ordinal), s.Value)))
        {
            ["Storage__ConnectionString"] = connectionString,
            ["Demo__Enabled"] = "false",
        };

    private static async Task<IReadOnlyList<Figure>> QuestionsAsync(
        Effort effort, Upstream upstream, BareClient bare, Peers peers, string connectionString, IReadOnlyList<string> products, CancellationToken cancellationToken)
    {
        var environment = Environment(upstream, connectionString);
        environment["DOTNET_STARTUP_HOOKS"] = typeof(GatewayBenchmark).Assembly.Location;
        environment[StartupHook.Variable] = "ProductInfo=500;StockCheck=300";
        await using var web = await WebProgram.StartAsync(environment, cancellationToken);
        using var client = web.Client(int.MaxValue);
        var caller = new QuestionCaller(client, products);
        Effort.Tell("gateway: warming up");
        for (var i = 0; i < WarmUpWaves; i++)
            await caller.WaveAsync(WarmUpQuestions, cancellationToken);

        Effort.Tell("gateway: one question at a time");
        var (one, slowest, errors) = (new Samples(), new Samples(), 0);
        for (var round = effort.Rounds(30); round > 0; round--)
        {
            slowest.Add(await bare.WholeAsync(cancellationToken));
            var asked = await caller.AskAsync(caller.Next(), cancellationToken);
            one.Add(asked.Evidence);
            errors += asked.IsWhole ? 0 : 1;
        }

        List<Figure> figures =
        [
            new(Name, "the slowest lookup: a bare call to the endpoint, p50", slowest.Median, "ms"),
            new(Name, "one question until the evidence is complete, p50 / the slowest lookup", one.Median / slowest.Median, "", new(Bound.AtMost, 1.02)),
        ];
        foreach (var (questions, limit) in AtOnce)
        {
            Effort.Tell($"gateway: {questions:N0} questions at once");
            var wave = await WavesAsync(web, upstream, caller, questions, cancellationToken);
            errors += wave.Errors;
            figures.Add(new(Name, $"{questions:N0} at once until the evidence is complete, p50 / the slowest lookup", wave.Evidence.Median / slowest.Median, "", new(Bound.AtMost, limit)));
            figures.AddRange(await peers.MeasureAsync(Name, questions, slowest.Median, cancellationToken));
            figures.Add(new(Name, $"{questions:N0} at once, p99", wave.Evidence.Percentile(99), "ms"));
            figures.Add(new(Name, $"{questions:N0} at once, until the answer is complete, p50", wave.End.Median, "ms"));
            figures.Add(new(Name, $"{questions:N0} at once, server's processor time a question", wave.Processor, "ms", new(Bound.AtMost, 3.6)));
            figures.Add(new(Name, $"{questions:N0} at once, calls to the endpoint a question", wave.Calls, ""));
            if (questions == AtOnce[^1].Questions)
                figures.Add(new(Name, "server's memory for an answer in flight", wave.Memory / 1024, "KiB", new(Bound.AtMost, 200)));
        }

        figures.Add(new(Name, "questions without all lookups or without a model's whole answer", errors, "", new(Bound.AtMost, 0)));
        if (web.Output.Trim() is { Length: > 0 } warnings)
            Effort.Tell($"gateway: the web program wrote\n{warnings[..Math.Min(warnings.Length, 2_000)]}");
        return figures;
    }

    /// <param name="Processor">Milliseconds a question.</param>
    /// <param name="Memory">Bytes an answer: the most that the process grew by while they were in flight.</param>
    private sealed record Wave(Samples Evidence, Samples End, double Processor, double Calls, double Memory, int Errors);

    private static async Task<Wave> WavesAsync(WebProgram web, Upstream upstream, QuestionCaller caller, int questions, CancellationToken cancellationToken)
    {
        var (evidence, end, processor, errors, memory) = (new Samples(), new Samples(), TimeSpan.Zero, 0, 0.0);
        await upstream.ResetAsync(cancellationToken);
        for (var wave = 0; wave < Waves; wave++)
        {
            var (before, busy) = (web.WorkingSet, web.ProcessorTime);
            var asking = caller.WaveAsync(questions, cancellationToken);
            var most = before;
            while (!asking.IsCompleted)
            {
                most = Math.Max(most, web.WorkingSet);
                await Task.WhenAny(asking, Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellationToken));
            }

            foreach (var asked in await asking)
            {
                evidence.Add(asked.Evidence);
                end.Add(asked.End);
                errors += asked.IsWhole ? 0 : 1;
            }

            processor += web.ProcessorTime - busy;
            memory = Math.Max(memory, (most - before) / (double)questions);
        }

        return new(
            evidence, end, processor.TotalMilliseconds / (Waves * questions), await upstream.RequestsAsync(cancellationToken) / (double)(Waves * questions), memory, errors);
    }

    /// <summary>A question whose analysis and recommendation were made before, with lookups at their own speed.</summary>
    private static async Task<IReadOnlyList<Figure>> KeptAsync(
        Effort effort, Upstream upstream, BareClient bare, string connectionString, IReadOnlyList<string> products, CancellationToken cancellationToken)
    {
        await using var web = await WebProgram.StartAsync(Environment(upstream, connectionString), cancellationToken);
        using var client = web.Client(100);
        var caller = new QuestionCaller(client, [.. products.Reverse()]);
        var rounds = effort.Rounds(50);
        Effort.Tell("gateway: first words with kept analysis and recommendation");
        var bodies = Enumerable.Range(0, rounds).Select(_ => caller.Next()).ToList();
        await Task.WhenAll(bodies.Select(body => caller.AskAsync(body, cancellationToken)));
        foreach (var body in bodies.Take(10))
            await caller.AskAsync(body, cancellationToken);

        await upstream.ResetAsync(cancellationToken);
        var (first, own) = (new Samples(), new Samples());
        foreach (var body in bodies)
        {
            own.Add(await bare.FirstTokenAsync(cancellationToken));
            first.Add((await caller.AskAsync(body, cancellationToken)).FirstText);
        }

        var calls = await upstream.RequestsAsync(cancellationToken) / (double)rounds - 1;
        return
        [
            new(Name, "first words with kept analysis and recommendation, over the endpoint's own first token, p50", first.Median - own.Median, "ms", new(Bound.AtMost, 30)),
            new(Name, "… calls to the endpoint a question", calls, "", new(Bound.AtMost, 1)),
        ];
    }

    /// <summary>Products that can be had and have some reviews: not so many that reading them is what is measured.</summary>
    private static async Task<IReadOnlyList<string>> ProductsAsync(IProductCatalog catalog, CancellationToken cancellationToken)
    {
        var ids = Enumerable.Range(1, Size.Products).Select(LargeShop.ProductId).ToList();
        var found = await catalog.FindAsync(ids, cancellationToken);
        var chosen = found.Where(p => p is { Available: > 0, HasUnknownStock: false, Product.Status: ProductStatus.Active } && p.Tally.Count is > 0 and <= MaxReviews)
            .Select(p => p.Product.Id).ToList();
        Effort.Tell($"gateway: {chosen.Count.ToString("N0", CultureInfo.InvariantCulture)} products to ask about");
        return chosen;
    }
}
