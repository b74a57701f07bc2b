using System.Diagnostics;
using CustomerService.Testing;

namespace CustomerService.Architecture.Tests;

/// <summary>The files that are, or are about to be, under version control; paths from the root with forward slashes.</summary>
internal static class Repository
{
    public static IReadOnlyList<string> Files { get; } = List();

    public static IEnumerable<string> FilesBelow(string folder, params string[] extensions) =>
        Files.Where(f => f.StartsWith(folder + "/", StringComparison.Ordinal)
            && extensions.Any(e => f.EndsWith(e, StringComparison.Ordinal)));

    /// <summary>Hand-written C#, of components too.</summary>
    public static IEnumerable<string> SourcesBelow(string folder) =>
        FilesBelow(folder, ".cs", ".razor").Where(f => !f.Contains("/Migrations/", StringComparison.Ordinal));

    public static string FullPath(string file) => Path.Combine(RepositoryRoot.Path, file);

    public static string Read(string file) => File.ReadAllText(FullPath(file));

    private static string[] List()
    {
        var start = new ProcessStartInfo("git") { RedirectStandardOutput = true, UseShellExecute = false };
        // The clone may belong to another user than the one that tests it.
        foreach (var argument in new[] { "-c", "safe.directory=*", "-C", RepositoryRoot.Path, "ls-files", "-z", "--cached", "--others", "--exclude-standard" })
            start.ArgumentList.Add(argument);
        using var git = Process.Start(start) ?? throw new InvalidOperationException("git did not start.");
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        if (git.ExitCode != 0)
            throw new InvalidOperationException($"git ls-files ended with {git.ExitCode}: these tests need a clone of the repository.");
        return [.. output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Distinct().Where(f => File.Exists(FullPath(f)))];
    }
}
