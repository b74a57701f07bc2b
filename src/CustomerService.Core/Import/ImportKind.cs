namespace CustomerService.Core.Import;

/// <summary>What the rows of a file are.</summary>
public enum ImportKind
{
    Products,
    Reviews,
    /// <summary>Counts by warehouse.</summary>
    Stock,
    Customers,
}

/// <summary>Whose columns a file has.</summary>
public enum ImportDialect
{
    /// <summary>Our own, which is documented, and what comes near it.</summary>
    Own,
    Shopify,
    WooCommerce,
    /// <summary>A feed for Google Merchant Center.</summary>
    GoogleMerchant,
}

/// <summary>What a column holds.</summary>
public enum ImportField
{
    /// <summary>The product's number; Shopify's handle.</summary>
    ProductId,
    /// <summary>The product that a variant belongs to.</summary>
    ParentId,
    /// <summary>Simple, variable, variation.</summary>
    RowType,
    Sku,
    Name,
    NameKo,
    NameEn,
    Brand,
    Model,
    Category,
    Description,
    DescriptionKo,
    DescriptionEn,
    ShortDescription,
    Price,
    /// <summary>What it cost before a reduction.</summary>
    ListPrice,
    /// <summary>What it costs while it is reduced.</summary>
    SalePrice,
    /// <summary>The first day of the sale price; empty for any.</summary>
    SaleFrom,
    /// <summary>The last day of the sale price; empty for any.</summary>
    SaleUntil,
    Currency,
    Status,
    /// <summary>Yes, no, or in words such as "in stock".</summary>
    InStock,
    Quantity,
    /// <summary>Who counts; empty where nobody does, and the count says nothing.</summary>
    InventoryTracker,
    WarehouseId,
    ReviewId,
    Rating,
    ReviewTitle,
    ReviewText,
    Author,
    WrittenAt,
    HelpfulVotes,
    Language,
    CustomerId,
    CustomerName,
    AgeGroup,
    UseCase,
    Interests,
}
