using System.Globalization;
using CustomerService.Core.Catalog;
using CustomerService.Core.Text;

namespace CustomerService.Core.Lookups;

/// <summary>A product's data as shoppers read it.</summary>
public static class ProductFacts
{
    public static ProductCard Card(CatalogProduct entry) => new(
        entry.Product.Id, entry.Product.Name.Completed(), entry.Product.Brand, entry.Category.Id, entry.Category.Name.Completed(), entry.Product.Status,
        entry.Product.Price, entry.Product.ListPrice, entry.Product.SuccessorId, entry.Tally.Average, entry.Tally.Count)
    {
        HasHigherPrices = entry.Product.HasHigherPrices,
    };

    /// <summary>The data sheet: attributes that were asked about first, then the others in the definitions' order, unknown keys last.</summary>
    public static IReadOnlyList<ProductFact> Sheet(Product product, IReadOnlyCollection<string> askedKeys) =>
    [
        .. product.Attributes
            .Where(HasValue)
            .OrderByDescending(a => askedKeys.Contains(a.Key))
            .ThenBy(a => Rank(a.Key))
            .ThenBy(a => a.Key, StringComparer.Ordinal)
            .Select(a => new ProductFact(a.Key, Label(a.Key), Value(a), a.Number, askedKeys.Contains(a.Key))),
    ];

    /// <summary>
    /// What was asked about and does not stand on the sheet. Where one word of the question means several attributes, such as
    /// 용량 for the battery's and the water tank's, one that is there answers for the others.
    /// </summary>
    public static IReadOnlyList<string> NotListed(Product product, IReadOnlyCollection<string> askedKeys)
    {
        var present = product.Attributes.Where(HasValue).Select(a => a.Key).ToHashSet();
        var answered = askedKeys.Where(present.Contains).Select(AttributeDefinitions.Find).OfType<AttributeDefinition>()
            .SelectMany(d => d.Terms).ToHashSet();
        return [.. askedKeys.Where(k => !present.Contains(k) && AttributeDefinitions.Find(k)?.Terms.Any(answered.Contains) != true)];
    }

    public static LocalizedText Label(string key) => AttributeDefinitions.Find(key)?.Label ?? new(key, key);

    public static LocalizedText Value(ProductAttribute attribute)
    {
        if (attribute.Text is { } text)
            return text.Completed();
        var number = attribute.Number ?? 0;
        var definition = AttributeDefinitions.Find(attribute.Key);
        if (definition?.Kind == AttributeKind.Flag)
            return number > 0 ? new("지원", "yes") : new("지원하지 않음", "no");
        return Quantity(number, definition);
    }

    /// <summary>A number in the attribute's unit: 48시간, 48 h.</summary>
    public static LocalizedText Quantity(double number, AttributeDefinition? definition)
    {
        var digits = number.ToString(number >= 1_000 ? "#,0.##" : "0.##", CultureInfo.InvariantCulture);
        return definition?.Unit is { } unit ? new(digits + unit.Ko, $"{digits} {unit.En}") : new(digits, digits);
    }

    private static bool HasValue(ProductAttribute attribute) => attribute.Number is not null || attribute.Text is not null;

    private static int Rank(string key)
    {
        for (var i = 0; i < AttributeDefinitions.All.Count; i++)
        {
            if (AttributeDefinitions.All[i].Key == key)
                return i;
        }

        return int.MaxValue;
    }
}
