using CustomerService.Ai.Embedded.Answers;
using CustomerService.Ai.Embedded.Reviews;
using CustomerService.Core.Answers;
using CustomerService.Core.Catalog;
using CustomerService.Core.Documents;
using CustomerService.Core.Lookups;
using CustomerService.Core.Reviews;
using CustomerService.Core.Text;

namespace CustomerService.Ai.Grounding;

/// <summary>One piece of evidence as a model is told of it and as it cites it: <c>[Number]</c>.</summary>
internal sealed record EvidenceItem(int Number, LookupKind Kind, string EvidenceId, string Label, string? Quote)
{
    /// <summary>One line in the question's language, without the number.</summary>
    public string Text { get; init; } = Label;
}

/// <summary>The evidence as a numbered list for the prompt.</summary>
/// <param name="Unknown">What could not be found out or is not there, a line each; it cannot be cited.</param>
internal sealed record EvidenceItems(IReadOnlyList<EvidenceItem> Items, IReadOnlyList<string> Unknown)
{
    public static EvidenceItems Of(ResolvedQuery query, IReadOnlyList<LookupResult> evidence)
    {
        var view = new EvidenceView(query, evidence);
        var list = new List<(EvidenceRef Source, string Text)>();
        if (view.Info is { } info)
            AddInfo(list, view, info);
        list.AddRange(view.Quotes.Select(q => (view.Document(q, q.Text), $"{DocumentPlace.Label(q.Title, q.Page, view.Language)}{(q.Heading.Length > 0 ? $" · {q.Heading}" : "")}: “{q.Text}”")));
        if (view.Stock is { } stock)
            list.AddRange(stock.Warehouses.Select(w => (view.StockAt(stock, w), $"{view.Name} · {w.Name.In(view.Language)}: {At(w, view.Language)}")));
        if (view.Reviews is { } reviews)
            AddReviews(list, view, reviews);
        foreach (var product in view.Recommendation?.Products ?? [])
        {
            list.Add((view.Recommended(product), string.Join(" · ", new[]
            {
                view.Language.Choose("추천 ", "Recommended: ") + Card(product.Product, view.Language),
                view.Language.Choose($"재고 {product.Available:N0}개", $"{product.Available:N0} in stock"),
                string.Join(", ", product.Reasons.Select(r => r.Text.In(view.Language))),
            }.Where(t => t.Length > 0))));
        }

        return new(
            [.. list.DistinctBy(i => i.Source.Id).Select((i, n) => new EvidenceItem(n + 1, i.Source.Kind, i.Source.Id, i.Source.Label, i.Source.Quote) { Text = AnswerWriter.Plain(i.Text) })],
            [.. EvidenceGaps.Of(view)]);
    }

    private static void AddInfo(List<(EvidenceRef, string)> list, EvidenceView view, ProductInfoData info)
    {
        list.Add((view.Product(info.Product), $"{Card(info.Product, view.Language)} · {info.Description.In(view.Language)}"));
        AddFacts(list, view, info.Product, info.Facts);
        foreach (var other in info.Compared)
        {
            var stock = (other.Product.Status, other.Available) switch
            {
                (ProductStatus.Discontinued, _) => "",
                (_, null) => view.Language.Choose(" · 재고 모름", " · stock unknown"),
                (_, 0) => view.Language.Choose(" · 품절", " · sold out"),
                var (_, n) => view.Language.Choose($" · 재고 {n:N0}개", $" · {n:N0} in stock"),
            };
            list.Add((view.Product(other.Product), Card(other.Product, view.Language) + stock));
            AddFacts(list, view, other.Product, other.Facts);
        }
    }

    private static void AddFacts(List<(EvidenceRef, string)> list, EvidenceView view, ProductCard card, IReadOnlyList<ProductFact> facts) =>
        list.AddRange(facts.Select(f => (view.Fact(card, f), $"{card.Name.In(view.Language)} · {f.Label.In(view.Language)}: {f.Value.In(view.Language)}")));

    private static void AddReviews(List<(EvidenceRef, string)> list, EvidenceView view, ReviewData reviews)
    {
        var (analysis, language) = (reviews.Analysis, view.Language);
        var stars = string.Join(", ", Enumerable.Range(1, analysis.Distribution.Count).Reverse()
            .Select(n => language.Choose($"{n}점 {analysis.Distribution[n - 1]:N0}건", $"{n} stars: {analysis.Distribution[n - 1]:N0}")));
        var aspects = string.Join(", ", analysis.Aspects.Select(a =>
        {
            var label = AspectDefinitions.Find(a.Aspect)?.Label.In(language) ?? a.Aspect;
            return language.Choose($"{label} 칭찬 {a.Praise}건·불만 {a.Complaints}건", $"{label}: {a.Praise} praise, {a.Complaints} complain");
        }));
        var average = analysis.Average is { } value ? language.Choose($"평점 {ReviewSection.Stars(value)}점", $"rated {ReviewSection.Stars(value)} of 5") : "";
        var counts = language.Choose(
            $"리뷰 {analysis.ReviewCount:N0}건 ({stars})", $"{analysis.ReviewCount:N0} reviews ({stars})")
            + (analysis.AnalyzedCount == analysis.ReviewCount ? "" : language.Choose($" · 그중 {analysis.AnalyzedCount:N0}건 분석", $" · {analysis.AnalyzedCount:N0} of them read"));
        list.Add((view.ReviewTally(reviews.ProductId), string.Join(" · ", new[] { view.Name, average, counts, aspects }.Where(t => t.Length > 0))));
        list.AddRange(analysis.Aspects.SelectMany(a => new[] { a.PraiseQuote, a.ComplaintQuote }).OfType<ReviewQuote>()
            .Where(q => !OrdersToModels.In(q.Text))
            .Select(q => (view.Quote(q), language.Choose($"리뷰 인용 (별점 {q.Stars}점): “{q.Text}”", $"Review quote ({q.Stars} of 5 stars): “{q.Text}”"))));
    }

    private static string Card(ProductCard card, Language language)
    {
        var parts = new List<string> { card.Name.In(language) };
        if (card.PriceIn(language) is { } price)
            parts.Add(language.Choose("가격 ", "price ") + price);
        else
            parts.Add(language.Choose("가격 미정", "no price set"));
        if (card.ListPrice is { } list && list.Minor > card.Price?.Minor)
            parts.Add(language.Choose("정가 ", "list price ") + list.Format(language));
        if (card.Status == ProductStatus.Discontinued)
            parts.Add(language.Choose("단종", "discontinued"));
        if (card.Rating is { } rating)
            parts.Add(language.Choose($"평점 {ReviewSection.Stars(rating)}점 (리뷰 {card.ReviewCount:N0}건)", $"rated {ReviewSection.Stars(rating)} of 5 in {card.ReviewCount:N0} reviews"));
        return string.Join(" · ", parts);
    }

    private static string At(StockAtWarehouse place, Language language)
    {
        var parts = new List<string>
        {
            place.Quantity switch
            {
                null => language.Choose("수량 미집계", "count not reported"),
                0 => language.Choose("품절", "sold out"),
                var n => language.Choose($"재고 {n:N0}개", $"{n:N0} in stock"),
            },
        };
        if (place is { Quantity: > 0, NextDispatch: { } dispatch })
        {
            parts.Add(place.ShipsToday
                ? language.Choose($"{place.Cutoff:HH\\:mm} 전에 주문하면 오늘 출고", $"leaves today if ordered before {place.Cutoff:HH\\:mm}")
                : language.Choose($"{StockSection.Day(dispatch, language)} 출고", $"leaves on {StockSection.Day(dispatch, language)}"));
        }

        parts.AddRange(place.Inbound.Select(i => (i.Overdue, language) switch
        {
            (true, Language.Korean) => $"{StockSection.Day(i.ExpectedOn, language)} 입고 예정이던 {i.Quantity:N0}개 미확인",
            (true, _) => $"{i.Quantity:N0} due on {StockSection.Day(i.ExpectedOn, language)} have not been booked in",
            (false, Language.Korean) => $"{StockSection.Day(i.ExpectedOn, language)}에 {i.Quantity:N0}개 입고 예정",
            _ => $"{i.Quantity:N0} more expected on {StockSection.Day(i.ExpectedOn, language)}",
        }));
        return string.Join(", ", parts);
    }
}
