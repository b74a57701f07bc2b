using CustomerService.Core.Catalog;
using CustomerService.Core.Lookups;
using CustomerService.Core.Reviews;
using CustomerService.Core.Text;

namespace CustomerService.Ai.Embedded.Answers;

/// <summary>Single facts of the data sheet, and the price.</summary>
internal static class FactSection
{
    private static readonly Dictionary<string, string> AspectOfAttribute = new()
    {
        ["battery_hours"] = "battery",
        ["noise_cancelling"] = "noise_cancelling",
        ["microphone"] = "microphone",
        ["weight_g"] = "size",
        ["noise_db"] = "noise",
        ["suction_pa"] = "power",
        ["camera_mp"] = "camera",
        ["screen_inch"] = "screen",
    };

    private static readonly string[] DiscountWords = ["할인", "세일", "쿠폰", "discount", "sale", "coupon"];

    public static void Write(AnswerWriter writer, EvidenceView evidence)
    {
        if (evidence.Info is not { } info)
        {
            WriteUnavailable(writer, evidence);
            return;
        }

        if (evidence.Reading.AttributeKeys.Count == 0)
        {
            writer.Say(
                $"물어보신 내용은 {info.Product.Name.Ko}의 상품 정보에 나와 있지 않아 알 수 없습니다.",
                $"The product information of the {info.Product.Name.En} does not say that, so I do not know.",
                evidence.Product(info.Product));
        }

        foreach (var fact in info.Facts.Where(f => f.Asked))
            WriteFact(writer, evidence, info.Product, fact);
        foreach (var key in info.Facts.Where(f => f.Asked).Select(f => f.Key))
            WriteBuyers(writer, evidence, key);
        foreach (var label in info.NotListed.Select(ProductFacts.Label))
        {
            writer.Say(
                $"{info.Product.Name.Ko}의 {Hangul.With(label.Ko, "은/는")} 상품 정보에 나와 있지 않아 알 수 없습니다.",
                $"The product information of the {info.Product.Name.En} does not say anything about {Lower(label.En)}, so I do not know.",
                evidence.Product(info.Product));
        }
    }

    public static void WritePrice(AnswerWriter writer, EvidenceView evidence)
    {
        if (evidence.Info is not { } info)
        {
            WriteUnavailable(writer, evidence);
            return;
        }

        var card = info.Product;
        var source = evidence.Product(card);
        if (card.Price is not { } price)
        {
            writer.Say(
                $"{card.Name.Ko}의 판매가는 아직 등록되지 않았습니다.",
                $"No price has been set for the {card.Name.En} yet.", source);
            return;
        }

        if (card.HasHigherPrices)
        {
            writer.Say(
                $"{card.Name.Ko}의 판매가는 옵션에 따라 다르며, {price.Format(Language.Korean)}부터입니다.",
                $"What the {card.Name.En} costs depends on the options; it starts at {price.Format(Language.English)}.", source);
        }
        else if (card.ListPrice is { } list && list.Minor > price.Minor)
        {
            var off = (int)Math.Round(100.0 * (list.Minor - price.Minor) / list.Minor);
            writer.Say(
                $"{card.Name.Ko}의 판매가는 {price.Format(Language.Korean)}이며, 정가 {list.Format(Language.Korean)}에서 {off}% 할인된 가격입니다.",
                $"The {card.Name.En} costs {price.Format(Language.English)}, {off}% off the list price of {list.Format(Language.English)}.", source);
        }
        else
        {
            writer.Say(
                $"{card.Name.Ko}의 판매가는 {price.Format(Language.Korean)}입니다." + (AsksDiscount(evidence) ? " 지금 등록된 할인은 없습니다." : ""),
                $"The {card.Name.En} costs {price.Format(Language.English)}." + (AsksDiscount(evidence) ? " No discount is on record at the moment." : ""), source);
        }
    }

    public static void WriteUnavailable(AnswerWriter writer, EvidenceView evidence) => writer.Say(
        "상품 정보를 지금 불러오지 못해 확인해 드릴 수 없습니다. 잠시 후 다시 물어봐 주세요.",
        "I could not read the product information just now, so I cannot tell. Please ask again in a moment.");

    private static bool AsksDiscount(EvidenceView evidence) =>
        DiscountWords.Any(w => evidence.Query.Query.Question.Contains(w, StringComparison.OrdinalIgnoreCase));

    private static void WriteFact(AnswerWriter writer, EvidenceView evidence, ProductCard card, ProductFact fact)
    {
        var source = evidence.Fact(card, fact);
        var ko = card.Name.Ko;
        var en = card.Name.En;
        if (fact.Key == "water_resistance")
        {
            WriteWaterResistance(writer, card, fact, source);
        }
        else if (AttributeDefinitions.Find(fact.Key)?.Kind == AttributeKind.Flag)
        {
            var yes = fact.Number > 0;
            writer.Say(
                yes ? $"네, {Hangul.With(ko, "은/는")} {Hangul.With(fact.Label.Ko, "을/를")} 지원합니다." : $"아니요, {Hangul.With(ko, "은/는")} {Hangul.With(fact.Label.Ko, "을/를")} 지원하지 않습니다.",
                yes ? $"Yes, the {en} has {Lower(fact.Label.En)}." : $"No, the {en} does not have {Lower(fact.Label.En)}.", source);
        }
        else
        {
            writer.Say(
                $"{ko}의 {Hangul.With(fact.Label.Ko, "은/는")} {fact.Value.Ko}입니다.",
                $"The {Lower(fact.Label.En)} of the {en} is {fact.Value.En}.", source);
        }
    }

    /// <summary>What buyers say of what the data sheet states: 48 hours on paper, and in use?</summary>
    private static void WriteBuyers(AnswerWriter writer, EvidenceView evidence, string key)
    {
        if (!AspectOfAttribute.TryGetValue(key, out var aspect)
            || evidence.Reviews?.Analysis.Aspects.FirstOrDefault(a => a.Aspect == aspect) is not { } opinion
            || AspectDefinitions.Find(aspect) is not { } definition)
        {
            return;
        }

        var label = definition.Label;
        var (ko, en) = opinion switch
        {
            { Complaints: 0 } => ($"{opinion.Praise}명이 칭찬했습니다", $"{opinion.Praise} praise"),
            { Praise: 0 } => ($"{opinion.Complaints}명이 아쉬워했습니다", $"{opinion.Complaints} criticise"),
            _ => ($"{opinion.Praise}명이 칭찬하고 {opinion.Complaints}명이 아쉬워했습니다", $"{opinion.Praise} praise and {opinion.Complaints} criticise"),
        };
        writer.Say(
            $"리뷰에서는 {Hangul.With(label.Ko, "을/를")} {ko}.", $"Of its reviewers, {en} the {Lower(label.En)}.",
            evidence.ReviewTally(evidence.Reviews.ProductId));
    }

    /// <summary>What the digits mean in daily life: IEC 60529.</summary>
    private static void WriteWaterResistance(AnswerWriter writer, ProductCard card, ProductFact fact, EvidenceRef source)
    {
        var (meaningKo, meaningEn) = fact.Number switch
        {
            null => ("", ""),
            <= 0 => ("물에 닿지 않게 사용해 주세요.", "Please keep it away from water."),
            < 4 => ("물방울이 튀는 정도만 견디니 비나 땀에는 주의해 주세요.", "It only stands a few drops, so take care with rain and sweat."),
            < 6 => ("땀이나 비는 괜찮지만 물에 담그거나 수영할 때 쓰는 용도는 아닙니다.", "Sweat and rain are fine, but it is not made for immersion or swimming."),
            < 7 => ("센 물줄기도 견디지만 물에 담그는 용도는 아닙니다.", "It stands strong jets of water, but is not made for immersion."),
            < 8 => ("수심 1m에서 30분까지의 침수를 견디는 등급입니다.", "That grade stands immersion in up to 1 m of water for 30 minutes."),
            _ => ("1m보다 깊은 물에도 견디는 등급이며, 정확한 깊이와 시간은 제조사 안내를 따라 주세요.", "That grade stands immersion deeper than 1 m; follow the maker's depth and time."),
        };
        var rated = fact.Number is null or > 0;
        writer.Say(
            rated ? $"네, {card.Name.Ko}의 방수 등급은 {fact.Value.Ko}입니다." : $"아니요, {Hangul.With(card.Name.Ko, "은/는")} 방수를 지원하지 않습니다.",
            rated ? $"Yes, the {card.Name.En} is rated {fact.Value.En}." : $"No, the {card.Name.En} is not water resistant.", source);
        if (meaningKo.Length > 0)
            writer.Say(meaningKo, meaningEn);
    }

    /// <summary>Lower case but for abbreviations: battery life, GPS, maximum DPI.</summary>
    private static string Lower(string label) =>
        label.Length > 1 && char.IsUpper(label[1]) ? label : char.ToLowerInvariant(label[0]) + label[1..];
}
