using CustomerService.Core.Catalog;
using CustomerService.Core.Search;
using Microsoft.EntityFrameworkCore;

namespace CustomerService.Data.Search;

/// <summary>
/// A product's search tokens, separated by spaces. They have a row of their own since SQLite's full-text index needs an integer
/// key that stays when the database is compacted.
/// </summary>
internal sealed class ProductSearchText
{
    private const int FilledAtOnce = 500;

    public int Id { get; init; }
    public required string ProductId { get; init; }
    /// <summary>Names, brand, model and id: a match here weighs most.</summary>
    public required string Name { get; set; }
    /// <summary>Category and description.</summary>
    public required string Body { get; set; }

    public static (string Name, string Body) Of(Product product, Category? category) => (
        Join(product.Name.Ko, product.Name.En, WithoutSpaces(product.Name.Ko), WithoutSpaces(product.Name.En), product.Brand, product.Model, product.Id, Packed(product.Model), Packed(product.Id)),
        Join([category?.Name.Ko, category?.Name.En, .. category?.Terms ?? [], product.Description.Ko, product.Description.En]));

    /// <summary>Writes the texts of all products that the context is about to save, and of those in a category that changes.</summary>
    public static async Task UpdateAsync(SupportDbContext context, CancellationToken cancellationToken)
    {
        var changedCategories = context.ChangeTracker.Entries<Category>()
            .Where(e => e.State == EntityState.Modified).Select(e => e.Entity.Id).ToList();
        if (changedCategories.Count > 0)
            await context.Products.Where(p => changedCategories.Contains(p.CategoryId)).LoadAsync(cancellationToken);

        var products = context.ChangeTracker.Entries<Product>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified
                || (e.State == EntityState.Unchanged && changedCategories.Contains(e.Entity.CategoryId)))
            .ToList();
        if (products.Count == 0)
            return;

        var categories = products.Select(e => e.Entity.CategoryId).Distinct().ToList();
        await context.Categories.Where(c => categories.Contains(c.Id)).LoadAsync(cancellationToken);
        var stored = products.Where(e => e.State != EntityState.Added).Select(e => e.Entity.Id).ToList();
        if (stored.Count > 0)
            await context.ProductSearchTexts.Where(t => stored.Contains(t.ProductId)).LoadAsync(cancellationToken);

        await ProductWord.AddAsync(context, products.Select(e => e.Entity), cancellationToken);
        var texts = context.ProductSearchTexts.Local.ToDictionary(t => t.ProductId);
        foreach (var product in products.Select(e => e.Entity))
        {
            var (name, body) = Of(product, context.Categories.Local.FindEntry(product.CategoryId)?.Entity);
            if (texts.TryGetValue(product.Id, out var text))
                (text.Name, text.Body) = (name, body);
            else
                context.Add(new ProductSearchText { ProductId = product.Id, Name = name, Body = body });
        }
    }

    /// <summary>Writes texts and words of the products from before there were <see cref="ProductWord"/>s, all or none.</summary>
    public static async Task FillAsync(SupportDbContext context, CancellationToken cancellationToken)
    {
        if (await context.ProductWords.AnyAsync(cancellationToken))
            return;
        var categories = await context.Categories.AsNoTracking().ToDictionaryAsync(c => c.Id, cancellationToken);
        var ids = await context.Products.Select(p => p.Id).ToListAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        foreach (var chunk in ids.Chunk(FilledAtOnce))
        {
            var products = await context.Products.AsNoTracking().Where(p => chunk.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
            foreach (var text in await context.ProductSearchTexts.Where(t => chunk.Contains(t.ProductId)).ToListAsync(cancellationToken))
                (text.Name, text.Body) = Of(products[text.ProductId], categories.GetValueOrDefault(products[text.ProductId].CategoryId));
            await ProductWord.AddAsync(context, products.Values, cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            context.ChangeTracker.Clear();
        }

        await transaction.CommitAsync(cancellationToken);
    }

    // SW-PRO48 is also written swpro48 and sw pro 48.
    private static string? Packed(string? code) => code is null ? null : string.Concat(code.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    // Shoppers write 노바 워치핏 for 노바 워치 핏.
    private static string WithoutSpaces(string name) => string.Concat(name.Where(c => !char.IsWhiteSpace(c)));

    private static string Join(params string?[] texts) => string.Join(' ', SearchText.Tokens(string.Join('\n', texts)));
}
