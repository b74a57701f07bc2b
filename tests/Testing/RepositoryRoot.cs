namespace CustomerService.Testing;

/// <summary>The folder that holds the solution under test.</summary>
public static class RepositoryRoot
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "CustomerService.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"CustomerService.sln is in no folder above {AppContext.BaseDirectory}.");
    }
}
