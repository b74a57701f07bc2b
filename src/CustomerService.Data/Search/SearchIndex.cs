using System.Text.Json;
using CustomerService.Core.Search;
using Microsoft.EntityFrameworkCore;

namespace CustomerService.Data.Search;

internal sealed record TokenCount(string Token, int Documents);

internal sealed record SearchRow(
    string ProductId, string NameKo, string NameEn, string Brand, string? Model, string CategoryId, string NameTokens, string BodyTokens);

/// <summary>A token, or the beginning of one.</summary>
internal readonly record struct Term(string Token, bool IsPrefix);

/// <summary>A database's full-text index. Tokens are letters and digits only, so that none can be read as an operator.</summary>
internal abstract class SearchIndex
{
    public static SearchIndex Sqlite { get; } = new Fts5();
    public static SearchIndex PostgreSql { get; } = new TextSearchVector();

    private const string Columns =
        """
        p."Id" AS "ProductId", p."Name_Ko" AS "NameKo", p."Name_En" AS "NameEn", p."Brand", p."Model", p."CategoryId",
        s."Name" AS "NameTokens", s."Body" AS "BodyTokens"
        """;

    /// <summary>How many products have each token (where they are very many, at least how many).</summary>
    public abstract Task<List<TokenCount>> CountAsync(SupportDbContext context, IReadOnlyList<string> tokens, CancellationToken cancellationToken);

    /// <summary>Whether a product has all the terms.</summary>
    public abstract Task<bool> AnyWithAllAsync(SupportDbContext context, IEnumerable<Term> terms, CancellationToken cancellationToken);

    /// <summary>Products with all the terms, in no order.</summary>
    public abstract Task<List<SearchRow>> WithAllAsync(SupportDbContext context, IEnumerable<Term> terms, int limit, CancellationToken cancellationToken);

    /// <summary>Products with any of the terms, the likeliest first. Ranks every product that has one.</summary>
    public abstract Task<List<SearchRow>> WithAnyAsync(SupportDbContext context, IEnumerable<Term> terms, int limit, CancellationToken cancellationToken);

    /// <summary>Products with all the terms, if there are any, whose attribute has a value in the range, in no order.</summary>
    public Task<List<SearchRow>> WithAmountAsync(
        SupportDbContext context, AmountRange range, IReadOnlyList<Term> terms, int limit, CancellationToken cancellationToken)
    {
        var sql = WithAmount + (terms.Count > 0 ? " AND " + HasAll : "") + " LIMIT {4}";
        return context.Database.SqlQueryRaw<SearchRow>(sql, range.Key, range.From, range.To, MatchAll(terms), limit).ToListAsync(cancellationToken);
    }

    private const string WithAmount = $"""
        SELECT {Columns}
        FROM "ProductAttributes" a JOIN "ProductSearchTexts" s ON s."ProductId" = a."ProductId" JOIN "Products" p ON p."Id" = a."ProductId"
        WHERE a."Key" = {"{0}"} AND a."Number" BETWEEN {"{1}"} AND {"{2}"}
        """;

    /// <summary>Whether the row s matches the fourth parameter.</summary>
    protected abstract string HasAll { get; }

    /// <summary>The terms as the database asks for all of them.</summary>
    protected abstract string MatchAll(IEnumerable<Term> terms);

    private static Task<List<SearchRow>> RowsAsync(SupportDbContext context, string sql, string match, int limit, CancellationToken cancellationToken) =>
        context.Database.SqlQueryRaw<SearchRow>(sql, match, limit).ToListAsync(cancellationToken);

    private sealed class Fts5 : SearchIndex
    {
        protected override string HasAll => "s.\"Id\" IN (SELECT rowid FROM \"ProductSearch\" WHERE \"ProductSearch\" MATCH {3})";

        protected override string MatchAll(IEnumerable<Term> terms) => Match(" AND ", terms);

        private static string Match(string operation, IEnumerable<Term> terms) =>
            string.Join(operation, terms.Select(t => t.IsPrefix ? $"\"{t.Token}\" *" : $"\"{t.Token}\""));

        public override Task<List<TokenCount>> CountAsync(SupportDbContext context, IReadOnlyList<string> tokens, CancellationToken cancellationToken) =>
            context.Database.SqlQueryRaw<TokenCount>(
                """
                SELECT t.value AS "Token", coalesce((SELECT v.doc FROM "ProductSearchVocabulary" v WHERE v.term = t.value), 0) AS "Documents"
                FROM json_each({0}) t
                """,
                JsonSerializer.Serialize(tokens)).ToListAsync(cancellationToken);

        public override async Task<bool> AnyWithAllAsync(SupportDbContext context, IEnumerable<Term> terms, CancellationToken cancellationToken) =>
            (await context.Database.SqlQueryRaw<long>(
                "SELECT rowid AS \"Value\" FROM \"ProductSearch\" WHERE \"ProductSearch\" MATCH {0} LIMIT 1",
                Match(" AND ", terms)).ToListAsync(cancellationToken)).Count > 0;

        public override Task<List<SearchRow>> WithAllAsync(SupportDbContext context, IEnumerable<Term> terms, int limit, CancellationToken cancellationToken) =>
            RowsAsync(context, WithAll, Match(" AND ", terms), limit, cancellationToken);

        public override Task<List<SearchRow>> WithAnyAsync(SupportDbContext context, IEnumerable<Term> terms, int limit, CancellationToken cancellationToken) =>
            RowsAsync(context, WithAny, Match(" OR ", terms), limit, cancellationToken);

        private const string From = $"SELECT {Columns} FROM (SELECT rowid FROM \"ProductSearch\" WHERE \"ProductSearch\" MATCH {{0}}";
        private const string Joined = " LIMIT {1}) f JOIN \"ProductSearchTexts\" s ON s.\"Id\" = f.rowid JOIN \"Products\" p ON p.\"Id\" = s.\"ProductId\"";
        private const string WithAll = From + Joined;
        private const string WithAny = From + " AND rank MATCH 'bm25(8.0, 1.0)' ORDER BY rank" + Joined;
    }

    private sealed class TextSearchVector : SearchIndex
    {
        protected override string HasAll => "s.\"Vector\" @@ to_tsquery('simple', {3})";

        protected override string MatchAll(IEnumerable<Term> terms) => Match(" & ", terms);

        private static string Match(string operation, IEnumerable<Term> terms) =>
            string.Join(operation, terms.Select(t => t.IsPrefix ? t.Token + ":*" : t.Token));

        public override Task<List<TokenCount>> CountAsync(SupportDbContext context, IReadOnlyList<string> tokens, CancellationToken cancellationToken) =>
            context.Database.SqlQueryRaw<TokenCount>(
                """
                SELECT t."Token", (SELECT count(*)::int FROM (
                    SELECT 1 FROM "ProductSearchTexts" s WHERE s."Vector" @@ plainto_tsquery('simple', t."Token") LIMIT 5000) x) AS "Documents"
                FROM unnest({0}) AS t("Token")
                """,
                [tokens.ToArray()]).ToListAsync(cancellationToken);

        public override async Task<bool> AnyWithAllAsync(SupportDbContext context, IEnumerable<Term> terms, CancellationToken cancellationToken) =>
            (await context.Database.SqlQueryRaw<int>(
                "SELECT s.\"Id\" AS \"Value\" FROM \"ProductSearchTexts\" s WHERE s.\"Vector\" @@ to_tsquery('simple', {0}) LIMIT 1",
                Match(" & ", terms)).ToListAsync(cancellationToken)).Count > 0;

        public override Task<List<SearchRow>> WithAllAsync(SupportDbContext context, IEnumerable<Term> terms, int limit, CancellationToken cancellationToken) =>
            RowsAsync(context, WithAll, Match(" & ", terms), limit, cancellationToken);

        public override Task<List<SearchRow>> WithAnyAsync(SupportDbContext context, IEnumerable<Term> terms, int limit, CancellationToken cancellationToken) =>
            RowsAsync(context, WithAny, Match(" | ", terms), limit, cancellationToken);

        private const string From = $"""
            SELECT {Columns}
            FROM "ProductSearchTexts" s JOIN "Products" p ON p."Id" = s."ProductId", to_tsquery('simple', {"{0}"}) q
            WHERE s."Vector" @@ q
            """;
        private const string WithAll = From + " LIMIT {1}";
        private const string WithAny = From + " ORDER BY ts_rank(ARRAY[0.125, 0, 0, 1]::real[], s.\"Vector\", q) DESC LIMIT {1}";
    }
}
