using CustomerService.Core.Text;
using CustomerService.Core.Triage;

namespace CustomerService.Testing;

/// <summary>What customers, the assistant and agents say in a generated desk.</summary>
internal static class LargeDeskTexts
{
    private static readonly (Topic Topic, string[] Ko, string[] En)[] Questions =
    [
        (Topic.Product,
            ["배터리는 얼마나 오래가나요?", "노이즈 캔슬링이 되나요? 지하철에서 쓰려고 해요.", "아이폰이랑 같이 쓸 수 있어요?", "방수 되는 제품인가요? 운동할 때 쓰려고요.", "무게가 얼마나 되나요?", "전작이랑 뭐가 달라졌나요?"],
            ["How long does the battery last?", "Does it have noise cancelling? I want it for the train.", "Can I use it with an iPhone?", "Is it waterproof enough for running?", "How heavy is it?", "What has changed since the last model?"]),
        (Topic.Stock,
            ["지금 재고 있나요?", "검은색은 언제 다시 들어오나요?", "오늘 주문하면 내일 받을 수 있을까요?", "매장에서도 살 수 있나요?"],
            ["Is it in stock right now?", "When will the black one be back?", "Could I have it by tomorrow if I order today?", "Can I buy it in a shop, too?"]),
        (Topic.Delivery,
            ["배송이 언제쯤 도착할까요?", "배송 조회가 이틀째 그대로예요.", "배송지를 회사로 바꾸고 싶어요.", "부재중이었는데 다시 와 주실 수 있나요?", "도서산간 지역도 배송되나요?"],
            ["When will my delivery arrive?", "The tracking has not moved for two days.", "I would like to change the delivery address to my office.", "I was out when the courier came. Can they come again?", "Do you ship to the islands?"]),
        (Topic.Return,
            ["환불받고 싶은데 어떻게 하면 되나요?", "색상을 교환할 수 있을까요?", "반품 배송비는 얼마인가요?", "포장을 뜯었는데 환불이 되나요?"],
            ["I would like a refund. How does that work?", "Can I exchange it for another colour?", "How much is the return shipping?", "I have opened the box. Can I still send it back?"]),
        (Topic.Complaint,
            ["한쪽에서 소리가 안 나요. 정말 실망이에요.", "설명이랑 다른 제품이 왔어요.", "충전이 안 됩니다. 벌써 두 번째예요.", "답변이 너무 늦네요. 화가 납니다."],
            ["One side has gone silent. I am really disappointed.", "This is not what the description promised.", "It does not charge. That is the second one already.", "Nobody answers me and I am getting angry."]),
        (Topic.Other,
            ["사업자 세금계산서 발행되나요?", "회원 등급은 어떻게 올라가나요?", "선물 포장도 해 주시나요?"],
            ["Can I have an invoice for my company?", "How do I reach the next member level?", "Do you wrap gifts?"]),
    ];

    private static readonly (string[] Ko, string[] En) FollowUps =
    (
        ["네, 알겠습니다.", "그럼 오늘 안에 되나요?", "다른 색상은요?", "감사합니다!", "가격은 그대로인가요?", "조금 더 자세히 알려 주세요.", "주문은 지난주에 했어요.", "쿠폰도 쓸 수 있나요?"],
        ["I see.", "Will that be done today?", "And the other colours?", "Thank you!", "Is the price still the same?", "Could you tell me a bit more?", "I ordered it last week.", "Can I use a coupon for it?"]
    );

    private static readonly (string[] Ko, string[] En) Answers =
    (
        [
            "상품 정보에 따르면 한 번 충전으로 30시간 쓸 수 있고, 급속 충전을 지원합니다.", "서울 물류센터에 재고가 있어 오후 3시 전에 주문하시면 오늘 출고됩니다.",
            "리뷰에서는 착용감과 음질을 칭찬하는 의견이 많고, 케이스에 흠집이 잘 난다는 의견이 있습니다.", "받으신 날부터 7일 안에 신청하시면 환불해 드립니다. 왕복 배송비가 들 수 있습니다.",
            "비슷한 가격대에서는 더 가벼운 모델도 있습니다. 출퇴근용이라면 노이즈 캔슬링이 있는 쪽을 권합니다.", "확인해 보니 내일 도착할 예정입니다. 지연되면 문자로 알려 드리겠습니다.", "해당 내용은 상품 정보에 나와 있지 않습니다. 담당자가 확인해 드릴 수 있습니다.",
        ],
        [
            "According to the data sheet it lasts 30 hours on one charge and supports fast charging.", "The Seoul warehouse has it, so an order before 3 pm leaves today.",
            "Reviewers praise comfort and sound; some say that the case scratches easily.", "You can return it within 7 days of arrival. Shipping both ways may be charged.",
            "There are lighter models at a similar price. For commuting I would take one with noise cancelling.", "It is due tomorrow. If it is late, you will get a text message.", "The data sheet does not say so. A colleague can find out for you.",
        ]
    );

    private static readonly (string[] Ko, string[] En) Replies =
    (
        ["안녕하세요, 상담원입니다. 확인해 보겠습니다.", "불편을 드려 죄송합니다. 새 제품으로 바로 보내 드릴게요.", "물류센터에 문의했고, 오늘 중으로 답을 드리겠습니다.", "환불 처리했습니다. 영업일 기준 3일 정도 걸립니다."],
        ["Hello, this is a person now. Let me look into it.", "I am sorry for the trouble. A new one is on its way.", "I have asked the warehouse and will have an answer today.", "The refund is done and takes about three working days."]
    );

    // Each comes up in one conversation of a few thousand.
    private static readonly (string[] Ko, string[] En) Rare =
    (
        ["정전기가 심하게 튀어요.", "보청기랑 같이 낄 수 있나요?", "잠수함 승조원이라 자석이 있으면 안 돼요.", "드럼 연습할 때 헐거워져요.", "텐트 안에서 결로가 생겼어요.", "강아지가 물어뜯었어요.", "현미경 옆에 두고 써도 되나요?", "펌웨어 롤백이 필요해요."],
        ["It gives me static shocks.", "Can I wear it with hearing aids?", "Magnets are forbidden on a submarine.", "It loosens while I practise the trombone.", "There is condensation from camping in a yurt.", "My dog chewed it.", "Is it safe next to a microscope?", "I need a firmware rollback."]
    );

    /// <summary>Words to search for that a large part of all conversations holds, in both languages.</summary>
    public static IReadOnlyList<string> FrequentWords { get; } = ["배송", "환불", "물류센터", "노이즈 캔슬링", "delivery", "refund", "warehouse", "noise cancelling"];

    /// <summary>Words that few conversations hold.</summary>
    public static IReadOnlyList<string> RareWords { get; } = ["정전기", "보청기", "잠수함", "현미경", "submarine", "trombone", "microscope", "yurt"];

    public static readonly string[] Tags = ["vip", "재구매", "도매", "반품 예정", "b2b", "press", "체험단", "fragile", "대량 주문", "follow up"];

    private static readonly string[] Surnames = ["김", "이", "박", "최", "정", "강", "조", "윤", "장", "임", "한", "오"];
    private static readonly string[] GivenNames = ["민지", "서준", "지우", "하은", "도윤", "서연", "예준", "수빈", "현우", "지민", "유나", "태현", "은서", "준호", "가은"];

#pragma warning disable CA5394 // Seeded, so that the same desk comes out each time.
    public static (Topic Topic, string Text) Question(Random random, Language language)
    {
        var (topic, ko, en) = Questions[random.Next(Questions.Length)];
        return (topic, Pick(random, language, (ko, en)));
    }

    public static string FollowUp(Random random, Language language) => Pick(random, language, random.Next(1_000) == 0 ? Rare : FollowUps);

    public static string Answer(Random random, Language language) => Pick(random, language, Answers);

    public static string Reply(Random random, Language language) => Pick(random, language, Replies);

    public static string CustomerName(Random random) => Surnames[random.Next(Surnames.Length)] + GivenNames[random.Next(GivenNames.Length)];

    private static string Pick(Random random, Language language, (string[] Ko, string[] En) texts) =>
        language == Language.Korean ? texts.Ko[random.Next(texts.Ko.Length)] : texts.En[random.Next(texts.En.Length)];
#pragma warning restore CA5394
}
