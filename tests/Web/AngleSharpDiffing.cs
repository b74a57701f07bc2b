using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace CustomerService.Web.Tests;

/// <summary>bUnit asks for a newer AngleSharp.Diffing than there is; the one beside the tests serves it as well.</summary>
internal static class AngleSharpDiffing
{
    private const string Name = "AngleSharp.Diffing";

    [ModuleInitializer]
    internal static void Resolve() => AssemblyLoadContext.Default.Resolving += (context, assembly) =>
        assembly.Name == Name ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, Name + ".dll")) : null;
}
