using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace CustomerService.Architecture.Tests;

/// <summary>Every text exists in both languages.</summary>
public sealed partial class ResourceTests
{
    [Fact]
    public void Text_in_one_language_exists_in_the_other()
    {
        var pairs = Repository.FilesBelow("src", ".resx").GroupBy(f => Culture().Replace(f, ".resx"));
        Assert.All(pairs, pair =>
        {
            var files = pair.ToList();
            Assert.Equal(2, files.Count);
            var (one, other) = (TextsOf(files[0]), TextsOf(files[1]));
            Assert.Equal(one.Keys.Order(), other.Keys.Order());
            Assert.DoesNotContain("", one.Values.Concat(other.Values));
            foreach (var key in one.Keys)
                Assert.True(HolesOf(one[key]).SetEquals(HolesOf(other[key])), $"{pair.Key}: {key} has not the same {{0}} in both languages");
        });
    }

    private static Dictionary<string, string> TextsOf(string file) =>
        XDocument.Load(Repository.FullPath(file)).Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value.Trim());

    private static HashSet<string> HolesOf(string text) => [.. Hole().Matches(text).Select(m => m.Groups["number"].Value)];

    [GeneratedRegex(@"\.(ko|en)\.resx$")]
    private static partial Regex Culture();

    [GeneratedRegex(@"\{(?<number>\d+)[^}]*\}")]
    private static partial Regex Hole();
}
