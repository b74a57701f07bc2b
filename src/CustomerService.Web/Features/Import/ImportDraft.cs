using CustomerService.Core.Import;

namespace CustomerService.Web.Features.Import;

/// <summary>A file that somebody has uploaded and looks at before it is imported.</summary>
public sealed class ImportDraft(IImporter importer, ImportFolder folder)
{
    private readonly Dictionary<ImportField, string?> _columns = [];

    public string FileName { get; private set; } = "";

    public string Hash { get; private set; } = "";

    /// <summary>Null before a file has been read.</summary>
    public ImportPreview? Preview { get; private set; }

    /// <summary>What a dry run found; null before one was made.</summary>
    public DryRun? Tried { get; private set; }

    public long? UploadedBytes { get; private set; }

    public long TriedRows { get; private set; }

    public bool IsBusy { get; private set; }

    public string? Currency { get; set; }

    public string? WarehouseId { get; set; }

    public int? Scale { get; set; }

    public ImportChoices Choices => new(new Dictionary<ImportField, string?>(_columns), Named(Currency)?.ToUpperInvariant(), Named(WarehouseId), Scale);

    public string? Chosen(ImportField field) => _columns.TryGetValue(field, out var header) ? header
        : Preview?.Mapping?.Columns.TryGetValue(field, out var column) == true ? Preview.Headers[column] : null;

    public Task UploadAsync(string fileName, Func<Stream> open, Action changed, CancellationToken cancellationToken) => DoAsync(changed, async () =>
    {
        Reset();
        (FileName, UploadedBytes) = (fileName, 0);
        changed();
        await using var stream = open();
        var told = 0L;
        Hash = await folder.StoreAsync(stream, bytes =>
        {
            UploadedBytes = bytes;
            if (bytes - told < 1_000_000)
                return;
            told = bytes;
            changed();
        }, cancellationToken);
        UploadedBytes = null;
        changed();
        Preview = await importer.LookAsync(folder.PathOf(Hash), Choices, cancellationToken);
    });

    /// <summary>Reads the file again, as it is chosen now.</summary>
    public Task LookAsync(Action changed, CancellationToken cancellationToken) => DoAsync(changed, async () =>
    {
        Tried = null;
        Preview = await importer.LookAsync(folder.PathOf(Hash), Choices, cancellationToken);
    });

    public Task ChooseAsync(ImportField field, string? header, Action changed, CancellationToken cancellationToken)
    {
        _columns[field] = Named(header);
        return LookAsync(changed, cancellationToken);
    }

    public Task TryAsync(Action changed, CancellationToken cancellationToken) => DoAsync(changed, async () =>
    {
        (Tried, TriedRows) = (null, 0);
        Tried = await importer.TryAsync(folder.PathOf(Hash), Choices, counts =>
        {
            TriedRows = counts.Rows;
            changed();
        }, cancellationToken);
    });

    public void Reset()
    {
        _columns.Clear();
        (FileName, Hash, Preview, Tried, UploadedBytes, Currency, WarehouseId, Scale) = ("", "", null, null, null, null, null, null);
    }

    private async Task DoAsync(Action changed, Func<Task> work)
    {
        if (IsBusy)
            return;
        IsBusy = true;
        changed();
        try
        {
            await work();
        }
        finally
        {
            (IsBusy, UploadedBytes) = (false, null);
            changed();
        }
    }

    private static string? Named(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
