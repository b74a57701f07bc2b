using CustomerService.Core.Catalog;
using CustomerService.Core.Documents;
using CustomerService.Core.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace CustomerService.Data.Documents;

/// <summary>Ranks passages in memory: of one product, its category and the shop there are few. The index of a set of documents is kept until one of them changes.</summary>
internal sealed class PassageSearch(IDbContextFactory<SupportDbContext> contexts, ISynonyms synonyms) : IPassageSearch, IDisposable
{
    private const int MaxPassagesKept = 50_000;

    private readonly MemoryCache _indices = new(new MemoryCacheOptions { SizeLimit = MaxPassagesKept });

    private readonly Func<SupportDbContext, IReadOnlyList<string>, IAsyncEnumerable<Found>> _documents =
        EF.CompileAsyncQuery((SupportDbContext context, IReadOnlyList<string> scopes) => context.Documents.AsNoTracking()
            .Where(d => scopes.Contains(d.Scope)).OrderBy(d => d.Id).Select(d => new Found(d.Id, d.Title, d.Scope, d.Hash, d.StoredAt)));

    public async Task<IReadOnlyList<FoundPassage>> FindAsync(string question, IReadOnlyList<CatalogProduct> products, int limit, CancellationToken cancellationToken)
    {
        List<string> scopes =
        [
            DocumentRecord.ScopeOf(DocumentBinding.Shop),
            .. products.SelectMany(p => new[] { DocumentRecord.ScopeOf(new(p.Product.Id, null)), DocumentRecord.ScopeOf(new(null, p.Product.CategoryId)) }).Distinct(),
        ];
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var documents = new Dictionary<string, Found>();
        await foreach (var document in _documents(context, scopes).WithCancellation(cancellationToken))
            documents.Add(document.Id, document);
        if (documents.Count == 0)
            return [];

        var index = await IndexAsync(context, documents, cancellationToken);
        var names = string.Join(' ', products.SelectMany(p => new[] { p.Product.Name.Ko, p.Product.Name.En, p.Product.Brand, p.Product.Model }));
        var book = await synonyms.BookAsync(cancellationToken);
        return
        [
            .. index.Passages.Find(question, names, limit, book).Select(hit => new FoundPassage(index.Stored[hit.Passage], DocumentRecord.BindingOf(documents[index.Stored[hit.Passage].DocumentId].Scope), hit)),
        ];
    }

    public void Dispose() => _indices.Dispose();

    private async Task<Index> IndexAsync(SupportDbContext context, Dictionary<string, Found> documents, CancellationToken cancellationToken)
    {
        var key = string.Join(' ', documents.Values.Select(d => $"{d.Id}:{d.Hash}:{d.StoredAt.UtcTicks}"));
        if (_indices.TryGetValue(key, out Index? kept))
            return kept!;
        var ids = documents.Keys.ToList();
        var passages = await context.Passages.AsNoTracking().Where(p => ids.Contains(p.DocumentId)).OrderBy(p => p.DocumentId).ThenBy(p => p.Number).ToListAsync(cancellationToken);
        var stored = passages.Select(p => DocumentStore.Stored(p, documents[p.DocumentId].Title)).ToList();
        var index = new Index(new(stored.Select(s => s.Passage)), stored.ToDictionary(s => (object)s.Passage, ReferenceEqualityComparer.Instance));
        return _indices.Set(key, index, new MemoryCacheEntryOptions { Size = Math.Max(1, stored.Count), SlidingExpiration = TimeSpan.FromMinutes(30) });
    }

    private sealed record Found(string Id, string Title, string Scope, string Hash, DateTimeOffset StoredAt);

    private sealed record Index(PassageIndex Passages, IReadOnlyDictionary<object, StoredPassage> Stored);
}
