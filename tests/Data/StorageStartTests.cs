using CustomerService.Data.Start;
using CustomerService.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CustomerService.Data.Tests;

public sealed class StorageStartTests
{
    public static TheoryData<StorageProvider> Providers { get; } = [StorageProvider.Sqlite, StorageProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Model_has_no_change_that_no_migration_holds(StorageProvider provider)
    {
        await using var services = StoreFixture.Build(TestDatabase.New(provider).Options, new ManualTimeProvider());
        await using var context = ContextOf(services);

        Assert.False(context.Database.HasPendingModelChanges());
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Second_start_changes_nothing(StorageProvider provider)
    {
        await using var database = TestDatabase.New(provider);
        await using (var first = await StoreFixture.StartAsync(database.Options, new ManualTimeProvider(), demo: true))
        {
            await using var context = ContextOf(first);
            await context.Reviews.Where(r => r.Id == "R-E001-01").ExecuteDeleteAsync();
        }

        await using var second = await StoreFixture.StartAsync(database.Options, new ManualTimeProvider(), demo: true);
        await using var again = ContextOf(second);
        Assert.False(await again.Reviews.AnyAsync(r => r.Id == "R-E001-01"));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Several_starts_at_once_load_the_demo_store_once(StorageProvider provider)
    {
        await using var database = TestDatabase.New(provider);
        var programs = Enumerable.Range(0, 4).Select(_ => StoreFixture.Build(database.Options, TimeProvider.System)).ToList();

        await Task.WhenAll(programs.Select(p => Task.Run(() => p.GetRequiredService<IStorageStart>().RunAsync(CancellationToken.None))));

        await using (var context = ContextOf(programs[0]))
        {
            Assert.Equal(127, (await context.StockLevels.SingleAsync(s => s.ProductId == "E001" && s.WarehouseId == "SEOUL")).Quantity);
            Assert.Equal(48, await context.Products.CountAsync());
        }

        foreach (var program in programs)
            await program.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Without_the_demo_the_shop_is_empty(StorageProvider provider)
    {
        await using var database = TestDatabase.New(provider);
        await using var services = await StoreFixture.StartAsync(database.Options, new ManualTimeProvider());
        await using var context = ContextOf(services);

        Assert.False(await context.Products.AnyAsync());
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Database_of_a_newer_version_is_refused_and_left_alone(StorageProvider provider)
    {
        await using var database = TestDatabase.New(provider);
        await using var services = await StoreFixture.StartAsync(database.Options, new ManualTimeProvider());
        await using var context = ContextOf(services);
        await context.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29991231000000_Later', '99.0.0')");

        var error = await Assert.ThrowsAsync<StorageUnavailableException>(
            () => StoreFixture.StartAsync(database.Options, new ManualTimeProvider(), demo: true));

        Assert.Contains("newer version", error.Message, StringComparison.Ordinal);
        Assert.Contains(database.Options.Location, error.Message, StringComparison.Ordinal);
        Assert.False(await context.Products.AnyAsync());
    }

    [Fact]
    public async Task Start_waits_for_another_that_makes_the_file_ready_but_not_for_ever()
    {
        await using var database = TestDatabase.New(StorageProvider.Sqlite);
        Directory.CreateDirectory(Path.GetDirectoryName(database.Options.Location)!);
        await using var other = new FileStream(database.Options.Location + ".lock", FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        var clock = new ManualTimeProvider();
        await using var services = StoreFixture.Build(database.Options, clock);

        var start = services.GetRequiredService<IStorageStart>().RunAsync(CancellationToken.None);
        while (!start.IsCompleted)
        {
            if (clock.PendingTimers > 0)
                clock.Advance(TimeSpan.FromSeconds(10));
            await Task.Yield();
        }

        var error = await Assert.ThrowsAsync<StorageUnavailableException>(() => start);
        Assert.Contains("Another program", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(database.Options.Location));
    }

    [Fact]
    public async Task Migration_lock_of_a_killed_program_does_not_block()
    {
        await using var database = TestDatabase.New(StorageProvider.Sqlite);
        await using var services = StoreFixture.Build(database.Options, new ManualTimeProvider());
        Directory.CreateDirectory(Path.GetDirectoryName(database.Options.Location)!);
        await using (var context = ContextOf(services))
        {
            await context.Database.ExecuteSqlRawAsync(
                "CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER PRIMARY KEY, \"Timestamp\" TEXT NOT NULL); INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-01-01');");
        }

        await services.GetRequiredService<IStorageStart>().RunAsync(CancellationToken.None).WaitAsync(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Sqlite_waits_for_the_disk_and_for_other_writers()
    {
        await using var database = TestDatabase.New(StorageProvider.Sqlite);
        await using var services = await StoreFixture.StartAsync(database.Options, new ManualTimeProvider());
        await using var context = ContextOf(services);
        Task<string> Pragma(string name) => context.Database.SqlQueryRaw<string>(string.Concat("SELECT ", name, " AS \"Value\" FROM pragma_", name)).SingleAsync();

        Assert.Equal("wal", await Pragma("journal_mode"));
        Assert.Equal("1", await Pragma("foreign_keys"));
        Assert.Equal("2", await Pragma("synchronous"));
        Assert.Equal(5000, await context.Database.SqlQueryRaw<int>("SELECT timeout AS \"Value\" FROM pragma_busy_timeout").SingleAsync());
    }

    [Fact]
    public async Task File_that_is_no_database_is_told_with_its_path()
    {
        await using var database = TestDatabase.New(StorageProvider.Sqlite);
        Directory.CreateDirectory(Path.GetDirectoryName(database.Options.Location)!);
        await File.WriteAllTextAsync(database.Options.Location, string.Concat(Enumerable.Repeat("this is a letter, not a database. ", 100)));

        var error = await Assert.ThrowsAsync<StorageUnavailableException>(() => StoreFixture.StartAsync(database.Options, new ManualTimeProvider()));

        Assert.Contains(database.Options.Location, error.Message, StringComparison.Ordinal);
        Assert.Contains("not a SQLite database", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Path_that_cannot_be_a_file_is_told()
    {
        await using var database = TestDatabase.New(StorageProvider.Sqlite);
        Directory.CreateDirectory(database.Options.Location);

        var error = await Assert.ThrowsAsync<StorageUnavailableException>(() => StoreFixture.StartAsync(database.Options, new ManualTimeProvider()));

        Assert.Contains(database.Options.Location, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folder_below_a_file_is_told()
    {
        var options = new StorageOptions { ConnectionString = "Data Source=/dev/null/below/shop.db" };

        var error = await Assert.ThrowsAsync<StorageUnavailableException>(() => StoreFixture.StartAsync(options, new ManualTimeProvider()));

        Assert.Contains("/dev/null/below/shop.db", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_that_does_not_answer_is_told_without_the_password()
    {
        var options = new StorageOptions
        {
            Provider = StorageProvider.PostgreSql,
            ConnectionString = "Host=127.0.0.1;Port=1;Database=shop;Username=u;Password=geheim;Timeout=2",
        };

        var error = await Assert.ThrowsAsync<StorageUnavailableException>(() => StoreFixture.StartAsync(options, new ManualTimeProvider()));

        Assert.Contains("127.0.0.1:1", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StorageProvider.Sqlite, "")]
    [InlineData(StorageProvider.Sqlite, "Host=db")]
    [InlineData(StorageProvider.PostgreSql, "Data Source")]
    [InlineData((StorageProvider)9, "Data Source=a.db")]
    public void Wrong_setting_is_named_by_its_key(StorageProvider provider, string connectionString)
    {
        var problem = Assert.Single(new StorageOptions { Provider = provider, ConnectionString = connectionString }.Problems());

        Assert.StartsWith("Storage:", problem.Key, StringComparison.Ordinal);
    }

    [Fact]
    public void Default_settings_are_right()
    {
        Assert.Empty(new StorageOptions().Problems());
        Assert.EndsWith("data/customer-service.db", new StorageOptions().Location, StringComparison.Ordinal);
    }

    private static SupportDbContext ContextOf(IServiceProvider services) => services.GetRequiredService<IDbContextFactory<SupportDbContext>>().CreateDbContext();
}
