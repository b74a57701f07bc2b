using System.Globalization;
using System.Text.Json;
using CustomerService.Core.Catalog;
using CustomerService.Core.Text;

namespace CustomerService.Data.Demo;

/// <summary>The demo store's rows, checked.</summary>
internal sealed record DemoContent(IReadOnlyList<object> Entities, int Products)
{
    public static DemoContent From(CatalogFile catalog, CustomersFile customers, IReadOnlyList<ReviewEntry> reviews, DateTimeOffset now, DateOnly today)
    {
        var categories = Ids(catalog.Categories, c => c.Id, "category");
        var warehouses = Ids(catalog.Warehouses, w => w.Id, "warehouse");
        var products = Ids(catalog.Products, p => p.Id, "product");
        _ = Ids(customers.Customers, c => c.Id, "customer");
        _ = Ids(reviews, r => r.Id, "review");

        var entities = new List<object>();
        entities.AddRange(catalog.Categories.Select(c => new Category { Id = c.Id, Name = c.Name, Terms = c.Terms }));
        entities.AddRange(catalog.Warehouses.Select(w => new Warehouse
        {
            Id = w.Id,
            Name = w.Name,
            TimeZone = w.TimeZone,
            SameDayCutoff = w.SameDayCutoff,
            ShipsOnSaturday = w.ShipsOnSaturday,
            SortOrder = w.SortOrder,
        }));
        foreach (var p in catalog.Products)
        {
            Require(categories.Contains(p.CategoryId), $"product {p.Id}: there is no category {p.CategoryId}");
            Require(p.SuccessorId is null || products.Contains(p.SuccessorId), $"product {p.Id}: there is no product {p.SuccessorId} to succeed it");
            Require(p.PriceMinor is null or > 0, $"product {p.Id}: the price must be above 0");
            Require(p.Stock.Values.All(q => q is null or >= 0), $"product {p.Id}: a count must not be negative");
            Require(p.Stock.Keys.Concat(p.Inbound.Select(i => i.Warehouse)).All(warehouses.Contains), $"product {p.Id}: unknown warehouse");
            entities.Add(new Product
            {
                Id = p.Id,
                Name = p.Name,
                Brand = p.Brand,
                Model = p.Model,
                CategoryId = p.CategoryId,
                Description = p.Description,
                Status = p.Status,
                PriceMinor = p.PriceMinor,
                ListPriceMinor = p.ListPriceMinor,
                Currency = p.Currency,
                SuccessorId = p.SuccessorId,
                ReleasedOn = p.ReleasedOn,
                UpdatedAt = now,
                Attributes = [.. p.Attributes.Select(a => Attribute(p.Id, a.Key, a.Value))],
            });
            entities.AddRange(p.Stock.Select(s => new StockLevel { ProductId = p.Id, WarehouseId = s.Key, Quantity = s.Value, UpdatedAt = now }));
            entities.AddRange(p.Inbound.Select((s, i) => new InboundShipment
            {
                Id = $"I-{p.Id}-{Number(i + 1)}",
                ProductId = p.Id,
                WarehouseId = s.Warehouse,
                Quantity = s.Quantity,
                ExpectedOn = today.AddDays(s.InDays),
            }));
        }

        AddReviews(entities, reviews, products);
        AddCustomers(entities, customers, products, today);
        return new(entities, products.Count);
    }

    private static void AddReviews(List<object> entities, IReadOnlyList<ReviewEntry> reviews, HashSet<string> products)
    {
        foreach (var r in reviews)
        {
            Require(products.Contains(r.ProductId), $"review {r.Id}: there is no product {r.ProductId}");
            Require(r.Stars is >= 1 and <= 5, $"review {r.Id}: stars must be 1 to 5");
            Require(!string.IsNullOrWhiteSpace(r.Text), $"review {r.Id}: it has no text");
            entities.Add(new Review
            {
                Id = r.Id,
                ProductId = r.ProductId,
                Stars = r.Stars,
                Language = LanguageOf(r.Language, $"review {r.Id}"),
                Text = r.Text,
                Author = r.Author,
                WrittenAt = r.WrittenAt,
                HelpfulVotes = r.Helpful,
            });
        }

        entities.AddRange(reviews.GroupBy(r => r.ProductId).Select(g => new ReviewTally
        {
            ProductId = g.Key,
            One = g.Count(r => r.Stars == 1),
            Two = g.Count(r => r.Stars == 2),
            Three = g.Count(r => r.Stars == 3),
            Four = g.Count(r => r.Stars == 4),
            Five = g.Count(r => r.Stars == 5),
            Version = 1,
        }));
    }

    private static void AddCustomers(List<object> entities, CustomersFile customers, HashSet<string> products, DateOnly today)
    {
        foreach (var c in customers.Customers)
        {
            Require(c.Purchases.All(p => products.Contains(p.ProductId)), $"customer {c.Id}: bought a product that there is not");
            entities.Add(new Customer
            {
                Id = c.Id,
                Name = c.Name,
                Language = LanguageOf(c.Language, $"customer {c.Id}"),
                Profile = new(c.AgeGroup, c.UseCase, c.Interests),
                Purchases =
                [
                    .. c.Purchases.Select((p, i) => new Purchase
                    {
                        Id = $"P-{c.Id}-{Number(i + 1)}",
                        CustomerId = c.Id,
                        ProductId = p.ProductId,
                        Quantity = p.Quantity,
                        PurchasedOn = today.AddDays(-p.DaysAgo),
                    }),
                ],
            });
        }
    }

    // A number, true or false, a text, a text in both languages, or a number with such a text.
    private static ProductAttribute Attribute(string productId, string key, JsonElement value)
    {
        var where = $"product {productId}: attribute {key}";
        var definition = AttributeDefinitions.Find(key);
        Require(definition is not null, $"{where} is not one of the known attributes");
        double? number = null;
        LocalizedText? text = null;
        switch (value.ValueKind)
        {
            case JsonValueKind.Number:
                number = value.GetDouble();
                break;
            case JsonValueKind.True or JsonValueKind.False:
                number = value.GetBoolean() ? 1 : 0;
                break;
            case JsonValueKind.String:
                text = new(value.GetString()!, value.GetString()!);
                break;
            case JsonValueKind.Object when value.TryGetProperty("ko", out var ko) && value.TryGetProperty("en", out var en):
                text = new(ko.GetString() ?? "", en.GetString() ?? "");
                number = value.TryGetProperty("number", out var n) ? n.GetDouble() : null;
                break;
            default:
                throw Broken($"{where} is neither a number, true or false, nor a text");
        }

        var fits = definition!.Kind switch
        {
            AttributeKind.Number => number is not null && value.ValueKind is not (JsonValueKind.True or JsonValueKind.False),
            AttributeKind.Flag => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            _ => text is not null,
        };
        Require(fits, $"{where} must be a {definition.Kind}");
        return new ProductAttribute { ProductId = productId, Key = key, Number = number, Text = text };
    }

    private static HashSet<string> Ids<T>(IReadOnlyList<T> entries, Func<T, string> id, string kind)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
            Require(ids.Add(id(entry)), $"{kind} {id(entry)} is there twice");
        return ids;
    }

    private static Language LanguageOf(string code, string where) =>
        LanguageExtensions.TryParse(code) ?? throw Broken($"{where}: the language must be ko or en");

    private static string Number(int value) => value.ToString("00", CultureInfo.InvariantCulture);

    private static void Require(bool condition, string problem)
    {
        if (!condition)
            throw Broken(problem);
    }

    private static InvalidDataException Broken(string problem) => new($"The demo store is broken: {problem}.");
}
