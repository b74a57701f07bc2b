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
        New("sound", "음질", "Sound", "음질", "소리", "사운드", "저음", "고음", "베이스", "음색", "sound", "audio", "bass", "treble"),
        New("noise_cancelling", "노이즈 캔슬링", "Noise cancelling", "노이즈캔슬링", "노캔", "차음", "anc", "noise cancelling", "noise canceling", "noise cancellation"),
        New("microphone", "통화·마이크", "Calls and microphone", "통화품질", "통화", "마이크", "call quality", "calls", "microphone", "mic"),
        New("battery", "배터리", "Battery", "배터리", "사용시간", "재생시간", "battery", "battery life", "playtime"),
        New("charging", "충전", "Charging", "충전", "급속충전", "고속충전", "무선충전", "charging", "charge", "charger"),
        New("comfort", "착용감", "Comfort", "착용감", "착용", "편안", "편한", "귀아프", "그립감", "comfort", "comfortable", "fit", "grip"),
        New("connection", "연결", "Connection", "연결", "끊김", "페어링", "블루투스", "와이파이", "connection", "pairing", "connectivity", "bluetooth", "wifi"),
        New("screen", "화면", "Screen", "화면", "디스플레이", "액정", "밝기", "screen", "display", "lcd", "brightness"),
        New("picture", "화질·사진", "Picture quality", "화질", "사진", "색감", "picture quality", "picture", "pictures", "image quality", "photo", "photos"),
        New("camera", "카메라", "Camera", "카메라", "camera", "webcam", "selfie"),
        New("lens", "렌즈·초점", "Lens and focus", "렌즈", "초점", "lens", "focus", "autofocus", "macro"),
        New("viewfinder", "뷰파인더", "Viewfinder", "뷰파인더", "viewfinder"),
        New("zoom", "줌", "Zoom", "줌", "zoom"),
        New("flash", "플래시", "Flash", "플래시", "flash"),
        New("video", "동영상", "Video", "동영상", "영상", "녹화", "video", "movie", "recording"),
        New("menu", "메뉴·화면 구성", "Menus and interface", "메뉴", "인터페이스", "menu", "menus", "interface"),
        New("performance", "성능", "Performance", "성능", "속도", "발열", "performance", "speed", "fast", "slow", "heat"),
        New("controls", "조작감", "Controls", "조작", "버튼", "터치", "키감", "타건", "클릭감", "리모컨", "controls", "buttons", "touch", "keys", "remote"),
        New("software", "앱·소프트웨어", "App and software", "앱", "어플", "소프트웨어", "펌웨어", "app", "software", "firmware"),
        New("ease_of_use", "사용 편의", "Ease of use", "사용법", "쉬운", "편리", "설명서", "easy to use", "ease of use", "setup", "set up", "instructions", "manual"),
        New("assembly", "설치·조립", "Assembly", "조립", "설치", "assembly", "assemble", "installation"),
        New("features", "기능", "Features", "기능", "옵션", "features", "functions", "settings"),
        New("storage", "저장 공간", "Storage", "저장공간", "저장용량", "메모리", "storage", "memory", "capacity"),
        New("noise", "소음", "Noise", "소음", "조용", "시끄", "noise", "quiet", "loud"),
        New("power", "출력·흡입력", "Power", "흡입력", "출력", "바람", "풍량", "power", "suction"),
        New("cleaning", "청소·관리", "Cleaning", "세척", "관리", "청소", "필터", "cleaning", "maintenance", "filter"),
        New("water", "방수", "Water resistance", "방수", "방진", "waterproof", "water resistance", "water resistant"),
        New("light", "조명", "Lighting", "조명", "불빛", "백라이트", "lighting", "backlight", "led"),
        New("cable", "케이블", "Cable", "케이블", "전선", "cable", "cord"),
        New("design", "디자인", "Design", "디자인", "색상", "색깔", "예쁜", "design", "look", "looks", "colour", "color"),
        New("size", "크기·무게", "Size and weight", "크기", "무게", "사이즈", "휴대", "부피", "size", "weight", "portable", "heavy"),
        New("build", "마감·내구성", "Build quality", "내구성", "마감", "튼튼", "고장", "재질", "품질", "build", "durable", "durability", "quality"),
        New("material", "소재", "Material", "소재", "원단", "촉감", "바느질", "material", "fabric", "texture"),
        New("taste", "맛", "Taste", "맛", "식감", "taste", "flavor", "flavour"),
        New("scent", "향·냄새", "Scent and smell", "향", "향기", "냄새", "scent", "smell", "fragrance"),
        New("effect", "효과", "Effect", "효과", "피부", "자극", "발색", "effect", "skin", "results"),
        New("quantity", "양·구성", "Quantity and contents", "구성품", "구성", "수량", "사은품", "quantity", "accessories", "contents"),
        New("safety", "안전", "Safety", "안전", "safety", "safe"),
        New("price", "가격", "Price", "가성비", "가격", "value", "worth", "price"),
        New("delivery", "배송", "Delivery", "배송", "택배", "delivery", "shipping"),
        New("packaging", "포장", "Packaging", "포장", "packaging", "package", "box"),
        New("service", "고객 서비스", "Service", "고객센터", "as", "서비스", "응대", "customer service", "support", "warranty"),
    ];

    private static readonly Dictionary<string, AspectDefinition> ByKey = All.ToDictionary(a => a.Key);

    public static AspectDefinition? Find(string key) => ByKey.GetValueOrDefault(key);

    private static AspectDefinition New(string key, string ko, string en, params string[] terms) => new(key, new(ko, en), terms);
}
