using System.Collections.Concurrent;
using CustomerService.Core.Catalog;
using CustomerService.Core.Search;
using CustomerService.Core.Text;
using Microsoft.EntityFrameworkCore;

namespace CustomerService.Data.Search;

/// <summary>
/// Full-text search in two steps. The database's index gives candidates: products with any of the text's rare tokens, and products
/// with as many of its frequent tokens together as go together, so that no long list is ever ranked. Then all tokens decide the
/// order, here and in the same way for both databases: each weighs the more the fewer products have it, and more in a name than elsewhere.
/// </summary>
internal sealed class ProductSearch(TimeProvider clock)
{
    /// <summary>The most hits that a search gives.</summary>
    public const int MaxHits = 200;

    private const int MaxTokens = 300;
    private const int MaxRareTokens = 40;
    private const int MaxFrequentTokens = 10;
    // How many products the index may have to rank for one search.
    private const int MaxDocumentsRanked = 1000;
    private const double NameWeight = 1;
    private const double BodyWeight = 0.35;
    private const int WordsOfAnUnfinishedText = 3;
    private static readonly TimeSpan CountsLifetime = TimeSpan.FromMinutes(1);

    private volatile Counts? _counts;

    private sealed record Counts(int Products, ConcurrentDictionary<string, int> ByToken, DateTimeOffset ReadAt);

    private sealed record Word(string Token, int Documents, double Weight);

    /// <summary>At most <see cref="MaxHits"/> products, best first.</summary>
    public async Task<IReadOnlyList<ProductHit>> SearchAsync(SupportDbContext context, string text, CancellationToken cancellationToken)
    {
        var tokens = SearchText.Tokens(text).Take(MaxTokens).ToList();
        if (tokens.Count == 0)
            return [];
        var index = context.Database.IsSqlite() ? SearchIndex.Sqlite : SearchIndex.PostgreSql;
        await context.Database.OpenConnectionAsync(cancellationToken);
        // Somebody who types "soni" into a search box is not done yet; the last word of a whole question is.
        var prefix = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length <= WordsOfAnUnfinishedText ? tokens[^1] : null;
        var words = await WeighAsync(context, index, tokens, prefix, cancellationToken);
        var rows = await CandidatesAsync(context, index, words, prefix, cancellationToken);
        return
        [
            .. rows.DistinctBy(r => r.ProductId).Select(r => Hit(r, words, prefix))
                .OrderByDescending(h => h.Score).ThenBy(h => h.ProductId, StringComparer.Ordinal).Take(MaxHits),
        ];
    }

    private static async Task<List<SearchRow>> CandidatesAsync(
        SupportDbContext context, SearchIndex index, List<Word> words, string? prefix, CancellationToken cancellationToken)
    {
        var rare = new List<Term>();
        var frequent = new List<Term>();
        var documents = 0;
        foreach (var word in words.Where(w => w.Documents > 0).OrderBy(w => w.Documents))
        {
            documents += word.Documents;
            if (documents <= MaxDocumentsRanked && rare.Count < MaxRareTokens)
                rare.Add(new(word.Token, false));
            else if (word.Token != prefix && frequent.Count < MaxFrequentTokens)
                frequent.Add(new(word.Token, false));
        }

        if (prefix is not null)
            frequent.Add(new(prefix, true));
        var together = new List<Term>();
        foreach (var term in frequent)
        {
            if (await index.AnyWithAllAsync(context, together.Append(term), cancellationToken))
                together.Add(term);
        }

        return
        [
            .. rare.Count > 0 ? await index.WithAnyAsync(context, rare, MaxHits, cancellationToken) : [],
            .. together.Count > 0 ? await index.WithAllAsync(context, together, MaxHits, cancellationToken) : [],
        ];
    }

    private async Task<List<Word>> WeighAsync(
        SupportDbContext context, SearchIndex index, List<string> tokens, string? prefix, CancellationToken cancellationToken)
    {
        var counts = _counts;
        if (counts is null || clock.GetUtcNow() - counts.ReadAt > CountsLifetime)
        {
            var products = await context.ProductSearchTexts.CountAsync(cancellationToken);
            _counts = counts = new(products, new(StringComparer.Ordinal), clock.GetUtcNow());
        }

        // A token that no product has is asked for again each time, so that a new product is found at once and hostile words fill no memory.
        var unknown = tokens.Where(t => !counts.ByToken.ContainsKey(t)).ToList();
        var read = unknown.Count == 0 ? [] : await index.CountAsync(context, unknown, cancellationToken);
        foreach (var row in read.Where(r => r.Documents > 0))
            counts.ByToken[row.Token] = row.Documents;
        return
        [
            .. tokens.Select(token => (token, documents: counts.ByToken.GetValueOrDefault(token)))
                .Where(t => t.documents > 0 || t.token == prefix)
                .Select(t => new Word(t.token, t.documents, Math.Log(1 + (counts.Products + 0.5) / (t.documents + 0.5)))),
        ];
    }

    private static ProductHit Hit(SearchRow row, List<Word> words, string? prefix)
    {
        var name = row.NameTokens.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        var body = row.BodyTokens.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        var score = 0.0;
        var named = 0;
        foreach (var word in words)
        {
            if (Has(name, word.Token))
            {
                score += word.Weight * NameWeight;
                named++;
            }
            else if (Has(body, word.Token))
            {
                score += word.Weight * BodyWeight;
            }
        }

        // Of two products with the same words in their names, the one with nothing else in its name is meant.
        score *= 1 + named / (double)Math.Max(name.Count, 1);
        return new(row.ProductId, new LocalizedText(row.NameKo, row.NameEn), row.Brand, row.Model, row.CategoryId, score);

        bool Has(HashSet<string> tokens, string token) =>
            tokens.Contains(token) || (token == prefix && tokens.Any(t => t.StartsWith(token, StringComparison.Ordinal)));
    }
}
