using CustomerService.Core.Documents;
using CustomerService.Core.Evaluation;
using CustomerService.Core.Text;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CustomerService.Data.Tests;

/// <summary>Kept runs, and a shop made of files, on both databases.</summary>
public abstract class EvaluationStoreTests(StoreFixture fixture)
{
    private IEvaluationStore Runs => fixture.Services.GetRequiredService<IEvaluationStore>();

    [Fact]
    public async Task Newest_fifty_runs_are_kept_and_read_as_they_were()
    {
        var runs = Enumerable.Range(0, IEvaluationStore.Kept + 2).Select(i => Run($"{i}.json", fixture.Clock.GetUtcNow().AddMinutes(i))).ToList();
        foreach (var run in runs)
            await Runs.SaveAsync(run, default);

        var kept = await Runs.ListAsync(default);
        Assert.Equal(runs.AsEnumerable().Reverse().Take(IEvaluationStore.Kept).Select(r => (r.Id, r.Name, r.By, 1)), kept.Select(r => (r.Id, r.Name, r.By, r.Questions)));
        Assert.Equal(runs[^1].ToJson(), (await Runs.FindAsync(runs[^1].Id, default))!.ToJson());
        Assert.Null(await Runs.FindAsync(runs[0].Id, default));
    }

    [Fact]
    public async Task Shop_of_files_can_be_asked_about()
    {
        var (products, categories, _) = ShopFile.Products("""[{"productId": "lamp1", "category": "Lamps", "brand": "Glim", "name": "Glim One", "description": "A lamp.", "price": 9.5}]""");
        var (documents, _) = ShopFile.Documents("""[{"productId": "lamp1", "pages": ["# Care\nWipe the quixotic shade with a dry cloth."]}, {"productId": "gone", "pages": ["x"]}]""", products);
        await fixture.Services.GetRequiredService<IEvaluationShop>().FillAsync(products, categories, documents, default);

        var product = Assert.Single(await fixture.Catalog.FindAsync(["LAMP1"], default));
        Assert.Equal("$9.50", product.Product.Price!.Value.Format(Language.English));
        var found = (await fixture.Services.GetRequiredService<IPassageSearch>().FindAsync("How do I wipe the shade?", [product], 1, default))[0];
        Assert.Equal(("Glim One", "Wipe the quixotic shade with a dry cloth."), (found.Stored.Title, found.Stored.Passage.Text));
    }

    private static EvaluationRun Run(string name, DateTimeOffset startedAt) => new(
        Guid.NewGuid().ToString("N"), name, startedAt, "김하늘",
        [new(EvaluationWriter.Embedded, "E001", "재고 있나요?", "네", "stock", Language.Korean, true, false, null, ["반품 정책 1쪽"], "네, 있습니다.[1]", null, 1, 0.5, [new("재고", null, true)], [], false, true, 12.5, 0, 0, 0m, null)]);
}

public sealed class EvaluationStoreOnSqliteTests(SqliteStore store) : EvaluationStoreTests(store), IClassFixture<SqliteStore>;

public sealed class EvaluationStoreOnPostgreSqlTests(PostgreSqlStore store) : EvaluationStoreTests(store), IClassFixture<PostgreSqlStore>;
