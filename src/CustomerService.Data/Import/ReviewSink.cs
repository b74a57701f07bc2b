using System.Data.Common;
using CustomerService.Core.Catalog;
using CustomerService.Core.Import;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace CustomerService.Data.Import;

/// <summary>Writes reviews past EF Core's change tracker: there may be millions.</summary>
internal sealed class ReviewSink(RowReader reader, string productHeader, string reviewHeader) : RowSink<ReviewItem>(reader.Review)
{
    private const int MostKnown = 200_000;
    private const string Insert =
        """
        INSERT INTO "Reviews" ("Id", "ProductId", "Stars", "Language", "Text", "Author", "WrittenAt", "HelpfulVotes")
        """;

    private const string OnConflict =
        """
        ON CONFLICT ("Id") DO UPDATE SET "Stars" = excluded."Stars", "Language" = excluded."Language", "Text" = excluded."Text", "Author" = excluded."Author",
            "WrittenAt" = excluded."WrittenAt", "HelpfulVotes" = excluded."HelpfulVotes"
        """;

    private const string Tally =
        """
        INSERT INTO "ReviewTallies" ("ProductId", "One", "Two", "Three", "Four", "Five", "Version") VALUES (@product, @one, @two, @three, @four, @five, 1)
        ON CONFLICT ("ProductId") DO UPDATE SET "One" = "ReviewTallies"."One" + excluded."One", "Two" = "ReviewTallies"."Two" + excluded."Two", "Three" = "ReviewTallies"."Three" + excluded."Three",
            "Four" = "ReviewTallies"."Four" + excluded."Four", "Five" = "ReviewTallies"."Five" + excluded."Five", "Version" = "ReviewTallies"."Version" + 1
        """;

    private readonly HashSet<string> _products = new(StringComparer.Ordinal);

    public override int BatchSize => 10_000;

    protected override async Task ApplyAsync(
        SupportDbContext context, IReadOnlyList<(long Number, FileRow Row, ReviewItem Item)> items, BatchOutcome outcome, bool isDry, CancellationToken cancellationToken)
    {
        await LearnProductsAsync(context, items, cancellationToken);
        var ids = items.Select(i => i.Item.Review.Id).ToHashSet(StringComparer.Ordinal);
        var known = await context.Reviews.AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, StringComparer.Ordinal, cancellationToken);
        var (toWrite, tallies) = (new Dictionary<string, Review>(StringComparer.Ordinal), new Dictionary<string, int[]>(StringComparer.Ordinal));
        foreach (var (number, row, (review, tellsDay)) in items)
        {
            var before = toWrite.GetValueOrDefault(review.Id) ?? known.GetValueOrDefault(review.Id);
            if (!_products.Contains(review.ProductId))
                outcome.Bad.Add((number, row, new(RowFault.UnknownProduct, productHeader, review.ProductId)));
            else if (before is not null && before.ProductId != review.ProductId)
                outcome.Bad.Add((number, row, new(RowFault.OfAnotherProduct, reviewHeader, review.Id)));
            else if (before is not null && IsSame(before, review, tellsDay))
                outcome.Unchanged++;
            else
            {
                _ = before is null ? outcome.Added++ : outcome.Changed++;
                toWrite[review.Id] = review;
                if (!tallies.TryGetValue(review.ProductId, out var tally))
                    tallies[review.ProductId] = tally = new int[5];
                tally[review.Stars - 1]++;
                if (before is not null)
                    tally[before.Stars - 1]--;
            }
        }

        if (isDry || toWrite.Count == 0)
            return;
        // Neighbours of the index one after another.
        await WriteAsync(context, [.. toWrite.Values.OrderBy(r => r.ProductId, StringComparer.Ordinal).ThenBy(r => r.WrittenAt)], cancellationToken);
        await CountAsync(context, tallies, cancellationToken);
    }

    private static bool IsSame(Review before, Review now, bool tellsDay) =>
        before.Stars == now.Stars && before.HelpfulVotes == now.HelpfulVotes && before.Language == now.Language && before.Text == now.Text && before.Author == now.Author
        && (!tellsDay || before.WrittenAt.ToUnixTimeMilliseconds() == now.WrittenAt.ToUnixTimeMilliseconds());

    private async Task LearnProductsAsync(SupportDbContext context, IReadOnlyList<(long Number, FileRow Row, ReviewItem Item)> items, CancellationToken cancellationToken)
    {
        var asked = items.Select(i => i.Item.Review.ProductId).Where(p => !_products.Contains(p)).ToHashSet(StringComparer.Ordinal);
        if (asked.Count == 0)
            return;
        if (_products.Count > MostKnown)
        {
            _products.Clear();
            asked = items.Select(i => i.Item.Review.ProductId).ToHashSet(StringComparer.Ordinal);
        }

        _products.UnionWith(await context.Products.Where(p => asked.Contains(p.Id)).Select(p => p.Id).ToListAsync(cancellationToken));
    }

    private static async Task WriteAsync(SupportDbContext context, IReadOnlyList<Review> reviews, CancellationToken cancellationToken)
    {
        await using var command = Command(context, "");
        if (command is NpgsqlCommand)
        {
            command.CommandText = $"{Insert} SELECT * FROM unnest(@id, @product, @stars, @language, @text, @author, @written, @votes) {OnConflict}";
            Add(command, "@id", reviews.Select(r => r.Id).ToArray());
            Add(command, "@product", reviews.Select(r => r.ProductId).ToArray());
            Add(command, "@stars", reviews.Select(r => r.Stars).ToArray());
            Add(command, "@language", reviews.Select(r => r.Language.ToString()).ToArray());
            Add(command, "@text", reviews.Select(r => r.Text).ToArray());
            Add(command, "@author", reviews.Select(r => r.Author).ToArray());
            Add(command, "@written", reviews.Select(r => r.WrittenAt.UtcDateTime).ToArray());
            Add(command, "@votes", reviews.Select(r => r.HelpfulVotes).ToArray());
            await command.ExecuteNonQueryAsync(cancellationToken);
            return;
        }

        command.CommandText = $"{Insert} VALUES (@id, @product, @stars, @language, @text, @author, @written, @votes) {OnConflict}";
        DbParameter[] parameters = [.. ((string[])["@id", "@product", "@stars", "@language", "@text", "@author", "@written", "@votes"]).Select(n => Add(command, n, DBNull.Value))];
        await command.PrepareAsync(cancellationToken);
        foreach (var review in reviews)
        {
            parameters[0].Value = review.Id;
            parameters[1].Value = review.ProductId;
            parameters[2].Value = review.Stars;
            parameters[3].Value = review.Language.ToString();
            parameters[4].Value = review.Text;
            parameters[5].Value = review.Author;
            parameters[6].Value = review.WrittenAt.ToUnixTimeMilliseconds();
            parameters[7].Value = review.HelpfulVotes;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static async Task CountAsync(SupportDbContext context, Dictionary<string, int[]> tallies, CancellationToken cancellationToken)
    {
        await using var command = Command(context, Tally);
        DbParameter[] parameters = [.. ((string[])["@product", "@one", "@two", "@three", "@four", "@five"]).Select((n, i) => Add(command, n, i == 0 ? "" : 0))];
        // In one order, so that two who import at once never wait for each other in a ring.
        foreach (var (product, counts) in tallies.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            parameters[0].Value = product;
            for (var i = 0; i < counts.Length; i++)
                parameters[i + 1].Value = counts[i];
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static DbCommand Command(SupportDbContext context, string sql)
    {
        var command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = sql;
        return command;
    }

    private static DbParameter Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
        return parameter;
    }
}
