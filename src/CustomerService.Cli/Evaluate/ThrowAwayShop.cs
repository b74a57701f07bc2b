using CustomerService.Core.Catalog;
using CustomerService.Core.Documents;
using CustomerService.Core.Evaluation;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerService.Cli.Evaluate;

/// <summary>A database for one run, made of files, gone with it.</summary>
internal sealed class ThrowAwayShop : IDisposable
{
    private const long MaxFile = 200L * 1024 * 1024;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("evaluate-");
    private IReadOnlyList<Product> _products = [];
    private IReadOnlyList<Category> _categories = [];
    private IReadOnlyList<NewDocument> _documents = [];
    private IReadOnlyList<FileInfo> _files = [];

    /// <summary>Why the files cannot be used; null when they can.</summary>
    public string? Problem { get; private set; }

    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Storage:Provider"] = "Sqlite",
        ["Storage:ConnectionString"] = $"Data Source={Path.Combine(_folder.FullName, "shop.db")};Pooling=False",
        ["Demo:Enabled"] = "false",
    };

    public static async Task<ThrowAwayShop> ReadAsync(FileInfo products, FileSystemInfo? documents, CancellationToken cancellationToken)
    {
        var shop = new ThrowAwayShop();
        try
        {
            await shop.ReadFilesAsync(products, documents, cancellationToken).ConfigureAwait(false);
            return shop;
        }
        catch
        {
            shop.Dispose();
            throw;
        }
    }

    /// <summary>Writes all of it into the database.</summary>
    /// <returns>Which file cannot be read; null when all can.</returns>
    public async Task<string?> FillAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<IEvaluationShop>().FillAsync(_products, _categories, _documents, cancellationToken).ConfigureAwait(false);
        foreach (var file in _files)
        {
            if (file.Length > DocumentReading.MaxBytes)
                return $"{file.Name} has more than {DocumentReading.MaxBytes / 1024 / 1024} MB.";
            var content = await File.ReadAllBytesAsync(file.FullName, cancellationToken).ConfigureAwait(false);
            var outcome = await services.GetRequiredService<IDocumentIntake>().TakeAsync(file.Name, content, ShopFile.BindingOf(file.Name, _products), null, cancellationToken).ConfigureAwait(false);
            if (outcome.Problem is { } problem)
                return $"{file.Name} cannot be read ({problem}).";
        }

        return null;
    }

    public void Dispose()
    {
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // The system clears what lies in its folder for such things.
        }
    }

    private async Task ReadFilesAsync(FileInfo products, FileSystemInfo? documents, CancellationToken cancellationToken)
    {
        if (products.Length > MaxFile || documents is FileInfo { Length: > MaxFile })
        {
            Problem = $"A file has more than {MaxFile / 1024 / 1024} MB.";
            return;
        }

        (_products, _categories, Problem) = ShopFile.Products(await File.ReadAllTextAsync(products.FullName, cancellationToken).ConfigureAwait(false));
        Problem = Problem is null && _products.Count == 0 ? "It holds no product." : Problem;
        if (Problem is not null)
            Problem = $"{products.Name}: {Problem}";
        else if (documents is DirectoryInfo folder)
            _files = [.. folder.EnumerateFiles().OrderBy(f => f.Name, StringComparer.Ordinal)];
        else if (documents is not null)
        {
            (_documents, var wrong) = ShopFile.Documents(await File.ReadAllTextAsync(documents.FullName, cancellationToken).ConfigureAwait(false), _products);
            Problem = wrong is null ? null : $"{documents.Name}: {wrong}";
        }
    }
}
