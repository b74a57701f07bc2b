using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CustomerService.Data;

/// <summary>
/// What each SQLite connection is told when it opens. Commits stay <c>synchronous=FULL</c>, SQLite's default: a call that returns
/// has written durably.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    public const int BusySeconds = 5;

    private const string Sql = "PRAGMA busy_timeout = 5000; PRAGMA mmap_size = 268435456; PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY;";

    public static SqlitePragmas Instance { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Sql;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
