using CustomerService.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CustomerService.Testing;

/// <summary>The name of a database that nobody else uses and that is gone after the test. It is created by whoever opens it first.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string? _folder;
    private readonly string? _name;

    private TestDatabase(StorageOptions options, string? folder, string? name) => (Options, _folder, _name) = (options, folder, name);

    public StorageOptions Options { get; }

    public static TestDatabase New(StorageProvider provider)
    {
        var name = $"test_{Guid.CreateVersion7():N}";
        if (provider == StorageProvider.PostgreSql)
        {
            var connection = new NpgsqlConnectionStringBuilder(PostgreSqlServer.ConnectionString) { Database = name, MaxPoolSize = 20, IncludeErrorDetail = true };
            return new(new() { Provider = provider, ConnectionString = connection.ConnectionString }, null, name);
        }

        var folder = Path.Combine(Path.GetTempPath(), name);
        return new(new() { Provider = provider, ConnectionString = $"Data Source={Path.Combine(folder, "shop.db")}" }, folder, null);
    }

    public async ValueTask DisposeAsync()
    {
        if (_folder is not null)
        {
            SqliteConnection.ClearAllPools();
            if (Directory.Exists(_folder))
                Directory.Delete(_folder, recursive: true);
            return;
        }

        await using var connection = new NpgsqlConnection(PostgreSqlServer.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"DROP DATABASE IF EXISTS \"{_name}\" WITH (FORCE)", connection);
        await command.ExecuteNonQueryAsync();
    }
}
