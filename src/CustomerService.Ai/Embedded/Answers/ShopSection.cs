using CustomerService.Core.Lookups;
using CustomerService.Core.Questions;
using CustomerService.Core.Text;

namespace CustomerService.Ai.Embedded.Answers;

/// <summary>What the catalogue does not hold: rules, orders, people, and all that is not the shop's business.</summary>
internal static class ShopSection
{
    private const int MaxWordsRepeated = 4;
    private static readonly string[] Thanks = ["고마", "고맙", "감사", "ㄱㅅ", "thank", "thx", "cheers"];

    public static void Write(AnswerWriter writer, EvidenceView evidence, Intent intent)
    {
        if (writer.IsForAgent)
        {
            PersonSection.Write(writer, evidence, intent);
            return;
        }

        switch (intent)
        {
            case Intent.Policy:
                writer.Say(
                    "반품·교환·환불, 결제와 같은 이용 규정은 제가 가진 자료에 없어 정확히 안내해 드릴 수 없습니다. 상담원에게 문의하시면 확인해 드립니다.",
                    "The shop's rules on returns, refunds, payment and the like are not in my records, so I cannot tell you for certain. A person at the shop can.");
                break;
            case Intent.OrderStatus:
                writer.Say(
                    "주문과 배송 내역은 제가 볼 수 없습니다. 쇼핑몰의 주문 내역에서 확인하시거나, 주문 번호와 함께 상담원에게 문의해 주세요.",
                    "I cannot see orders and parcels. Please look at your order history in the shop, or ask a person there with your order number.");
                break;
            case Intent.Person:
                writer.Say(
                    "사람과 직접 상담하고 싶으시군요. 저는 자동 도우미라 이 답변에서 바로 연결해 드릴 수는 없습니다. 쇼핑몰 고객센터의 상담원에게 문의해 주세요.",
                    "You would like to talk to a person. I am an automatic assistant and cannot connect you from this answer; please contact the shop's support team.");
                break;
            case Intent.Courtesy when IsThanks(evidence):
                writer.Say(
                    "도움이 되었다니 기쁩니다. 더 궁금한 점이 있으면 언제든 물어봐 주세요.",
                    "Glad to help. Ask again whenever you like.");
                break;
            case Intent.Courtesy:
                writer.Say(
                    "안녕하세요! 상품의 사양, 구매 후기, 재고, 추천에 대해 무엇이든 물어봐 주세요.",
                    "Hello! Ask me anything about a product: its facts, what buyers say, its stock, or what to buy.");
                break;
            default:
                writer.Say(
                    "저는 이 쇼핑몰의 상품에 관한 질문만 도와드릴 수 있어 이 질문에는 답해 드릴 수 없습니다. 다른 도움이 필요하시면 상담원에게 문의해 주세요.",
                    "I can only help with this shop's products, so I cannot answer that. If you need anything else, a person at the shop can help.");
                break;
        }
    }

    public static bool IsThanks(EvidenceView evidence) => Thanks.Any(w => evidence.Query.Query.Question.Contains(w, StringComparison.OrdinalIgnoreCase));

    /// <summary>No product is in view and none was recognised.</summary>
    public static void WriteNoProduct(AnswerWriter writer, EvidenceView evidence)
    {
        if (evidence.Reading.ProductCodes.Count > 0)
        {
            var codes = AnswerWriter.Plain(string.Join(", ", evidence.Reading.ProductCodes));
            writer.Say($"상품 번호 {codes}에 해당하는 상품을 찾지 못했습니다.", $"I found no product with the number {codes}.");
        }

        else if (evidence.Reading.RestWords.Count > 0)
        {
            var words = AnswerWriter.Plain(string.Join(' ', evidence.Reading.RestWords.Take(MaxWordsRepeated)));
            writer.Say($"‘{words}’에 해당하는 상품을 상품 목록에서 찾지 못했습니다.", $"I found no product in the catalogue for ‘{words}’.");
        }

        if (writer.IsForAgent)
        {
            PersonSection.AskForProduct(writer);
            return;
        }

        writer.Say(
            "어느 상품에 대한 질문인지 알 수 없습니다. 상품을 선택하시거나 상품 이름을 함께 적어 주세요.",
            "I cannot tell which product this is about. Please pick a product or include its name.");
    }

    /// <summary>Words of the question that neither the rules nor the product's information know: better told than passed over.</summary>
    public static void WriteUnknownWords(AnswerWriter writer, EvidenceView evidence)
    {
        if (evidence.Info is not { } info)
            return;
        var known = string.Join(' ', info.Facts.SelectMany(f => new[] { f.Label.Ko, f.Label.En, f.Value.Ko, f.Value.En })
            .Concat([info.Product.Name.Ko, info.Product.Name.En, info.Product.Brand, info.Product.Category.Ko, info.Product.Category.En, info.Description.Ko, info.Description.En]));
        var unknown = evidence.Reading.RestWords
            .Where(w => w.Length > 1 && !known.Contains(w.TrimEnd('s'), StringComparison.OrdinalIgnoreCase)).Take(MaxWordsRepeated).ToList();
        if (unknown.Count == 0)
            return;
        var words = AnswerWriter.Plain(string.Join(", ", unknown));
        writer.Say(
            $"‘{words}’에 관한 내용은 상품 정보에서 찾지 못했습니다.", $"The product information says nothing about ‘{words}’.", evidence.Product(info.Product));
    }

    /// <summary>Lookups that did not end and that the answer has not spoken of.</summary>
    public static void WriteMissing(AnswerWriter writer, EvidenceView evidence, IReadOnlyCollection<LookupKind> spokenOf)
    {
        var missing = Enum.GetValues<LookupKind>().Where(k => evidence.Missing(k) && !spokenOf.Contains(k)).ToList();
        // Agents see the lookups themselves.
        if (missing.Count == 0 || writer.IsForAgent)
            return;
        writer.Break();
        writer.Say(
            $"참고로 {string.Join(", ", missing.Select(k => Name(k).Ko))}에서는 이번에 결과를 얻지 못해 답변에 담지 못했습니다.",
            $"Please note that the {string.Join(" and ", missing.Select(k => Name(k).En))} gave no result this time and is not part of this answer.");
    }

    private static LocalizedText Name(LookupKind kind) => kind switch
    {
        LookupKind.ProductInfo => new("상품 정보 조회", "product information"),
        LookupKind.ReviewAnalysis => new("리뷰 분석", "review analysis"),
        LookupKind.StockCheck => new("재고 확인", "stock check"),
        _ => new("추천", "recommendation"),
    };
}
