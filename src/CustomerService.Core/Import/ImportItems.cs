using CustomerService.Core.Catalog;
using CustomerService.Core.Text;

namespace CustomerService.Core.Import;

/// <summary>A count that a file tells.</summary>
/// <param name="Quantity">Pieces; null where the file says that nobody counts, or only that there are some.</param>
/// <param name="WarehouseId">Null where the file names none.</param>
public sealed record StockCount(int? Quantity, string? WarehouseId);

/// <summary>What a row tells of a product, or of a variant of one. Null is what it says nothing about.</summary>
/// <param name="VariantId">Null where the row is of the product itself.</param>
/// <param name="Name">Null where the row is of a variant alone.</param>
/// <param name="Options">Of the variant; without one, of the product.</param>
/// <param name="IsHidden">Not published: it is not taken over, and goes off sale where it is there.</param>
public sealed record ProductItem(
    string ProductId, string? VariantId, LocalizedText? Name, string? Brand, string? Model, string? Category, LocalizedText? Description,
    Money? Price, Money? ListPrice, string Currency, bool TellsPrice, ProductStatus? Status, bool IsHidden, IReadOnlyList<VariantOption> Options, StockCount? Stock);

/// <param name="Id">A product's number, or a variant's.</param>
public sealed record StockItem(string Id, StockCount Count);

/// <param name="Review">With the instant of the import where the file tells no day.</param>
public sealed record ReviewItem(Review Review, bool TellsDay);

/// <param name="Language">Null where the file says nothing about it.</param>
public sealed record CustomerItem(string Id, string Name, Language? Language, CustomerContext Profile);

/// <summary>What is told beside a file.</summary>
/// <param name="Currency">What an amount without a currency is in; ISO 4217.</param>
/// <param name="Zone">Where a day without a time zone begins.</param>
/// <param name="WarehouseId">Where pieces lie of which the file names no warehouse; null for the shop's only one.</param>
/// <param name="At">The instant of the import.</param>
public sealed record ImportSettings(string Currency, TimeZoneInfo Zone, string? WarehouseId, DateTimeOffset At);
