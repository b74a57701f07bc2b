namespace CustomerService.Cli.Benchmark;

internal static class BenchmarkPrompts
{
    /// <summary>To explain, to find fault and to give an example: three kinds of work that a shop's assistant has.</summary>
    public static IReadOnlyList<string> BuiltIn { get; } =
    [
        "노이즈 캔슬링 이어폰의 장점을 설명해 주세요.",
        "다음 상품평을 읽고 불만을 모두 찾아 주세요:\n\"음질은 마음에 드는데 한 시간쯤 쓰면 귀가 아프고, 지하철에서 연결이 자꾸 끊겨요. 배송은 빨랐습니다.\"",
        "블루투스 이어폰 하나를 휴대전화와 노트북에 번갈아 연결하는 올바른 방법을 예를 들어 설명해 주세요.",
    ];
}
