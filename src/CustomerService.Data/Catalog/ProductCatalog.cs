using CustomerService.Core.Catalog;
using CustomerService.Data.Configurations;
using CustomerService.Data.Search;
using Microsoft.EntityFrameworkCore;

namespace CustomerService.Data.Catalog;

internal sealed class ProductCatalog(IDbContextFactory<SupportDbContext> contexts, ProductSearch search, CategoryCache categories) : IProductCatalog
{
    // Of a search's hits a list shows those that share at least this much of the best one's score.
    private const double ListedScore = 0.4;

    private readonly Func<SupportDbContext, IReadOnlyList<string>, IAsyncEnumerable<Row>> _rows =
        EF.CompileAsyncQuery((SupportDbContext context, IReadOnlyList<string> ids) => context.Products.AsNoTracking()
            .Where(p => ids.Contains(p.Id))
            .LeftJoin(context.ReviewTallies, p => p.Id, t => t.ProductId, (p, t) => new Row(
                p, t, EF.Property<int?>(p, ProductConfiguration.Available), EF.Property<bool>(p, ProductConfiguration.HasUnknownStock))));

    private readonly Func<SupportDbContext, IReadOnlyList<string>, IAsyncEnumerable<ProductAttribute>> _attributes =
        EF.CompileAsyncQuery((SupportDbContext context, IReadOnlyList<string> ids) => context.ProductAttributes.AsNoTracking()
            .Where(a => ids.Contains(a.ProductId))
            .OrderBy(a => a.ProductId).ThenBy(a => a.Key)
            .AsQueryable());

    public async Task<IReadOnlyList<CatalogProduct>> FindAsync(IReadOnlyCollection<string> productIds, CancellationToken cancellationToken)
    {
        var ids = productIds.Where(Identifiers.IsWellFormed).Distinct().ToList();
        if (ids.Count == 0)
            return [];
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await LoadAsync(context, ids, cancellationToken);
    }

    public async Task<IReadOnlyList<ProductHit>> SearchAsync(string text, int limit, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return [.. (await search.SearchAsync(context, text, cancellationToken)).Take(limit)];
    }

    public async Task<Page<CatalogProduct>> ListAsync(string? searchText, string? categoryId, int page, int pageSize, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        List<string> ids;
        int total;
        if (string.IsNullOrWhiteSpace(searchText))
        {
            var listed = categoryId is null ? context.Products : context.Products.Where(p => p.CategoryId == categoryId);
            total = await listed.CountAsync(cancellationToken);
            ids = await listed.OrderBy(p => p.Id).Select(p => p.Id).Skip(Paging.Before(page, pageSize)).Take(pageSize).ToListAsync(cancellationToken);
        }
        else
        {
            var hits = await search.SearchAsync(context, searchText, cancellationToken);
            var good = hits.TakeWhile(h => h.Score >= hits[0].Score * ListedScore).Where(h => categoryId is null || h.CategoryId == categoryId).ToList();
            total = good.Count;
            ids = [.. good.Skip(Paging.Before(page, pageSize)).Take(pageSize).Select(h => h.ProductId)];
        }

        return new(ids.Count == 0 ? [] : await LoadAsync(context, ids, cancellationToken), page, pageSize, total);
    }

    public async Task<IReadOnlyList<CatalogProduct>> FindCandidatesAsync(CandidateFilter filter, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = await CandidateQuery.IdsAsync(context, filter, cancellationToken);
        return ids.Count == 0 ? [] : await LoadAsync(context, ids, cancellationToken);
    }

    public ValueTask<IReadOnlyList<Category>> CategoriesAsync(CancellationToken cancellationToken) => categories.ListAsync(cancellationToken);

    private async Task<IReadOnlyList<CatalogProduct>> LoadAsync(SupportDbContext context, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var rows = await _rows(context, ids).ToDictionaryAsync(r => r.Product.Id, cancellationToken: cancellationToken);
        var attributes = await _attributes(context, ids).ToListAsync(cancellationToken);
        foreach (var attribute in attributes)
        {
            if (rows.TryGetValue(attribute.ProductId, out var row))
                row.Product.Attributes.Add(attribute);
        }

        var byId = await categories.ByIdAsync(rows.Values.Select(r => r.Product.CategoryId), cancellationToken);
        return
        [
            .. ids.Where(rows.ContainsKey).Select(id => rows[id]).Select(r => new CatalogProduct(
                r.Product, byId[r.Product.CategoryId], r.Tally ?? new ReviewTally { ProductId = r.Product.Id }, r.Available, r.HasUnknownStock)),
        ];
    }

    private sealed record Row(Product Product, ReviewTally? Tally, int? Available, bool HasUnknownStock);
}
