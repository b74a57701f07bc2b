using CustomerService.Core.Search;
using Microsoft.EntityFrameworkCore;

namespace CustomerService.Data.Conversations;

/// <summary>
/// Finds threads by words, in whatever order their list has. Words that few threads hold are looked up in the full-text index. Words of many threads are looked
/// for along the list, where hits are close to each other, so that no long list of hits is ever sorted.
/// </summary>
internal static class ThreadSearch
{
    /// <summary>From so many threads on words are frequent.</summary>
    public const int Frequent = 4_000;

    /// <summary>Those that hold all the tokens; none without a token.</summary>
    public static async Task<IQueryable<ConversationRecord>> FindAsync(SupportDbContext context, IReadOnlyList<RequiredToken> required, CancellationToken cancellationToken)
    {
        if (required.Count == 0)
            return context.Conversations.Where(c => false);
        return context.Database.IsSqlite() ? await InSqliteAsync(context, required, cancellationToken) : await InPostgreSqlAsync(context, required, cancellationToken);
    }

    private static async Task<IQueryable<ConversationRecord>> InSqliteAsync(SupportDbContext context, IReadOnlyList<RequiredToken> required, CancellationToken cancellationToken)
    {
        var match = Match(required, " AND ", " OR ", (token, isPrefix) => isPrefix ? $"\"{token}\" *" : $"\"{token}\"");
        var hits = await context.Database.SqlQuery<int>(
            $"SELECT count(*) AS \"Value\" FROM (SELECT rowid FROM \"ThreadSearch\" WHERE \"ThreadSearch\" MATCH {match} LIMIT {Frequent})").SingleAsync(cancellationToken);
        if (hits < Frequent)
        {
            // CROSS JOIN keeps the order of the tables.
            return context.Conversations.FromSql(
                $"""
                SELECT c.* FROM "ThreadSearch" f CROSS JOIN "ThreadTexts" t ON t."Id" = f.rowid CROSS JOIN "Conversations" c ON c."Id" = t."ConversationId"
                WHERE f."ThreadSearch" MATCH {match}
                """);
        }

        var sought = new List<object>();
        var holds = Match(required, " AND ", " OR ", (token, isPrefix) =>
        {
            sought.Add(isPrefix ? $" {token}" : $" {token} ");
            return $"instr(' ' || t.\"Tokens\" || ' ', {{{sought.Count - 1}}}) > 0";
        });
#pragma warning disable EF1002 // What is sought goes in as parameters; only their places are written here.
        return context.Conversations.FromSqlRaw($"SELECT c.* FROM \"Conversations\" c WHERE (SELECT {holds} FROM \"ThreadTexts\" t WHERE t.\"ConversationId\" = c.\"Id\")", [.. sought]);
#pragma warning restore EF1002
    }

    private static async Task<IQueryable<ConversationRecord>> InPostgreSqlAsync(SupportDbContext context, IReadOnlyList<RequiredToken> required, CancellationToken cancellationToken)
    {
        var query = Match(required, " & ", " | ", (token, isPrefix) => isPrefix ? token + ":*" : token);
        var hits = await context.Database.SqlQuery<int>(
            $"""
            SELECT count(*)::int AS "Value" FROM (SELECT 1 FROM "ThreadTexts" t WHERE t."Vector" @@ to_tsquery('simple', {query}) LIMIT {Frequent}) h
            """).SingleAsync(cancellationToken);
        // OFFSET 0, and a query in place of a join, keep the planner from another order.
        return hits < Frequent
            ? context.Conversations.FromSql(
                $"""
                SELECT c.* FROM (SELECT t."ConversationId" FROM "ThreadTexts" t WHERE t."Vector" @@ to_tsquery('simple', {query}) OFFSET 0) h
                JOIN "Conversations" c ON c."Id" = h."ConversationId"
                """)
            : context.Conversations.FromSql(
                $"""
                SELECT c.* FROM "Conversations" c
                WHERE (SELECT t."Vector" @@ to_tsquery('simple', {query}) FROM "ThreadTexts" t WHERE t."ConversationId" = c."Id")
                """);
    }

    private static string Match(IReadOnlyList<RequiredToken> required, string and, string or, Func<string, bool, string> term) =>
        string.Join(and, required.Select(r => $"({string.Join(or, r.AnyOf.Select(token => term(ThreadText.Shortened(token), r.IsPrefix)))})"));
}
