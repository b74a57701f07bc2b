using System.Globalization;
using CustomerService.Core.Catalog;
using CustomerService.Core.Documents;
using CustomerService.Core.Text;

namespace CustomerService.Core.Lookups;

/// <summary>A lookup's result in one line, for lists, the API and the command line.</summary>
public static class LookupSummary
{
    private const int FactsShown = 4;

    public static string Of(LookupResult result, Language language) => result switch
    {
        LookupResult.Found { Data: ProductInfoData data } => Product(data, language),
        LookupResult.Found { Data: DocumentData data } => Documents(data, language),
        LookupResult.Found { Data: ReviewData data } => string.Join(' ', data.Analysis.Summary),
        LookupResult.Found { Data: StockData data } => Stock(data, language),
        LookupResult.Found { Data: RecommendationData data } => Recommendation(data, language),
        LookupResult.Empty empty => Nothing(empty.Reason, language),
        LookupResult.TimedOut => language.Choose("제한 시간 안에 확인하지 못했습니다.", "Not known: it took too long."),
        _ => language.Choose("오류로 확인하지 못했습니다.", "Not known: the lookup failed."),
    };

    private static string Product(ProductInfoData data, Language language)
    {
        var parts = new List<string> { data.Product.Name.In(language) };
        if (data.Product.Status == ProductStatus.Discontinued)
            parts.Add(language.Choose("단종", "discontinued"));
        if (data.Product.PriceIn(language) is { } price)
            parts.Add(price);
        parts.AddRange(data.Facts.Take(FactsShown).Select(f => $"{f.Label.In(language)} {f.Value.In(language)}"));
        return string.Join(" · ", parts);
    }

    private static string Documents(DocumentData data, Language language) =>
        string.Join(" · ", data.Quotes.Select(q => DocumentPlace.Label(q.Title, q.Page, language)).Distinct(StringComparer.Ordinal));

    private static string Stock(StockData data, Language language)
    {
        var unknown = language.Choose("미집계", "not reported");
        var parts = data.Warehouses.Select(w =>
            $"{w.Name.In(language)} {(w.Quantity is { } q ? q.ToString("N0", CultureInfo.InvariantCulture) + language.Choose("개", "") : unknown)}");
        var line = string.Join(", ", parts);
        var shipping = data.Warehouses.Any(w => w.ShipsToday) ? language.Choose(" (오늘 출고 가능)", " (ships today)")
            : data.Status == ProductStatus.Discontinued ? language.Choose(" (단종)", " (discontinued)")
            : data is { Available: 0, AllReported: true } ? language.Choose(" (품절)", " (sold out)")
            : "";
        return line + shipping;
    }

    private static string Recommendation(RecommendationData data, Language language) =>
        data.Words?.Text ?? string.Join(" / ", data.Products.Select(p =>
            p.Product.Name.In(language) + (p.Reasons.Count == 0 ? "" : ": " + string.Join(", ", p.Reasons.Select(r => r.Text.In(language))))));

    private static string Nothing(EmptyReason reason, Language language) => reason switch
    {
        EmptyReason.NoProduct => language.Choose("어느 상품인지 알 수 없습니다.", "No product is named."),
        EmptyReason.NoReviews => language.Choose("아직 리뷰가 없습니다.", "There are no reviews yet."),
        EmptyReason.NotCarried => language.Choose("취급하는 물류센터가 없습니다.", "No warehouse carries it."),
        _ => language.Choose("조건에 맞는 재고 상품이 없습니다.", "Nothing in stock fits."),
    };
}
