using CustomerService.Core.Catalog;

namespace CustomerService.Data.Import;

/// <summary>What a product's data sheet and price owe to its variants.</summary>
internal static class VariantSummary
{
    private const int LongestText = 500;
    private static readonly HashSet<string> Colours = new(StringComparer.OrdinalIgnoreCase) { "color", "colour", "colors", "colours", "색상", "색깔", "컬러", "farbe", "couleur", "カラー", "色" };
    private static readonly HashSet<string> Sizes = new(StringComparer.OrdinalIgnoreCase) { "size", "sizes", "사이즈", "크기", "größe", "taille", "talla", "サイズ" };

    public static void Write(Product product)
    {
        var prices = product.Variants.Where(v => v.PriceMinor is not null).ToList();
        var lowest = prices.MinBy(v => v.PriceMinor);
        (product.PriceMinor, product.ListPriceMinor) = (lowest?.PriceMinor, lowest?.ListPriceMinor);
        product.HasHigherPrices = prices.Exists(v => v.PriceMinor > lowest!.PriceMinor);
        foreach (var option in product.Variants.OrderBy(v => v.Position).SelectMany(v => v.Options).GroupBy(o => o.Name, StringComparer.OrdinalIgnoreCase))
            Set(product, option.Key, string.Join(", ", option.Select(o => o.Value).Distinct(StringComparer.Ordinal)));
    }

    /// <summary>An option as a line of the data sheet.</summary>
    /// <returns>Whether that is news.</returns>
    public static bool Set(Product product, string name, string value)
    {
        var key = Colours.Contains(name) ? "colors" : Sizes.Contains(name) ? "size" : name;
        var text = value.Length <= LongestText ? value : value[..LongestText];
        var attribute = product.AttributeOf(key);
        if (attribute is null)
        {
            product.Attributes.Add(new() { ProductId = product.Id, Key = key, Text = new(text, text) });
            return true;
        }

        if (attribute.Text?.En == text)
            return false;
        attribute.Text = new(text, text);
        return true;
    }
}
