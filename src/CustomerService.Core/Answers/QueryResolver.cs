using System.ComponentModel.DataAnnotations;
using CustomerService.Core.Catalog;
using CustomerService.Core.Questions;
using CustomerService.Core.Search;

namespace CustomerService.Core.Answers;

/// <summary>Section <c>Shop</c>.</summary>
public sealed class ShopOptions
{
    /// <summary>ISO 4217; what an amount without a currency means.</summary>
    [RegularExpression("[A-Z]{3}", ErrorMessage = "must be three capital letters, such as KRW")]
    public string Currency { get; set; } = "KRW";

    /// <summary>IANA name; where the shop's days begin and end.</summary>
    public string TimeZone { get; set; } = "Asia/Seoul";

    /// <summary>The shop's day of an instant.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeOf(instant).DateTime);

    /// <summary>An instant on the shop's clock.</summary>
    public DateTimeOffset TimeOf(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(TimeZone));
}

/// <summary>Reads a question's words and looks up the product and the customer that it is about.</summary>
public sealed class QueryResolver(
    IQuestionReader reader, IProductCatalog catalog, ISynonyms synonyms, ICustomerDirectory customers, ShopOptions shop, TimeProvider time)
{
    private const int SearchDepth = 20;
    private const int MaxCompared = 4;
    private const int MaxLookedUp = 10;

    /// <returns>The resolved query, or what is wrong with the input.</returns>
    public async Task<(ResolvedQuery? Query, IReadOnlyList<InputProblem> Problems)> ResolveAsync(CustomerQuery query, CancellationToken cancellationToken)
    {
        var askedAt = time.GetUtcNow();
        var categories = await catalog.CategoriesAsync(cancellationToken).ConfigureAwait(false);
        var reading = reader.Read(query.Question, query.Language, categories, shop.Currency);
        var customerTask = query.CustomerId is { } customerId ? customers.FindAsync(customerId, cancellationToken) : Task.FromResult<Customer?>(null);

        var named = await NamedAsync(query, reading, categories, cancellationToken).ConfigureAwait(false);
        var ids = new[] { query.ProductId }.Concat(reading.ProductCodes).Concat(named).OfType<string>().Distinct().Take(MaxLookedUp).ToList();
        var found = ids.Count == 0 ? [] : await catalog.FindAsync(ids, cancellationToken).ConfigureAwait(false);
        var given = found.FirstOrDefault(p => p.Product.Id == query.ProductId);
        var customer = await customerTask.ConfigureAwait(false);

        var problems = new List<InputProblem>();
        if (query.ProductId is not null && given is null)
            problems.Add(new(InputField.ProductId, InputProblemCode.Unknown));
        if (query.CustomerId is not null && customer is null)
            problems.Add(new(InputField.CustomerId, InputProblemCode.Unknown));
        if (problems.Count > 0)
            return (null, problems);

        var products = Subjects(reading, given, found.Where(p => named.Contains(p.Product.Id)), found);
        var context = customer is null ? query.Context : query.Context.Or(customer.Profile);
        return (new ResolvedQuery(query, reading, products, given is not null && products.Count > 0 && products[0] == given, customer, context, askedAt), problems);
    }

    private async Task<IReadOnlyCollection<string>> NamedAsync(
        CustomerQuery query, QuestionReading reading, IReadOnlyList<Category> categories, CancellationToken cancellationToken)
    {
        var isExplained = reading.RestWords.Count == 0 && (query.ProductId is not null || reading.CategoryId is not null);
        if (isExplained && !reading.Has(Intent.Comparison))
            return [];
        var hits = await catalog.SearchAsync(query.Question, SearchDepth, cancellationToken).ConfigureAwait(false);
        var named = ProductMentions.Named(query.Question, hits, categories);
        // The shop may have another name for a product among its synonyms.
        if (named.Count == 0 && (await synonyms.BookAsync(cancellationToken).ConfigureAwait(false)).Of(query.Question) is { Count: > 0 } others)
            named = ProductMentions.Named($"{query.Question}\n{string.Join('\n', others)}", hits, categories);
        if (named.Count == 0)
            named = ProductMentions.Holding(query.Question, reading.RestWords, hits);
        // "The robot vacuum or the cordless one?" names products by their kind.
        if (named.Count == 0 && reading.Has(Intent.Comparison))
            named = ProductMentions.Named(query.Question, hits, []);
        return [.. named.Select(h => h.ProductId)];
    }

    /// <summary>
    /// In a comparison the product in view comes first, then all that are named. Otherwise there is one subject: what the question
    /// names ("and is the Sport in stock?"), or else the product in view; none where it names a number like the product's that does
    /// not exist. Of several that fit the words as well, one that is still
    /// sold, then the one with most reviews.
    /// </summary>
    private static IReadOnlyList<CatalogProduct> Subjects(
        QuestionReading reading, CatalogProduct? given, IEnumerable<CatalogProduct> named, IReadOnlyList<CatalogProduct> found)
    {
        var coded = found.Where(p => reading.ProductCodes.Contains(p.Product.Id)).ToList();
        var byName = named.OrderBy(p => p.Product.Status).ThenByDescending(p => p.Tally.Count).ToList();
        if (reading.Has(Intent.Comparison))
            return [.. new[] { given }.OfType<CatalogProduct>().Concat(coded).Concat(byName).Distinct().Take(MaxCompared)];
        if (coded.Count > 0)
            return [.. coded.Take(MaxCompared)];
        if (given is not null && byName.Count == 0 && reading.ProductCodes.Any(code => code != given.Product.Id && Shape(code) == Shape(given.Product.Id)))
            return [];
        if (given is not null && (byName.Count == 0 || byName.Contains(given)))
            return [given];
        return [.. byName.Take(1)];
    }

    /// <summary>E001 as A000: how a shop's numbers are built.</summary>
    private static string Shape(string id) => string.Concat(id.Select(c => char.IsAsciiDigit(c) ? '0' : char.IsAsciiLetter(c) ? 'A' : c));
}
