using System.Reflection;

namespace CustomerService.Data.Demo;

/// <summary>The demo store's files by name.</summary>
internal sealed record DemoFiles(IReadOnlyDictionary<string, Func<Stream>> Open)
{
    private const string Folder = "Demo/";

    /// <summary>Those that the program carries.</summary>
    public static DemoFiles Embedded { get; } = FromResources(typeof(DemoFiles).Assembly);

    private static DemoFiles FromResources(Assembly assembly) => new(assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith(Folder, StringComparison.Ordinal))
        .ToDictionary(n => n[Folder.Length..], n => (Func<Stream>)(() => assembly.GetManifestResourceStream(n)!)));
}
