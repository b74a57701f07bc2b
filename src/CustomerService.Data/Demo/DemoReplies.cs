using CustomerService.Core.Conversations;
using CustomerService.Core.Text;
using CustomerService.Data.Conversations;

namespace CustomerService.Data.Demo;

/// <summary>Canned replies to begin with.</summary>
internal static class DemoReplies
{
    private static readonly (string Shortcut, LocalizedText Text)[] Replies =
    [
        ("hello", new("안녕하세요, {customer}님! 상담사 {agent}입니다. 무엇을 도와드릴까요?", "Hello {customer}! This is {agent}. How can I help you?")),
        ("check", new("확인해 보고 바로 말씀드리겠습니다. 잠시만 기다려 주세요.", "Let me check that for you. One moment, please.")),
        ("stock", new("{product}은/는 지금 주문하실 수 있습니다. 더 궁금하신 점이 있으신가요?", "You can order {product} right now. Is there anything else you would like to know?")),
        ("delivery", new(
            "{customer}님, 배송이 늦어져 죄송합니다. 배송 상황을 확인해서 안내해 드리겠습니다. 주문 번호를 알려 주시겠어요?",
            "I am sorry that your delivery is late. I will find out where it is. Could you give me your order number?")),
        ("return", new(
            "{product}을/를 반품하고 싶으시군요. 상품 상태와 반품하시려는 이유를 알려 주시면 절차를 안내해 드리겠습니다.",
            "You would like to return {product}. Please tell me what condition it is in and why, and I will explain the next steps.")),
        ("bye", new("{customer}님, 문의해 주셔서 감사합니다. 좋은 하루 보내세요!", "Thank you for getting in touch. Have a nice day!")),
    ];

    public static IEnumerable<CannedReplyRecord> At(DateTimeOffset now) =>
        Replies.Select(r => CannedReplies.Record(new(CannedReply.NewId(), r.Shortcut, r.Text, "demo", now)));
}
