using System.Data.Common;
using CustomerService.Data;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace CustomerService.Testing;

/// <summary>Writes many rows into one table as fast as the database takes them. Enumerations are kept by name, and times as the product keeps them.</summary>
internal abstract class TableRows : IAsyncDisposable
{
    /// <param name="connection">Of SQLite; with PostgreSQL each table has a connection of its own, since a COPY takes all of it.</param>
    public static async Task<TableRows> OpenAsync(StorageOptions storage, SqliteConnection? connection, string table, string[] columns, CancellationToken cancellationToken)
    {
        var names = string.Join(", ", columns.Select(c => $"\"{c}\""));
        if (connection is not null)
            return new Inserts(connection, $"INSERT INTO \"{table}\" ({names}) VALUES ({string.Join(", ", columns.Select(c => "@" + c))})", columns);
        var own = new NpgsqlConnection(storage.ConnectionString);
        await own.OpenAsync(cancellationToken);
        var copy = await own.BeginBinaryImportAsync($"COPY \"{table}\" ({names}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        copy.Timeout = Timeout.InfiniteTimeSpan;
        return new Copy(own, copy);
    }

    public abstract void Row(params ReadOnlySpan<object?> values);

    /// <summary>Without it nothing of a COPY is kept.</summary>
    public virtual Task CompleteAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public abstract ValueTask DisposeAsync();

    private sealed class Inserts : TableRows
    {
        private readonly SqliteCommand _command;

        public Inserts(SqliteConnection connection, string sql, string[] columns)
        {
            _command = connection.CreateCommand();
            _command.CommandText = sql;
            foreach (var column in columns)
                _command.Parameters.Add(new SqliteParameter { ParameterName = "@" + column });
        }

        public override void Row(params ReadOnlySpan<object?> values)
        {
            for (var i = 0; i < values.Length; i++)
            {
                _command.Parameters[i].Value = values[i] switch
                {
                    null => DBNull.Value,
                    DateTimeOffset at => at.ToUnixTimeMilliseconds(),
                    Enum name => name.ToString(),
                    var value => value,
                };
            }

            _command.ExecuteNonQuery();
        }

        public override ValueTask DisposeAsync() => _command.DisposeAsync();
    }

    private sealed class Copy(NpgsqlConnection connection, NpgsqlBinaryImporter copy) : TableRows
    {
        public override void Row(params ReadOnlySpan<object?> values)
        {
            copy.StartRow();
            foreach (var value in values)
            {
                switch (value)
                {
                    case null: copy.WriteNull(); break;
                    case int number: copy.Write(number, NpgsqlDbType.Integer); break;
                    case long number: copy.Write(number, NpgsqlDbType.Bigint); break;
                    case DateTimeOffset at: copy.Write(at.UtcDateTime, NpgsqlDbType.TimestampTz); break;
                    default: copy.Write(value.ToString()!, NpgsqlDbType.Text); break;
                }
            }
        }

        public override async Task CompleteAsync(CancellationToken cancellationToken) => await copy.CompleteAsync(cancellationToken);

        public override async ValueTask DisposeAsync()
        {
            await copy.DisposeAsync();
            await connection.DisposeAsync();
        }
    }

    public static async Task RunAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public static async Task<IReadOnlyList<string>> TextsAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var texts = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
            texts.Add(string.Join('\n', Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)));
        return texts;
    }
}
