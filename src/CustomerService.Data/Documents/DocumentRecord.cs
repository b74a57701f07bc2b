using CustomerService.Core.Documents;

namespace CustomerService.Data.Documents;

internal sealed class DocumentRecord
{
    public const int MaxName = 200;
    public const int MaxScope = 80;

    public required string Id { get; init; }
    public required string Title { get; set; }
    public required string FileName { get; init; }
    public required DocumentFormat Format { get; set; }
    /// <summary>What it is about, in one word: see <see cref="ScopeOf"/>.</summary>
    public required string Scope { get; set; }
    public required int Pages { get; set; }
    public required int Passages { get; set; }
    /// <summary>SHA-256 of the file and its title, hexadecimal.</summary>
    public required string Hash { get; set; }
    public required DateTimeOffset StoredAt { get; set; }

    /// <summary><c>shop</c>, <c>category:earphones</c>, <c>product:E001</c>.</summary>
    public static string ScopeOf(DocumentBinding binding) =>
        binding.ProductId is { } product ? $"product:{product}" : binding.CategoryId is { } category ? $"category:{category}" : "shop";

    public static DocumentBinding BindingOf(string scope) => scope.Split(':', 2) switch
    {
        ["product", var id] => new(id, null),
        ["category", var id] => new(null, id),
        _ => DocumentBinding.Shop,
    };

    public Document ToDocument() => new(Id, Title, FileName, Format, BindingOf(Scope), Pages, Passages, StoredAt);
}
