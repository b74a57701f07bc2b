using CustomerService.Ai.Embedded;
using CustomerService.Ai.Gateway;
using CustomerService.Core;
using CustomerService.Core.Answers;
using CustomerService.Core.Catalog;
using CustomerService.Core.Configuration;
using CustomerService.Core.Lookups;
using CustomerService.Data;
using CustomerService.Data.Start;
using CustomerService.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CustomerService.Benchmarks;

/// <summary>The floors below the web on a database, in this process.</summary>
internal sealed class Shop : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly TestDatabase? _database;

    private Shop(StorageOptions storage, bool demo, TestDatabase? database, IReadOnlyDictionary<string, string>? configuration = null)
    {
        _database = database;
        var settings = new Settings(new ConfigurationBuilder().AddInMemoryCollection(configuration?.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build());
        _services = new ServiceCollection()
            .AddLogging(log => log.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning))
            .AddCore(settings)
            .AddEmbeddedAssistant()
            .AddModelGateway(settings)
            .AddData(storage, new DemoOptions { Enabled = demo })
            .BuildServiceProvider();
        Lookups = [.. _services.GetServices<ILookup>().OrderBy(l => l.Kind)];
    }

    public IServiceProvider Services => _services;

    public IReadOnlyList<ILookup> Lookups { get; }

    /// <summary>The real runner, with some lookups of one's own.</summary>
    public LookupRunner Runner(IEnumerable<ILookup> lookups) =>
        new(lookups, new LookupOptions(), TimeProvider.System, _services.GetRequiredService<ILogger<LookupRunner>>());

    public IProductCatalog Catalog => _services.GetRequiredService<IProductCatalog>();

    /// <summary>The demo store in a database that is gone afterwards.</summary>
    public static Task<Shop> OpenDemoAsync(CancellationToken cancellationToken)
    {
        var database = TestDatabase.New(StorageProvider.Sqlite);
        return StartAsync(new(database.Options, demo: true, database), cancellationToken);
    }

    /// <summary>An empty database that is gone afterwards, with a configuration.</summary>
    /// <param name="configuration">By key, such as <c>OpenAI:BaseUrl</c>.</param>
    public static Task<Shop> OpenConfiguredAsync(IReadOnlyDictionary<string, string> configuration, CancellationToken cancellationToken)
    {
        var database = TestDatabase.New(StorageProvider.Sqlite);
        return StartAsync(new(database.Options, demo: false, database, configuration), cancellationToken);
    }

    /// <summary>A migrated database without the demo store.</summary>
    /// <param name="file">Where it is kept; null for one that is gone afterwards.</param>
    public static Task<Shop> OpenAsync(string? file, CancellationToken cancellationToken)
    {
        var database = file is null ? TestDatabase.New(StorageProvider.Sqlite) : null;
        return StartAsync(new(database?.Options ?? new StorageOptions { ConnectionString = $"Data Source={file}" }, demo: false, database), cancellationToken);
    }

    /// <summary>The demo store in a database of the caller's.</summary>
    public static Task<Shop> OpenDemoAsync(StorageOptions storage, CancellationToken cancellationToken) => StartAsync(new(storage, demo: true, database: null), cancellationToken);

    public string ConnectionString => _services.GetRequiredService<StorageOptions>().ConnectionString;

    public async Task<ResolvedQuery> ResolveAsync(string question, string? productId, CancellationToken cancellationToken)
    {
        var (query, problems) = CustomerQuery.Create(question, productId, null, null, null, Surface.CommandLine);
        if (query is not null && await _services.GetRequiredService<QueryResolver>().ResolveAsync(query, cancellationToken) is var (resolved, more))
            return resolved ?? throw new InvalidOperationException($"{question} ({productId}): {string.Join(", ", more)}");
        throw new InvalidOperationException($"{question} ({productId}): {string.Join(", ", problems)}");
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_database is not null)
            await _database.DisposeAsync();
    }

    private static async Task<Shop> StartAsync(Shop shop, CancellationToken cancellationToken)
    {
        await shop._services.GetRequiredService<IStorageStart>().RunAsync(cancellationToken);
        return shop;
    }
}
