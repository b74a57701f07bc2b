using CustomerService.Core.Text;

namespace CustomerService.Core.Catalog;

/// <summary>A place that orders are shipped from.</summary>
public sealed class Warehouse
{
    /// <summary>Short and stable, such as SEOUL.</summary>
    public required string Id { get; init; }
    public required LocalizedText Name { get; set; }
    /// <summary>IANA name, such as Asia/Seoul.</summary>
    public required string TimeZone { get; set; }
    /// <summary>Orders paid before this time of a working day leave the same day; local time. Null where the shop has not told when orders leave.</summary>
    public required TimeOnly? SameDayCutoff { get; set; }
    /// <summary>Whether it also ships on Saturdays. None ships on Sundays.</summary>
    public bool ShipsOnSaturday { get; set; }
    public int SortOrder { get; set; }
}

/// <summary>How many pieces of a product a warehouse can sell.</summary>
public sealed class StockLevel
{
    public required string ProductId { get; init; }
    public required string WarehouseId { get; init; }
    /// <summary>0 or more; null when the warehouse has not reported a count, which is not the same as 0.</summary>
    public int? Quantity { get; set; }
    public DateTimeOffset UpdatedAt { get; set; }
}

/// <summary>How many pieces of a variant a warehouse can sell. A product's level is the sum of those of its variants; unknown where one of them is.</summary>
public sealed class VariantStockLevel
{
    public required string ProductId { get; init; }
    public required string VariantId { get; init; }
    public required string WarehouseId { get; init; }
    /// <summary>0 or more; null when the warehouse has not reported a count.</summary>
    public int? Quantity { get; set; }
}

/// <summary>Pieces that are on their way to a warehouse.</summary>
public sealed class InboundShipment
{
    public required string Id { get; init; }
    public required string ProductId { get; init; }
    public required string WarehouseId { get; init; }
    public required int Quantity { get; set; }
    /// <summary>The day it is expected, in the warehouse's time zone.</summary>
    public required DateOnly ExpectedOn { get; set; }
}
