using CustomerService.Core.Text;

namespace CustomerService.Core.Catalog;

public enum ProductStatus
{
    Active,
    Discontinued,
}

/// <summary>Something the shop sells or has sold.</summary>
public sealed class Product
{
    /// <summary>The shop's own number, such as E001: 1 to 64 letters, digits, <c>-</c>, <c>_</c> and <c>.</c>; upper case.</summary>
    public required string Id { get; init; }
    public required LocalizedText Name { get; set; }
    public required string Brand { get; set; }
    public string? Model { get; set; }
    public required string CategoryId { get; set; }
    public required LocalizedText Description { get; set; }
    public required ProductStatus Status { get; set; }
    /// <summary>What it costs now, in minor units of <see cref="Currency"/>; null where the shop has not set a price.</summary>
    public required long? PriceMinor { get; set; }
    /// <summary>What it cost before a reduction, in minor units; null where there is none.</summary>
    public long? ListPriceMinor { get; set; }
    /// <summary>ISO 4217.</summary>
    public required string Currency { get; set; }
    /// <summary>The product that took the place of a discontinued one.</summary>
    public string? SuccessorId { get; set; }
    public DateOnly? ReleasedOn { get; set; }
    public DateTimeOffset UpdatedAt { get; set; }
    public List<ProductAttribute> Attributes { get; init; } = [];
    /// <summary>Empty for a product of one kind. Where there are some, price, stock and options of the product follow from them.</summary>
    public List<ProductVariant> Variants { get; init; } = [];
    /// <summary>Whether some variant costs more than <see cref="PriceMinor"/>, which is then the lowest price.</summary>
    public bool HasHigherPrices { get; set; }

    /// <returns>Null where the product has no such attribute.</returns>
    public ProductAttribute? AttributeOf(string key)
    {
        foreach (var attribute in Attributes)
        {
            if (attribute.Key == key)
                return attribute;
        }

        return null;
    }

    public Money? Price => PriceMinor is { } minor ? new Money(minor, Currency) : null;
    /// <summary>The price as shoppers read it; null where none is set.</summary>
    public string? PriceIn(Language language) => HasHigherPrices ? Price?.FormatLowest(language) : Price?.Format(language);

    public Money? ListPrice => ListPriceMinor is { } minor ? new Money(minor, Currency) : null;
}

/// <summary>One fact of a product's data sheet.</summary>
public sealed class ProductAttribute
{
    public required string ProductId { get; init; }
    /// <summary>A key of <see cref="AttributeDefinitions"/>, or the shop's own.</summary>
    public required string Key { get; init; }
    /// <summary>The value in the definition's unit, for comparing and sorting; 1 and 0 for yes and no; null for pure text.</summary>
    public double? Number { get; set; }
    /// <summary>How the value reads where the number alone does not tell it, such as IPX4 or "AAC, LDAC".</summary>
    public LocalizedText? Text { get; set; }
}

/// <summary>One of the forms that a product is sold in.</summary>
public sealed class ProductVariant
{
    public required string ProductId { get; init; }
    /// <summary>The shop's number of the variant (SKU), or a name made of its options; 1 to 64 characters, upper case.</summary>
    public required string Id { get; init; }
    public List<VariantOption> Options { get; set; } = [];
    /// <summary>In the shop's order.</summary>
    public required int Position { get; init; }
    /// <summary>In minor units of the product's currency; null where the shop has not set a price.</summary>
    public long? PriceMinor { get; set; }
    /// <summary>What it cost before a reduction, in minor units; null where there is none.</summary>
    public long? ListPriceMinor { get; set; }
}

/// <summary>An option of a variant: Size, Small.</summary>
public sealed record VariantOption(string Name, string Value);

/// <summary>A kind of product and the words by which shoppers ask for it.</summary>
public sealed class Category
{
    public required string Id { get; init; }
    public required LocalizedText Name { get; set; }
    /// <summary>Other words for it in both languages, such as 이어버드 and earbuds.</summary>
    public List<string> Terms { get; init; } = [];
}
