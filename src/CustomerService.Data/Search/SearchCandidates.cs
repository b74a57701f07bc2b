using CustomerService.Core.Search;

namespace CustomerService.Data.Search;

/// <summary>The products that come into question for one search, asked for so that no long list is ever ranked.</summary>
/// <param name="weights">The tokens that products have.</param>
internal sealed class SearchCandidates(SupportDbContext context, SearchIndex index, Dictionary<string, SearchToken> weights)
{
    /// <summary>How many products the index may have to rank for one search.</summary>
    public const int MaxRanked = 1000;

    /// <summary>How many words that were only meant are looked for.</summary>
    public const int MaxMeant = 6;

    private const int MaxRareTokens = 40;
    private const int MaxFrequentWords = 6;
    private const int Limit = ProductSearch.MaxHits;

    /// <param name="prefix">The beginning of the last word, as far as it is typed; null for none.</param>
    public async Task<List<SearchRow>> SaidAsync(IReadOnlyList<IReadOnlyList<string>> words, string? prefix, CancellationToken cancellationToken)
    {
        var said = words.SelectMany(w => w).ToHashSet(StringComparer.Ordinal);
        var rare = new HashSet<string>(StringComparer.Ordinal);
        var documents = 0;
        foreach (var word in weights.Values.Where(w => w.Documents > 0 && said.Contains(w.Token)).OrderBy(w => w.Documents).Take(MaxRareTokens))
        {
            documents += word.Documents;
            if (documents > MaxRanked)
                break;
            rare.Add(word.Token);
        }

        var frequent = Frequent(words, t => t != prefix && !rare.Contains(t));
        if (prefix is not null)
            frequent.Add([new(prefix, true)]);
        var together = await TogetherAsync(frequent, cancellationToken);
        return
        [
            .. rare.Count > 0 ? await index.WithAnyAsync(context, rare.Select(t => new Term(t, false)), Limit, cancellationToken) : [],
            .. together.Count > 0 ? await index.WithAllAsync(context, together, Limit, cancellationToken) : [],
        ];
    }

    /// <summary>Products that have a word that was meant, with as many of the other words as go together with it.</summary>
    public async Task<List<SearchRow>> MeantAsync(
        IReadOnlyList<IReadOnlyList<string>> meant, IReadOnlyList<IReadOnlyList<string>> words, CancellationToken cancellationToken)
    {
        var rows = new List<SearchRow>();
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in meant)
        {
            if (!word.All(Has) || word.All(done.Contains))
                continue;
            var together = await TogetherAsync([Terms(word), .. Frequent([.. words, .. meant.Where(m => m != word)], _ => true)], cancellationToken);
            done.UnionWith(together.Select(t => t.Token));
            rows.AddRange(await index.WithAllAsync(context, together, Limit, cancellationToken));
        }

        return rows;
    }

    /// <summary>Products with an attribute of the value, and with the other words where some have both.</summary>
    public async Task<List<SearchRow>> WithAmountAsync(SearchAmount amount, IReadOnlyList<IReadOnlyList<string>> words, CancellationToken cancellationToken)
    {
        var together = await TogetherAsync(Frequent(words, _ => true), cancellationToken);
        var rows = await RowsAsync(together);
        return rows.Count > 0 || together.Count == 0 ? rows : await RowsAsync([]);

        async Task<List<SearchRow>> RowsAsync(List<Term> terms)
        {
            var found = new List<SearchRow>();
            foreach (var range in amount.Ranges)
                found.AddRange(await index.WithAmountAsync(context, range, terms, Limit, cancellationToken));
            return found;
        }
    }

    private bool Has(string token) => weights.TryGetValue(token, out var known) && known.Documents > 0;

    private static List<Term> Terms(IEnumerable<string> tokens) => [.. tokens.Select(t => new Term(t, false))];

    /// <summary>The tokens of a word stand or fall together; words with the fewest products first.</summary>
    private List<List<Term>> Frequent(IReadOnlyList<IReadOnlyList<string>> words, Func<string, bool> counts) =>
    [
        .. words.Select(w => w.Where(t => Has(t) && counts(t)).ToList()).Where(w => w.Count > 0)
            .OrderBy(w => w.Min(t => weights[t].Documents)).Take(MaxFrequentWords).Select(Terms),
    ];

    /// <summary>The words that some product has all together: all of them, or as many as go together when taken in order.</summary>
    private async Task<List<Term>> TogetherAsync(List<List<Term>> words, CancellationToken cancellationToken)
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
}
