using CustomerService.Core.Catalog;
using Microsoft.EntityFrameworkCore;

namespace CustomerService.Data.Catalog;

internal sealed class StockSource(IDbContextFactory<SupportDbContext> contexts) : IStockSource
{
    private readonly Func<SupportDbContext, string, IAsyncEnumerable<Row>> _warehouses =
        EF.CompileAsyncQuery((SupportDbContext context, string productId) => context.Warehouses.AsNoTracking()
            .OrderBy(w => w.SortOrder).ThenBy(w => w.Id)
            .LeftJoin(context.StockLevels.Where(s => s.ProductId == productId), w => w.Id, s => s.WarehouseId, (w, s) => new Row(w, s)));

    private readonly Func<SupportDbContext, string, IAsyncEnumerable<InboundShipment>> _inbound =
        EF.CompileAsyncQuery((SupportDbContext context, string productId) => context.InboundShipments.AsNoTracking()
            .Where(s => s.ProductId == productId)
            .OrderBy(s => s.ExpectedOn).ThenBy(s => s.Id)
            .AsQueryable());

    public async Task<IReadOnlyList<WarehouseStock>> ReadAsync(string productId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var warehouses = await _warehouses(context, productId).ToListAsync(cancellationToken);
        var inbound = await _inbound(context, productId).ToListAsync(cancellationToken);
        var byWarehouse = inbound.ToLookup(s => s.WarehouseId);
        return [.. warehouses.Select(w => new WarehouseStock(w.Warehouse, w.Level, [.. byWarehouse[w.Warehouse.Id]]))];
    }

    private sealed record Row(Warehouse Warehouse, StockLevel? Level);
}
