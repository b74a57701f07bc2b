using CustomerService.Core.Text;

namespace CustomerService.Core.Catalog;

/// <summary>Somebody with an account at the shop.</summary>
public sealed class Customer
{
    /// <summary>The shop's own number, such as C12345.</summary>
    public required string Id { get; init; }
    public required string Name { get; set; }
    public required Language Language { get; set; }
    /// <summary>What the customer told of themselves; each part may be missing.</summary>
    public CustomerContext Profile { get; set; } = CustomerContext.None;
    public List<Purchase> Purchases { get; init; } = [];
}

public sealed class Purchase
{
    public required string Id { get; init; }
    public required string CustomerId { get; init; }
    public required string ProductId { get; init; }
    public required int Quantity { get; init; }
    public required DateOnly PurchasedOn { get; init; }
}

/// <summary>What is known of the person who asks, in their own words, such as 30대, 통근, "음질, 배터리".</summary>
/// <param name="AgeGroup">At most 40 characters.</param>
/// <param name="UseCase">At most 200 characters.</param>
/// <param name="Interests">At most 200 characters.</param>
public sealed record CustomerContext(string? AgeGroup, string? UseCase, string? Interests)
{
    public static CustomerContext None { get; } = new(null, null, null);

    /// <summary>This context, with what it lacks taken from another.</summary>
    public CustomerContext Or(CustomerContext other) =>
        new(AgeGroup ?? other.AgeGroup, UseCase ?? other.UseCase, Interests ?? other.Interests);
}
