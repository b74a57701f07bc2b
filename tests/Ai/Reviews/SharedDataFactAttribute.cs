using Xunit;

namespace CustomerService.Ai.Tests.Reviews;

/// <summary>A test on labelled data that is not part of the repository; skipped, visibly, where the data is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute()
    {
        if (SharedData.Folder is null)
            Skip = "The shared test data is absent: set SHARED_DATA to its folder.";
    }
}

/// <summary>Where the labelled data lies: SHARED_DATA, or a folder shared/data beside the repository.</summary>
internal static class SharedData
{
    public static string? Folder { get; } = Find();

    public static string PathTo(string file) => Path.Combine(Folder!, file);

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("SHARED_DATA") is { Length: > 0 } named)
            return Directory.Exists(named) ? named : null;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "data");
            if (Directory.Exists(Path.Combine(candidate, "reviews-en")))
                return candidate;
        }

        return null;
    }
}
