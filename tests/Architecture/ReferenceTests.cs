using System.Reflection;
using System.Xml.Linq;
using Xunit;

namespace CustomerService.Architecture.Tests;

/// <summary>References point down only.</summary>
public sealed class ReferenceTests
{
    private static readonly Dictionary<string, string[]> _below = new()
    {
        ["CustomerService.Core"] = [],
        ["CustomerService.Ai"] = ["CustomerService.Core"],
        ["CustomerService.Data"] = ["CustomerService.Core"],
        ["CustomerService.Data.Sqlite"] = ["CustomerService.Core", "CustomerService.Data"],
        ["CustomerService.Data.PostgreSql"] = ["CustomerService.Core", "CustomerService.Data"],
        ["CustomerService.Web"] = [.. _lowerFloors],
        ["CustomerService.Cli"] = [.. _lowerFloors],
    };

    private static IEnumerable<string> _lowerFloors =>
        ["CustomerService.Core", "CustomerService.Ai", "CustomerService.Data", "CustomerService.Data.Sqlite", "CustomerService.Data.PostgreSql"];

    public static TheoryData<string> Floors => [.. _below.Keys];

    [Fact]
    public void Every_project_below_src_has_its_floor() =>
        Assert.Equal(_below.Keys.Order(), Repository.FilesBelow("src", ".csproj").Select(Path.GetFileNameWithoutExtension).Order());

    [Theory]
    [MemberData(nameof(Floors))]
    public void Project_file_refers_only_to_floors_below(string floor) =>
        Assert.Empty(ItemsOf(floor, "ProjectReference").Select(Path.GetFileNameWithoutExtension).Except(_below[floor]));

    [Theory]
    [MemberData(nameof(Floors))]
    public void Compiled_floor_refers_only_to_floors_below(string floor) =>
        Assert.Empty(CompiledReferencesOf(floor).Where(r => r.StartsWith("CustomerService.", StringComparison.Ordinal)).Except(_below[floor]));

    [Fact]
    public void Core_knows_no_database_no_web_and_no_vendor()
    {
        Assert.Empty(ItemsOf("CustomerService.Core", "FrameworkReference"));
        Assert.All(ItemsOf("CustomerService.Core", "PackageReference"), p => Assert.True(IsPlain(p), p));
        Assert.All(CompiledReferencesOf("CustomerService.Core"), r => Assert.True(IsPlain(r), r));

        static bool IsPlain(string name) =>
            name.StartsWith("System.", StringComparison.Ordinal)
            || (name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) && !name.StartsWith("Microsoft.Extensions.AI", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("OpenAI", "CustomerService.Ai")]
    [InlineData("Microsoft.EntityFrameworkCore", "CustomerService.Data")]
    [InlineData("Npgsql", "CustomerService.Data")]
    [InlineData("Radzen", "CustomerService.Web")]
    public void Vendor_library_stays_on_its_floor(string library, string floor)
    {
        foreach (var other in _below.Keys.Where(f => f != floor && !f.StartsWith(floor + ".", StringComparison.Ordinal)))
            Assert.DoesNotContain(CompiledReferencesOf(other), r => r.StartsWith(library, StringComparison.Ordinal));
    }

    private static IEnumerable<string> ItemsOf(string floor, string item) =>
        XDocument.Load(Repository.FullPath($"src/{floor}/{floor}.csproj")).Descendants(item).Select(e => e.Attribute("Include")!.Value);

    private static IEnumerable<string> CompiledReferencesOf(string floor) =>
        Assembly.Load(floor).GetReferencedAssemblies().Select(a => a.Name!);
}
