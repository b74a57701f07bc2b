using System.Text;
using CustomerService.Core.Catalog;
using CustomerService.Core.Documents;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CustomerService.Data.Tests.Documents;

/// <summary>Documents and the search in them, on both databases.</summary>
public abstract class DocumentStoreTests(StoreFixture fixture)
{
    private IDocumentStore Documents => fixture.Services.GetRequiredService<IDocumentStore>();
    private IPassageSearch Search => fixture.Services.GetRequiredService<IPassageSearch>();

    [Fact]
    public async Task Stored_document_is_found_listed_read_and_removed()
    {
        var (document, changed) = await Documents.StoreAsync(New("guide.md", "# Zebra guide\n## Feeding\nZebras eat zucchini."), default);

        Assert.True(changed);
        Assert.Equal(document, await Documents.FindAsync(document.Id, default));
        Assert.Equal([document.Id], (await Documents.ListAsync("ZEBRA", 1, 20, default)).Items.Select(d => d.Id));
        var passage = Assert.Single(await Documents.PassagesAsync(document.Id, default));
        Assert.Equal((1, "Zebras eat zucchini."), (passage.Number, passage.Passage.Text));
        Assert.Equal("# Zebra guide\n## Feeding\nZebras eat zucchini.", Encoding.UTF8.GetString((await Documents.FileAsync(document.Id, default))!.Content));
        Assert.Equal(passage, (await Search.FindAsync("What do zebras eat?", [], 3, default))[0].Stored);

        Assert.True(await Documents.RemoveAsync(document.Id, default));
        Assert.False(await Documents.RemoveAsync(document.Id, default));
        Assert.Null(await Documents.FileAsync(document.Id, default));
        Assert.Empty(await Documents.PassagesAsync(document.Id, default));
        Assert.DoesNotContain(await Search.FindAsync("What do zebras eat?", [], 3, default), f => f.Stored.DocumentId == document.Id);
    }

    [Fact]
    public async Task Same_file_again_changes_nothing_and_a_new_one_of_its_name_takes_its_place()
    {
        var (first, _) = await Documents.StoreAsync(New("again.md", "# Again\nOkapis sleep little."), default);
        var (same, changed) = await Documents.StoreAsync(New("again.md", "# Again\nOkapis sleep little."), default);
        Assert.Equal((first, false), (same, changed));

        var (next, replaced) = await Documents.StoreAsync(New("again.md", "# Again\nOkapis sleep a lot.\n## Food\nLeaves."), default);

        Assert.True(replaced);
        Assert.Equal((first.Id, 2), (next.Id, next.Passages));
        Assert.Equal("Okapis sleep a lot.", (await Search.FindAsync("How much do okapis sleep?", [], 1, default))[0].Stored.Passage.Text);
    }

    [Fact]
    public async Task Document_of_a_product_is_found_for_that_product_only_and_of_a_category_for_all_of_it()
    {
        var products = await fixture.Catalog.FindAsync(["E002", "E043"], default);
        await Documents.StoreAsync(New("own.md", "# Sport\nThe quokka button resets it.", new(products[0].Product.Id, null)), default);
        await Documents.StoreAsync(New("kind.md", "# Kind\nNumbats like vacuums.", new(null, products[1].Product.CategoryId)), default);

        Assert.Contains("quokka", await FirstAsync("Which quokka button?", products[0]), StringComparison.Ordinal);
        Assert.DoesNotContain("quokka", await FirstAsync("Which quokka button?", products[1]), StringComparison.Ordinal);
        Assert.DoesNotContain("quokka", await FirstAsync("Which quokka button?"), StringComparison.Ordinal);
        Assert.Contains("Numbats", await FirstAsync("numbats?", products[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Document_bound_anew_is_found_there_unless_one_of_its_name_stands_there()
    {
        var (moved, _) = await Documents.StoreAsync(New("moved.md", "# Move\nWombats move.", new("E003", null)), default);
        await Documents.StoreAsync(New("moved.md", "# Move\nOther.", new("E004", null)), default);

        Assert.False(await Documents.ChangeAsync(moved.Id, "Moved", new("E004", null), default));
        Assert.True(await Documents.ChangeAsync(moved.Id, "Moved", DocumentBinding.Shop, default));

        Assert.Equal(("Moved", DocumentBinding.Shop), await Documents.FindAsync(moved.Id, default) is { } d ? (d.Title, d.Binding) : default);
        Assert.Contains("Wombats", await FirstAsync("wombats"), StringComparison.Ordinal);
        Assert.False(await Documents.ChangeAsync("none", "x", DocumentBinding.Shop, default));
    }

    [Fact]
    public async Task Many_who_store_the_same_name_at_once_leave_one()
    {
        var stored = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => Documents.StoreAsync(New("race.md", $"# Race\nEmus run {i % 2}."), default))));

        Assert.Single(stored.Select(s => s.Document.Id).Distinct());
        Assert.Single((await Documents.ListAsync("race.md", 1, 20, default)).Items);
        Assert.Single(await Documents.PassagesAsync(stored[0].Document.Id, default));
    }

    [Theory]
    [InlineData("How long do I have to return something?", "7 days")]
    [InlineData("반품은 며칠 안에 해야 하나요?", "7일")]
    [InlineData("배송비는 얼마인가요?", "3,000원")]
    [InlineData("Do you ship abroad?", "Republic of Korea")]
    public async Task Demo_store_answers_questions_about_its_policies(string question, string answer) =>
        Assert.Contains(await Search.FindAsync(question, [], 3, default), f => f.Stored.Passage.Text.Contains(answer, StringComparison.Ordinal));

    private static NewDocument New(string name, string text, DocumentBinding? binding = null) => new(
        text.Split('\n')[0].TrimStart('#', ' '), name, DocumentFormat.Markdown, binding ?? DocumentBinding.Shop, 1, PassageCutter.Cut([text]), Encoding.UTF8.GetBytes(text));

    private async Task<string> FirstAsync(string question, params CatalogProduct[] products) =>
        (await Search.FindAsync(question, products, 1, default)).Select(f => f.Stored.Passage.Text).FirstOrDefault() ?? "";
}

public sealed class DocumentStoreOnSqliteTests(SqliteStore store) : DocumentStoreTests(store), IClassFixture<SqliteStore>;

public sealed class DocumentStoreOnPostgreSqlTests(PostgreSqlStore store) : DocumentStoreTests(store), IClassFixture<PostgreSqlStore>;
