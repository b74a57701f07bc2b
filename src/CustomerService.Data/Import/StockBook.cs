using CustomerService.Core.Catalog;
using Microsoft.EntityFrameworkCore;

namespace CustomerService.Data.Import;

/// <summary>Counts of some products and of their variants, which the context tracks.</summary>
internal sealed class StockBook
{
    private readonly SupportDbContext _context;
    private readonly DateTimeOffset _at;
    private readonly Dictionary<(string Product, string Warehouse), StockLevel> _levels;
    private readonly Dictionary<(string Product, string Variant, string Warehouse), VariantStockLevel> _variants;

    private StockBook(SupportDbContext context, DateTimeOffset at, IEnumerable<StockLevel> levels, IEnumerable<VariantStockLevel> variants) =>
        (_context, _at, _levels, _variants) = (context, at, levels.ToDictionary(l => (l.ProductId, l.WarehouseId)), variants.ToDictionary(v => (v.ProductId, v.VariantId, v.WarehouseId)));

    public static async Task<StockBook> ReadAsync(SupportDbContext context, IReadOnlySet<string> products, DateTimeOffset at, CancellationToken cancellationToken) => new(
        context, at, await context.StockLevels.Where(l => products.Contains(l.ProductId)).ToListAsync(cancellationToken),
        await context.VariantStockLevels.Where(l => products.Contains(l.ProductId)).ToListAsync(cancellationToken));

    /// <returns>Whether that is news.</returns>
    public bool Set(string product, string warehouse, int? quantity)
    {
        if (!_levels.TryGetValue((product, warehouse), out var level))
        {
            level = new() { ProductId = product, WarehouseId = warehouse, Quantity = quantity, UpdatedAt = _at };
            _levels.Add((product, warehouse), level);
            _context.Add(level);
            return true;
        }

        if (level.Quantity == quantity)
            return false;
        (level.Quantity, level.UpdatedAt) = (quantity, _at);
        return true;
    }

    /// <returns>Whether that is news.</returns>
    public bool Set(string product, string variant, string warehouse, int? quantity)
    {
        if (!_variants.TryGetValue((product, variant, warehouse), out var level))
        {
            level = new() { ProductId = product, VariantId = variant, WarehouseId = warehouse, Quantity = quantity };
            _variants.Add((product, variant, warehouse), level);
            _context.Add(level);
            return true;
        }

        if (level.Quantity == quantity)
            return false;
        level.Quantity = quantity;
        return true;
    }

    /// <summary>A product's count follows from those of its variants; where one is unknown, so is it.</summary>
    /// <param name="keepsOwn">Whether a count of the product itself stands where none of the variants has one.</param>
    public void Sum(string product, bool keepsOwn)
    {
        foreach (var place in _variants.Values.Where(v => v.ProductId == product).GroupBy(v => v.WarehouseId).ToList())
        {
            var counts = place.Select(v => v.Quantity).ToList();
            if (counts.TrueForAll(c => c is null) && keepsOwn && _levels.ContainsKey((product, place.Key)))
                continue;
            Set(product, place.Key, counts.Contains(null) ? null : (int)Math.Min(int.MaxValue, counts.Sum(c => (long)c!.Value)));
        }
    }
}
