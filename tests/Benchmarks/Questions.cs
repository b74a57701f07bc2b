namespace CustomerService.Benchmarks;

internal sealed record AskedQuestion(string Question, string? ProductId = null, string? CustomerId = null);

internal static class Questions
{
    /// <summary>What shoppers ask, in both languages: with a product in view, with one named, with none; with and without a known customer.</summary>
    public static IReadOnlyList<AskedQuestion> Demo { get; } =
    [
        new("이 이어폰 장점과 단점이 뭐예요?", "E001", "C12345"),
        new("지금 재고 있나요?", "E001"),
        new("배터리 몇 시간 가요?", "E001"),
        new("What are the pros and cons of these earphones?", "E001", "C67890"),
        new("Is it in stock in Busan?", "E001"),
        new("배터리 수명이 긴 이어폰 추천해 주세요", null, "C12345"),
        new("Recommend headphones under 200,000 won"),
        new("방수 되는 스피커 있어요?"),
        new("이거 무게가 얼마나 되나요?", "E002"),
        new("How much does it weigh?", "E003"),
        new("오늘 주문하면 언제 출발해요?", "E004"),
        new("When does it ship if I order today?", "E005"),
        new("음질은 어때요?", "E006", "C67890"),
        new("Is the sound any good?", "E007"),
        new("가격이 얼마예요?", "E008"),
        new("What do buyers complain about?", "E009"),
        new("이 제품 후기 요약해 주세요", "E010"),
        new("Is it comfortable for long flights?", "E011"),
        new("더 저렴한 제품 있나요?", "E012"),
        new("Tell me about this product", "E015", "C12345"),
        new("E001이랑 E002 비교해 주세요"),
        new("Which is lighter, E003 or E004?"),
        new("환불은 어떻게 하나요?", "E013"),
        new("Can I talk to a person?"),
        new("품절이면 언제 들어와요?", "E020"),
        new("Does it support wireless charging?", "E025"),
        new("연결이 자주 끊기나요?", "E030"),
        new("Any good power bank for camping?", null, "C67890"),
    ];

    /// <summary>Asked about a product that is given.</summary>
    public static IReadOnlyList<string> OfAProduct { get; } =
    [
        "장점과 단점이 뭐예요?", "재고 있나요?", "배터리 몇 시간 가요?", "무게가 얼마나 되나요?", "방수 되나요?", "더 저렴한 제품 추천해 주세요",
        "가볍고 배터리 오래 가는 제품 있어요?", "후기 요약해 주세요", "What are the pros and cons?", "Is it in stock?", "How long does the battery last?",
        "Is there anything cheaper with noise cancelling?", "Recommend something lighter under 300,000 won", "What do buyers complain about?", "When does it ship?",
    ];
}
