using CustomerService.Core.Import;
using Microsoft.EntityFrameworkCore;

namespace CustomerService.Data.Import;

/// <summary>Counts by warehouse, of products or of their variants.</summary>
internal sealed class StockSink(RowReader reader, ImportSettings settings, string productHeader) : RowSink<StockItem>(reader.Stock)
{
    public override int BatchSize => 1_000;

    protected override async Task ApplyAsync(
        SupportDbContext context, IReadOnlyList<(long Number, FileRow Row, StockItem Item)> items, BatchOutcome outcome, bool isDry, CancellationToken cancellationToken)
    {
        var ids = items.Select(i => i.Item.Id).ToHashSet(StringComparer.Ordinal);
        var variants = (await context.ProductVariants.AsNoTracking().Where(v => ids.Contains(v.Id)).Select(v => new { v.ProductId, v.Id }).ToListAsync(cancellationToken)).ToLookup(v => v.Id, v => v.ProductId, StringComparer.Ordinal);
        var products = (await context.Products.Where(p => ids.Contains(p.Id)).Select(p => p.Id).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        var touched = products.Concat(variants.SelectMany(v => v)).ToHashSet(StringComparer.Ordinal);
        var stock = await StockBook.ReadAsync(context, touched, settings.At, cancellationToken);
        var warehouses = await Warehouses.ReadAsync(context, settings, cancellationToken);
        var sums = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (number, row, item) in items)
        {
            var owners = variants[item.Id].ToList();
            // A variant's name made of its options may be that of several products; its number is of one.
            if (!products.Contains(item.Id) && owners.Count != 1)
            {
                outcome.Bad.Add((number, row, new(RowFault.UnknownProduct, productHeader, item.Id)));
                continue;
            }

            var warehouse = warehouses.Named(item.Count.WarehouseId);
            bool isNews;
            if (products.Contains(item.Id))
                isNews = stock.Set(item.Id, warehouse, item.Count.Quantity);
            else
            {
                isNews = stock.Set(owners[0], item.Id, warehouse, item.Count.Quantity);
                sums.Add(owners[0]);
            }

            _ = isNews ? outcome.Changed++ : outcome.Unchanged++;
        }

        foreach (var product in sums)
            stock.Sum(product, keepsOwn: false);
        if (!isDry)
            await context.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>Customers; what a file says nothing about stays.</summary>
internal sealed class CustomerSink(RowReader reader) : RowSink<CustomerItem>(reader.Customer)
{
    public override int BatchSize => 1_000;

    protected override async Task ApplyAsync(
        SupportDbContext context, IReadOnlyList<(long Number, FileRow Row, CustomerItem Item)> items, BatchOutcome outcome, bool isDry, CancellationToken cancellationToken)
    {
        var ids = items.Select(i => i.Item.Id).ToHashSet(StringComparer.Ordinal);
        var customers = await context.Customers.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, StringComparer.Ordinal, cancellationToken);
        foreach (var (_, _, item) in items)
        {
            if (!customers.TryGetValue(item.Id, out var customer))
            {
                customer = new() { Id = item.Id, Name = item.Name, Language = item.Language ?? Core.Text.LanguageExtensions.Detect(item.Name), Profile = item.Profile };
                customers.Add(item.Id, customer);
                context.Add(customer);
                outcome.Added++;
                continue;
            }

            var (language, profile) = (item.Language ?? customer.Language, item.Profile.Or(customer.Profile));
            var isSame = customer.Name == item.Name && customer.Language == language && customer.Profile == profile;
            _ = isSame ? outcome.Unchanged++ : outcome.Changed++;
            if (!isSame)
                (customer.Name, customer.Language, customer.Profile) = (item.Name, language, profile);
        }

        if (!isDry)
            await context.SaveChangesAsync(cancellationToken);
    }
}
