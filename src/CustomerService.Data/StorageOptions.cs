using System.Data.Common;
using CustomerService.Core.Configuration;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace CustomerService.Data;

public enum StorageProvider
{
    Sqlite,
    PostgreSql,
}

/// <summary>Where the data lies: the section <c>Storage</c> of the configuration.</summary>
public sealed class StorageOptions
{
    public const string SectionName = "Storage";

    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    public string ConnectionString { get; set; } = "Data Source=data/customer-service.db";

    /// <summary>What is wrong, each with the key's name; never the value, which may hold a password.</summary>
    public IEnumerable<SettingProblem> Problems()
    {
        if (!Enum.IsDefined(Provider))
            yield return new($"{SectionName}:{nameof(Provider)}", "must be Sqlite or PostgreSql");
        else if (string.IsNullOrWhiteSpace(ConnectionString))
            yield return new($"{SectionName}:{nameof(ConnectionString)}", "must not be empty");
        else if (!CanBeRead())
            yield return new($"{SectionName}:{nameof(ConnectionString)}", $"is not a connection string for {Provider}");
    }

    /// <summary>The SQLite file's full path or the PostgreSQL server and database, without credentials.</summary>
    public string Location => Provider == StorageProvider.Sqlite ? SqliteFile : PostgreSqlLocation;

    internal string SqliteFile
    {
        get
        {
            var source = new SqliteConnectionStringBuilder(ConnectionString).DataSource;
            return source.StartsWith(':') || source.StartsWith("file:", StringComparison.OrdinalIgnoreCase) ? source : Path.GetFullPath(source);
        }
    }

    private string PostgreSqlLocation
    {
        get
        {
            var builder = new NpgsqlConnectionStringBuilder(ConnectionString);
            return $"{builder.Host}:{builder.Port}, database {builder.Database}";
        }
    }

    /// <summary>Chooses the provider for a context.</summary>
    public void Configure(DbContextOptionsBuilder builder)
    {
        // Each context is used by one method alone; the check costs an execution context for every row that is read.
        builder.EnableThreadSafetyChecks(false);
        if (Provider == StorageProvider.PostgreSql)
        {
            // EF Core's usual strategy hides a lost connection in an InvalidOperationException.
            builder.UseNpgsql(ConnectionString, o => o
                .MigrationsAssembly("CustomerService.Data.PostgreSql")
                .ExecutionStrategy(d => new NonRetryingExecutionStrategy(d)));
            return;
        }

        var connection = new SqliteConnectionStringBuilder(ConnectionString) { ForeignKeys = true, DefaultTimeout = SqlitePragmas.BusySeconds };
        builder.UseSqlite(connection.ConnectionString, o => o
                .MigrationsAssembly("CustomerService.Data.Sqlite")
                .UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
            .AddInterceptors(SqlitePragmas.Instance);
    }

    private bool CanBeRead()
    {
        try
        {
            DbConnectionStringBuilder builder = Provider == StorageProvider.Sqlite
                ? new SqliteConnectionStringBuilder(ConnectionString)
                : new NpgsqlConnectionStringBuilder(ConnectionString);
            return builder.Count > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}

/// <summary>The section <c>Demo</c> of the configuration.</summary>
public sealed class DemoOptions
{
    public const string SectionName = "Demo";

    /// <summary>Load the demo store into an empty database, and show it at <c>/demo</c>.</summary>
    public bool Enabled { get; set; } = true;
}
