using System.Data.Common;
using System.Text;
using System.Threading.Channels;
using CustomerService.Core.Answers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace CustomerService.Data.Answers;

/// <summary>
/// Writes answers by group commit: one task takes all rows that wait and writes them in one transaction, since SQLite admits one
/// writer and each commit waits for the disk. A caller's task completes when its row is durable, or fails with that row's own error.
/// </summary>
internal sealed class AnswerWriter : IAsyncDisposable
{
    private const int MaxBatch = 256;
    private const int MaxWaiting = 4096;

    private readonly IDbContextFactory<SupportDbContext> _contexts;
    private readonly Channel<Row> _rows = Channel.CreateBounded<Row>(new BoundedChannelOptions(MaxWaiting) { SingleReader = true });
    private readonly Task _writing;

    private sealed record Row(AnswerRecord Record, TaskCompletionSource Written);

    public AnswerWriter(IDbContextFactory<SupportDbContext> contexts)
    {
        _contexts = contexts;
        _writing = Task.Run(WriteAllAsync);
    }

    /// <summary>Writes a row; an ending only over a row that is still running. Cancelling ends the waiting, not the write.</summary>
    public async Task WriteAsync(AnswerRecord record, CancellationToken cancellationToken)
    {
        var row = new Row(record, new(TaskCreationOptions.RunContinuationsAsynchronously));
        await _rows.Writer.WriteAsync(row, cancellationToken);
        await row.Written.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Takes no more rows and returns when those that wait are written.</summary>
    public async ValueTask DisposeAsync()
    {
        _rows.Writer.TryComplete();
        await _writing;
    }

    private async Task WriteAllAsync()
    {
        while (await _rows.Reader.WaitToReadAsync())
        {
            var batch = new List<Row>();
            while (batch.Count < MaxBatch && _rows.Reader.TryRead(out var row))
                batch.Add(row);
            while (batch.Count > 0 && await WriteBatchAsync(batch) is { } refused)
                batch.Remove(refused);
        }
    }

    /// <summary>Tells each caller of the batch how it ended; or gives back the one row that the database refused, after which nothing of the batch is written.</summary>
    private async Task<Row?> WriteBatchAsync(List<Row> batch)
    {
        try
        {
            await using var context = await _contexts.CreateDbContextAsync();
            await using var transaction = await context.Database.BeginTransactionAsync();
            var statement = new AnswerStatement(context);
            foreach (var row in batch)
            {
                try
                {
                    await statement.ExecuteAsync(row.Record);
                }
                catch (Exception e)
                {
                    row.Written.SetException(e);
                    return row;
                }
            }

            await transaction.CommitAsync();
            foreach (var row in batch)
                row.Written.TrySetResult();
        }
        catch (Exception e)
        {
            foreach (var row in batch)
                row.Written.TrySetException(e);
        }

        return null;
    }

    /// <summary>An INSERT with what to do when the id is there already, which EF Core cannot say. Names and conversions come from its model.</summary>
    private sealed class AnswerStatement
    {
        private static readonly string[] Fixed =
            [nameof(AnswerRecord.Id), nameof(AnswerRecord.Surface), nameof(AnswerRecord.AskedAt), nameof(AnswerRecord.Question), nameof(AnswerRecord.Language)];

        private readonly DbConnection _connection;
        private readonly DbTransaction? _transaction;
        private readonly IReadOnlyList<IProperty> _properties;
        private readonly string _insert;
        private readonly string _onEnd;

        public AnswerStatement(SupportDbContext context)
        {
            _connection = context.Database.GetDbConnection();
            _transaction = context.Database.CurrentTransaction?.GetDbTransaction();
            var entity = context.Model.FindEntityType(typeof(AnswerRecord))!;
            var table = $"\"{entity.GetTableName()}\"";
            _properties = [.. entity.GetProperties()];
            var names = _properties.Select(p => p.Name).ToList();
            _insert = $"INSERT INTO {table} ({string.Join(", ", names.Select(n => $"\"{n}\""))}) VALUES ({string.Join(", ", names.Select(n => "@" + n))}) ON CONFLICT (\"Id\") DO ";
            _onEnd = $"UPDATE SET {string.Join(", ", names.Except(Fixed).Select(n => $"\"{n}\" = excluded.\"{n}\""))} WHERE {table}.\"State\" = '{AnswerState.Running}'";
        }

        public async Task ExecuteAsync(AnswerRecord record)
        {
            await using var command = _connection.CreateCommand();
            command.Transaction = _transaction;
            command.CommandText = _insert + (record.State == AnswerState.Running ? "NOTHING" : _onEnd);
            foreach (var property in _properties)
            {
                var value = property.PropertyInfo!.GetValue(record);
                command.Parameters.Add(property.GetRelationalTypeMapping()
                    .CreateParameter(command, "@" + property.Name, value is string text ? Storable(text) : value, property.IsNullable));
            }

            await command.ExecuteNonQueryAsync();
        }

        // PostgreSQL stores neither NUL nor unpaired surrogates; a model may write either.
        private static string Storable(string text) =>
            Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\uFFFD');
    }
}
