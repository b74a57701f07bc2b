using CustomerService.Core.Answers;
using CustomerService.Core.Catalog;

namespace CustomerService.Core.Lookups;

/// <summary>What can be had, from where, and when it leaves.</summary>
public sealed class StockLookup(IStockSource stock) : ILookup
{
    public LookupKind Kind => LookupKind.StockCheck;

    public async Task<LookupFinding> FindAsync(ResolvedQuery query, CancellationToken cancellationToken)
    {
        if (query.Product?.Product is not { } product)
            return LookupFinding.None(EmptyReason.NoProduct);
        return Of(product, await stock.ReadAsync(product.Id, cancellationToken).ConfigureAwait(false), query.AskedAt) is { } data
            ? LookupFinding.Of(data)
            : LookupFinding.None(EmptyReason.NotCarried);
    }

    /// <summary>What the warehouses' counts mean for somebody who asks now; null when no warehouse carries the product.</summary>
    public static StockData? Of(Product product, IReadOnlyList<WarehouseStock> all, DateTimeOffset now)
    {
        var carrying = all.Where(w => w.Level is not null || w.Inbound.Count > 0).ToList();
        if (carrying.Count == 0)
            return null;

        var counts = carrying.Where(w => w.Level?.Quantity is not null).Select(w => w.Level!.Quantity!.Value).ToList();
        return new(
            product.Id,
            product.Status,
            counts.Count == 0 ? null : counts.Sum(),
            carrying.All(w => w.Level?.Quantity is not null),
            [.. carrying.Select(w => At(w, now))]);
    }

    private static StockAtWarehouse At(WarehouseStock stock, DateTimeOffset now)
    {
        var warehouse = stock.Warehouse;
        var local = DispatchCalendar.LocalTime(warehouse, now);
        var today = DateOnly.FromDateTime(local);
        var dispatch = DispatchCalendar.NextDispatch(warehouse, now);
        var quantity = stock.Level?.Quantity;
        return new(
            warehouse.Id, warehouse.Name.Completed(), quantity, quantity > 0 && dispatch == today, dispatch, warehouse.SameDayCutoff,
            quantity is null ? null : stock.Level!.UpdatedAt,
            [.. stock.Inbound.OrderBy(i => i.ExpectedOn).Select(i => new Inbound(i.Quantity, i.ExpectedOn, i.ExpectedOn < today))]);
    }
}

/// <summary>When a warehouse ships. Public holidays are not known to it.</summary>
public static class DispatchCalendar
{
    public static DateTime LocalTime(Warehouse warehouse, DateTimeOffset now) =>
        TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(warehouse.TimeZone)).DateTime;

    /// <summary>The local day on which an order paid now leaves; null where the shop has not told when orders leave.</summary>
    public static DateOnly? NextDispatch(Warehouse warehouse, DateTimeOffset now)
    {
        if (warehouse.SameDayCutoff is not { } cutoff)
            return null;
        var local = LocalTime(warehouse, now);
        var day = DateOnly.FromDateTime(local);
        if (TimeOnly.FromDateTime(local) >= cutoff)
            day = day.AddDays(1);
        while (day.DayOfWeek == DayOfWeek.Sunday || (day.DayOfWeek == DayOfWeek.Saturday && !warehouse.ShipsOnSaturday))
            day = day.AddDays(1);
        return day;
    }
}
