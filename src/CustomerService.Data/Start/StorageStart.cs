using System.Data.Common;
using CustomerService.Data.Conversations;
using CustomerService.Data.Demo;
using CustomerService.Data.Search;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CustomerService.Data.Start;

internal sealed partial class StorageStart(
    IDbContextFactory<SupportDbContext> contexts, StorageOptions storage, DemoOptions demo, DemoStore demoStore, TimeProvider clock, ILogger<StorageStart> logger)
    : IStorageStart
{
    private static readonly TimeSpan LongestTurn = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LockRetry = TimeSpan.FromMilliseconds(100);

    /// <summary>A number that nothing else in the database locks.</summary>
    private const long StartLock = 0x43_75_73_74_53_72_76;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (storage.Provider == StorageProvider.Sqlite && Path.GetDirectoryName(storage.SqliteFile) is { Length: > 0 } folder)
                Directory.CreateDirectory(folder);
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            await using var turn = context.Database.IsSqlite() ? await TakeTurnAsync(cancellationToken) : await TakeTurnOnServerAsync(context, cancellationToken);
            await MigrateAsync(context, cancellationToken);
            await ThreadText.FillAsync(context, cancellationToken);
            await ProductSearchText.FillAsync(context, cancellationToken);
            if (demo.Enabled && await demoStore.LoadAsync(context, cancellationToken) is > 0 and var products)
                LogDemoLoaded(products);
            if (context.Database.IsSqlite())
                await OptimizeAsync(context, cancellationToken);
        }
        catch (Exception e) when (e is DbException or IOException or UnauthorizedAccessException)
        {
            throw new StorageUnavailableException(Explain(e), e);
        }
    }

    private static async Task OptimizeAsync(SupportDbContext context, CancellationToken cancellationToken)
    {
        try
        {
            await context.Database.ExecuteSqlRawAsync("PRAGMA optimize = 0x10002;", cancellationToken);
        }
        catch (SqliteException e) when (e.SqliteErrorCode == SQLitePCL.raw.SQLITE_BUSY)
        {
            // Another program is writing; what the planner knows is then refreshed at the next start.
        }
    }

    private async Task MigrateAsync(SupportDbContext context, CancellationToken cancellationToken)
    {
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        var known = context.Database.GetMigrations().ToList();
        if (applied.Except(known).Any())
        {
            throw new StorageUnavailableException(
                $"The database ({storage.Location}) belongs to a newer version of this program and was left as it is. "
                + "Start that version, or set Storage:ConnectionString to another database.");
        }

        if (!known.Except(applied).Any())
            return;
        // EF Core's own lock on SQLite is a row, which a process that is killed leaves behind and which then blocks every start for
        // ever. Whose turn it is settles the matter before, so a row that is there is stale.
        if (context.Database.IsSqlite())
            await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL; DROP TABLE IF EXISTS \"__EFMigrationsLock\";", cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
        LogMigrated(storage.Location);
    }

    /// <summary>Lets one process at a time make a SQLite file ready. The operating system's lock ends with its process, however that ends.</summary>
    private async Task<IAsyncDisposable> TakeTurnAsync(CancellationToken cancellationToken)
    {
        var path = storage.SqliteFile + ".lock";
        var deadline = clock.GetUtcNow() + LongestTurn;
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (File.Exists(path))
            {
                if (clock.GetUtcNow() > deadline)
                    throw new StorageUnavailableException($"Another program has been making the database {storage.Location} ready for {LongestTurn.TotalMinutes:0} minutes. Wait for it or end it, and start again.", e);
                await Task.Delay(LockRetry, clock, cancellationToken);
            }
        }
    }

    /// <summary>
    /// The same for PostgreSQL, whose database is created here. EF Core's own lock there ends with each migration's transaction, so two
    /// programs that start together would both do the second migration. This one ends with its connection.
    /// </summary>
    private async Task<IAsyncDisposable> TakeTurnOnServerAsync(SupportDbContext context, CancellationToken cancellationToken)
    {
        await CreateDatabaseAsync(context.GetService<IRelationalDatabaseCreator>(), cancellationToken);
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(storage.ConnectionString) { Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await connection.BeginTransactionAsync(cancellationToken);
            await using var command = new NpgsqlCommand($"SELECT pg_advisory_xact_lock({StartLock})", connection) { CommandTimeout = (int)LongestTurn.TotalSeconds };
            await command.ExecuteNonQueryAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task CreateDatabaseAsync(IRelationalDatabaseCreator creator, CancellationToken cancellationToken)
    {
        if (await creator.ExistsAsync(cancellationToken))
            return;
        try
        {
            await creator.CreateAsync(cancellationToken);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another program has created it meanwhile.
        }
    }

    private string Explain(Exception error) => error switch
    {
        SqliteException { SqliteErrorCode: 26 or 11 } =>
            $"{storage.Location} is not a SQLite database or is damaged. Move the file away, restore a backup, or set Storage:ConnectionString to another file.",
        SqliteException { SqliteErrorCode: 5 or 6 } =>
            $"The database {storage.Location} is locked by another program. Close that program and start again.",
        SqliteException { SqliteErrorCode: 13 } =>
            $"The disk is full, so the database {storage.Location} cannot be written. Free some space and start again.",
        SqliteException { SqliteErrorCode: 8 or 14 } or IOException or UnauthorizedAccessException =>
            $"The database {storage.Location} cannot be opened for writing. Check that the path is a file in a folder that this user may write, or set Storage:ConnectionString.",
        PostgresException { SqlState: ['2', '8', ..] } =>
            $"PostgreSQL ({storage.Location}) refused the user or the password. Check Storage:ConnectionString.",
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.InsufficientPrivilege } =>
            $"PostgreSQL ({storage.Location}) has no such database or does not let this user create what is needed. Create it, or check Storage:ConnectionString.",
        PostgresException e => $"PostgreSQL ({storage.Location}) reported {e.SqlState} while the database was made ready. The log has the details.",
        NpgsqlException => $"PostgreSQL ({storage.Location}) cannot be reached. Check that it is running and that Storage:ConnectionString names the right host and port.",
        _ => $"The database ({storage.Location}) cannot be made ready. The log has the details.",
    };

    [LoggerMessage(Level = LogLevel.Information, Message = "Database migrated: {Location}")]
    private partial void LogMigrated(string location);

    [LoggerMessage(Level = LogLevel.Information, Message = "Demo store loaded: {Products} products")]
    private partial void LogDemoLoaded(int products);
}
