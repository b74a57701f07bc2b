using CustomerService.Core.Catalog;
using CustomerService.Core.Text;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CustomerService.Data.Tests;

public abstract class ProductCatalogTests(StoreFixture store)
{
    private static readonly CandidateFilter Anything = new(null, null, "KRW", null, null, [], null, false, [], 200);

    [Fact]
    public async Task Found_products_keep_the_order_of_the_ids_and_unknown_ids_are_left_out()
    {
        var products = await store.Catalog.FindAsync(["E003", "NO-SUCH", "E001", "E003", "a\0b", ""], CancellationToken.None);

        Assert.Equal(["E003", "E001"], products.Select(p => p.Product.Id));
    }

    [Fact]
    public async Task Found_product_comes_whole()
    {
        var found = Assert.Single(await store.Catalog.FindAsync(["E001"], CancellationToken.None));

        Assert.Equal(new LocalizedText("소닉웨이브 프로 48", "SonicWave Pro 48"), found.Product.Name);
        Assert.Equal("earphones", found.Category.Id);
        Assert.Contains("earbuds", found.Category.Terms);
        Assert.Equal(48, found.Product.Attributes.Single(a => a.Key == "battery_hours").Number);
        Assert.Null(found.Product.Attributes.Single(a => a.Key == "battery_hours").Text);
        Assert.Equal("IPX4", found.Product.Attributes.Single(a => a.Key == "water_resistance").Text!.En);
        Assert.Equal(127 + 45, found.Available);
        Assert.False(found.HasUnknownStock);
        Assert.True(found.Tally.Count >= 3);
    }

    [Theory]
    [InlineData("E004", 0, false)]
    [InlineData("E014", null, true)]
    [InlineData("E021", null, true)]
    public async Task Unknown_count_is_not_zero(string id, int? available, bool unknown)
    {
        var found = Assert.Single(await store.Catalog.FindAsync([id], CancellationToken.None));

        Assert.Equal(unknown, found.HasUnknownStock);
        if (id != "E014")
            Assert.Equal(available, found.Available);
    }

    [Fact]
    public async Task Product_without_reviews_has_an_empty_tally()
    {
        var found = Assert.Single(await store.Catalog.FindAsync(["E027"], CancellationToken.None));

        Assert.Equal((0, null), (found.Tally.Count, found.Tally.Average));
    }

    [Fact]
    public async Task Pages_cover_the_catalogue_once()
    {
        var first = await store.Catalog.ListAsync(null, categoryId: null, 1, 20, CancellationToken.None);
        var second = await store.Catalog.ListAsync(" ", categoryId: null, 2, 20, CancellationToken.None);
        var third = await store.Catalog.ListAsync(null, categoryId: null, 3, 20, CancellationToken.None);
        var beyond = await store.Catalog.ListAsync(null, categoryId: null, int.MaxValue, 100, CancellationToken.None);

        var ids = first.Items.Concat(second.Items).Concat(third.Items).Select(p => p.Product.Id).ToList();
        Assert.Equal(first.Total, ids.Distinct().Count());
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        Assert.Empty(beyond.Items);
    }

    [Fact]
    public async Task Candidates_are_on_sale_and_in_stock()
    {
        var candidates = await store.Catalog.FindCandidatesAsync(Anything, CancellationToken.None);

        Assert.All(candidates, c => Assert.True(c.Product.Status == ProductStatus.Active && c.Available > 0));
        var expected = (await All()).Count(p => p.Product.Status == ProductStatus.Active && p.Available > 0);
        Assert.Equal(expected, candidates.Count);
    }

    [Fact]
    public async Task Candidates_meet_category_price_and_bounds()
    {
        var filter = Anything with
        {
            CategoryId = "earphones",
            MaxPriceMinor = 150_000,
            Attributes = [new("battery_hours", 30, null), new("water_resistance", 4, 7)],
        };

        var candidates = await store.Catalog.FindCandidatesAsync(filter, CancellationToken.None);

        var expected = (await All()).Where(p => p.Product is { Status: ProductStatus.Active, CategoryId: "earphones", PriceMinor: <= 150_000 }
            && p.Available > 0 && Number(p, "battery_hours") >= 30 && Number(p, "water_resistance") is >= 4 and <= 7);
        Assert.NotEmpty(candidates);
        Assert.Equal(expected.Select(p => p.Product.Id).Order(StringComparer.Ordinal), candidates.Select(c => c.Product.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Candidates_ordered_by_an_attribute_put_those_without_it_last()
    {
        var candidates = await store.Catalog.FindCandidatesAsync(
            Anything with { CategoryId = "earphones", OrderBy = "battery_hours", Descending = true }, CancellationToken.None);

        var hours = candidates.Select(c => Number(c, "battery_hours")).ToList();
        Assert.Equal(hours.OrderByDescending(h => h ?? double.MinValue), hours);
        Assert.Equal("E005", candidates[0].Product.Id);
        Assert.Null(hours[^1]);
        Assert.Equal(candidates.Count, candidates.Select(c => c.Product.Id).Distinct().Count());
    }

    [Fact]
    public async Task Candidates_ordered_by_price_leave_out_those_without_a_price()
    {
        var candidates = await store.Catalog.FindCandidatesAsync(Anything with { OrderBy = "price" }, CancellationToken.None);

        var prices = candidates.Select(c => c.Product.PriceMinor).ToList();
        Assert.DoesNotContain(null, prices);
        Assert.Equal(prices.Order(), prices);
    }

    [Fact]
    public async Task Candidates_of_another_currency_do_not_meet_a_price()
    {
        Assert.Empty(await store.Catalog.FindCandidatesAsync(Anything with { Currency = "USD", MaxPriceMinor = 1_000_000 }, CancellationToken.None));
    }

    [Fact]
    public async Task Candidates_by_rating_rank_many_good_ratings_above_few()
    {
        var candidates = await store.Catalog.FindCandidatesAsync(Anything with { CategoryId = "earphones" }, CancellationToken.None);

        var scores = candidates.Select(c => (17.5 + (c.Tally.Average ?? 0) * c.Tally.Count) / (5 + c.Tally.Count)).ToList();
        Assert.Equal(scores.OrderDescending(), scores);
    }

    [Theory]
    [InlineData(null, null, null, "weight_g", false)]
    [InlineData("earphones", 200_000L, 20.0, "weight_g", false)]
    [InlineData("earphones", null, 20.0, "battery_hours", true)]
    [InlineData(null, 100_000L, null, "battery_hours", true)]
    [InlineData(null, 100_000L, 10.0, "price", true)]
    [InlineData(null, null, 10.0, null, true)]
    [InlineData("earphones", null, null, "suction_pa", true)]
    [InlineData("earphones", 100_000L, 1000.0, "weight_g", true)]
    public async Task Each_way_to_the_candidates_gives_the_same_ones(string? category, long? maxPrice, double? hours, string? orderBy, bool descending)
    {
        var filter = Anything with
        {
            CategoryId = category, MaxPriceMinor = maxPrice, Attributes = hours is null ? [] : [new("battery_hours", hours, null)], OrderBy = orderBy, Descending = descending,
        };

        var ids = (await store.Catalog.FindCandidatesAsync(filter, CancellationToken.None)).Select(c => c.Product.Id).ToList();

        var expected = (await All()).Where(p => p.Product.Status == ProductStatus.Active && p.Available > 0
            && (category is null || p.Product.CategoryId == category)
            && (maxPrice is null || p.Product.PriceMinor <= maxPrice)
            && (orderBy != "price" || p.Product.PriceMinor is not null)
            && (hours is null || Number(p, "battery_hours") >= hours)).ToList();
        Assert.Equal(expected.Select(p => p.Product.Id).Order(StringComparer.Ordinal), ids.Order(StringComparer.Ordinal));
        if (orderBy is not (null or "price"))
        {
            var values = ids.Select(id => Number(expected.Single(p => p.Product.Id == id), orderBy)).ToList();
            var having = values.Where(v => v is not null).ToList();
            Assert.Equal(descending ? having.OrderDescending() : having.Order(), values.Take(having.Count));
        }
    }

    [Fact]
    public async Task Excluded_products_and_the_limit_hold()
    {
        var all = await store.Catalog.FindCandidatesAsync(Anything with { OrderBy = "battery_hours" }, CancellationToken.None);
        var rest = await store.Catalog.FindCandidatesAsync(
            Anything with { OrderBy = "battery_hours", ExcludedProductIds = [all[0].Product.Id, "' OR 1=1 --"], Limit = 3 }, CancellationToken.None);

        Assert.Equal(all.Skip(1).Take(3).Select(c => c.Product.Id), rest.Select(c => c.Product.Id));
    }

    [Fact]
    public async Task Availability_and_rating_follow_what_they_are_made_of()
    {
        await using var context = store.NewContext();
        await using var transaction = await context.Database.BeginTransactionAsync();
        var row = context.Products.Where(p => p.Id == "E001").Select(p => new
        {
            Available = EF.Property<int?>(p, "Available"),
            Unknown = EF.Property<bool>(p, "HasUnknownStock"),
            Score = EF.Property<double>(p, "RatingScore"),
        });

        await context.StockLevels.Where(s => s.ProductId == "E001" && s.WarehouseId == "SEOUL").ExecuteUpdateAsync(s => s.SetProperty(l => l.Quantity, (int?)null));
        Assert.Equal(new { Available = (int?)45, Unknown = true }, new { (await row.SingleAsync()).Available, (await row.SingleAsync()).Unknown });
        await context.StockLevels.Where(s => s.ProductId == "E001" && s.WarehouseId == "BUSAN").ExecuteDeleteAsync();
        Assert.Null((await row.SingleAsync()).Available);
        await context.ReviewTallies.Where(t => t.ProductId == "E001").ExecuteUpdateAsync(s => s
            .SetProperty(t => t.One, 5).SetProperty(t => t.Two, 0).SetProperty(t => t.Three, 0).SetProperty(t => t.Four, 0).SetProperty(t => t.Five, 0));
        Assert.Equal(2.25, (await row.SingleAsync()).Score, 6);
        await context.ReviewTallies.Where(t => t.ProductId == "E001").ExecuteDeleteAsync();
        Assert.Equal(3.5, (await row.SingleAsync()).Score, 6);
    }

    [Fact]
    public async Task Categories_are_read_again_after_a_minute()
    {
        var before = await store.Catalog.CategoriesAsync(CancellationToken.None);
        var id = $"new-{Guid.NewGuid():N}";
        await using (var context = store.NewContext())
        {
            context.Add(new Category { Id = id, Name = new("새", "New") });
            await context.SaveChangesAsync();
        }

        Assert.Same(before, await store.Catalog.CategoriesAsync(CancellationToken.None));
        store.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains(await store.Catalog.CategoriesAsync(CancellationToken.None), c => c.Id == id);
    }

    private async Task<IReadOnlyList<CatalogProduct>> All() => (await store.Catalog.ListAsync(null, categoryId: null, 1, 100, CancellationToken.None)).Items;

    private static double? Number(CatalogProduct product, string key) => product.Product.Attributes.SingleOrDefault(a => a.Key == key)?.Number;
}

public sealed class ProductCatalogOnSqliteTests(SqliteStore store) : ProductCatalogTests(store), IClassFixture<SqliteStore>;

public sealed class ProductCatalogOnPostgreSqlTests(PostgreSqlStore store) : ProductCatalogTests(store), IClassFixture<PostgreSqlStore>;
