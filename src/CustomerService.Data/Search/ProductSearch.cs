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
    private const int MaxFrequentWords = 6;
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
        var spoken = SearchText.Words(text);
        var tokens = spoken.SelectMany(w => w).Distinct(StringComparer.Ordinal).Take(MaxTokens).ToList();
        if (tokens.Count == 0)
            return [];
        var index = context.Database.IsSqlite() ? SearchIndex.Sqlite : SearchIndex.PostgreSql;
        await context.Database.OpenConnectionAsync(cancellationToken);
        // Somebody who types "soni" into a search box is not done yet; the last word of a whole question is.
        var isUnfinished = tokens.Count < MaxTokens && text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length <= WordsOfAnUnfinishedText;
        var prefix = isUnfinished ? spoken[^1][^1] : null;
        var weights = await WeighAsync(context, index, tokens, prefix, cancellationToken);
        if (prefix is not null && weights[prefix].Documents > MaxDocumentsRanked)
            prefix = null;
        var rows = await CandidatesAsync(context, index, spoken, weights, prefix, cancellationToken);
        return
        [
            .. rows.DistinctBy(r => r.ProductId).Select(r => Hit(r, weights, prefix))
                .OrderByDescending(h => h.Score).ThenBy(h => h.ProductId, StringComparer.Ordinal).Take(MaxHits),
        ];
    }

    private static async Task<List<SearchRow>> CandidatesAsync(
        SupportDbContext context, SearchIndex index, IReadOnlyList<IReadOnlyList<string>> spoken, Dictionary<string, Word> weights, string? prefix,
        CancellationToken cancellationToken)
    {
        var rare = new HashSet<string>(StringComparer.Ordinal);
        var documents = 0;
        foreach (var word in weights.Values.Where(w => w.Documents > 0).OrderBy(w => w.Documents).Take(MaxRareTokens))
        {
            documents += word.Documents;
            if (documents > MaxDocumentsRanked)
                break;
            rare.Add(word.Token);
        }

        // The frequent tokens of a word stand or fall together; words with the fewest products first.
        var frequent = spoken
            .Select(w => w.Where(t => t != prefix && !rare.Contains(t) && weights.TryGetValue(t, out var known) && known.Documents > 0).ToList())
            .Where(w => w.Count > 0)
            .OrderBy(w => w.Min(t => weights[t].Documents))
            .Take(MaxFrequentWords)
            .Select(w => w.Select(t => new Term(t, false)).ToList())
            .ToList();
        if (prefix is not null)
            frequent.Add([new(prefix, true)]);
        var together = await TogetherAsync(context, index, frequent, cancellationToken);
        return
        [
            .. rare.Count > 0 ? await index.WithAnyAsync(context, rare.Select(t => new Term(t, false)), MaxHits, cancellationToken) : [],
            .. together.Count > 0 ? await index.WithAllAsync(context, together, MaxHits, cancellationToken) : [],
        ];
    }

    /// <summary>The words that some product has all together: all of them, or as many as go together when taken in order.</summary>
    private static async Task<List<Term>> TogetherAsync(
        SupportDbContext context, SearchIndex index, List<List<Term>> words, CancellationToken cancellationToken)
    {
        var all = words.SelectMany(w => w).Distinct().ToList();
        if (all.Count <= 1 || await index.AnyWithAllAsync(context, all, cancellationToken))
            return all;
        var together = new List<Term>();
        foreach (var word in words)
        {
            var more = together.Union(word).ToList();
            if (await index.AnyWithAllAsync(context, more, cancellationToken))
                together = more;
        }

        return together;
    }

    private async Task<Dictionary<string, Word>> WeighAsync(
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
        return tokens.Select(token => (token, documents: counts.ByToken.GetValueOrDefault(token)))
            .Where(t => t.documents > 0 || t.token == prefix)
            .ToDictionary(t => t.token, t => new Word(t.token, t.documents, Math.Log(1 + (counts.Products + 0.5) / (t.documents + 0.5))), StringComparer.Ordinal);
    }

    private static ProductHit Hit(SearchRow row, Dictionary<string, Word> weights, string? prefix)
    {
        var bySpan = weights.GetAlternateLookup<ReadOnlySpan<char>>();
        var matched = new HashSet<Word>(ReferenceEqualityComparer.Instance);
        var score = 0.0;
        var nameTokens = Match(row.NameTokens, NameWeight);
        var named = matched.Count;
        _ = Match(row.BodyTokens, BodyWeight);

        // Of two products with the same words in their names, the one with nothing else in its name is meant.
        score *= 1 + named / (double)Math.Max(nameTokens, 1);
        return new(row.ProductId, new LocalizedText(row.NameKo, row.NameEn), row.Brand, row.Model, row.CategoryId, score);

        int Match(ReadOnlySpan<char> tokens, double weight)
        {
            var count = 0;
            foreach (var range in tokens.Split(' '))
            {
                count++;
                var token = tokens[range];
                if (bySpan.TryGetValue(token, out var word) && matched.Add(word))
                    score += word.Weight * weight;
                if (prefix is not null && token.StartsWith(prefix, StringComparison.Ordinal) && matched.Add(weights[prefix]))
                    score += weights[prefix].Weight * weight;
            }

            return count;
        }
    }
}
