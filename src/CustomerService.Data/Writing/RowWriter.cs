using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace CustomerService.Data.Writing;

/// <summary>Writes rows within a transaction by INSERTs that say what to do when the key is there already, which EF Core cannot. Names and conversions come from its model.</summary>
internal sealed class RowWriter(SupportDbContext context)
{
    private readonly DbConnection _connection = context.Database.GetDbConnection();
    private readonly DbTransaction? _transaction = context.Database.CurrentTransaction?.GetDbTransaction();
    private readonly Dictionary<Type, (string Sql, IReadOnlyList<IProperty> Properties)> _inserts = [];

    public SupportDbContext Context => context;

    /// <param name="onConflict">See <see cref="OnConflict"/>.</param>
    public async Task InsertAsync<T>(T row, string onConflict)
        where T : class
    {
        var (sql, properties) = InsertInto(typeof(T));
        await using var command = _connection.CreateCommand();
        command.Transaction = _transaction;
        command.CommandText = sql + onConflict;
        foreach (var property in properties)
        {
            var value = property.PropertyInfo!.GetValue(row);
            command.Parameters.Add(property.GetRelationalTypeMapping()
                .CreateParameter(command, "@" + property.Name, value is string text ? Storable(text) : value, property.IsNullable));
        }

        await command.ExecuteNonQueryAsync();
    }

    private (string Sql, IReadOnlyList<IProperty> Properties) InsertInto(Type type)
    {
        if (_inserts.TryGetValue(type, out var known))
            return known;
        var entity = context.Model.FindEntityType(type)!;
        List<IProperty> properties = [.. entity.GetProperties()];
        var columns = string.Join(", ", properties.Select(p => $"\"{p.Name}\""));
        var values = string.Join(", ", properties.Select(p => "@" + p.Name));
        var key = string.Join(", ", entity.FindPrimaryKey()!.Properties.Select(p => $"\"{p.Name}\""));
        return _inserts[type] = ($"INSERT INTO \"{entity.GetTableName()}\" ({columns}) VALUES ({values}) ON CONFLICT ({key}) DO ", properties);
    }

    // PostgreSQL stores neither NUL nor unpaired surrogates; a model may write either.
    public static string Storable(string text) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\uFFFD');
}

/// <summary>What happens to a row whose key is there already.</summary>
internal static class OnConflict
{
    public const string KeepOld = "NOTHING";

    /// <summary>Takes over all columns but these, of which the key must be one.</summary>
    public static string ReplaceAllBut<T>(params string[] kept) =>
        "UPDATE SET " + string.Join(", ", typeof(T).GetProperties().Select(p => p.Name).Except(kept).Select(n => $"\"{n}\" = excluded.\"{n}\""));
}
