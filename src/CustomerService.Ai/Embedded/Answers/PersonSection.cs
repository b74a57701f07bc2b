using CustomerService.Core.Questions;

namespace CustomerService.Ai.Embedded.Answers;

/// <summary>What the catalogue does not hold, in the words of a person who can look into it.</summary>
internal static class PersonSection
{
    public static void Write(AnswerWriter writer, EvidenceView evidence, Intent intent)
    {
        switch (intent)
        {
            case Intent.Policy:
                writer.Say(
                    "문의하신 반품·교환·환불, 결제 관련 내용은 제가 확인한 뒤 안내해 드리겠습니다. 주문 번호를 알려 주시면 더 빨리 확인할 수 있습니다.",
                    "I will look into your question about returns, refunds or payment and get back to you here. Your order number would help me to be quicker.");
                break;
            case Intent.OrderStatus:
                writer.Say(
                    "주문 번호를 알려 주시면 주문과 배송 상황을 확인해 드리겠습니다.",
                    "Could you give me your order number? I will then check where your order is.");
                break;
            case Intent.Person:
                writer.Say(
                    "안녕하세요, 이제 제가 직접 도와드리겠습니다. 어떤 점이 궁금하신지 알려 주세요.",
                    "Hello, I am here to help you in person now. Please tell me what I can do for you.");
                break;
            case Intent.Courtesy when ShopSection.IsThanks(evidence):
                writer.Say(
                    "도움이 되었다니 기쁩니다. 더 궁금한 점이 있으면 언제든 말씀해 주세요.",
                    "I am glad that helped. If anything else comes up, just write to me.");
                break;
            case Intent.Courtesy:
                writer.Say(
                    "안녕하세요! 무엇을 도와드릴까요?",
                    "Hello! How can I help you?");
                break;
            default:
                writer.Say(
                    "죄송하지만 저희 쇼핑몰의 상품과 주문에 관한 문의만 도와드릴 수 있습니다.",
                    "I am afraid I can only help with this shop's products and orders.");
                break;
        }
    }

    public static void AskForProduct(AnswerWriter writer) => writer.Say(
        "어느 상품에 대한 문의인지 알려 주시겠어요? 상품 이름이나 번호를 적어 주시면 바로 확인해 드리겠습니다.",
        "Which product is it about? With its name or number I can check right away.");
}
