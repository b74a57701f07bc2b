using System.Globalization;
using System.Text;
using System.Text.Json;
using CustomerService.Core.Catalog;
using CustomerService.Core.Documents;
using CustomerService.Core.Text;

namespace CustomerService.Core.Evaluation;

/// <summary>The products and documents that questions are about, where that is not the shop itself.</summary>
public interface IEvaluationShop
{
    /// <summary>Writes them into an empty database. Documents of products that are not there are left out.</summary>
    Task FillAsync(IReadOnlyList<Product> products, IReadOnlyList<Category> categories, IReadOnlyList<NewDocument> documents, CancellationToken cancellationToken);
}

/// <summary>Reads files of products and documents.</summary>
public static class ShopFile
{
    private const string Shop = "shop";

    /// <summary>Products: <c>productId</c>, <c>name</c>, <c>category</c>, <c>brand</c>, <c>description</c>, <c>price</c>, and if wanted <c>currency</c>: without it won for a Korean name, dollars otherwise.</summary>
    /// <returns>The products and their categories, or what is wrong.</returns>
    public static (IReadOnlyList<Product> Products, IReadOnlyList<Category> Categories, string? Problem) Products(string text)
    {
        try
        {
            var (products, categories) = (new Dictionary<string, Product>(StringComparer.Ordinal), new Dictionary<string, Category>(StringComparer.OrdinalIgnoreCase));
            foreach (var fields in RecordFile.Read(text))
            {
                string Field(string name) => fields.GetValueOrDefault(name, "");
                if (Identifier(Field("productId")) is not { } id || Field("name").Length == 0)
                    return ([], [], $"Product {products.Count + 1} has no \"productId\" of 1 to 64 letters, digits, '-', '_' or '.', or no \"name\".");
                var category = Field("category") is { Length: > 0 } named ? named : "–";
                if (!categories.TryGetValue(category, out var kind))
                    categories[category] = kind = new() { Id = $"category-{categories.Count + 1}", Name = new(category, category) };
                var currency = Field("currency") is { Length: 3 } told ? told.ToUpperInvariant() : Field("name").Any(Hangul.IsHangul) ? "KRW" : "USD";
                products[id] = new()
                {
                    Id = id,
                    Name = new(Field("name"), Field("name")),
                    Brand = Field("brand"),
                    CategoryId = kind.Id,
                    Description = new(Field("description"), Field("description")),
                    Status = ProductStatus.Active,
                    PriceMinor = decimal.TryParse(Field("price"), NumberStyles.Number, CultureInfo.InvariantCulture, out var price) && price is >= 0 and < 1_000_000_000_000
                        ? (long)Math.Round(price * (decimal)Math.Pow(10, Money.Decimals(currency))) : null,
                    Currency = currency,
                };
            }

            return ([.. products.Values], [.. categories.Values], null);
        }
        catch (JsonException e)
        {
            return ([], [], RecordFile.Words(e));
        }
    }

    /// <summary>Documents: a JSON array of <c>{ "productId", "title"?, "pages": ["…"] }</c>; without a product, or with <c>shop</c>, it is the whole shop's.</summary>
    /// <param name="products">Whose names the titles are made of where there are none.</param>
    public static (IReadOnlyList<NewDocument> Documents, string? Problem) Documents(string text, IReadOnlyList<Product> products)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.ValueKind != JsonValueKind.Array)
                return ([], "The documents are not a JSON array.");
            var (documents, names) = (new List<NewDocument>(), products.ToDictionary(p => p.Id, p => p.Name.En));
            foreach (var element in json.RootElement.EnumerateArray())
            {
                if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty("pages", out var pages) || pages.ValueKind != JsonValueKind.Array)
                    return ([], $"Document {documents.Count + 1} has no \"pages\".");
                var id = element.TryGetProperty("productId", out var given) ? Identifier(given.ToString()) : null;
                var product = id is null || string.Equals(id, Shop, StringComparison.OrdinalIgnoreCase) ? null : id;
                var title = element.TryGetProperty("title", out var told) ? told.ToString() : names.GetValueOrDefault(product ?? "", Shop);
                documents.Add(Document(title, $"{documents.Count + 1}.txt", product, [.. pages.EnumerateArray().Select(p => p.ToString())]));
            }

            return (documents, null);
        }
        catch (JsonException e)
        {
            return ([], RecordFile.Words(e));
        }
    }

    /// <summary>What a document of a folder is about: the product with whose number its name begins, as in <c>137.pdf</c> or <c>137-care.md</c>; otherwise the whole shop.</summary>
    public static DocumentBinding BindingOf(string fileName, IReadOnlyList<Product> products)
    {
        var named = products.Select(p => p.Id).Where(id => fileName.StartsWith(id, StringComparison.OrdinalIgnoreCase) && fileName.Length > id.Length && "-. _".Contains(fileName[id.Length], StringComparison.Ordinal));
        return named.MaxBy(id => id.Length) is { } product ? new(product, null) : DocumentBinding.Shop;
    }

    private static NewDocument Document(string title, string fileName, string? productId, IReadOnlyList<string> pages) => new(
        title.Length > 200 ? title[..200] : title.Length > 0 ? title : fileName, fileName, DocumentFormat.Text, new(productId, null), Math.Max(1, pages.Count), PassageCutter.Cut(pages),
        Encoding.UTF8.GetBytes(string.Join('\f', pages)));

    private static string? Identifier(string text) =>
        text.Trim() is { Length: > 0 and <= 64 } id && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') ? id.ToUpperInvariant() : null;
}
