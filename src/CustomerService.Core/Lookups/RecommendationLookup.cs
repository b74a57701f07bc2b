using CustomerService.Core.Answers;
using CustomerService.Core.Catalog;
using CustomerService.Core.Questions;

namespace CustomerService.Core.Lookups;

/// <summary>
/// Products that can be had and that fit the question's wishes and the customer. By rules over the catalogue's facts, so that
/// each reason can be checked.
/// </summary>
public sealed class RecommendationLookup(IProductCatalog catalog, ShopOptions shop, IRecommendationWriter writer) : ILookup
{
    private const int MaxProducts = 3;

    public LookupKind Kind => LookupKind.Recommendation;

    public async Task<LookupFinding> FindAsync(ResolvedQuery query, CancellationToken cancellationToken)
    {
        if (RecommendationRequest.From(query, shop.Currency) is not { } request)
            return LookupFinding.None(EmptyReason.NoProduct);

        if (request.IsAlternative && await SuccessorAsync(request, cancellationToken).ConfigureAwait(false) is { } successor)
            return await WordedAsync(query, new RecommendationData([successor], [], IsAlternative: true), cancellationToken).ConfigureAwait(false);

        foreach (var (filter, unmet) in request.Attempts())
        {
            var candidates = await catalog.FindCandidatesAsync(filter, cancellationToken).ConfigureAwait(false);
            if (candidates.Count == 0)
                continue;
            var ranked = Ranking.Of(candidates, request).Take(MaxProducts)
                .Select(c => new RecommendedProduct(ProductFacts.Card(c), c.Available!.Value, RecommendationReasons.Of(c, request)));
            return await WordedAsync(query, new RecommendationData([.. ranked], unmet, request.IsAlternative), cancellationToken).ConfigureAwait(false);
        }

        return LookupFinding.None(EmptyReason.NoMatch);
    }

    private async Task<LookupFinding> WordedAsync(ResolvedQuery query, RecommendationData data, CancellationToken cancellationToken) =>
        LookupFinding.Of(data with { Words = await writer.WriteAsync(query, data, cancellationToken).ConfigureAwait(false) });

    private async Task<RecommendedProduct?> SuccessorAsync(RecommendationRequest request, CancellationToken cancellationToken)
    {
        if (request.Subject?.Product.SuccessorId is not { } id)
            return null;
        var found = await catalog.FindAsync([id], cancellationToken).ConfigureAwait(false);
        return found is [{ Product.Status: ProductStatus.Active, Available: > 0 } entry]
            ? new(ProductFacts.Card(entry), entry.Available!.Value, RecommendationReasons.Of(entry, request))
            : null;
    }
}

/// <summary>Orders candidates by how well they fit.</summary>
internal static class Ranking
{
    private const double PreferenceWeight = 4;
    private const double RatingWeight = 1;
    private const double UseWishWeight = 1.5;
    private const double CustomerWishWeight = 0.7;
    private const double InViewWeight = 1.2;
    private const double PriceNearnessWeight = 0.6;

    /// <summary>The rating of a product without reviews, and how many reviews it weighs as much as.</summary>
    private const double PriorRating = 4;
    private const double PriorReviews = 5;

    public static IEnumerable<CatalogProduct> Of(IReadOnlyList<CatalogProduct> candidates, RecommendationRequest request) =>
        candidates.OrderByDescending(c => Score(c, candidates, request)).ThenBy(c => c.Product.Id, StringComparer.Ordinal);

    public static double? ValueOf(CatalogProduct candidate, string key) => key switch
    {
        "price" => candidate.Product.PriceMinor,
        "rating" => (candidate.Tally.Average * candidate.Tally.Count + PriorRating * PriorReviews) / (candidate.Tally.Count + PriorReviews),
        _ => candidate.Product.AttributeOf(key)?.Number,
    };

    /// <summary>Whether the product has what the wish is for at all.</summary>
    public static bool Fulfils(CatalogProduct candidate, Wish wish)
    {
        var attribute = candidate.Product.AttributeOf(wish.Key);
        return wish.Kind switch
        {
            WishKind.AtLeast => attribute?.Number >= wish.Value,
            WishKind.AtMost => attribute?.Number <= wish.Value,
            WishKind.Has => attribute is not null && attribute.Number is null or > 0 && !(attribute.Number < wish.Value),
            _ => ValueOf(candidate, wish.Key) is not null,
        };
    }

    private static double Score(CatalogProduct candidate, IReadOnlyList<CatalogProduct> all, RecommendationRequest request)
    {
        var score = RatingWeight * ((ValueOf(candidate, "rating") ?? PriorRating) - 3) / 2;
        for (var i = 0; i < request.Preferences.Count; i++)
            score += PreferenceWeight / (i + 1) * Share(candidate, all, request.Preferences[i]);
        score += UseWishWeight * request.UseWishes.Sum(wish => Fit(candidate, all, wish));
        score += CustomerWishWeight * request.CustomerWishes.Sum(wish => Fit(candidate, all, wish));

        if (request.Asked || request.Subject is not { } subject)
            return score;
        if (candidate.Product.Id == subject.Product.Id)
            score += InViewWeight;
        if (candidate.Product.PriceMinor is > 0 and var price && subject.Product.PriceMinor is > 0 and var seen)
            score += PriceNearnessWeight * (1 - Math.Min(1, Math.Abs(Math.Log((double)price / seen))));
        return score;
    }

    private static double Fit(CatalogProduct candidate, IReadOnlyList<CatalogProduct> all, Wish wish) =>
        wish.Kind is WishKind.Most or WishKind.Least ? Share(candidate, all, wish) : Fulfils(candidate, wish) ? 1 : 0;

    /// <summary>The share of the candidates that this one is at least as good as; 0 when its value is unknown.</summary>
    private static double Share(CatalogProduct candidate, IReadOnlyList<CatalogProduct> all, Wish wish)
    {
        if (ValueOf(candidate, wish.Key) is not { } own)
            return 0;
        return all.Count(o => ValueOf(o, wish.Key) is not { } other || (wish.Kind == WishKind.Most ? own >= other : own <= other)) / (double)all.Count;
    }
}
