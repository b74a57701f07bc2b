using System.Collections.Concurrent;
using CustomerService.Core.Answers;
using CustomerService.Core.Catalog;
using CustomerService.Core.Models;
using CustomerService.Core.Text;

namespace CustomerService.Web.Tests;

/// <summary>A small catalogue in memory.</summary>
public sealed class InMemoryCatalog(params IReadOnlyList<CatalogProduct> products) : IProductCatalog
{
    public Task<IReadOnlyList<CatalogProduct>> FindAsync(IReadOnlyCollection<string> productIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CatalogProduct>>([.. productIds.SelectMany(id => products.Where(p => p.Product.Id == id))]);

    public Task<IReadOnlyList<ProductHit>> SearchAsync(string text, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ProductHit>>(
            [.. Matching(text).Take(limit).Select(p => new ProductHit(p.Product.Id, p.Product.Name, p.Product.Brand, p.Product.Model, p.Product.CategoryId, 1))]);

    public Task<Page<CatalogProduct>> ListAsync(string? search, string? categoryId, int page, int pageSize, CancellationToken cancellationToken)
    {
        var found = Matching(search).Where(p => categoryId is null || p.Category.Id == categoryId).ToList();
        return Task.FromResult(new Page<CatalogProduct>([.. found.Skip((page - 1) * pageSize).Take(pageSize)], page, pageSize, found.Count));
    }

    public Task<IReadOnlyList<CatalogProduct>> FindCandidatesAsync(CandidateFilter filter, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CatalogProduct>>([.. products.Where(p => p.Available > 0).Take(filter.Limit)]);

    public ValueTask<IReadOnlyList<Category>> CategoriesAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<Category>>([.. products.Select(p => p.Category).DistinctBy(c => c.Id)]);

    private IEnumerable<CatalogProduct> Matching(string? search) => products.Where(p =>
        search is null
        || p.Product.Id.Contains(search, StringComparison.OrdinalIgnoreCase)
        || p.Product.Name.Ko.Contains(search, StringComparison.OrdinalIgnoreCase)
        || p.Product.Name.En.Contains(search, StringComparison.OrdinalIgnoreCase));
}

public sealed class InMemoryCustomers(params IReadOnlyList<Customer> customers) : ICustomerDirectory
{
    public Task<Customer?> FindAsync(string customerId, CancellationToken cancellationToken) =>
        Task.FromResult(customers.FirstOrDefault(c => c.Id == customerId));

    public Task<IReadOnlyList<Customer>> SearchAsync(string text, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Customer>>(
            [.. customers.Where(c => c.Id.StartsWith(text, StringComparison.OrdinalIgnoreCase) || c.Name.StartsWith(text, StringComparison.OrdinalIgnoreCase)).Take(limit)]);
}

public sealed class InMemoryAnswerStore : IAnswerStore
{
    private readonly ConcurrentDictionary<string, Answer> _answers = new();
    private int _batches;

    /// <summary>Whether the database can be reached.</summary>
    public bool IsDown { get; set; }

    /// <summary>How often several answers were read at once.</summary>
    public int Batches => Volatile.Read(ref _batches);

    public Task BeginAsync(CustomerQuery query, DateTimeOffset askedAt, CancellationToken cancellationToken)
    {
        _answers.TryAdd(query.AnswerId, new Answer(
            query.AnswerId, query.Question, query.ProductId, query.CustomerId, query.Language, query.Surface, AnswerState.Running, "",
            Authorship.Embedded, [], [], TokenUsage.None, new(null, null, TimeSpan.Zero), askedAt));
        return Task.CompletedTask;
    }

    public Task FinishAsync(Answer answer, CancellationToken cancellationToken)
    {
        _answers[answer.Id] = answer;
        return Task.CompletedTask;
    }

    public Task<Answer?> FindAsync(string answerId, CancellationToken cancellationToken) =>
        IsDown ? throw new IOException("secret detail of the database") : Task.FromResult(_answers.GetValueOrDefault(answerId));

    public Task<IReadOnlyList<Answer>> FindAsync(IReadOnlyCollection<string> answerIds, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _batches);
        return IsDown
            ? throw new IOException("secret detail of the database")
            : Task.FromResult<IReadOnlyList<Answer>>([.. answerIds.Select(_answers.GetValueOrDefault).OfType<Answer>()]);
    }

    public Task<IReadOnlyList<AnswerSummary>> RecentAsync(Surface surface, int limit, CancellationToken cancellationToken) =>
        IsDown
            ? throw new IOException("secret detail of the database")
            : Task.FromResult<IReadOnlyList<AnswerSummary>>(
            [
                .. _answers.Values.Where(a => a.Surface == surface).OrderByDescending(a => a.AskedAt).ThenByDescending(a => a.Id).Take(limit)
                    .Select(a => new AnswerSummary(a.Id, a.Question, a.ProductId, a.CustomerId, a.State, a.AskedAt)),
            ]);

    public Task<int> MarkInterruptedAsync(IReadOnlyCollection<string> gone, CancellationToken cancellationToken) => Task.FromResult(0);
}

/// <summary>Products, customers and results that the tests speak of.</summary>
public static class Shop
{
    public static CatalogProduct Earphones { get; } = Product("E001", "소닉웨이브 프로", "SonicWave Pro", 129_000, new() { ProductId = "E001", Five = 14, Four = 6, Two = 2, One = 1 }, 172, false);
    public static CatalogProduct Buds { get; } = Product("E002", "에어빗 라이트", "AirBeat Lite", 59_000, new() { ProductId = "E002" }, 0, false);
    public static CatalogProduct Speaker { get; } = Product("E003", "룸톤 스피커", "RoomTone Speaker", null, new() { ProductId = "E003", Three = 1 }, null, true);

    public static Customer Minji { get; } = new() { Id = "C12345", Name = "김민지", Language = Language.Korean, Profile = new("30대", "통근", "음질, 배터리") };
    public static Customer John { get; } = new() { Id = "C67890", Name = "John Park", Language = Language.English };

    public static InMemoryCatalog Catalog() => new(Earphones, Buds, Speaker);

    public static InMemoryCustomers Customers() => new(Minji, John);

    private static CatalogProduct Product(string id, string ko, string en, long? price, ReviewTally tally, int? available, bool unknown) => new(
        new Product
        {
            Id = id, Name = new(ko, en), Brand = "SonicWave", CategoryId = "earphones", Description = new("이어폰", "Earphones"),
            Status = ProductStatus.Active, PriceMinor = price, Currency = "KRW",
        },
        new Category { Id = "earphones", Name = new("이어폰", "Earphones") }, tally, available, unknown);
}
