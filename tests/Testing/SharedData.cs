using Xunit;

namespace CustomerService.Testing;

/// <summary>
/// Measuring data that is not part of the repository: the folder named by the environment variable SHARED_DATA, or else the first
/// <c>shared/data</c> beside the repository or beside a folder above it.
/// </summary>
public static class SharedData
{
    private static readonly string? _folder = Find();

    internal static string? SkipReason { get; } =
        _folder is null ? "needs ../shared/data, which is not here (SHARED_DATA may name it)" : null;

    /// <summary>The folder. Only for tests marked with <see cref="SharedDataFactAttribute"/> or <see cref="SharedDataTheoryAttribute"/>.</summary>
    public static string Path => _folder ?? throw new DirectoryNotFoundException(SkipReason);

    /// <summary>Programs to measure against, beside the data; null where they are not.</summary>
    public static string? Bench { get; } =
        _folder is not null && System.IO.Path.Combine(_folder, "..", "bench") is var bench && Directory.Exists(bench) ? System.IO.Path.GetFullPath(bench) : null;

    private static string? Find()
    {
        var named = Environment.GetEnvironmentVariable("SHARED_DATA");
        if (!string.IsNullOrEmpty(named))
            return Directory.Exists(named) ? named : null;
        for (var folder = Directory.GetParent(RepositoryRoot.Path); folder is not null; folder = folder.Parent)
        {
            var candidate = System.IO.Path.Combine(folder.FullName, "shared", "data");
            if (Directory.Exists(candidate))
                return candidate;
        }

        return null;
    }
}

/// <summary>A test that measures on <see cref="SharedData"/>; skipped, and shown as such, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute() => Skip = SharedData.SkipReason;
}

/// <summary>A theory that measures on <see cref="SharedData"/>; skipped, and shown as such, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataTheoryAttribute : TheoryAttribute
{
    public SharedDataTheoryAttribute() => Skip = SharedData.SkipReason;
}
