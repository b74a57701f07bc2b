using System.Globalization;
using CustomerService.Core.Answers;
using CustomerService.Core.Lookups;
using CustomerService.Testing;

namespace CustomerService.Benchmarks;

/// <summary>Each lookup on its own, and the search for a product from a question, in a shop that is far larger than the demo store.</summary>
internal static class ScaleBenchmark
{
    private const string Name = "scale";
    private const int Rounds = 300;
    private const int WarmUpRounds = 30;
    private const int Seed = 20261122;
    private static readonly Limit Limit = new(Bound.AtMost, 50);

    public static async Task<IReadOnlyList<Figure>> RunAsync(Effort effort, CancellationToken cancellationToken)
    {
        var size = new LargeShopSize();
        await using var shop = await Shop.OpenAsync(effort.Database, cancellationToken);
        if (await shop.Catalog.ListAsync(null, categoryId: null, 1, 1, cancellationToken) is { Total: 0 })
        {
            Effort.Tell($"scale: making {size.Products:N0} products and {size.Reviews:N0} reviews");
            await LargeShop.FillAsync(shop.ConnectionString, size, TimeProvider.System.GetUtcNow(), cancellationToken);
        }

        var resolving = new Samples();
        var search = new Samples();
        var lookups = shop.Lookups.ToDictionary(l => l, _ => new Samples());
#pragma warning disable CA5394 // Seeded, so that figures of two runs can be compared.
        var random = new Random(Seed);
        for (var round = -WarmUpRounds; round < effort.Rounds(Rounds); round++)
        {
            if (round % 50 == 0)
                Effort.Tell($"scale: {round} rounds");
            var measured = round >= 0;
            // Every other product is a popular one: reviews pile up on low numbers, and so do questions.
            var share = Math.Pow(random.NextDouble(), round % 2 == 0 ? 1 : 4);
            var productId = LargeShop.ProductId(1 + (int)(share * size.Products));
            var question = Questions.OfAProduct[random.Next(Questions.OfAProduct.Count)];
            var query = await shop.ResolveAsync(question, productId, cancellationToken);
            foreach (var (lookup, samples) in lookups)
                await TimeAsync(samples, measured, () => FindAsync(lookup, query, cancellationToken));

            var product = query.Product!.Product;
            var named = random.Next(2) == 0 ? $"{product.Name.Ko} {question}" : $"{product.Name.En}: {question}";
#pragma warning restore CA5394
            await TimeAsync(search, measured, () => shop.Catalog.SearchAsync(named, 20, cancellationToken));
            await TimeAsync(resolving, measured, () => shop.ResolveAsync(named, null, cancellationToken));
        }

        return
        [
            .. lookups.SelectMany(l => Figures(l.Key.Kind.ToString(), l.Value)),
            .. Figures("product search from a question", search),
            .. Figures("reading a question that names a product", resolving),
        ];
    }

    private static async Task FindAsync(ILookup lookup, ResolvedQuery query, CancellationToken cancellationToken) => await lookup.FindAsync(query, cancellationToken);

    private static Task TimeAsync(Samples samples, bool measured, Func<Task> work) => measured ? samples.TimeAsync(work) : work();

    private static IEnumerable<Figure> Figures(string what, Samples samples) =>
    [
        new(Name, $"{what}, p50", samples.Median, "ms"),
        new(Name, $"{what}, p95", samples.Percentile(95), "ms", Limit),
        new(Name, $"{what}, processor time", samples.ProcessorTime, "ms"),
        new(Name, $"{what}, slowest of {samples.Count.ToString(CultureInfo.InvariantCulture)}", samples.Percentile(100), "ms"),
    ];
}
