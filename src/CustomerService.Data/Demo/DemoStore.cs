using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace CustomerService.Data.Demo;

/// <summary>Loads the demo store. Its days are told relative to the day of loading, so that it always looks lived in.</summary>
internal sealed class DemoStore(DemoFiles files, TimeProvider clock)
{
    private const string TimeZone = "Asia/Seoul";

    /// <summary>Loads the store where there is no product yet, all of it or nothing; of several processes that try at once, one does.</summary>
    /// <returns>How many products were loaded; 0 when there were some already.</returns>
    /// <exception cref="InvalidDataException">A file is broken; the message says which, where and why.</exception>
    public async Task<int> LoadAsync(SupportDbContext context, CancellationToken cancellationToken)
    {
        if (await context.Products.AnyAsync(cancellationToken))
            return 0;

        // On SQLite a transaction begins with the write lock (BEGIN IMMEDIATE); on PostgreSQL the table's lock says who is first.
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (context.Database.IsNpgsql())
            await context.Database.ExecuteSqlRawAsync("LOCK TABLE \"Products\" IN SHARE ROW EXCLUSIVE MODE", cancellationToken);
        if (await context.Products.AnyAsync(cancellationToken))
            return 0;

        var now = clock.GetUtcNow();
        var content = DemoContent.From(
            Read<CatalogFile>("catalog.json"),
            Read<CustomersFile>("customers.json"),
            [.. files.Open.Keys.Where(n => n.StartsWith("reviews-", StringComparison.Ordinal)).Order(StringComparer.Ordinal).SelectMany(Read<List<ReviewEntry>>)],
            now,
            DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(TimeZone)).DateTime));
        context.AddRange(content.Entities);
        context.AddRange(DemoDocuments.Rows(files, now));
        if (!await context.CannedReplies.AnyAsync(cancellationToken))
            context.AddRange(DemoReplies.At(now));
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return content.Products;
    }

    private T Read<T>(string name)
    {
        if (!files.Open.TryGetValue(name, out var open))
            throw new InvalidDataException($"The demo store lacks the file {name}.");
        using var stream = open();
        try
        {
            return JsonSerializer.Deserialize<T>(stream, DemoFormat.Json) ?? throw new InvalidDataException($"The demo store's {name} is empty.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"The demo store's {name} is broken: {e.Message}", e);
        }
    }
}
