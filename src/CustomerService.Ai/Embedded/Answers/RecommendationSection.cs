using CustomerService.Core.Lookups;
using CustomerService.Core.Questions;
using CustomerService.Core.Text;

namespace CustomerService.Ai.Embedded.Answers;

/// <summary>What to buy, or what to buy instead.</summary>
internal static class RecommendationSection
{
    public static void Write(AnswerWriter writer, EvidenceView evidence)
    {
        if (evidence.Recommendation is not { } data)
        {
            if (evidence.Missing(LookupKind.Recommendation))
            {
                writer.Say(
                    "추천할 상품을 지금 찾아보지 못했습니다. 잠시 후 다시 물어봐 주세요.",
                    "I could not look for recommendations just now. Please ask again in a moment.");
            }
            else
            {
                writer.Say(
                    "말씀하신 조건에 맞으면서 지금 재고가 있는 상품을 찾지 못했습니다. 조건을 조금 바꿔 물어봐 주시면 다시 찾아보겠습니다.",
                    "I found nothing in stock that fits. If you change the conditions a little, I will look again.");
            }

            return;
        }

        if (data.UnmetWishes.Count > 0)
        {
            var spoken = string.Join(", ", data.UnmetWishes.Select(w => $"‘{AnswerWriter.Plain(w)}’"));
            writer.Say(
                $"{spoken} 조건까지 모두 맞는 재고 상품은 없어, 그 조건을 빼고 찾았습니다.",
                $"Nothing in stock also fits {spoken}, so I left that out.");
        }

        if (!evidence.Reading.Has(Intent.Recommendation))
        {
            writer.Say(
                "어느 상품을 말씀하시는지 찾지 못해, 지금 재고가 있는 상품을 대신 알려 드립니다.",
                "I could not tell which product you mean, so here is what is in stock.");
        }

        var best = data.Products[0];
        writer.Say(
            $"{Hangul.With($"**{best.Product.Name.Ko}**", "을/를")} 추천드립니다.{Reasons(best, Language.Korean, " ", ".", forCustomer: false)}",
            $"I recommend the **{best.Product.Name.En}**{Reasons(best, Language.English, ": ", forCustomer: false)}.",
            evidence.Recommended(best));
        ForCustomer(writer, evidence, best);
        writer.Say(
            $"{PriceKo(best, " ")}지금 {best.Available:N0}개가 있습니다.", $"{PriceEn(best)}{best.Available:N0} in stock now.", evidence.Recommended(best));
        if (data.Products.Count > 1)
        {
            writer.Break();
            writer.Say("이런 상품도 있습니다.", "You could also look at:");
            foreach (var other in data.Products.Skip(1))
            {
                writer.Point(
                    $"**{other.Product.Name.Ko}**{Reasons(other, Language.Korean, ": ")} ({PriceKo(other, ", ")}재고 {other.Available:N0}개)",
                    $"**{other.Product.Name.En}**{Reasons(other, Language.English, ": ")} ({PriceShort(other)}{other.Available:N0} in stock)",
                    evidence.Recommended(other));
            }
        }
    }

    /// <summary>What helps beside another answer: a substitute, or why the product suits this customer.</summary>
    public static void WriteAside(AnswerWriter writer, EvidenceView evidence)
    {
        if (evidence.Recommendation is not { } data)
            return;
        var best = data.Products[0];
        if (data.IsAlternative)
        {
            writer.Say(
                $"대신 재고가 있는 {Hangul.With($"**{best.Product.Name.Ko}**", "을/를")} 권해 드립니다.{Reasons(best, Language.Korean, " ", ".")}",
                $"The **{best.Product.Name.En}** is in stock instead{Reasons(best, Language.English, ": ")}.",
                evidence.Recommended(best));
            return;
        }

        if (data.Products.FirstOrDefault(p => p.Product.Id == evidence.Subject?.Id) is { } personal)
            ForCustomer(writer, evidence, personal);
    }

    private static void ForCustomer(AnswerWriter writer, EvidenceView evidence, RecommendedProduct product)
    {
        var reasons = product.Reasons.Where(r => r.ForCustomer).ToList();
        if (reasons.Count == 0)
            return;
        writer.Say(
            $"{Audience(evidence, Language.Korean)} 이 점이 잘 맞습니다: {string.Join(", ", reasons.Select(r => r.Text.Ko))}.",
            $"{Audience(evidence, Language.English)}, these suit you: {string.Join(", ", reasons.Select(r => r.Text.En))}.",
            evidence.Recommended(product));
    }

    private static string Audience(EvidenceView evidence, Language language)
    {
        var context = evidence.Query.Context;
        var words = string.Join(", ", new[] { context.UseCase, context.Interests }.OfType<string>().Select(AnswerWriter.Plain).Where(w => w.Length > 0));
        return language == Language.Korean ? $"고객님의 관심사({words})에는" : $"Given what matters to you ({words})";
    }

    /// <summary>The reasons but for the price, which is told beside them; empty where there are none.</summary>
    /// <param name="forCustomer">Only those that answer to the profile, only the others, or all.</param>
    private static string Reasons(RecommendedProduct product, Language language, string before, string after = "", bool? forCustomer = null)
    {
        var told = product.Reasons.Where(r => r.Key != "price" && (forCustomer is null || r.ForCustomer == forCustomer)).ToList();
        return told.Count == 0 ? "" : before + string.Join(", ", told.Select(r => r.Text.In(language))) + after;
    }

    private static string PriceKo(RecommendedProduct product, string after) =>
        product.Product.Price is { } price ? (after == " " ? $"가격은 {price.Format(Language.Korean)}이고 " : price.Format(Language.Korean) + after) : "";

    private static string PriceEn(RecommendedProduct product) => product.Product.Price is { } price ? $"It costs {price.Format(Language.English)}, with " : "There are ";

    private static string PriceShort(RecommendedProduct product) => product.Product.Price is { } price ? price.Format(Language.English) + ", " : "";
}
