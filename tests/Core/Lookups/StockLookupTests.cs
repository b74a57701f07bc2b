using CustomerService.Core.Lookups;
using CustomerService.Testing;
using Xunit;

namespace CustomerService.Core.Tests.Lookups;

public sealed class StockLookupTests
{
    private readonly ShopStub _shop = new();

    public StockLookupTests()
    {
        _shop.Warehouses.Add(Build.Warehouse("BUSAN", "부산 물류센터", "Busan warehouse"));
        _shop.Warehouses.Add(Build.Warehouse("JEJU", "제주 물류센터", "Jeju warehouse"));
    }

    [Fact]
    public async Task Counts_are_told_by_warehouse_and_in_all()
    {
        _shop.Sells(Build.Product("E001"), 127).Stocks("E001", "BUSAN", 45);

        var data = await FindAsync();

        Assert.Equal((172, true), (data.Available!.Value, data.AllReported));
        Assert.Equal([("SEOUL", 127), ("BUSAN", 45)], data.Warehouses.Select(w => (w.WarehouseId, w.Quantity!.Value)));
        Assert.All(data.Warehouses, w => Assert.Equal(Build.Wednesday.AddHours(-1), w.CountedAt));
    }

    [Fact]
    public async Task Unknown_count_is_not_zero()
    {
        _shop.Sells(Build.Product("E001"), null);

        var data = await FindAsync();

        Assert.Null(data.Available);
        Assert.False(data.AllReported);
        var warehouse = Assert.Single(data.Warehouses);
        Assert.Null(warehouse.Quantity);
        Assert.Null(warehouse.CountedAt);
        Assert.False(warehouse.ShipsToday);
    }

    [Fact]
    public async Task Unknown_count_beside_a_known_one_leaves_the_sum_open()
    {
        _shop.Sells(Build.Product("E001"), 0).Stocks("E001", "BUSAN", null);

        var data = await FindAsync();

        Assert.Equal((0, false), (data.Available!.Value, data.AllReported));
    }

    [Fact]
    public async Task None_left_does_not_ship_today()
    {
        _shop.Sells(Build.Product("E001"), 0);

        Assert.False(Assert.Single((await FindAsync()).Warehouses).ShipsToday);
    }

    [Fact]
    public async Task A_product_that_no_warehouse_carries_is_empty_and_not_sold_out()
    {
        _shop.Products.Add(Build.Product("E001"));

        var finding = await Lookup().FindAsync(Build.Resolved(_shop, Build.Reading(), ["E001"]), CancellationToken.None);

        Assert.Equal(LookupFinding.None(EmptyReason.NotCarried), finding);
    }

    [Fact]
    public async Task Without_a_product_there_is_nothing_to_check()
    {
        var finding = await Lookup().FindAsync(Build.Resolved(_shop, Build.Reading(), []), CancellationToken.None);

        Assert.Equal(LookupFinding.None(EmptyReason.NoProduct), finding);
    }

    [Fact]
    public async Task Inbound_is_told_by_day_and_overdue_only_after_its_day()
    {
        _shop.Products.Add(Build.Product("E001"));
        _shop.Expects("E001", "BUSAN", 30, new(2026, 11, 25)).Expects("E001", "BUSAN", 20, new(2026, 11, 17)).Expects("E001", "BUSAN", 10, new(2026, 11, 18));

        var data = await FindAsync();

        Assert.Equal([new Inbound(20, new(2026, 11, 17), true), new(10, new(2026, 11, 18), false), new(30, new(2026, 11, 25), false)],
            Assert.Single(data.Warehouses).Inbound);
        Assert.Null(data.Available);
    }

    [Fact]
    public async Task The_day_is_the_warehouses_own()
    {
        _shop.Sells(Build.Product("E001"), 0).Expects("E001", "SEOUL", 5, new(2026, 11, 18));

        // 00:30 of the 19th in Seoul, still the 18th in UTC.
        var data = await FindAsync(new(2026, 11, 18, 15, 30, 0, TimeSpan.Zero));

        Assert.True(Assert.Single(data.Warehouses[0].Inbound).Overdue);
        Assert.Equal(new DateOnly(2026, 11, 19), data.Warehouses[0].NextDispatch);
    }

    [Theory]
    [InlineData("2026-11-18T13:59:59", false, "2026-11-18")] // Wednesday
    [InlineData("2026-11-18T14:00:00", false, "2026-11-19")]
    [InlineData("2026-11-20T13:00:00", false, "2026-11-20")] // Friday
    [InlineData("2026-11-20T18:00:00", false, "2026-11-23")]
    [InlineData("2026-11-20T18:00:00", true, "2026-11-21")]
    [InlineData("2026-11-21T09:00:00", false, "2026-11-23")] // Saturday
    [InlineData("2026-11-21T09:00:00", true, "2026-11-21")]
    [InlineData("2026-11-21T15:00:00", true, "2026-11-23")]
    [InlineData("2026-11-22T09:00:00", true, "2026-11-23")] // Sunday
    [InlineData("2026-11-22T20:00:00", false, "2026-11-23")]
    [InlineData("2026-12-31T14:00:00", false, "2027-01-01")]
    public async Task Orders_leave_on_the_next_working_day_after_the_cutoff(string local, bool saturday, string day)
    {
        _shop.Warehouses[0].ShipsOnSaturday = saturday;
        _shop.Sells(Build.Product("E001"), 3);
        var now = new DateTimeOffset(DateTime.Parse(local, null), TimeSpan.FromHours(9));

        var warehouse = (await FindAsync(now)).Warehouses[0];

        Assert.Equal(DateOnly.Parse(day, null), warehouse.NextDispatch);
        Assert.Equal(DateOnly.FromDateTime(now.DateTime) == warehouse.NextDispatch, warehouse.ShipsToday);
    }

    private StockLookup Lookup() => new(_shop);

    private async Task<StockData> FindAsync(DateTimeOffset? now = null) => Assert.IsType<StockData>(
        (await Lookup().FindAsync(Build.Resolved(_shop, Build.Reading(), ["E001"], askedAt: now), CancellationToken.None)).Data);
}
