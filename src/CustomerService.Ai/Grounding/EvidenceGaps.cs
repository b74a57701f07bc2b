using CustomerService.Ai.Embedded.Answers;
using CustomerService.Core.Lookups;
using CustomerService.Core.Text;

namespace CustomerService.Ai.Grounding;

/// <summary>Lines that tell a model what is not known, so that it says so rather than guesses.</summary>
internal static class EvidenceGaps
{
    public static IEnumerable<string> Of(EvidenceView view)
    {
        foreach (var kind in Enum.GetValues<LookupKind>())
        {
            var name = Name(kind);
            switch (view.Result(kind))
            {
                case null or LookupResult.TimedOut:
                    yield return view.Language.Choose($"{name.Ko}: 제때 확인하지 못해 알 수 없음", $"{name.En}: not found out in time, unknown");
                    break;
                case LookupResult.Failed:
                    yield return view.Language.Choose($"{name.Ko}: 확인에 실패해 알 수 없음", $"{name.En}: the lookup failed, unknown");
                    break;
                case LookupResult.Empty empty:
                    yield return $"{name.In(view.Language)}: {Reason(empty.Reason).In(view.Language)}";
                    break;
            }
        }

        foreach (var label in (view.Info?.NotListed ?? []).Select(ProductFacts.Label))
            yield return view.Language.Choose($"{label.Ko}: 상품 정보에 없음", $"{label.En}: not on the data sheet");
        if (view.Recommendation is { UnmetWishes: { Count: > 0 } wishes })
        {
            var spoken = string.Join(", ", wishes.Select(AnswerWriter.Plain));
            yield return view.Language.Choose($"재고 상품 가운데 맞는 것이 없는 조건: {spoken}", $"Wishes that nothing in stock fulfils: {spoken}");
        }
    }

    private static LocalizedText Name(LookupKind kind) => kind switch
    {
        LookupKind.ProductInfo => new("상품 정보", "Product information"),
        LookupKind.ReviewAnalysis => new("리뷰 분석", "Review analysis"),
        LookupKind.StockCheck => new("재고", "Stock"),
        _ => new("추천", "Recommendation"),
    };

    private static LocalizedText Reason(EmptyReason reason) => reason switch
    {
        EmptyReason.NoProduct => new("질문에서 상품을 찾지 못함", "the question names no product that was found"),
        EmptyReason.NoReviews => new("아직 리뷰 없음", "no reviews yet"),
        EmptyReason.NotCarried => new("취급하는 물류센터 없음, 재고 알 수 없음", "no warehouse carries it, its stock is unknown"),
        _ => new("조건에 맞는 재고 상품 없음", "nothing in stock fits"),
    };
}
