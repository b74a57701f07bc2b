namespace CustomerService.Ai.Grounding;

internal enum OwnerType
{
    Product,
    Warehouse,
    /// <summary>What reviewers speak of.</summary>
    Aspect,
    /// <summary>A level of the distribution of stars.</summary>
    Stars,
    /// <summary>An attribute whose unit another one shares.</summary>
    Attribute,
}

/// <summary>What a figure belongs to.</summary>
internal readonly record struct Owner(OwnerType Type, string Id);

/// <summary>What a figure is. Words of a sentence can rule a role out or are needed for it; see <see cref="RoleWords"/>.</summary>
internal enum Role
{
    /// <summary>Stands in a text of the evidence, or needs no words.</summary>
    Text,
    /// <summary>The day of the question or the one after it.</summary>
    Today,
    /// <summary>Stands in the customer's own words.</summary>
    Echo,
    /// <summary>Stands in the words of a reviewer.</summary>
    Quote,
    Price,
    ListPrice,
    /// <summary>What the price is below the list price.</summary>
    Reduction,
    /// <summary>What one product has more than another.</summary>
    Difference,
    Rating,
    /// <summary>A rating rounded to whole points.</summary>
    RoughRating,
    StarLevel,
    ReviewCount,
    Praise,
    Complaints,
    Stock,
    /// <summary>The sum over all warehouses.</summary>
    StockTotal,
    Inbound,
    Arrival,
    Dispatch,
    Cutoff,
    Attribute,
    /// <summary>How many devices can be connected at a time.</summary>
    Devices,
    /// <summary>How many products or warehouses are spoken of.</summary>
    Listed,
}

/// <summary>A figure that the evidence holds.</summary>
/// <param name="Owners">What it belongs to; several of one type where any of them may be named beside it.</param>
internal sealed record Support(FigureKind Kind, decimal Value, string? Unit, Role Role, IReadOnlyList<Owner> Owners);

/// <summary>A name by which a sentence can mean an owner.</summary>
/// <param name="IsExact">Whether upper and lower case matter, as for short names that are also words.</param>
internal sealed record OwnerName(Owner Owner, string Name, bool IsExact = false);

/// <summary>What is known of a product's stock.</summary>
/// <param name="Available">Null when unknown.</param>
/// <param name="IsWhole">Whether every warehouse has reported, so that none means sold out.</param>
internal sealed record KnownStock(Owner Owner, int? Available, bool IsWhole);

/// <summary>What is known of a warehouse's stock of the product in question.</summary>
internal sealed record KnownWarehouse(Owner Owner, int? Quantity, bool ShipsToday, DateOnly? NextDispatch);
