using CustomerService.Core.Catalog;
using CustomerService.Core.Documents;
using CustomerService.Core.Text;

namespace CustomerService.Web.Features.Documents;

/// <summary>What became of one file that was given in.</summary>
/// <param name="Result">Its text in the resources: <c>Reading</c>, <c>Stored</c>, <c>Unchanged</c>, <c>Problem_…</c>.</param>
public sealed record TakenFile(string Name, string Result)
{
    public bool IsRefused => Result.StartsWith("Problem", StringComparison.Ordinal);
}

/// <summary>The documents on their page, and what is done with them. Knows nothing of how it is drawn.</summary>
public sealed class DocumentList(IDocumentStore store, IDocumentIntake intake, IProductCatalog catalog, ILogger<DocumentList> log)
{
    public const int PageSize = 20;

    private readonly List<TakenFile> _taken = [];

    public string Search { get; private set; } = "";

    /// <summary>Null until it is read.</summary>
    public Page<Document>? Page { get; private set; }

    /// <summary>The text of what went wrong, by its name in the resources.</summary>
    public string? Problem { get; private set; }

    public IReadOnlyList<TakenFile> Taken => _taken;

    public bool IsBusy { get; private set; }

    /// <summary>What new files are about: <c>shop</c>, <c>category</c> or <c>product</c>.</summary>
    public string About { get; set; } = "shop";
    public string CategoryId { get; set; } = "";
    public string ProductId { get; set; } = "";

    public IReadOnlyList<Category> Categories { get; private set; } = [];

    public async Task ReadAsync(string search, int page, CancellationToken cancellationToken)
    {
        try
        {
            Categories = await catalog.CategoriesAsync(cancellationToken);
            (Search, Page, Problem) = (search, await store.ListAsync(search, page, PageSize, cancellationToken), null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.DocumentsUnreadable(exception);
            Problem = "Unreadable";
        }
    }

    /// <summary>Takes files in, one after another.</summary>
    /// <param name="changed">Called when there is something new to draw.</param>
    public async Task TakeAsync(IReadOnlyList<(string Name, long Size, Func<Stream> Open)> files, Action changed, CancellationToken cancellationToken)
    {
        _taken.Clear();
        if (await BindingAsync(cancellationToken) is not { } binding)
            return;
        IsBusy = true;
        foreach (var (name, size, open) in files)
        {
            _taken.Add(new(name, "Reading"));
            changed();
            _taken[^1] = new(name, await TakeAsync(name, size, open, binding, cancellationToken));
        }

        IsBusy = false;
        await ReadAsync(Search, 1, cancellationToken);
    }

    public async Task RemoveAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            await store.RemoveAsync(id, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.DocumentNotWritten(exception);
            Problem = "NotWritten";
            return;
        }

        await ReadAsync(Search, Page?.Number ?? 1, cancellationToken);
    }

    /// <summary>What a document is about, for those who read the list.</summary>
    public string? NameOf(DocumentBinding binding, Language language) =>
        binding.ProductId ?? (binding.CategoryId is { } id ? Categories.FirstOrDefault(c => c.Id == id)?.Name.In(language) ?? id : null);

    private async Task<DocumentBinding?> BindingAsync(CancellationToken cancellationToken)
    {
        Problem = null;
        switch (About)
        {
            case "product":
                var id = ProductId.Trim().ToUpperInvariant();
                if ((await catalog.FindAsync([id], cancellationToken)).Count > 0)
                    return new(id, null);
                Problem = "NoSuchProduct";
                return null;
            case "category" when Categories.Any(c => c.Id == CategoryId):
                return new(null, CategoryId);
            case "category":
                Problem = "NoCategory";
                return null;
            default:
                return DocumentBinding.Shop;
        }
    }

    private async Task<string> TakeAsync(string name, long size, Func<Stream> open, DocumentBinding binding, CancellationToken cancellationToken)
    {
        if (size > DocumentReading.MaxBytes)
            return $"Problem_{DocumentProblem.TooLarge}";
        try
        {
            using var content = new MemoryStream((int)size);
            await using (var file = open())
                await file.CopyToAsync(content, cancellationToken);
            var outcome = await intake.TakeAsync(name, content.ToArray(), binding, null, cancellationToken);
            return outcome.Problem is { } problem ? $"Problem_{problem}" : outcome.Changed ? "Stored" : "Unchanged";
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.DocumentNotWritten(exception);
            return "Problem_NotWritten";
        }
    }
}
