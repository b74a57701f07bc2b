using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace CustomerService.Data.Search;

internal sealed record TokenCount(string Token, int Documents);

internal sealed record SearchRow(
    string ProductId, string NameKo, string NameEn, string Brand, string? Model, string CategoryId, string NameTokens, string BodyTokens);

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

    /// <summary>How many products have each token (roughly, where it is many).</summary>
    public abstract Task<List<TokenCount>> CountAsync(SupportDbContext context, IReadOnlyList<string> tokens, CancellationToken cancellationToken);

    /// <summary>The products with any of the tokens, or with a word that begins with the prefix; the likeliest ones.</summary>
    public abstract Task<List<SearchRow>> CandidatesAsync(
        SupportDbContext context, IReadOnlyList<string> tokens, string? prefix, int limit, CancellationToken cancellationToken);

    private sealed class Fts5 : SearchIndex
    {
        public override Task<List<TokenCount>> CountAsync(SupportDbContext context, IReadOnlyList<string> tokens, CancellationToken cancellationToken) =>
            context.Database.SqlQueryRaw<TokenCount>(
                """
                SELECT t.value AS "Token", coalesce((SELECT v.doc FROM "ProductSearchVocabulary" v WHERE v.term = t.value), 0) AS "Documents"
                FROM json_each({0}) t
                """,
                JsonSerializer.Serialize(tokens)).ToListAsync(cancellationToken);

        public override Task<List<SearchRow>> CandidatesAsync(
            SupportDbContext context, IReadOnlyList<string> tokens, string? prefix, int limit, CancellationToken cancellationToken)
        {
            var match = string.Join(" OR ", tokens.Select(t => $"\"{t}\"").Concat(prefix is null ? [] : [$"\"{prefix}\" *"]));
            return context.Database.SqlQueryRaw<SearchRow>(
                $$"""
                SELECT {{Columns}}
                FROM (SELECT rowid, rank FROM "ProductSearch"
                      WHERE "ProductSearch" MATCH {0} AND rank MATCH 'bm25(8.0, 1.0)' ORDER BY rank LIMIT {1}) f
                JOIN "ProductSearchTexts" s ON s."Id" = f.rowid
                JOIN "Products" p ON p."Id" = s."ProductId"
                """,
                match, limit).ToListAsync(cancellationToken);
        }
    }

    private sealed class TextSearchVector : SearchIndex
    {
        public override Task<List<TokenCount>> CountAsync(SupportDbContext context, IReadOnlyList<string> tokens, CancellationToken cancellationToken) =>
            context.Database.SqlQueryRaw<TokenCount>(
                """
                SELECT t."Token", (SELECT count(*)::int FROM (
                    SELECT 1 FROM "ProductSearchTexts" s WHERE s."Vector" @@ plainto_tsquery('simple', t."Token") LIMIT 5000) x) AS "Documents"
                FROM unnest({0}) AS t("Token")
                """,
                [tokens.ToArray()]).ToListAsync(cancellationToken);

        public override Task<List<SearchRow>> CandidatesAsync(
            SupportDbContext context, IReadOnlyList<string> tokens, string? prefix, int limit, CancellationToken cancellationToken)
        {
            var match = string.Join(" | ", tokens.Concat(prefix is null ? [] : [prefix + ":*"]));
            return context.Database.SqlQueryRaw<SearchRow>(
                $$"""
                SELECT {{Columns}}
                FROM "ProductSearchTexts" s JOIN "Products" p ON p."Id" = s."ProductId", to_tsquery('simple', {0}) q
                WHERE s."Vector" @@ q
                ORDER BY ts_rank(ARRAY[0.125, 0, 0, 1]::real[], s."Vector", q) DESC, p."Id" LIMIT {1}
                """,
                match, limit).ToListAsync(cancellationToken);
        }
    }
}
