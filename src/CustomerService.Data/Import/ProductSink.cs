using CustomerService.Core.Catalog;
using CustomerService.Core.Import;
using CustomerService.Core.Text;
using Microsoft.EntityFrameworkCore;

namespace CustomerService.Data.Import;

/// <summary>Products with their variants, options and counts.</summary>
internal sealed class ProductSink(ProductReader reader, ImportSettings settings, ImportDialect dialect, string parentHeader) : RowSink<ProductItem>(reader.Read)
{
    private const string Uncategorised = "uncategorised";

    private readonly HashSet<string> _hidden = new(StringComparer.Ordinal);
    private readonly HashSet<string> _tried = new(StringComparer.Ordinal);

    public override int BatchSize => 500;

    protected override void Pass(ProductItem item)
    {
        if (item.IsHidden)
            _hidden.Add(item.ProductId);
    }

    protected override async Task ApplyAsync(
        SupportDbContext context, IReadOnlyList<(long Number, FileRow Row, ProductItem Item)> items, BatchOutcome outcome, bool isDry, CancellationToken cancellationToken)
    {
        var ids = items.Select(i => i.Item.ProductId).ToHashSet(StringComparer.Ordinal);
        var products = await context.Products.Include(p => p.Attributes).Include(p => p.Variants).AsSplitQuery().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, StringComparer.Ordinal, cancellationToken);
        var stock = await StockBook.ReadAsync(context, ids, settings.At, cancellationToken);
        var warehouses = await Warehouses.ReadAsync(context, settings, cancellationToken);
        var categories = await CategoriesAsync(context, cancellationToken);
        foreach (var (number, row, item) in items)
        {
            Pass(item);
            var isNew = !products.TryGetValue(item.ProductId, out var product);
            if (isNew && (item.IsHidden || _hidden.Contains(item.ProductId)))
            {
                outcome.Skipped++;
                continue;
            }

            if (isNew && isDry && _tried.Contains(item.ProductId))
            {
                outcome.Added++;
                continue;
            }

            if (isNew && item.Name is null)
            {
                outcome.Bad.Add((number, row, new(RowFault.UnknownProduct, parentHeader, item.ProductId)));
                continue;
            }

            if (isNew)
            {
                product = New(item);
                products.Add(product.Id, product);
                _tried.Add(product.Id);
                context.Add(product);
            }

            var changes = new Changes(product!, item, settings.At);
            changes.OfProduct(name => CategoryOf(context, categories, name));
            var variant = changes.OfVariant();
            // Of a product with variants only a count of its own is worth more than what follows from theirs.
            if (item.Stock is { } count && (variant is not null || product!.Variants.Count == 0 || count.Quantity is not null))
            {
                var warehouse = warehouses.Named(count.WarehouseId);
                changes.IsChanged |= variant is null ? stock.Set(product!.Id, warehouse, count.Quantity) : stock.Set(product!.Id, variant.Id, warehouse, count.Quantity);
            }

            _ = isNew || changes.IsNewVariant ? outcome.Added++ : changes.IsChanged ? outcome.Changed++ : outcome.Unchanged++;
        }

        foreach (var product in products.Values.Where(p => p.Variants.Count > 0))
        {
            VariantSummary.Write(product);
            stock.Sum(product.Id, keepsOwn: dialect == ImportDialect.WooCommerce);
        }

        if (isDry)
            return;
        context.ChangeTracker.DetectChanges();
        foreach (var product in products.Values.Where(p => context.Entry(p).State is EntityState.Modified or EntityState.Added))
            product.UpdatedAt = settings.At;
        await context.SaveChangesAsync(cancellationToken);
    }

    private static Product New(ProductItem item) => new()
    {
        Id = item.ProductId, Name = item.Name!, Brand = item.Brand ?? "", CategoryId = Uncategorised, Description = new("", ""), Status = ProductStatus.Active, PriceMinor = null, Currency = item.Currency,
    };

    private static async Task<Dictionary<string, Category>> CategoriesAsync(SupportDbContext context, CancellationToken cancellationToken)
    {
        var byName = new Dictionary<string, Category>(StringComparer.OrdinalIgnoreCase);
        foreach (var category in await context.Categories.OrderBy(c => c.Id).ToListAsync(cancellationToken))
        {
            foreach (var name in (IEnumerable<string>)[category.Id, category.Name.Ko, category.Name.En, .. category.Terms])
                byName.TryAdd(name, category);
        }

        return byName;
    }

    private static string CategoryOf(SupportDbContext context, Dictionary<string, Category> categories, string? name)
    {
        var wanted = name ?? Uncategorised;
        if (categories.TryGetValue(wanted, out var known))
            return known.Id;
        var added = new Category { Id = name is null ? Uncategorised : Identifier.OfName(name), Name = name is null ? new("기타", "Other") : new LocalizedText(name, name) };
        // Two names may come to the same id.
        if (categories.TryGetValue(added.Id, out var same))
            return same.Id;
        context.Add(added);
        categories[wanted] = categories[added.Id] = added;
        return added.Id;
    }

    /// <summary>What one row changes.</summary>
    private sealed class Changes(Product product, ProductItem item, DateTimeOffset at)
    {
        public bool IsChanged { get; set; }

        public bool IsNewVariant { get; private set; }

        public void OfProduct(Func<string?, string> categoryOf)
        {
            if (item.Status is { } status)
                Set(product.Status, status, s => product.Status = s);
            if (item.Name is not { } name)
                return;
            Set(product.Name, name, n => product.Name = n);
            if (item.Brand is { } brand)
                Set(product.Brand, brand, b => product.Brand = b);
            if (item.Model is { } model)
                Set(product.Model, model.Length > 0 ? model : null, m => product.Model = m);
            if (item.Description is { } description)
                Set(product.Description, description, d => product.Description = d);
            // What the file has no category for keeps the one that somebody gave it.
            if (item.Category is not null || product.UpdatedAt == default || product.UpdatedAt == at)
                Set(product.CategoryId, categoryOf(item.Category), c => product.CategoryId = c);
            if (item.VariantId is not null)
                return;
            if (item.TellsPrice && product.Variants.Count == 0)
            {
                Set(product.PriceMinor, item.Price?.Minor, p => product.PriceMinor = p);
                Set(product.ListPriceMinor, Higher(item), p => product.ListPriceMinor = p);
                Set(product.Currency, item.Currency, c => product.Currency = c);
            }

            foreach (var option in product.Variants.Count == 0 ? item.Options : [])
                IsChanged |= VariantSummary.Set(product, option.Name, option.Value);
        }

        /// <returns>Null where the row is of no variant.</returns>
        public ProductVariant? OfVariant()
        {
            if (item.VariantId is not { } id)
                return null;
            var variant = product.Variants.Find(v => v.Id == id);
            if (variant is null)
            {
                variant = new() { ProductId = product.Id, Id = id, Position = product.Variants.Count };
                product.Variants.Add(variant);
                IsNewVariant = true;
            }

            if (!variant.Options.SequenceEqual(item.Options))
                (variant.Options, IsChanged) = ([.. item.Options], true);
            if (!item.TellsPrice)
                return variant;
            Set(variant.PriceMinor, item.Price?.Minor, p => variant.PriceMinor = p);
            Set(variant.ListPriceMinor, Higher(item), p => variant.ListPriceMinor = p);
            if (item.Price is not null)
                Set(product.Currency, item.Currency, c => product.Currency = c);
            return variant;
        }

        private static long? Higher(ProductItem item) => item.ListPrice?.Minor > item.Price?.Minor ? item.ListPrice?.Minor : null;

        private void Set<T>(T before, T now, Action<T> set)
        {
            if (EqualityComparer<T>.Default.Equals(before, now))
                return;
            set(now);
            IsChanged = true;
        }
    }
}
