namespace CustomerService.Core.Documents;

public enum DocumentFormat
{
    Pdf,
    Markdown,
    Html,
    Text,
}

/// <summary>What a document is about: one product, all products of a category, or the whole shop when both are null.</summary>
public sealed record DocumentBinding(string? ProductId, string? CategoryId)
{
    public static DocumentBinding Shop { get; } = new(null, null);
}

/// <summary>A manual, a policy or a list of questions and answers that the assistant may quote. Customers can read all of it.</summary>
/// <param name="Id">Unguessable; 32 hexadecimal digits.</param>
/// <param name="FileName">As it was given in; one binding has one document of a name.</param>
/// <param name="Pages">1 for formats without pages.</param>
public sealed record Document(
    string Id, string Title, string FileName, DocumentFormat Format, DocumentBinding Binding, int Pages, int Passages, DateTimeOffset StoredAt);

/// <summary>A document that was read and cut, to be stored.</summary>
/// <param name="Title">1 to 200 characters.</param>
/// <param name="FileName">1 to 200 characters, without folders.</param>
/// <param name="File">The file as it was given in, for those who open it.</param>
public sealed record NewDocument(
    string Title, string FileName, DocumentFormat Format, DocumentBinding Binding, int Pages, IReadOnlyList<Passage> Passages, ReadOnlyMemory<byte> File);

/// <summary>A passage and where it stands.</summary>
/// <param name="Number">Its place in the document, from 1.</param>
public sealed record StoredPassage(string DocumentId, string Title, int Number, Passage Passage);

public sealed record DocumentFile(string FileName, DocumentFormat Format, byte[] Content);

/// <summary>The shop's documents. Each call uses a database context of its own.</summary>
public interface IDocumentStore
{
    /// <summary>
    /// Stores a document with its passages in one transaction. One of the same file name and binding is replaced and keeps its id; where
    /// the file is the same, too, nothing is changed.
    /// </summary>
    /// <returns>The document, and whether anything was changed.</returns>
    Task<(Document Document, bool Changed)> StoreAsync(NewDocument document, CancellationToken cancellationToken);

    Task<Document?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Those whose title or file name holds the text, newest first; all when it is empty.</summary>
    /// <param name="page">From 1.</param>
    /// <param name="pageSize">1 to 100.</param>
    Task<Catalog.Page<Document>> ListAsync(string search, int page, int pageSize, CancellationToken cancellationToken);

    /// <summary>The document's passages in their order; empty when there is none with this id.</summary>
    Task<IReadOnlyList<StoredPassage>> PassagesAsync(string id, CancellationToken cancellationToken);

    /// <summary>The file as it was given in; null when there is none with this id.</summary>
    Task<DocumentFile?> FileAsync(string id, CancellationToken cancellationToken);

    /// <returns>False when there is none with this id, or another of the same file name stands there already.</returns>
    Task<bool> ChangeAsync(string id, string title, DocumentBinding binding, CancellationToken cancellationToken);

    /// <returns>False when there is none with this id.</returns>
    Task<bool> RemoveAsync(string id, CancellationToken cancellationToken);
}

/// <summary>Finds what the shop's documents say about a question.</summary>
public interface IPassageSearch
{
    /// <summary>The best passages of the documents that are bound to the products, to their categories or to the whole shop, best first.</summary>
    /// <param name="products">Those that the question is about; without any, only the shop's documents are searched.</param>
    /// <param name="limit">1 to 20.</param>
    Task<IReadOnlyList<FoundPassage>> FindAsync(string question, IReadOnlyList<Catalog.CatalogProduct> products, int limit, CancellationToken cancellationToken);
}

/// <param name="Hit">How well it fits, and what of it is worth quoting.</param>
public sealed record FoundPassage(StoredPassage Stored, DocumentBinding Binding, PassageHit Hit);
