using CustomerService.Core.Text;

namespace CustomerService.Core.Reviews;

/// <summary>Something reviewers praise or complain about, as it is named to a shopper.</summary>
/// <param name="Key">Stable name, such as <c>sound</c>.</param>
/// <param name="Terms">Words in a question that ask for opinions about it, lower case, both languages; Korean without particles.</param>
public sealed record AspectDefinition(string Key, LocalizedText Label, IReadOnlyList<string> Terms);

/// <summary>The aspects that reviews of goods speak of. Which of them a text is about is the analyzer's knowledge.</summary>
public static class AspectDefinitions
{
    public static IReadOnlyList<AspectDefinition> All { get; } =
    [
        New("sound", "음질", "Sound", "음질", "소리", "사운드", "저음", "베이스", "sound", "audio", "bass"),
        New("noise_cancelling", "노이즈 캔슬링", "Noise cancelling", "노이즈캔슬링", "노캔", "anc", "noise cancelling", "noise canceling"),
        New("microphone", "통화·마이크", "Calls and microphone", "통화품질", "통화", "마이크", "call quality", "microphone", "mic"),
        New("battery", "배터리", "Battery", "배터리", "충전", "battery", "charge"),
        New("comfort", "착용감", "Comfort", "착용감", "착용", "편안", "편한", "귀아프", "comfort", "comfortable", "fit"),
        New("connection", "연결", "Connection", "연결", "끊김", "페어링", "블루투스", "connection", "pairing", "connectivity"),
        New("screen", "화면", "Screen", "화면", "화질", "디스플레이", "screen", "display", "picture"),
        New("camera", "카메라", "Camera", "카메라", "사진", "camera", "photo"),
        New("performance", "성능", "Performance", "성능", "속도", "발열", "performance", "speed", "fast", "slow"),
        New("controls", "조작감", "Controls", "조작", "버튼", "터치", "키감", "타건", "클릭감", "controls", "buttons", "touch", "keys"),
        New("software", "앱·소프트웨어", "App and software", "앱", "소프트웨어", "펌웨어", "app", "software", "firmware"),
        New("ease_of_use", "사용 편의", "Ease of use", "사용법", "쉬운", "편리", "easy to use", "setup", "set up"),
        New("noise", "소음", "Noise", "소음", "조용", "시끄", "noise", "quiet", "loud"),
        New("power", "출력·흡입력", "Power", "흡입력", "출력", "바람", "power", "suction"),
        New("cleaning", "청소·관리", "Cleaning", "세척", "관리", "청소", "cleaning", "maintenance"),
        New("design", "디자인", "Design", "디자인", "색상", "예쁜", "design", "look", "looks", "colour", "color"),
        New("size", "크기·무게", "Size and weight", "크기", "무게", "사이즈", "휴대", "size", "weight", "portable"),
        New("build", "마감·내구성", "Build quality", "내구성", "마감", "튼튼", "고장", "재질", "build", "durable", "durability", "quality"),
        New("price", "가격", "Price", "가성비", "가격", "value", "worth", "price"),
        New("delivery", "배송", "Delivery", "배송", "delivery", "shipping"),
        New("packaging", "포장", "Packaging", "포장", "packaging", "package", "box"),
        New("service", "고객 서비스", "Service", "고객센터", "as", "서비스", "customer service", "support"),
    ];

    private static readonly Dictionary<string, AspectDefinition> ByKey = All.ToDictionary(a => a.Key);

    public static AspectDefinition? Find(string key) => ByKey.GetValueOrDefault(key);

    private static AspectDefinition New(string key, string ko, string en, params string[] terms) => new(key, new(ko, en), terms);
}
