using System.Security.Cryptography;
using System.Text;
using CustomerService.Core.Catalog;
using CustomerService.Core.Documents;
using CustomerService.Data.Catalog;
using Microsoft.EntityFrameworkCore;

namespace CustomerService.Data.Documents;

internal sealed class DocumentStore(IDbContextFactory<SupportDbContext> contexts, TimeProvider clock) : IDocumentStore
{
    public async Task<(Document Document, bool Changed)> StoreAsync(NewDocument document, CancellationToken cancellationToken)
    {
        try
        {
            return await TryStoreAsync(document, cancellationToken);
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            // Somebody stored one of the same name at the same moment: it is there now, and is replaced.
            return await TryStoreAsync(document, cancellationToken);
        }
    }

    public async Task<Document?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return (await context.Documents.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, cancellationToken))?.ToDocument();
    }

    public async Task<Page<Document>> ListAsync(string search, int page, int pageSize, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var documents = context.Documents.AsNoTracking();
        if (search.Trim().ToLowerInvariant() is { Length: > 0 } text)
        {
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // Translated to SQL's lower().
            documents = documents.Where(d => d.Title.ToLower().Contains(text) || d.FileName.ToLower().Contains(text));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        }

        var total = await documents.CountAsync(cancellationToken);
        var records = await documents.OrderByDescending(d => d.StoredAt).ThenBy(d => d.Id).Skip(Paging.Before(page, pageSize)).Take(pageSize).ToListAsync(cancellationToken);
        return new([.. records.Select(r => r.ToDocument())], page, pageSize, total);
    }

    public async Task<IReadOnlyList<StoredPassage>> PassagesAsync(string id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var title = await context.Documents.Where(d => d.Id == id).Select(d => d.Title).FirstOrDefaultAsync(cancellationToken);
        if (title is null)
            return [];
        var passages = await context.Passages.AsNoTracking().Where(p => p.DocumentId == id).OrderBy(p => p.Number).ToListAsync(cancellationToken);
        return [.. passages.Select(p => Stored(p, title))];
    }

    public async Task<DocumentFile?> FileAsync(string id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Documents.Where(d => d.Id == id)
            .Join(context.DocumentFiles, d => d.Id, f => f.DocumentId, (d, f) => new DocumentFile(d.FileName, d.Format, f.Content))
            .FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<bool> ChangeAsync(string id, string title, DocumentBinding binding, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var scope = DocumentRecord.ScopeOf(binding);
        if (await context.Documents.FirstOrDefaultAsync(d => d.Id == id, cancellationToken) is not { } record
            || await context.Documents.AnyAsync(d => d.Scope == scope && d.FileName == record.FileName && d.Id != id, cancellationToken))
        {
            return false;
        }

        (record.Title, record.Scope, record.StoredAt) = (title, scope, clock.GetUtcNow());
        await context.SaveChangesAsync(cancellationToken);
        return true;
    }

    public async Task<bool> RemoveAsync(string id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Documents.Where(d => d.Id == id).ExecuteDeleteAsync(cancellationToken) > 0;
    }

    internal static StoredPassage Stored(PassageRecord p, string title) => new(p.DocumentId, title, p.Number, new(p.Page, p.Chapter, p.Heading, p.Text));

    /// <summary>The rows of a new document.</summary>
    internal static IEnumerable<object> Rows(DocumentRecord record, NewDocument document) =>
    [
        record,
        new DocumentFileRecord { DocumentId = record.Id, Content = document.File.ToArray() },
        .. Passages(record.Id, document),
    ];

    internal static DocumentRecord Record(NewDocument document, DateTimeOffset now) => new()
    {
        Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
        Title = document.Title,
        FileName = document.FileName,
        Format = document.Format,
        Scope = DocumentRecord.ScopeOf(document.Binding),
        Pages = document.Pages,
        Passages = document.Passages.Count,
        Hash = HashOf(document),
        StoredAt = now,
    };

    private static IEnumerable<PassageRecord> Passages(string documentId, NewDocument document) => document.Passages.Select((p, i) =>
        new PassageRecord { DocumentId = documentId, Number = i + 1, Page = p.Page, Chapter = p.Chapter, Heading = p.Heading, Text = p.Text });

    private static string HashOf(NewDocument document)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(document.Title + '\0'));
        hash.AppendData(document.File.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private async Task<(Document Document, bool Changed)> TryStoreAsync(NewDocument document, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var scope = DocumentRecord.ScopeOf(document.Binding);
        var record = await context.Documents.FirstOrDefaultAsync(d => d.Scope == scope && d.FileName == document.FileName, cancellationToken);
        var hash = HashOf(document);
        if (record is null)
        {
            record = Record(document, clock.GetUtcNow());
            context.AddRange(Rows(record, document));
        }
        else if (record.Hash == hash && record.Passages == document.Passages.Count)
        {
            return (record.ToDocument(), false);
        }
        else
        {
            (record.Title, record.Format, record.Pages, record.Passages, record.Hash, record.StoredAt) =
                (document.Title, document.Format, document.Pages, document.Passages.Count, hash, clock.GetUtcNow());
            // The document's row first: who replaces the same one at the same time waits here.
            await context.SaveChangesAsync(cancellationToken);
            await context.Passages.Where(p => p.DocumentId == record.Id).ExecuteDeleteAsync(cancellationToken);
            var content = document.File.ToArray();
            await context.DocumentFiles.Where(f => f.DocumentId == record.Id).ExecuteUpdateAsync(f => f.SetProperty(x => x.Content, content), cancellationToken);
            context.AddRange(Passages(record.Id, document));
        }

        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (record.ToDocument(), true);
    }
}
