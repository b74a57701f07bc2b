using System.Text.Json;
using System.Text.Json.Serialization;
using CustomerService.Core.Catalog;
using CustomerService.Core.Text;

namespace CustomerService.Data.Demo;

internal sealed record CatalogFile(List<CategoryEntry> Categories, List<WarehouseEntry> Warehouses, List<ProductEntry> Products);

internal sealed record CategoryEntry(string Id, LocalizedText Name, List<string> Terms);

internal sealed record WarehouseEntry(string Id, LocalizedText Name, string TimeZone, TimeOnly SameDayCutoff, bool ShipsOnSaturday, int SortOrder);

/// <param name="Stock">By warehouse; a count of null is not known, a warehouse that is missing does not carry the product.</param>
internal sealed record ProductEntry(
    string Id, LocalizedText Name, string Brand, string? Model, string CategoryId, LocalizedText Description, ProductStatus Status,
    long? PriceMinor, string Currency, Dictionary<string, JsonElement> Attributes, Dictionary<string, int?> Stock, List<InboundEntry> Inbound,
    long? ListPriceMinor = null, string? SuccessorId = null, DateOnly? ReleasedOn = null);

/// <param name="InDays">Days from the day on which the store is loaded; negative for a day that has passed.</param>
internal sealed record InboundEntry(string Warehouse, int Quantity, int InDays);

internal sealed record CustomersFile(List<CustomerEntry> Customers);

internal sealed record CustomerEntry(
    string Id, string Name, string Language, List<PurchaseEntry> Purchases,
    string? AgeGroup = null, string? UseCase = null, string? Interests = null);

internal sealed record PurchaseEntry(string ProductId, int Quantity, int DaysAgo);

internal sealed record ReviewEntry(
    string Id, string ProductId, int Stars, string Language, string Text, string Author, DateTimeOffset WrittenAt, int Helpful);

internal static class DemoFormat
{
    /// <summary>Strict: a misspelt or missing name is an error, not a default.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter() },
    };
}
