using CustomerService.Core.Catalog;
using CustomerService.Core.Text;
using Xunit;

namespace CustomerService.Data.Tests;

public abstract class StockReviewCustomerTests(StoreFixture store)
{
    [Fact]
    public async Task Stock_is_told_for_each_warehouse_in_its_order()
    {
        var stock = await store.Stock.ReadAsync("E001", CancellationToken.None);

        Assert.Equal([("SEOUL", (int?)127), ("BUSAN", 45)], stock.Select(s => (s.Warehouse.Id, s.Level?.Quantity)));
        Assert.Equal(new TimeOnly(15, 0), stock[0].Warehouse.SameDayCutoff);
    }

    [Fact]
    public async Task Unknown_count_stays_unknown()
    {
        var stock = await store.Stock.ReadAsync("E021", CancellationToken.None);

        Assert.All(stock, s => Assert.NotNull(s.Level));
        Assert.All(stock, s => Assert.Null(s.Level!.Quantity));
    }

    [Fact]
    public async Task Inbound_shipment_comes_with_its_warehouse()
    {
        var seoul = (await store.Stock.ReadAsync("E004", CancellationToken.None))[0];

        Assert.Equal(0, seoul.Level?.Quantity);
        // The fixture's clock stands at 10:00 on 18 November 2026 in Seoul.
        Assert.Equal(new DateOnly(2026, 11, 24), Assert.Single(seoul.Inbound).ExpectedOn);
    }

    [Fact]
    public async Task Product_that_nobody_carries_has_warehouses_without_a_level()
    {
        var stock = await store.Stock.ReadAsync("NO-SUCH", CancellationToken.None);

        Assert.Equal(2, stock.Count);
        Assert.All(stock, s => Assert.Null(s.Level));
    }

    [Fact]
    public async Task Reviews_come_newest_first_with_the_tally_of_all()
    {
        var sample = await store.Reviews.ReadAsync("E001", 5, CancellationToken.None);

        Assert.Equal(5, sample.Newest.Count);
        Assert.True(sample.Tally.Count > 5);
        Assert.Equal(sample.Newest.OrderByDescending(r => r.WrittenAt).Select(r => r.Id), sample.Newest.Select(r => r.Id));
        Assert.Equal(sample.Tally.Version, (await store.Reviews.TallyAsync("E001", CancellationToken.None)).Version);
    }

    [Fact]
    public async Task Pages_of_reviews_cover_them_once_newest_first()
    {
        var all = await store.Reviews.ReadAsync("E001", 1000, CancellationToken.None);
        var pages = new List<Review>();
        for (var page = 1; await store.Reviews.ListAsync("E001", page, 10, CancellationToken.None) is { Count: > 0 } more; page++)
            pages.AddRange(more);

        Assert.Equal(all.Newest.Select(r => r.Id), pages.Select(r => r.Id));
        Assert.Empty(await store.Reviews.ListAsync("E001", int.MaxValue, 100, CancellationToken.None));
    }

    [Fact]
    public async Task Instants_keep_their_order_and_their_value()
    {
        await using var context = store.NewContext();
        var id = $"R-{Guid.NewGuid():N}";
        var written = new DateTimeOffset(2027, 1, 1, 8, 59, 59, 123, TimeSpan.FromHours(9));
        context.Add(new Review { Id = id, ProductId = "E002", Stars = 5, Language = Language.Korean, Text = "좋아요", Author = "a", WrittenAt = written });
        await context.SaveChangesAsync();

        var newest = (await store.Reviews.ReadAsync("E002", 1, CancellationToken.None)).Newest[0];
        Assert.Equal((id, written), (newest.Id, newest.WrittenAt));
        Assert.Equal(TimeSpan.Zero, newest.WrittenAt.Offset);
    }

    [Fact]
    public async Task Product_without_reviews_has_none()
    {
        var sample = await store.Reviews.ReadAsync("E027", 10, CancellationToken.None);

        Assert.Equal((0, 0), (sample.Tally.Count, sample.Newest.Count));
    }

    [Fact]
    public async Task Customer_comes_with_profile_and_purchases_newest_first()
    {
        var customer = await store.Customers.FindAsync("C67890", CancellationToken.None);

        Assert.Equal(new CustomerContext("20대", "운동", "배터리, 방수"), customer!.Profile);
        Assert.NotEmpty(customer.Purchases);
        Assert.Equal(customer.Purchases.OrderByDescending(p => p.PurchasedOn), customer.Purchases);
        Assert.Null(await store.Customers.FindAsync("C99999", CancellationToken.None));
    }

    [Fact]
    public async Task Customer_without_profile_words_has_none()
    {
        Assert.Equal(CustomerContext.None, (await store.Customers.FindAsync("C20005", CancellationToken.None))!.Profile);
    }

    [Theory]
    [InlineData("c123", "C12345")]
    [InlineData(" emily", "C20001")]
    [InlineData("김서", "C12345")]
    public async Task Customers_are_found_by_the_beginning_of_id_or_name(string text, string expected)
    {
        Assert.Contains(expected, (await store.Customers.SearchAsync(text, 10, CancellationToken.None)).Select(c => c.Id));
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("C1234_")]
    [InlineData("\\")]
    [InlineData("mily")]
    [InlineData("[a-z]")]
    public async Task Wildcards_are_plain_characters(string text)
    {
        Assert.Empty(await store.Customers.SearchAsync(text, 10, CancellationToken.None));
    }

    [Fact]
    public async Task Empty_text_lists_customers_by_id_up_to_the_limit()
    {
        var customers = await store.Customers.SearchAsync("", 3, CancellationToken.None);

        Assert.Equal(3, customers.Count);
        Assert.Equal(customers.OrderBy(c => c.Id, StringComparer.Ordinal), customers);
    }
}

public sealed class StockReviewCustomerOnSqliteTests(SqliteStore store) : StockReviewCustomerTests(store), IClassFixture<SqliteStore>;

public sealed class StockReviewCustomerOnPostgreSqlTests(PostgreSqlStore store) : StockReviewCustomerTests(store), IClassFixture<PostgreSqlStore>;
