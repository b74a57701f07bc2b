using System.Globalization;
using CustomerService.Core.Catalog;
using CustomerService.Core.Questions;
using CustomerService.Core.Text;

namespace CustomerService.Core.Lookups;

/// <summary>Why a product is recommended, in facts.</summary>
internal static class RecommendationReasons
{
    private const int MaxReasons = 4;
    private const double GoodRating = 4;
    private const int EnoughReviews = 3;

    public static IReadOnlyList<RecommendationReason> Of(CatalogProduct candidate, RecommendationRequest request)
    {
        var reasons = new List<RecommendationReason>();
        if (request.Subject is { Product: var subject } && subject.SuccessorId == candidate.Product.Id)
            reasons.Add(new("successor", new($"{subject.Name.In(Language.Korean)}의 후속 상품", $"successor to the {subject.Name.In(Language.English)}"), false));
        foreach (var wish in request.Preferences.Concat(request.Bounds.Select(b => b.Wish)).Concat(request.UseWishes).Where(w => Ranking.Fulfils(candidate, w)))
            Add(wish, forCustomer: false);
        if (request.Price is not null)
            Add(new Wish("price", WishKind.AtMost, null, ""), forCustomer: false);
        foreach (var wish in request.CustomerWishes.Where(w => Ranking.Fulfils(candidate, w)))
            Add(wish, forCustomer: true);
        if (candidate.Tally.Average >= GoodRating && candidate.Tally.Count >= EnoughReviews)
            Add(new Wish("rating", WishKind.Most, null, ""), forCustomer: false);
        if (reasons.Count == 0)
            Add(new Wish("price", WishKind.AtMost, null, ""), forCustomer: false);
        return [.. reasons.Take(MaxReasons)];

        void Add(Wish wish, bool forCustomer)
        {
            if (reasons.All(r => r.Key != wish.Key) && Phrase(candidate, wish.Key) is { } text)
                reasons.Add(new(wish.Key, text, forCustomer));
        }
    }

    private static LocalizedText? Phrase(CatalogProduct candidate, string key)
    {
        switch (key)
        {
            case "price":
                return candidate.Product.Price is { } price
                    ? new($"가격 {price.Format(Language.Korean)}", $"priced at {price.Format(Language.English)}")
                    : null;
            case "rating":
                if (candidate.Tally.Average is not { } average)
                    return null;
                var rating = average.ToString("0.0", CultureInfo.InvariantCulture);
                return new($"평점 {rating}점(리뷰 {candidate.Tally.Count}개)", $"rated {rating} in {candidate.Tally.Count} reviews");
            default:
                if (candidate.Product.AttributeOf(key) is not { } attribute)
                    return null;
                var label = ProductFacts.Label(key);
                var value = ProductFacts.Value(attribute);
                return AttributeDefinitions.Find(key)?.Kind == AttributeKind.Flag
                    ? attribute.Number > 0 ? new($"{label.Ko} 지원", label.En.ToLowerInvariant()) : null
                    : new($"{label.Ko} {Value(value.Ko)}", $"{label.En.ToLowerInvariant()} {Value(value.En)}");
        }
    }

    /// <summary>A list within a list of reasons needs its brackets.</summary>
    private static string Value(string value) => value.Contains(',', StringComparison.Ordinal) ? $"({value})" : value;
}
