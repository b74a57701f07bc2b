namespace CustomerService.Ai.Tests.Grounding;

/// <summary>Sentences about the evidence of <see cref="Shop"/> that were written after the rules and before the first run on them.</summary>
internal static class UnseenSentences
{
    public static IReadOnlyList<string> TrueKorean { get; } =
    [
        "안녕하세요, 고객님! 문의하신 소닉웨이브 프로 48에 대해 안내해 드릴게요.",
        "두 제품의 가격 차이는 60,000원으로, 스포츠 쪽이 더 저렴합니다.",
        "프로 48은 현재 3만원 할인된 18만 9,000원에 구매하실 수 있어요.",
        "배터리 지속 시간은 프로 48이 48시간으로 스포츠(36시간)보다 깁니다.",
        "착용감은 호불호가 갈려서 칭찬 12건, 불만 19건이 있었습니다[6].",
        "재고는 넉넉한 편이라 서울에서만 127개를 보유하고 있습니다.",
        "부산 쪽은 45개가 남았고, 다음 주 목요일인 11월 26일에 200개가 추가로 들어옵니다.",
        "오늘 15시 이전에 결제하시면 서울에서 당일 출고됩니다.",
        "전체 128개 리뷰 중 97개가 별점 5점입니다.",
        "무게는 스포츠가 8.9g, 프로 48이 5.2g이라 프로 48이 3.7g 더 가볍습니다.",
        "충전은 스포츠가 75분으로 15분 더 빠릅니다.",
        "보증 기간은 프로 48이 24개월, 스포츠가 12개월입니다.",
        "리뷰에서는 배터리에 대한 칭찬이 38건으로 많았습니다.",
        "IPX4 등급이므로 샤워나 수영에는 적합하지 않습니다.",
        "한 리뷰어는 'I charge the case maybe once a week'라고 남겼습니다.",
        "예산이 20만원 이하라면 두 제품 모두 선택할 수 있습니다.",
        "출퇴근용으로 쓰신다면 노이즈 캔슬링이 있는 프로 48을 추천드려요.",
        "가성비를 원하시면 59,000원대의 오로라 버즈 라이트도 있습니다.",
        "평점은 프로 48이 4.5점, 스포츠가 4.3점으로 프로 48이 조금 높습니다.",
        "도착일은 지역에 따라 다르므로 정확히 안내해 드리기 어렵습니다.",
    ];

    public static IReadOnlyList<string> FalseKorean { get; } =
    [
        "두 제품의 가격 차이는 70,000원입니다.",
        "프로 48은 현재 5만원 할인된 16만 9,000원입니다.",
        "배터리 지속 시간은 프로 48이 36시간으로 스포츠(48시간)보다 짧습니다.",
        "착용감은 칭찬이 19건, 불만이 12건이었습니다.",
        "서울에서만 200개를 보유하고 있습니다.",
        "부산 쪽은 127개가 남았습니다.",
        "11월 25일 수요일에 200개가 추가로 들어옵니다.",
        "오늘 18시 이전에 결제하시면 서울에서 당일 출고됩니다.",
        "전체 128개 리뷰 중 110개가 별점 5점입니다.",
        "프로 48이 5g 더 가볍습니다.",
        "10분 충전으로 5시간 재생할 수 있습니다.",
        "보증 기간은 프로 48이 12개월, 스포츠가 24개월입니다.",
        "누적 판매량 10만 개를 돌파한 인기 제품입니다.",
        "IP68 등급이므로 수영할 때도 쓸 수 있습니다.",
        "한 리뷰어는 '노이즈 캔슬링이 비행기에서 완벽했어요'라고 남겼습니다.",
        "3개월 무이자 할부가 가능합니다.",
        "스포츠는 지금 품절 상태입니다.",
        "오로라 버즈 라이트는 79,000원입니다.",
        "평점은 프로 48이 4.3점, 스포츠가 4.5점입니다.",
        "주문 후 이틀 뒤인 11월 20일에 도착합니다.",
    ];

    public static IReadOnlyList<string> TrueEnglish { get; } =
    [
        "Hi there! Here is what I found about the SonicWave Pro 48.",
        "The price difference is ₩60,000 in favour of the Sport.",
        "At ₩189,000 the Pro 48 is ₩30,000 off its list price of ₩219,000.",
        "On battery life, the Pro 48 wins with 48 hours against 36 hours for the Sport.",
        "Comfort divides buyers: 12 praise it and 19 complain.",
        "Stock is plentiful, with 127 units in Seoul alone.",
        "Busan has 45 left, and 200 more should arrive on Thursday, November 26.",
        "Pay before 15:00 and your order leaves Seoul today.",
        "Of 128 reviews, 97 give it five stars.",
        "At 5.2 g the Pro 48 is 3.7 g lighter than the Sport at 8.9 g.",
        "The Sport charges in 75 minutes, 15 minutes faster.",
        "The warranty is 24 months for the Pro 48 and 12 months for the Sport.",
        "Battery life gets 38 positive mentions [3].",
        "IPX4 means it is not made for swimming.",
        "As one buyer put it, “My ears hurt after about 2 hours”.",
        "Both are under your ₩200,000 limit.",
        "For commuting I would pick the Pro 48 because of its noise cancelling.",
        "If you want to spend less, the Aurora Buds Lite at ₩59,000 is worth a look.",
        "The Pro 48 is rated 4.5 and the Sport 4.3.",
        "I cannot promise an arrival day, since that depends on the carrier.",
    ];

    public static IReadOnlyList<string> FalseEnglish { get; } =
    [
        "The price difference is ₩70,000.",
        "At ₩169,000 the Pro 48 is ₩50,000 off its list price.",
        "On battery life, the Sport wins with 48 hours against 36 hours for the Pro 48.",
        "Comfort divides buyers: 19 praise it and 12 complain.",
        "There are 200 units in Seoul alone.",
        "Busan has 127 left.",
        "200 more should arrive on Wednesday, November 25.",
        "Pay before 18:00 and your order leaves Seoul today.",
        "Of 128 reviews, 110 give it five stars.",
        "The Pro 48 is 5 g lighter.",
        "Ten minutes of charging give you five hours of music.",
        "The warranty is 12 months for the Pro 48 and 24 months for the Sport.",
        "Over 100,000 pairs have been sold.",
        "With IP68 you can even swim with it.",
        "As one buyer put it, “The noise cancelling was perfect on my flight”.",
        "You can pay in 3 monthly instalments.",
        "The Sport is sold out at the moment.",
        "The Aurora Buds Lite costs ₩79,000.",
        "The Pro 48 is rated 4.3 and the Sport 4.5.",
        "It will reach you on November 20, two days after ordering.",
    ];
}
