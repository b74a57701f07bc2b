using CustomerService.Core.Answers;
using CustomerService.Core.Lookups;
using CustomerService.Core.Usage;
using CustomerService.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace CustomerService.Core.Tests.Answers;

/// <summary>The real pipeline over a shop in memory, with gates before the lookups and a composer that the test plays.</summary>
internal sealed class Pipeline
{
    public Pipeline()
    {
        Shop.Sells(Build.Product("E001"));
        Shop.Customers.Add(Build.Customer());
        var lookups = Enum.GetValues<LookupKind>().Select(kind => new GatedLookup(new LookupStub(kind), Gates));
        Service = new(
            new QueryResolver(new ReaderStub(Build.Reading()), Shop, new InMemorySynonyms(), Shop, new ShopOptions(), Clock),
            new LookupRunner(lookups, new LookupOptions(), Clock, NullLogger<LookupRunner>.Instance),
            Composer, Store, Spending, Clock, NullLogger<AnswerService>.Instance);
        Runs = new(Service, Clock, NullLogger<AnswerRuns>.Instance);
    }

    public ManualTimeProvider Clock { get; } = new();
    public Gates Gates { get; } = new();
    public ShopStub Shop { get; } = new();
    public ComposerStub Composer { get; } = new();
    public AnswerStoreStub Store { get; } = new();
    public AnswerSpending Spending { get; } = new();
    public AnswerService Service { get; }
    public AnswerRuns Runs { get; }

    public static Citation Citation { get; } = new(1, LookupKind.StockCheck, "stock:E001@SEOUL", "재고", null);

    public static async Task<List<AnswerEvent>> EventsAsync(IAsyncEnumerable<AnswerEvent> events) => await events.ToListAsync().AsTask().InTime();
}
