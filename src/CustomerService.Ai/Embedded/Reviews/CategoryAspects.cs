using System.Collections.Concurrent;

namespace CustomerService.Ai.Embedded.Reviews;

/// <summary>What an aspect's noun means where the goods are of a kind: the camera of a camera is the product itself.</summary>
internal static class CategoryAspects
{
    public const string TheProduct = "-";

    private const int MostCategories = 1000;

    private static readonly string[][] Rows = [.. LexiconFiles.Rows("aspects-by-category.tsv")];
    private static readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> ByCategory = new(StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, string> For(string categoryId)
    {
        if (ByCategory.TryGetValue(categoryId, out var known))
            return known;
        var meanings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in Rows)
        {
            if (categoryId.Contains(row[0], StringComparison.OrdinalIgnoreCase))
                meanings[row[1]] = row[2];
        }

        return ByCategory.Count < MostCategories ? ByCategory.GetOrAdd(categoryId, meanings) : meanings;
    }
}
