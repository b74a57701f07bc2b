using System.Security.Cryptography;

namespace CustomerService.Web.Features.Import;

/// <summary>Uploaded files, each under the hash of what it holds, so that an import that broke off finds its file again.</summary>
public sealed class ImportFolder(ImportOptions options, TimeProvider clock)
{
    private const string Extension = ".upload";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public long MaxBytes => options.MaxMegabytes * 1024L * 1024;

    /// <summary>Whether the file of an import is still here.</summary>
    public bool Has(string hash) => File.Exists(PathOf(hash));

    public string PathOf(string hash) => Path.GetFullPath(Path.Combine(options.Folder, Path.GetFileName(hash) + Extension));

    /// <summary>Stores a file.</summary>
    /// <param name="progress">Told how many bytes have come.</param>
    /// <returns>Its hash.</returns>
    public async Task<string> StoreAsync(Stream file, Action<long> progress, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(options.Folder);
        Clear();
        var path = Path.Combine(options.Folder, $"{Guid.NewGuid():N}.part");
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await using (var output = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 128 * 1024, useAsync: true))
            {
                var buffer = new byte[128 * 1024];
                for (var (read, total) = (await file.ReadAsync(buffer, cancellationToken), 0L); read > 0; read = await file.ReadAsync(buffer, cancellationToken))
                {
                    await output.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                    hash.AppendData(buffer, 0, read);
                    progress(total += read);
                }
            }

            var name = Convert.ToHexString(hash.GetHashAndReset());
            File.Move(path, PathOf(name), overwrite: true);
            return name;
        }
        finally
        {
            File.Delete(path);
        }
    }

    public void Remove(string hash) => File.Delete(PathOf(hash));

    private void Clear()
    {
        foreach (var old in new DirectoryInfo(options.Folder).EnumerateFiles().Where(f => clock.GetUtcNow().UtcDateTime - f.LastWriteTimeUtc > Kept && f.Extension is Extension or ".part"))
            old.Delete();
    }
}
