using System.Xml.Linq;
using Xunit;

namespace CustomerService.Architecture.Tests;

/// <summary>Where things lie, and how long they may get.</summary>
public sealed class LayoutTests
{
    private static readonly string[] _topLevel =
    [
        ".ci", ".config", ".editorconfig", ".gitattributes", ".github", ".gitignore", "BannedSymbols.txt", "CustomerService.sln", "Directory.Build.props",
        "Directory.Packages.props", "LICENSE", "README.md", "appsettings.json", "global.json", "nuget.config", "src", "tests", "wwwroot",
    ];

    [Fact]
    public void Top_level_holds_only_the_agreed_entries() =>
        Assert.Empty(Repository.Files.Select(f => f.Split('/')[0]).Distinct().Except(_topLevel));

    [Fact]
    public void Every_project_is_part_of_the_solution()
    {
        var solution = Repository.Read("CustomerService.sln").Replace('\\', '/');
        Assert.All(Repository.FilesBelow("src", ".csproj").Concat(Repository.FilesBelow("tests", ".csproj")), p => Assert.Contains($"\"{p}\"", solution, StringComparison.Ordinal));
    }

    [Fact]
    public void Package_versions_stand_in_one_file()
    {
        var files = Repository.Files.Where(f => Path.GetExtension(f) is ".csproj" or ".props" or ".targets" && f != "Directory.Packages.props");
        Assert.All(files, file =>
        {
            var document = XDocument.Load(Repository.FullPath(file));
            Assert.Empty(document.Descendants("PackageVersion"));
            Assert.DoesNotContain(document.Descendants("PackageReference"), p =>
                p.Attribute("Version") is not null || p.Attribute("VersionOverride") is not null || p.Elements().Any(e => e.Name.LocalName.StartsWith("Version", StringComparison.Ordinal)));
        });
    }

    [Fact]
    public void Source_file_stays_short()
    {
        var tooLong = Repository.SourcesBelow("src")
            .Select(f => (File: f, Lines: Repository.Read(f).AsSpan().TrimEnd().Count('\n') + 1, Limit: LimitOf(f)))
            .Where(f => f.Lines > f.Limit)
            .Select(f => $"{f.File} has {f.Lines} lines; {f.Limit} are allowed");
        Assert.Empty(tooLong);

        static int LimitOf(string file) =>
            file.EndsWith(".razor", StringComparison.Ordinal) ? 120 : file.EndsWith(".razor.cs", StringComparison.Ordinal) ? 200 : 300;
    }
}
