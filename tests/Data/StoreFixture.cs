using CustomerService.Core.Answers;
using CustomerService.Core.Catalog;
using CustomerService.Core.Usage;
using CustomerService.Data.Start;
using CustomerService.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CustomerService.Data.Tests;

/// <summary>A database of its own with the demo store, and the ports on it, for one class of tests.</summary>
public abstract class StoreFixture(StorageProvider provider) : IAsyncLifetime
{
    private readonly TestDatabase _database = TestDatabase.New(provider);
    private ServiceProvider? _services;

    public StorageProvider Provider => provider;
    public StorageOptions Options => _database.Options;
    public ManualTimeProvider Clock { get; } = new();
    public IServiceProvider Services => _services!;
    public IProductCatalog Catalog => Services.GetRequiredService<IProductCatalog>();
    public IReviewSource Reviews => Services.GetRequiredService<IReviewSource>();
    public IStockSource Stock => Services.GetRequiredService<IStockSource>();
    public ICustomerDirectory Customers => Services.GetRequiredService<ICustomerDirectory>();
    public IAnswerStore Answers => Services.GetRequiredService<IAnswerStore>();
    public IUsageStore Usage => Services.GetRequiredService<IUsageStore>();
    public IKeptWork KeptWork => Services.GetRequiredService<IKeptWork>();

    public SupportDbContext NewContext() => Services.GetRequiredService<IDbContextFactory<SupportDbContext>>().CreateDbContext();

    public async Task InitializeAsync()
    {
        _services = Build(Options, Clock);
        await _services.GetRequiredService<IStorageStart>().RunAsync(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        if (_services is not null)
            await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    /// <summary>A second program on a database; the caller disposes it.</summary>
    public static async Task<ServiceProvider> StartAsync(StorageOptions options, TimeProvider clock, bool demo = false)
    {
        var services = Build(options, clock, demo);
        await services.GetRequiredService<IStorageStart>().RunAsync(CancellationToken.None);
        return services;
    }

    public static IAnswerStore AnswersOf(IServiceProvider services) => services.GetRequiredService<IAnswerStore>();

    public static ServiceProvider Build(StorageOptions options, TimeProvider clock, bool demo = true) => new ServiceCollection()
        .AddSingleton(clock)
        .AddSingleton(new ShopOptions())
        .AddData(options, new DemoOptions { Enabled = demo })
        .BuildServiceProvider();
}

public sealed class SqliteStore() : StoreFixture(StorageProvider.Sqlite);

public sealed class PostgreSqlStore() : StoreFixture(StorageProvider.PostgreSql);
