using System.Collections.Concurrent;
using CustomerService.Core.Catalog;
using CustomerService.Core.Documents;

namespace CustomerService.Core.Evaluation;

/// <summary>All passages that a search could have found, so that one can tell whether it missed something.</summary>
public sealed class DocumentShelf(IDocumentStore documents)
{
    private const int PageSize = 100;

    public async Task<ShelvedDocuments> ReadAsync(CancellationToken cancellationToken)
    {
        var all = new List<Document>();
        for (var page = 1; ; page++)
        {
            var next = await documents.ListAsync("", page, PageSize, cancellationToken).ConfigureAwait(false);
            all.AddRange(next.Items);
            if (page >= next.Pages)
                return new(documents, all.ToLookup(d => d.Binding, d => d.Id));
        }
    }
}

/// <summary>The documents as they were bound when the run began; each is read when it is first needed, and once.</summary>
public sealed class ShelvedDocuments
{
    private readonly IDocumentStore _documents;
    private readonly ILookup<DocumentBinding, string> _ids;
    private readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyList<StoredPassage>>>> _passages = new(StringComparer.Ordinal);

    internal ShelvedDocuments(IDocumentStore documents, ILookup<DocumentBinding, string> ids) => (_documents, _ids) = (documents, ids);

    /// <summary>The passages of the shop's documents and of those of the products and their categories, by evidence id.</summary>
    internal async Task<IReadOnlyDictionary<string, Passage>> OfAsync(IReadOnlyList<CatalogProduct> products, CancellationToken cancellationToken)
    {
        var bindings = products.SelectMany(p => new DocumentBinding[] { new(p.Product.Id, null), new(null, p.Product.CategoryId) }).Append(DocumentBinding.Shop).Distinct();
        var passages = new Dictionary<string, Passage>(StringComparer.Ordinal);
        foreach (var id in bindings.SelectMany(b => _ids[b]))
        {
            var reading = _passages.GetOrAdd(id, key => new(() => _documents.PassagesAsync(key, CancellationToken.None)));
            foreach (var stored in await reading.Value.WaitAsync(cancellationToken).ConfigureAwait(false))
                passages[DocumentPlace.EvidenceId(stored.DocumentId, stored.Number)] = stored.Passage;
        }

        return passages;
    }
}
