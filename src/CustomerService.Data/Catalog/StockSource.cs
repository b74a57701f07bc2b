using CustomerService.Core.Catalog;
using Microsoft.EntityFrameworkCore;

namespace CustomerService.Data.Catalog;

internal sealed class StockSource(IDbContextFactory<SupportDbContext> contexts) : IStockSource
{
    public async Task<IReadOnlyList<WarehouseStock>> ReadAsync(string productId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var warehouses = await context.Warehouses.AsNoTracking()
            .OrderBy(w => w.SortOrder).ThenBy(w => w.Id)
            .LeftJoin(context.StockLevels.Where(s => s.ProductId == productId), w => w.Id, s => s.WarehouseId, (w, s) => new { Warehouse = w, Level = s })
            .ToListAsync(cancellationToken);
        var inbound = await context.InboundShipments.AsNoTracking()
            .Where(s => s.ProductId == productId)
            .OrderBy(s => s.ExpectedOn).ThenBy(s => s.Id)
            .ToListAsync(cancellationToken);
        var byWarehouse = inbound.ToLookup(s => s.WarehouseId);
        return [.. warehouses.Select(w => new WarehouseStock(w.Warehouse, w.Level, [.. byWarehouse[w.Warehouse.Id]]))];
    }
}
