using System.Collections.Concurrent;
using CustomerService.Core.Catalog;
using CustomerService.Core.Search;
using CustomerService.Core.Text;
using Microsoft.EntityFrameworkCore;

namespace CustomerService.Data.Search;

/// <summary>
/// Full-text search in two steps. The database's index gives candidates: products with any of the text's rare tokens, products
/// with as many of its frequent tokens together as go together, so that no long list is ever ranked, and products with a word that was meant (a slip put right, a
/// synonym) or with an attribute of a value that the text names. Then all tokens decide the order, here and in the same way for both databases: each weighs the
/// more the fewer products have it, more in a name than elsewhere, and more when it was said than when it was only meant.
/// </summary>
internal sealed class ProductSearch(ProductVocabulary vocabulary, ISynonyms synonyms, TimeProvider clock)
{
    /// <summary>The most hits that a search gives.</summary>
    public const int MaxHits = 200;

    private const double NameWeight = 1;
    private const double BodyWeight = 0.35;
    private const double MeantWeight = 0.5;
    private const double AmountWeight = 1.5;
    private const int WordsOfAnUnfinishedText = 3;
    private static readonly TimeSpan CountsLifetime = TimeSpan.FromMinutes(1);

    private volatile Counts? _counts;

    private sealed record Counts(int Products, ConcurrentDictionary<string, int> ByToken, DateTimeOffset ReadAt)
    {
        public double Rarity(int documents) => Math.Log(1 + (Products + 0.5) / (documents + 0.5));
    }

    /// <summary>At most <see cref="MaxHits"/> products, best first.</summary>
    public async Task<IReadOnlyList<ProductHit>> SearchAsync(SupportDbContext context, string text, CancellationToken cancellationToken)
    {
        var searched = SearchedText.Of(text);
        if (searched.Tokens.Count == 0)
            return [];
        await context.Database.OpenConnectionAsync(cancellationToken);
        var index = context.Database.IsSqlite() ? SearchIndex.Sqlite : SearchIndex.PostgreSql;
        var counts = await CountsAsync(context, cancellationToken);
        // Somebody who types "soni" into a search box is not done yet; the last word of a whole question is.
        var isUnfinished = searched.IsWhole && text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length <= WordsOfAnUnfinishedText;
        var prefix = isUnfinished ? searched.Spoken[^1].Tokens[^1] : null;
        var weights = await WeighAsync(context, index, counts, searched.Tokens, prefix, cancellationToken);
        var meant = await MeantAsync(context, index, counts, searched, weights, isUnfinished, text, cancellationToken);
        if (prefix is not null && weights[prefix].Documents > SearchCandidates.MaxRanked)
            prefix = null;

        var candidates = new SearchCandidates(context, index, weights);
        var rows = await candidates.SaidAsync(searched.Words, prefix, cancellationToken);
        rows.AddRange(await candidates.MeantAsync(meant, searched.Words, cancellationToken));
        var amounts = new List<(HashSet<string> ProductIds, double Weight)>();
        foreach (var amount in searched.Amounts)
        {
            var having = await candidates.WithAmountAsync(amount, searched.Rest, cancellationToken);
            amounts.Add(([.. having.Select(r => r.ProductId)], AmountWeight * counts.Rarity(having.Count)));
            rows.AddRange(having);
        }

        return
        [
            .. rows.DistinctBy(r => r.ProductId).Select(r => Hit(r, weights, prefix, amounts.Where(a => a.ProductIds.Contains(r.ProductId)).Sum(a => a.Weight)))
                .OrderByDescending(h => h.Score).ThenBy(h => h.ProductId, StringComparer.Ordinal).Take(MaxHits),
        ];
    }

    /// <summary>The words that were meant, each as its tokens, which are weighed as well.</summary>
    private async Task<IReadOnlyList<IReadOnlyList<string>>> MeantAsync(
        SupportDbContext context, SearchIndex index, Counts counts, SearchedText searched, Dictionary<string, SearchToken> weights, bool isUnfinished, string text,
        CancellationToken cancellationToken)
    {
        var words = await vocabulary.CurrentAsync(context, cancellationToken);
        var book = await synonyms.BookAsync(cancellationToken);
        List<IReadOnlyList<string>> meant =
        [
            .. SpellingCorrection.Of(searched.Spoken, t => weights.TryGetValue(t, out var known) && known.Documents > 0, words, isUnfinished)
                .Concat(book.Of(text)).Take(SearchCandidates.MaxMeant).Select(SearchText.Tokens).Where(t => t.Count > 0),
        ];
        var unweighed = meant.SelectMany(t => t).Distinct(StringComparer.Ordinal).Where(t => !weights.TryGetValue(t, out var known) || known.Documents == 0).ToList();
        if (unweighed.Count == 0)
            return meant;
        // What was said counts for more, also where what was meant is rarer.
        var most = weights.Values.Where(w => w.Documents > 0).Select(w => w.Weight).DefaultIfEmpty(double.MaxValue).Max();
        foreach (var (token, word) in await WeighAsync(context, index, counts, unweighed, null, cancellationToken))
            weights[token] = word with { Weight = MeantWeight * Math.Min(word.Weight, most) };
        return meant;
    }

    private async Task<Counts> CountsAsync(SupportDbContext context, CancellationToken cancellationToken)
    {
        var counts = _counts;
        if (counts is null || clock.GetUtcNow() - counts.ReadAt > CountsLifetime)
            _counts = counts = new(await context.ProductSearchTexts.CountAsync(cancellationToken), new(StringComparer.Ordinal), clock.GetUtcNow());
        return counts;
    }

    private static async Task<Dictionary<string, SearchToken>> WeighAsync(
        SupportDbContext context, SearchIndex index, Counts counts, IReadOnlyList<string> tokens, string? prefix, CancellationToken cancellationToken)
    {
        // A token that no product has is asked for again each time, so that a new product is found at once and hostile words fill no memory.
        var unknown = tokens.Where(t => !counts.ByToken.ContainsKey(t)).ToList();
        var read = unknown.Count == 0 ? [] : await index.CountAsync(context, unknown, cancellationToken);
        foreach (var row in read.Where(r => r.Documents > 0))
            counts.ByToken[row.Token] = row.Documents;
        return tokens.Select(token => (token, documents: counts.ByToken.GetValueOrDefault(token)))
            .Where(t => t.documents > 0 || t.token == prefix)
            .ToDictionary(t => t.token, t => new SearchToken(t.token, t.documents, counts.Rarity(t.documents)), StringComparer.Ordinal);
    }

    private static ProductHit Hit(SearchRow row, Dictionary<string, SearchToken> weights, string? prefix, double more)
    {
        var bySpan = weights.GetAlternateLookup<ReadOnlySpan<char>>();
        var matched = new HashSet<SearchToken>(ReferenceEqualityComparer.Instance);
        var score = 0.0;
        var nameTokens = Match(row.NameTokens, NameWeight);
        var named = matched.Count;
        _ = Match(row.BodyTokens, BodyWeight);

        // Of two products with the same words in their names, the one with nothing else in its name is meant.
        score *= 1 + named / (double)Math.Max(nameTokens, 1);
        return new(row.ProductId, new LocalizedText(row.NameKo, row.NameEn), row.Brand, row.Model, row.CategoryId, score + more);

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
