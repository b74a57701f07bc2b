using CustomerService.Core.Catalog;
using CustomerService.Core.Search;
using CustomerService.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerService.Benchmarks;

/// <summary>Product search as shoppers write, in a large shop: how long it takes, and how often the first hit is of the right kind.</summary>
internal static class SearchBenchmark
{
    private const string Name = "search";
    private const int Rounds = 200;
    private const int WarmUpRounds = 20;
    private const int Seed = 20261124;
    private const int Depth = 20;
    private static readonly Limit Limit = new(Bound.AtMost, 200);

    public static async Task<IReadOnlyList<Figure>> RunAsync(Effort effort, CancellationToken cancellationToken)
    {
        var size = new LargeShopSize();
        await using var shop = await Shop.OpenAsync(effort.Database, cancellationToken);
        if (await shop.Catalog.ListAsync(null, categoryId: null, 1, 1, cancellationToken) is { Total: 0 })
        {
            Effort.Tell($"search: making {size.Products:N0} products and {size.Reviews:N0} reviews");
            await LargeShop.FillAsync(shop.ConnectionString, size, TimeProvider.System.GetUtcNow(), cancellationToken);
        }

        var synonyms = shop.Services.GetRequiredService<ISynonyms>();
        for (var i = 0; i < SynonymGroup.MaxGroups - 1; i++)
            await synonyms.SaveAsync(new($"S{i}", [$"word{i}", $"other{i}", "이어폰"], "benchmark", default), cancellationToken);
        await synonyms.SaveAsync(new("S", ["이어팟", "블루투스이어폰"], "benchmark", default), cancellationToken);

#pragma warning disable CA5394 // Seeded, so that figures of two runs can be compared.
        var random = new Random(Seed);
        (string What, Func<Product, string> Text, Func<Product, string, ProductHit, bool> IsRight)[] ways =
        [
            ("as written", p => random.Next(2) == 0 ? p.Name.Ko : p.Name.En, IsOfLine),
            ("misspelt", p => Misspelt(random.Next(2) == 0 ? p.Name.Ko : p.Name.En, random), IsOfLine),
            ("misspelt, in a question", p => $"{Misspelt(p.Name.Ko, random)}는 배터리가 얼마나 가고 방수도 되나요? 주말에 캠핑 갈 때 쓰려고요", IsOfLine),
            ("half-typed", p => random.Next(2) == 0 ? p.Name.Ko[..(2 + random.Next(4))] : p.Name.En[..(3 + random.Next(6))], (_, typed, hit) => hit.Name.Ko.StartsWith(typed, StringComparison.Ordinal) || hit.Name.En.StartsWith(typed, StringComparison.Ordinal)),
            ("model in another spelling", p => p.Model!.Replace("-", random.Next(2) == 0 ? "" : " ", StringComparison.Ordinal).ToLowerInvariant(), (p, _, hit) => hit.ProductId == p.Id),
            ("kind and quantity", p => $"{string.Join(' ', p.Name.Ko.Split(' ')[2..^1])} {random.Next(5, 100)}시간 {random.Next(1, 3)}.{random.Next(10)}kg", (p, _, hit) => hit.CategoryId == p.CategoryId),
            ("synonym", p => $"{p.Name.Ko.Split(' ')[0]} 이어팟", (p, _, hit) => hit.CategoryId == "earphones" && hit.Brand == p.Brand),
        ];
#pragma warning restore CA5394
        var figures = new List<Figure>();
        foreach (var (what, text, isRight) in ways)
        {
            Effort.Tell($"search: {what}");
            var samples = new Samples();
            var right = 0;
            var rounds = effort.Rounds(Rounds);
            for (var round = -WarmUpRounds; round < rounds; round++)
            {
#pragma warning disable CA5394
                var product = (await shop.Catalog.FindAsync([LargeShop.ProductId(random.Next(1, size.Products + 1))], cancellationToken))[0].Product;
#pragma warning restore CA5394
                var words = text(product);
                IReadOnlyList<ProductHit> hits = [];
                async Task SearchAsync() => hits = await shop.Catalog.SearchAsync(words, Depth, cancellationToken);
                if (round < 0)
                {
                    await SearchAsync();
                    continue;
                }

                await samples.TimeAsync(SearchAsync);
                right += hits.Count > 0 && isRight(product, words, hits[0]) ? 1 : 0;
            }

            figures.Add(new(Name, $"{what}, p50", samples.Median, "ms"));
            figures.Add(new(Name, $"{what}, p95", samples.Percentile(95), "ms", Limit));
            figures.Add(new(Name, $"{what}, first hit as it should be", 100.0 * right / rounds, "%"));
        }

        return figures;
    }

    private static bool IsOfLine(Product product, string text, ProductHit hit) => Line(hit.Name.Ko) == Line(product.Name.Ko);

    private static string Line(string name) => string.Join(' ', name.Split(' ').Take(2));

    /// <summary>One slip in the first word, the brand: a letter left out, put in twice or swapped, or another vowel in a syllable.</summary>
    private static string Misspelt(string name, Random random)
    {
        var end = name.IndexOf(' ', StringComparison.Ordinal);
#pragma warning disable CA5394
        var at = random.Next(1, end);
        var way = random.Next(3);
#pragma warning restore CA5394
        if (!char.IsAscii(name[0]))
            return $"{name[..at]}{(char)((name[at] - '가' + 28) % 11172 + '가')}{name[(at + 1)..]}";
        return way == 0 ? name.Remove(at, 1) : way == 1 ? name.Insert(at, name[at].ToString()) : at + 1 < end ? $"{name[..at]}{name[at + 1]}{name[at]}{name[(at + 2)..]}" : name.Remove(at, 1);
    }
}
