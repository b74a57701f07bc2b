namespace CustomerService.Core.Tests.Questions;

/// <summary>Questions that were written before the rules, to tell how well these do on what they were not made for.</summary>
internal static class HeldOutQuestions
{
    public const string Table = """
        이 제품 좋은 점이랑 아쉬운 점 알려주세요 => ProsAndCons
        이거 단점만 솔직하게 말해줘요 => ProsAndCons
        물에 빠뜨려도 괜찮아요? => Fact; attributes=water_resistance
        충전 한번 하면 얼마나 써요? => Fact; attributes=battery_hours
        완충까지 몇분 걸리나여 => Fact; attributes=charge_minutes
        아직 재고 남았나요 => Stock
        부산 창고에 몇 개 있어요? => Stock
        이거 3개 주문 가능할까요? => Stock; quantity=3
        낼까지 받아볼 수 있을까요 => Delivery,Stock
        지금 결제하면 오늘 출고되나요? => Delivery,Stock
        17만원짜리 맞죠? 세일 안해요? => Price
        지금 얼마에 파나요 => Price
        착용감은 어떤 편이에요 => Opinion; aspects=comfort
        후기 좀 요약해주세요 => Opinion
        오래 끼면 귀 안 아픈가요? => Opinion; aspects=comfort
        E001하고 E004 차이가 뭔가요 => Comparison; codes=E001,E004
        단순변심 환불 되나요 => Policy
        현금영수증 발급해주세요 => Policy
        주문한 거 언제 도착하나요? 배송조회가 안 돼요 => OrderStatus
        사람이랑 통화하고 싶어요 => Person
        안녕하세요! => Courtesy
        답변 감사합니다 => Courtesy
        내일 비 와요? => OutsideBusiness
        파이썬 코드 짜줘 => OutsideBusiness
        15만원 넘지 않는 헤드폰 뭐가 좋아요? => Recommendation; price=..150000 KRW; category=headphones
        가성비 좋은 블루투스 스피커 골라주세요 => Recommendation; category=speakers
        20~30만원대 모니터 있나요 => Recommendation; price=200000..399999 KRW; category=monitors
        수영할 때 쓸 이어폰 찾고 있어요 => Recommendation; category=earphones; wishes=water_resistance:AtLeast:7
        부모님 선물로 어떨까요 => Opinion
        맥북에 연결되나요? => Fact; attributes=compatibility
        주사율 144 이상 모니터 추천 => Recommendation; category=monitors; wishes=refresh_hz:AtLeast:144
        1kg 이하 노트북 => Recommendation; category=laptops; wishes=weight_g:AtMost:1000
        구성품에 케이블 포함인가요? => Fact; attributes=included
        보증기간 얼마나 돼요 => Fact; attributes=warranty_months
        통화할 때 상대방이 잘 들린대요? => Opinion; aspects=microphone
        게임할 때 싱크 안 밀리나요 => Fact; attributes=latency_ms
        다른 색도 있어요? => Fact; attributes=colors
        ㅎㅇ 이거 노캔 됨? => Fact; attributes=noise_cancelling
        재입고 언제 되나요ㅠㅠ => Stock
        이거랑 비슷한데 더 싼 거 없어요? => Recommendation; wishes=price:Least
        What are the pros and cons of these headphones? => ProsAndCons; category=headphones
        Can I take it in the shower => Fact; attributes=water_resistance
        how long does the battery last on a full charge? => Fact; attributes=battery_hours
        Do you ship to Jeju by Friday? => Delivery,Stock
        Is this available in Busan? => Stock
        I need 20 units for my office, do you have enough? => Stock; quantity=20
        any discount on this? => Price
        recommend wireless earbuds below 80,000 won with good bass => Recommendation; category=earphones; price=..80000 KRW; aspects=sound
        which one is better, E009 or E010? => Comparison; codes=E009,E010
        How do I get a refund => Policy
        my parcel hasn't arrived yet => OrderStatus
        can i speak to someone please => Person
        hi there => Courtesy
        who won the world cup => OutsideBusiness
        is the mic good for zoom meetings? => Opinion; aspects=microphone
        lightest laptop with at least 16GB RAM => Recommendation; category=laptops; wishes=weight_g:Least,memory_gb:AtLeast:16
        a quiet keyboard for the office => Recommendation; category=keyboards; wishes=noise_db:Least
        does it support multipoint and LDAC? => Fact; attributes=multipoint,codecs
        Is it worth the money? => Opinion; aspects=price
        something for my kid's online classes under $150 => Recommendation; price=..15000 USD
        what do customers complain about? => ProsAndCons
        Tell me more about the E031 monitor => Overview; category=monitors; codes=E031
        """;
}
