using CustomerService.Core.Answers;
using CustomerService.Core.Catalog;
using CustomerService.Core.Lookups;
using CustomerService.Core.Models;
using CustomerService.Core.Reviews;
using CustomerService.Core.Text;

namespace CustomerService.Browser.Tests.Conversations;

/// <summary>An answer in which every text that is not the program's own is hostile.</summary>
internal static class HostileEvidence
{
    public static Answer Answer(CustomerQuery query, IReadOnlyList<string> strings, string text, DateTimeOffset now)
    {
        var odd = strings[0];
        return new(
            query.AnswerId, query.Question, query.ProductId, null, Language.English, Surface.Widget, AnswerState.Completed, text,
            new(AnswerSource.Model, odd, ModelTier.Complex, "comparison", odd, [new(odd, ModelFault.ServerError)]), [.. Lookups(strings, odd, now)],
            [.. strings.Take(9).Select((s, i) => new Citation(991 + i, LookupKind.ReviewAnalysis, $"review:{s}", s, s))],
            new(10, 20, 0.1m), new(TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(30)), now)
        {
            HeldBack = [.. strings.Select(s => new HeldBack(s, s, HoldReason.Quote))],
        };
    }

    private static IEnumerable<LookupResult> Lookups(IReadOnlyList<string> strings, string odd, DateTimeOffset now)
    {
        var card = new ProductCard(odd, new(odd, odd), odd, odd, new(odd, odd), ProductStatus.Active, new Money(1, "KRW"), null, odd, 4, 2);
        yield return new LookupResult.Found(LookupKind.ProductInfo, TimeSpan.FromMilliseconds(1), new ProductInfoData(
            card, new(odd, odd), [.. strings.Select(s => new ProductFact(s, new(s, s), new(s, s), null, true))], [odd], []));
        yield return new LookupResult.Found(LookupKind.ReviewAnalysis, TimeSpan.FromMilliseconds(2), new ReviewData(odd, new ReviewAnalysis(
            2, 2, 4, [0, 0, 1, 0, 1],
            [.. strings.Chunk(2).Select(pair => new AspectOpinion(pair[0], 1, 1, Quote(pair[0]), Quote(pair[^1])))], [odd])));
        yield return new LookupResult.Found(LookupKind.StockCheck, TimeSpan.FromMilliseconds(3), new StockData(
            odd, ProductStatus.Active, 1, false, [.. strings.Select(s => new StockAtWarehouse(s, new(s, s), 1, false, new(2026, 11, 20), new(15, 0), now, []))]));
        yield return new LookupResult.Found(LookupKind.Recommendation, TimeSpan.FromMilliseconds(4), new RecommendationData(
            [new(card, 1, [.. strings.Select(s => new RecommendationReason(s, new(s, s), true))])], [.. strings], false));

        ReviewQuote Quote(string s) => new(s, s, 3, Language.English, s, now);
    }
}
