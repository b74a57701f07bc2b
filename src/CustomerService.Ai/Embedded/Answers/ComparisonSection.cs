using CustomerService.Core.Catalog;
using CustomerService.Core.Lookups;
using CustomerService.Core.Text;

namespace CustomerService.Ai.Embedded.Answers;

/// <summary>Two or more products side by side.</summary>
internal static class ComparisonSection
{
    private const int MaxAttributes = 5;

    public static void Write(AnswerWriter writer, EvidenceView evidence)
    {
        if (evidence.Info is not { } info)
        {
            FactSection.WriteUnavailable(writer, evidence);
            return;
        }

        if (info.Compared.Count == 0)
        {
            writer.Say(
                $"{Hangul.With(info.Product.Name.Ko, "과/와")} 비교할 상품을 찾지 못했습니다. 비교하고 싶은 상품의 이름이나 번호를 알려 주세요.",
                $"I did not find the product to compare the {info.Product.Name.En} with. Please tell me its name or number.",
                evidence.Product(info.Product));
            return;
        }

        var all = new[] { new Side(info.Product, info.Facts) }.Concat(info.Compared.Select(c => new Side(c.Product, c.Facts))).ToList();
        writer.Say(
            $"{string.Join(", ", all.Select(s => $"**{s.Card.Name.Ko}**"))}의 차이를 정리했습니다.",
            $"Here is how {string.Join(" and ", all.Select(s => $"the **{s.Card.Name.En}**"))} differ.",
            [.. all.Select(s => evidence.Product(s.Card))]);
        WritePrices(writer, evidence, all);
        WriteRatings(writer, evidence, all);
        foreach (var key in Telling(all, evidence.Reading.AttributeKeys))
            WriteAttribute(writer, evidence, all, key);
        WriteAvailability(writer, evidence, info);
        WriteVerdict(writer, evidence, all);
    }

    /// <summary>Attributes that differ, those asked about first.</summary>
    private static IEnumerable<string> Telling(List<Side> all, IReadOnlyList<string> asked) =>
        all.SelectMany(s => s.Facts.Select(f => f.Key)).Distinct()
            .Where(k => all.Select(s => s.Fact(k)?.Value.En).Distinct().Count() > 1)
            .Where(k => asked.Contains(k) || all.Count(s => s.Fact(k) is not null) > 1 || AttributeDefinitions.Find(k)?.Kind == AttributeKind.Flag)
            .OrderByDescending(asked.Contains)
            .ThenByDescending(k => AttributeDefinitions.Find(k)?.Better is BetterWhen.Higher or BetterWhen.Lower)
            .Take(MaxAttributes);

    private static void WritePrices(AnswerWriter writer, EvidenceView evidence, List<Side> all) => writer.Point(
        $"**가격**: {Each(all, s => s.Card.PriceIn(Language.Korean) ?? "미정", Language.Korean)}",
        $"**Price**: {Each(all, s => s.Card.PriceIn(Language.English) ?? "not set", Language.English)}",
        [.. all.Select(s => evidence.Product(s.Card))]);

    private static void WriteRatings(AnswerWriter writer, EvidenceView evidence, List<Side> all)
    {
        if (all.All(s => s.Card.Rating is null))
            return;
        writer.Point(
            $"**구매자 평점**: {Each(all, s => s.Card.Rating is { } r ? $"{ReviewSection.Stars(r)}점({s.Card.ReviewCount}개)" : "리뷰 없음", Language.Korean)}",
            $"**Rating**: {Each(all, s => s.Card.Rating is { } r ? $"{ReviewSection.Stars(r)} ({s.Card.ReviewCount} reviews)" : "no reviews", Language.English)}",
            [.. all.Select(s => evidence.Product(s.Card))]);
    }

    private static void WriteAttribute(AnswerWriter writer, EvidenceView evidence, List<Side> all, string key)
    {
        var label = ProductFacts.Label(key);
        writer.Point(
            $"**{label.Ko}**: {Each(all, s => s.Fact(key)?.Value.Ko ?? "정보 없음", Language.Korean)}",
            $"**{label.En}**: {Each(all, s => s.Fact(key)?.Value.En ?? "not stated", Language.English)}",
            [.. all.Where(s => s.Fact(key) is not null).Select(s => evidence.Fact(s.Card, s.Fact(key)!))]);
    }

    private static void WriteAvailability(AnswerWriter writer, EvidenceView evidence, ProductInfoData info)
    {
        string Ko(ProductCard card, int? available) =>
            card.Status == ProductStatus.Discontinued ? "단종" : available switch { null => "확인되지 않음", 0 => "품절", var n => $"{n:N0}개" };
        string En(ProductCard card, int? available) =>
            card.Status == ProductStatus.Discontinued ? "discontinued" : available switch { null => "unknown", 0 => "sold out", var n => $"{n:N0}" };

        // None counted while a warehouse is silent is not known to be none.
        var first = evidence.Stock is { Available: 0, AllReported: false } ? null : evidence.Stock?.Available;
        var refs = new List<EvidenceRef>();
        if (evidence.Stock is { } stock)
            refs.AddRange(stock.Warehouses.Select(w => evidence.StockAt(stock, w)));
        refs.AddRange(info.Compared.Select(c => evidence.Product(c.Product)));
        writer.Point(
            $"**재고**: {info.Product.Name.Ko} {Ko(info.Product, first)}, {string.Join(", ", info.Compared.Select(c => $"{c.Product.Name.Ko} {Ko(c.Product, c.Available)}"))}",
            $"**Stock**: {info.Product.Name.En} {En(info.Product, first)}, {string.Join(", ", info.Compared.Select(c => $"{c.Product.Name.En} {En(c.Product, c.Available)}"))}",
            [.. refs]);
    }

    /// <summary>Says for whom each is the better choice, from facts in which one beats all the others.</summary>
    private static void WriteVerdict(AnswerWriter writer, EvidenceView evidence, List<Side> all)
    {
        var strengths = all.Select(s => (Side: s, Wins: Wins(s, all).Take(3).ToList())).Where(s => s.Wins.Count > 0).ToList();
        if (strengths.Count == 0)
            return;
        writer.Break();
        foreach (var (side, wins) in strengths)
        {
            writer.Say(
                $"{string.Join(", ", wins.Select(w => w.Text.Ko))} 쪽을 중요하게 보시면 {Hangul.With(side.Card.Name.Ko, "이/가")} 낫습니다.",
                $"If {Listed([.. wins.Select(w => w.Text.En)])} {(wins.Count == 1 ? "matters" : "matter")} most, the {side.Card.Name.En} is the better choice.",
                [.. wins.Select(w => w.Source(evidence))]);
        }
    }

    private static IEnumerable<(LocalizedText Text, Func<EvidenceView, EvidenceRef> Source)> Wins(Side side, List<Side> all)
    {
        var others = all.Where(o => o != side).ToList();
        if (side.Card.Price is { } price && others.All(o => o.Card.Price is { } p && p.Currency == price.Currency && p.Minor > price.Minor))
            yield return (new("가격", "price"), e => e.Product(side.Card));
        foreach (var fact in side.Facts)
        {
            if (AttributeDefinitions.Find(fact.Key) is not { Better: not BetterWhen.Neither } definition || fact.Number is not { } own)
                continue;
            var higher = definition.Better == BetterWhen.Higher;
            if (others.All(o => o.Fact(fact.Key)?.Number is { } theirs && (higher ? own > theirs : own < theirs)))
                yield return (new(definition.Label.Ko, definition.Label.En.ToLowerInvariant()), e => e.Fact(side.Card, fact));
        }
    }

    private static string Listed(IReadOnlyList<string> names) =>
        names.Count == 1 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";

    private static string Each(List<Side> all, Func<Side, string> value, Language language) =>
        string.Join(" / ", all.Select(s => $"{s.Card.Name.In(language)} {value(s)}"));

    private sealed record Side(ProductCard Card, IReadOnlyList<ProductFact> Facts)
    {
        public ProductFact? Fact(string key) => Facts.FirstOrDefault(f => f.Key == key);
    }
}
