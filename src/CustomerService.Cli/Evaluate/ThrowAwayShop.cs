using CustomerService.Core.Catalog;
using CustomerService.Core.Documents;
using CustomerService.Core.Evaluation;

namespace CustomerService.Cli.Evaluate;

/// <summary>A database for one run, made of files, gone with it.</summary>
internal sealed class ThrowAwayShop : IDisposable
{
    private const long MaxFile = 200L * 1024 * 1024;
    private static readonly string[] Readable = [".md", ".txt"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("evaluate-");

    public IReadOnlyList<Product> Products { get; private set; } = [];
    public IReadOnlyList<Category> Categories { get; private set; } = [];
    public IReadOnlyList<NewDocument> Documents { get; private set; } = [];
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
            await shop.FillAsync(products, documents, cancellationToken).ConfigureAwait(false);
            return shop;
        }
        catch
        {
            shop.Dispose();
            throw;
        }
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

    private async Task FillAsync(FileInfo products, FileSystemInfo? documents, CancellationToken cancellationToken)
    {
        if (products.Length > MaxFile || documents is FileInfo { Length: > MaxFile })
        {
            Problem = $"A file has more than {MaxFile / 1024 / 1024} MB.";
            return;
        }

        (Products, Categories, Problem) = ShopFile.Products(await File.ReadAllTextAsync(products.FullName, cancellationToken).ConfigureAwait(false));
        Problem = Problem is null && Products.Count == 0 ? "It holds no product." : Problem;
        if (Problem is not null)
            Problem = $"{products.Name}: {Problem}";
        else if (documents is DirectoryInfo folder)
            await ReadFolderAsync(folder, cancellationToken).ConfigureAwait(false);
        else if (documents is not null)
        {
            (Documents, var wrong) = ShopFile.Documents(await File.ReadAllTextAsync(documents.FullName, cancellationToken).ConfigureAwait(false), Products);
            Problem = wrong is null ? null : $"{documents.Name}: {wrong}";
        }
    }

    private async Task ReadFolderAsync(DirectoryInfo folder, CancellationToken cancellationToken)
    {
        var read = new List<NewDocument>();
        foreach (var file in folder.EnumerateFiles().OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            if (!Readable.Contains(file.Extension, StringComparer.OrdinalIgnoreCase) || file.Length > MaxFile)
            {
                Problem = $"{file.Name} cannot be read: documents of a folder are .md or .txt.";
                return;
            }

            read.Add(ShopFile.Document(file.Name, await File.ReadAllTextAsync(file.FullName, cancellationToken).ConfigureAwait(false), Products));
        }

        Documents = read;
    }
}
