using System.Text.Json;
using CustomerService.Core.Catalog;
using CustomerService.Core.Search;
using Microsoft.EntityFrameworkCore;

namespace CustomerService.Data.Search;

/// <summary>
/// A word of products' names and brands, by which slips are put right. Words are added with the products and stay when these go: one that no product has any more
/// finds nothing.
/// </summary>
internal sealed class ProductWord
{
    public required string Word { get; init; }

    public static IEnumerable<string> Of(Product product) => SearchText.Spellable($"{product.Name.Ko}\n{product.Name.En}\n{product.Brand}");

    /// <summary>Adds the words that are not there yet, in one order, so that two who add the same do not wait for each other in a circle.</summary>
    public static async Task AddAsync(SupportDbContext context, IEnumerable<Product> products, CancellationToken cancellationToken)
    {
        var words = products.SelectMany(Of).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        if (words.Length == 0)
            return;
        if (context.Database.IsSqlite())
        {
            await context.Database.ExecuteSqlAsync(
                $"INSERT INTO \"ProductWords\" (\"Word\") SELECT value FROM json_each({JsonSerializer.Serialize(words)}) WHERE true ON CONFLICT DO NOTHING", cancellationToken);
        }
        else
        {
            await context.Database.ExecuteSqlAsync($"INSERT INTO \"ProductWords\" (\"Word\") SELECT unnest({words}) ON CONFLICT DO NOTHING", cancellationToken);
        }
    }
}
