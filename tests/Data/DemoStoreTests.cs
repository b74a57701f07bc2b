using System.Text;
using System.Text.Json.Nodes;
using CustomerService.Core.Catalog;
using CustomerService.Core.Text;
using CustomerService.Data.Demo;
using CustomerService.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CustomerService.Data.Tests;

public sealed class DemoStoreTests(SqliteStore store) : IClassFixture<SqliteStore>
{
    private const string Catalog =
        """
        { "categories": [{ "id": "mice", "name": { "ko": "마우스", "en": "Mice" }, "terms": [] }],
          "warehouses": [{ "id": "SEOUL", "name": { "ko": "서울", "en": "Seoul" }, "timeZone": "Asia/Seoul", "sameDayCutoff": "15:00", "shipsOnSaturday": true, "sortOrder": 1 }],
          "products": [{ "id": "M1", "name": { "ko": "쥐", "en": "Mouse" }, "brand": "B", "model": null, "categoryId": "mice", "description": { "ko": "", "en": "" },
            "status": "active", "priceMinor": null, "currency": "KRW", "attributes": { "dpi": 800, "codecs": "AAC", "gps": true },
            "stock": { "SEOUL": null }, "inbound": [{ "warehouse": "SEOUL", "quantity": 5, "inDays": -3 }] }] }
        """;

    private const string Customers =
        """{ "customers": [{ "id": "C1", "name": "N", "language": "ko", "purchases": [{ "productId": "M1", "quantity": 1, "daysAgo": 10 }] }] }""";

    private const string Reviews =
        """[{ "id": "R1", "productId": "M1", "stars": 4, "language": "ko", "text": "좋아요", "author": "a", "writtenAt": "2026-10-03T09:12:00Z", "helpful": 3 }]""";

    [Fact]
    public async Task Every_edge_occurs()
    {
        await using var context = store.NewContext();
        var products = await store.Catalog.ListAsync(null, categoryId: null, 1, 100, CancellationToken.None);
        CatalogProduct Of(string id) => products.Items.Single(p => p.Product.Id == id);

        Assert.True(products.Total >= 40);
        Assert.Equal((ProductStatus.Discontinued, "E001"), (Of("E007").Product.Status, Of("E007").Product.SuccessorId));
        Assert.Equal((ProductStatus.Discontinued, null), (Of("E037").Product.Status, Of("E037").Product.SuccessorId));
        Assert.Equal(0, Of("E004").Available);
        Assert.Equal(0, Of("E030").Available);
        Assert.Equal(12, Of("E008").Available);
        Assert.Null(Of("E048").Product.PriceMinor);
        Assert.All((string[])["E027", "E047", "E048"], id => Assert.Equal(0, Of(id).Tally.Count));
        Assert.DoesNotContain(Of("E006").Product.Attributes, a => a.Key == "battery_hours");
        Assert.Contains(await context.InboundShipments.ToListAsync(), s => s.ExpectedOn < new DateOnly(2026, 11, 18));
        Assert.All(Enumerable.Range(1, 5), stars => Assert.True(context.Reviews.Any(r => r.Stars == stars)));
        Assert.All(products.Items.Where(p => p.Tally.Count > 0), p => Assert.True(p.Tally.Count >= 3));
    }

    [Theory]
    [InlineData("음질이 훌륭해용, 배터리가 오래가요")]
    [InlineData("가성비 좋아요, 블루투스 연결 안정적")]
    [InlineData("귀에 쏏 들어가는 듯舒适, 장시간 착용 가능")]
    public async Task Seed_review_stands_verbatim(string text)
    {
        await using var context = store.NewContext();

        Assert.True(await context.Reviews.AnyAsync(r => r.ProductId == "E001" && r.Text == text));
    }

    [Fact]
    public async Task Every_reviewed_product_has_reviews_in_both_languages()
    {
        await using var context = store.NewContext();
        var languages = await context.Reviews.GroupBy(r => r.ProductId)
            .Select(g => new { g.Key, Languages = g.Select(r => r.Language).Distinct().Count() }).ToListAsync();

        Assert.All(languages, l => Assert.Equal((l.Key, Enum.GetValues<Language>().Length), (l.Key, l.Languages)));
    }

    [Fact]
    public async Task Tallies_count_the_reviews()
    {
        await using var context = store.NewContext();
        var reviews = await context.Reviews.AsNoTracking().ToListAsync();

        foreach (var tally in await context.ReviewTallies.AsNoTracking().ToListAsync())
        {
            var stars = reviews.Where(r => r.ProductId == tally.ProductId).Select(r => r.Stars).ToList();
            Assert.Equal((stars.Count, stars.Average()), (tally.Count, tally.Average!.Value));
        }
    }

    [Fact]
    public async Task Small_store_loads_with_days_counted_from_the_day_in_Seoul()
    {
        await using var database = TestDatabase.New(StorageProvider.Sqlite);
        // 00:30 of 19 November in Seoul.
        var clock = new ManualTimeProvider(new DateTimeOffset(2026, 11, 18, 15, 30, 0, TimeSpan.Zero));
        await using var services = await StoreFixture.StartAsync(database.Options, clock);
        await using var context = services.GetRequiredService<IDbContextFactory<SupportDbContext>>().CreateDbContext();

        Assert.Equal(1, await new DemoStore(Files(), clock).LoadAsync(context, CancellationToken.None));
        Assert.Equal(0, await new DemoStore(Files(), clock).LoadAsync(context, CancellationToken.None));

        Assert.Equal(new DateOnly(2026, 11, 16), (await context.InboundShipments.SingleAsync()).ExpectedOn);
        Assert.Equal(new DateOnly(2026, 11, 9), (await context.Set<Purchase>().SingleAsync()).PurchasedOn);
        Assert.Equal(4, (await context.ReviewTallies.SingleAsync()).Average);
    }

    [Theory]
    [InlineData("\"stars\": 4", "\"stars\": 6", "R1")]
    [InlineData("\"productId\": \"M1\", \"stars\"", "\"productId\": \"M2\", \"stars\"", "M2")]
    [InlineData("\"text\": \"좋아요\"", "\"text\": \" \"", "R1")]
    [InlineData("\"dpi\": 800", "\"dpi\": \"viele\"", "dpi")]
    [InlineData("\"dpi\": 800", "\"dpii\": 800", "dpii")]
    [InlineData("\"gps\": true", "\"gps\": 1", "gps")]
    [InlineData("\"gps\": true", "\"gps\": null", "gps")]
    [InlineData("\"SEOUL\": null", "\"PARIS\": 3", "M1")]
    [InlineData("\"SEOUL\": null", "\"SEOUL\": -1", "M1")]
    [InlineData("\"categoryId\": \"mice\"", "\"categoryId\": \"rats\"", "rats")]
    [InlineData("\"priceMinor\": null", "\"priceMinor\": 0", "M1")]
    [InlineData("\"language\": \"ko\", \"text\"", "\"language\": \"fr\", \"text\"", "R1")]
    [InlineData("\"brand\": \"B\"", "\"brand\": null", "catalog.json")]
    [InlineData("\"brand\": \"B\"", "\"band\": \"B\"", "catalog.json")]
    [InlineData("\"status\": \"active\"", "\"status\": \"sold\"", "catalog.json")]
    [InlineData("\"quantity\": 1", "\"quantity\": \"one\"", "customers.json")]
    [InlineData("[{ \"id\": \"R1\"", "[{ \"id\": \"R1\"", null)]
    [InlineData("\"helpful\": 3 }]", "\"helpful\": 3 }", "reviews-1.json")]
    public async Task Broken_file_is_told_and_nothing_is_loaded(string old, string changed, string? named)
    {
        await using var database = TestDatabase.New(StorageProvider.Sqlite);
        await using var services = await StoreFixture.StartAsync(database.Options, store.Clock);
        await using var context = services.GetRequiredService<IDbContextFactory<SupportDbContext>>().CreateDbContext();
        var demo = new DemoStore(Files(old, changed), store.Clock);

        if (named is null)
        {
            Assert.Equal(1, await demo.LoadAsync(context, CancellationToken.None));
            return;
        }

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => demo.LoadAsync(context, CancellationToken.None));
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
        Assert.False(await context.Categories.AnyAsync());
    }

    [Fact]
    public async Task Product_that_is_there_twice_is_told()
    {
        var root = JsonNode.Parse(Catalog)!;
        root["products"]!.AsArray().Add(root["products"]![0]!.DeepClone());
        await using var database = TestDatabase.New(StorageProvider.Sqlite);
        await using var services = await StoreFixture.StartAsync(database.Options, store.Clock);
        await using var context = services.GetRequiredService<IDbContextFactory<SupportDbContext>>().CreateDbContext();

        var error = await Assert.ThrowsAsync<InvalidDataException>(
            () => new DemoStore(Files(Catalog, root.ToJsonString()), store.Clock).LoadAsync(context, CancellationToken.None));
        Assert.Contains("product M1 is there twice", error.Message, StringComparison.Ordinal);
    }

    private static DemoFiles Files(string old = " ", string changed = " ")
    {
        Func<Stream> Open(string text) => () => new MemoryStream(Encoding.UTF8.GetBytes(text.Replace(old, changed, StringComparison.Ordinal)));
        return new(new Dictionary<string, Func<Stream>>
        {
            ["catalog.json"] = Open(Catalog),
            ["customers.json"] = Open(Customers),
            ["reviews-1.json"] = Open(Reviews),
        });
    }
}
