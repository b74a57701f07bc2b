using CustomerService.Core.Answers;
using CustomerService.Core.Catalog;
using CustomerService.Core.Questions;
using CustomerService.Core.Text;

namespace CustomerService.Testing;

/// <summary>Small, valid objects of the shop; a test names only what it is about.</summary>
public static class Build
{
    /// <summary>Wednesday 10:00 in Seoul, where <see cref="ManualTimeProvider"/> starts.</summary>
    public static DateTimeOffset Wednesday { get; } = new(2026, 11, 18, 1, 0, 0, TimeSpan.Zero);

    public static Category Category(string id = "earphones", string ko = "이어폰", string en = "Earphones", params string[] terms) =>
        new() { Id = id, Name = new(ko, en), Terms = [.. terms] };

    public static Product Product(
        string id, string ko = "소닉웨이브 프로", string en = "SonicWave Pro", long? price = 100_000, string category = "earphones",
        ProductStatus status = ProductStatus.Active, string currency = "KRW", string brand = "SonicWave", string? model = null,
        long? listPrice = null, string? successor = null) => new()
        {
            Id = id, Name = new(ko, en), Brand = brand, Model = model, CategoryId = category,
            Description = new($"{ko} 소개입니다.", $"About the {en}."), Status = status, PriceMinor = price, ListPriceMinor = listPrice,
            Currency = currency, SuccessorId = successor,
        };

    public static Product With(this Product product, string key, double? number, string? ko = null, string? en = null)
    {
        product.Attributes.Add(new() { ProductId = product.Id, Key = key, Number = number, Text = ko is null ? null : new(ko, en ?? ko) });
        return product;
    }

    public static Warehouse Warehouse(string id = "SEOUL", string ko = "서울 물류센터", string en = "Seoul warehouse", int cutoffHour = 14, bool saturday = false) =>
        new() { Id = id, Name = new(ko, en), TimeZone = "Asia/Seoul", SameDayCutoff = new(cutoffHour, 0), ShipsOnSaturday = saturday };

    public static Review Review(string productId, int stars, string text = "좋아요", Language language = Language.Korean) => new()
    {
        Id = $"R-{Guid.NewGuid():N}", ProductId = productId, Stars = stars, Language = language, Text = text, Author = "김**", WrittenAt = Wednesday.AddDays(-9),
    };

    public static Customer Customer(string id = "C1", CustomerContext? profile = null, params string[] purchased) => new()
    {
        Id = id, Name = "김하늘", Language = Language.Korean, Profile = profile ?? CustomerContext.None,
        Purchases =
        [
            .. purchased.Select((productId, i) => new Purchase
            {
                Id = $"{id}-{i}", CustomerId = id, ProductId = productId, Quantity = 1, PurchasedOn = new(2026, 1, 1),
            }),
        ],
    };

    public static QuestionReading Reading(params Intent[] intents) =>
        new(Language.Korean, intents.Length == 0 ? [Intent.Overview] : intents, [], [], [], null, null, [], null, []);

    public static CustomerQuery Query(
        string question = "이 이어폰 어때요?", string? productId = null, string? customerId = null, Language? language = null, CustomerContext? context = null) =>
        CustomerQuery.Create(question, productId, customerId, language?.Code(), context, Surface.Api) is { Query: { } query }
            ? query
            : throw new ArgumentException("not a valid query", nameof(question));

    /// <summary>A query about these products of the shop, read as told.</summary>
    public static ResolvedQuery Resolved(
        ShopStub shop, QuestionReading reading, string[] products, string question = "이 이어폰 어때요?", Customer? customer = null,
        CustomerContext? context = null, Language language = Language.Korean, DateTimeOffset? askedAt = null) => new(
            Query(question, language: language), reading with { Language = language }, [.. products.Select(shop.Entry)], ProductWasGiven: true, customer,
            context ?? customer?.Profile ?? CustomerContext.None, askedAt ?? Wednesday);
}
