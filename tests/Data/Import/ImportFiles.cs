using System.Text;
using CustomerService.Core.Import;

namespace CustomerService.Data.Tests.Import;

/// <summary>Files of one test, in a folder that goes with it.</summary>
internal sealed class ImportFiles : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("import-");

    static ImportFiles() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public string Write(string name, string text, Encoding? encoding = null)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text, encoding ?? new UTF8Encoding(false));
        return path;
    }

    public string Write(string name, ReadOnlySpan<byte> bytes)
    {
        var path = Path.Combine(_folder.FullName, name);
        using var file = File.Create(path);
        file.Write(bytes);
        return path;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}

internal static class ImporterExtensions
{
    public static async Task<ImportRun> RunAsync(this IImporter importer, string path, ImportChoices? choices = null, string? goOnWith = null, Action<ImportRun>? progress = null, CancellationToken cancellationToken = default) =>
        (await importer.RunAsync(path, path, "", choices ?? ImportChoices.None, goOnWith, progress ?? (_ => { }), cancellationToken))!;
}
