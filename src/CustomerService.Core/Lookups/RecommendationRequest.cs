using CustomerService.Core.Answers;
using CustomerService.Core.Catalog;
using CustomerService.Core.Questions;

namespace CustomerService.Core.Lookups;

/// <summary>What a recommendation has to heed, read from question, product in view and customer.</summary>
/// <param name="Subject">The product in view or named; null without one.</param>
/// <param name="Asked">Whether the question asks for a recommendation; otherwise it is an addition to another answer.</param>
/// <param name="Bounds">What the question demands, each with the wish it comes from.</param>
/// <param name="Preferences">What the question wants as much or as little of as can be had.</param>
/// <param name="UseWishes">What the use that the question names suggests ("for commuting"); ranks, and excludes only what the use rules out.</param>
/// <param name="CustomerWishes">What the customer's profile and context suggest; never excludes a product.</param>
internal sealed record RecommendationRequest(
    CatalogProduct? Subject,
    bool Asked,
    bool IsAlternative,
    string? CategoryId,
    string Currency,
    PriceRange? Price,
    IReadOnlyList<(Wish Wish, AttributeBound Bound)> Bounds,
    IReadOnlyList<Wish> Preferences,
    IReadOnlyList<Wish> UseWishes,
    IReadOnlyList<Wish> CustomerWishes,
    IReadOnlyCollection<string> Excluded)
{
    private const int CandidatesPerQuery = 30;
    private const int MaxAttempts = 5;

    /// <summary>The lowest IP digit that counts as waterproof when no more is said: splashes from all sides (IEC 60529, IPX4).</summary>
    private const double SplashProof = 4;

    private static readonly string[] LikeThis = ["비슷한", "비슷하", "같은 종류", "similar", "like this", "like it"];
    private static readonly string[] OtherThanThis = ["말고", "다른", "보다", "대신", "other than", "another", "instead", "than this", "alternative"];

    /// <returns>Null when there is nothing to go by: no product, no kind of product, no wish and no wish for a recommendation.</returns>
    public static RecommendationRequest? From(ResolvedQuery query, string shopCurrency)
    {
        var reading = query.Reading;
        var subject = query.Product;
        var asked = reading.Has(Intent.Recommendation) || (subject is null && reading.CategoryId is not null);
        if (subject is null && !asked)
            return null;

        var unavailable = subject is not null && (subject.Product.Status == ProductStatus.Discontinued || subject.Available == 0);
        var context = query.Context;
        var excluded = (query.Customer?.Purchases ?? []).Select(p => p.ProductId).ToHashSet();
        var rejected = asked && Says(OtherThanThis);
        var likeSubject = subject is not null && (unavailable || (asked && Says(LikeThis)));
        if (subject is not null)
        {
            excluded.Remove(subject.Product.Id);
            if (rejected || likeSubject)
                excluded.Add(subject.Product.Id);
        }

        var wishes = asked ? reading.Wishes : [];
        return new(
            subject, asked, !asked && unavailable,
            reading.CategoryId ?? subject?.Category.Id,
            reading.Price?.Currency ?? subject?.Product.Currency ?? shopCurrency,
            asked ? reading.Price : null,
            [.. wishes.Where(IsDemand).Select(w => (Wish: w, Bound: BoundOf(w, rejected ? subject : null))).Where(b => b.Bound is not null).Select(b => (b.Wish, b.Bound!))],
            [.. wishes.Where(w => !w.FromUse && w.Kind is (WishKind.Most or WishKind.Least))],
            [.. wishes.Where(w => w.FromUse).Concat(likeSubject ? Traits(subject!) : [])],
            [.. UseCases.WishesFor($"{context.UseCase}, {context.Interests}").DistinctBy(w => (w.Key, w.Kind))],
            excluded);

        bool Says(string[] words) => words.Any(w => query.Query.Question.Contains(w, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>What a substitute should have too: the features of the product whose place it takes.</summary>
    private static IEnumerable<Wish> Traits(CatalogProduct subject) => subject.Product.Attributes
        .Where(a => a.Number > 0 && (a.Key == "water_resistance" || AttributeDefinitions.Find(a.Key)?.Kind == AttributeKind.Flag))
        .OrderByDescending(a => a.Key == "noise_cancelling")
        .Select(a => new Wish(a.Key, WishKind.Has, null, "", FromUse: true));

    /// <summary>
    /// Filters to try one after another, with the wishes each lets go: all wishes, then each single one left out (the last named
    /// first), then all demands but the price, then the price too.
    /// </summary>
    public IEnumerable<(CandidateFilter Filter, IReadOnlyList<string> Unmet)> Attempts()
    {
        var all = Bounds.Select(b => b.Bound).ToList();
        var attempts = new List<(IReadOnlyList<AttributeBound> Bounds, bool Price, IReadOnlyList<string> Unmet)> { (all, true, []) };
        if (Bounds.Count > 1)
            attempts.AddRange(Bounds.Reverse().Select(b => ((IReadOnlyList<AttributeBound>)[.. all.Where(o => o != b.Bound)], true, (IReadOnlyList<string>)[b.Wish.Spoken])));
        if (Price is not null && Bounds.Count > 0)
            attempts.Add((all, false, [Price.Spoken]));
        if (Bounds.Count > 0)
            attempts.Add(([], true, [.. Bounds.Select(b => b.Wish.Spoken)]));
        if (Price is not null)
            attempts.Add(([], false, [.. Bounds.Select(b => b.Wish.Spoken), Price.Spoken]));
        return attempts.Take(MaxAttempts - 1).Append(attempts[^1]).Distinct().Select(a => (Filter(a.Bounds, a.Price), a.Unmet));
    }

    private CandidateFilter Filter(IReadOnlyList<AttributeBound> bounds, bool withPrice)
    {
        var order = Preferences.FirstOrDefault(p => p.Key != "rating");
        return new(
            CategoryId, null, Currency, withPrice ? Price?.MinMinor : null, withPrice ? Price?.MaxMinor : null, bounds,
            order?.Key, order?.Kind == WishKind.Most, Excluded, CandidatesPerQuery);
    }

    /// <summary>A use only demands what it cannot do without: swimming needs protection from immersion, running gets by without.</summary>
    private static bool IsDemand(Wish wish) => !wish.FromUse || wish.Kind is WishKind.AtLeast or WishKind.AtMost;

    private static AttributeBound? BoundOf(Wish wish, CatalogProduct? mustBeat)
    {
        if (wish.Key is "price" or "rating")
            return null;
        switch (wish.Kind)
        {
            case WishKind.AtLeast:
                return new(wish.Key, wish.Value, null);
            case WishKind.AtMost:
                return new(wish.Key, null, wish.Value);
            case WishKind.Has when wish.Key == "water_resistance":
                return new(wish.Key, wish.Value ?? SplashProof, null);
            case WishKind.Has:
                return AttributeDefinitions.Find(wish.Key)?.Kind switch
                {
                    AttributeKind.Flag => new(wish.Key, 1, null),
                    AttributeKind.Text => new(wish.Key, null, null, wish.Spoken),
                    _ => new(wish.Key, null, null),
                };
            default:
                if (mustBeat?.Product.AttributeOf(wish.Key)?.Number is not { } number)
                    return null;
                return wish.Kind == WishKind.Most ? new(wish.Key, Math.BitIncrement(number), null) : new(wish.Key, null, Math.BitDecrement(number));
        }
    }
}
