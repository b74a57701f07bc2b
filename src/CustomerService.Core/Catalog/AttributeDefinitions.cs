using CustomerService.Core.Text;

namespace CustomerService.Core.Catalog;

public enum AttributeKind
{
    /// <summary>A quantity in the definition's unit.</summary>
    Number,
    /// <summary>Yes (1) or no (0).</summary>
    Flag,
    /// <summary>Words; a number beside it only serves sorting.</summary>
    Text,
}

public enum BetterWhen
{
    Neither,
    Higher,
    Lower,
}

/// <summary>What an attribute of the data sheet means and how shoppers speak of it.</summary>
/// <param name="Key">Stable name in the database, snake case.</param>
/// <param name="Unit">Null where values have none.</param>
/// <param name="Terms">Words in a question that ask about it, lower case, both languages; Korean without particles.</param>
public sealed record AttributeDefinition(
    string Key, LocalizedText Label, LocalizedText? Unit, AttributeKind Kind, BetterWhen Better, IReadOnlyList<string> Terms);

/// <summary>
/// The attributes that the system knows by name. A shop may store others under keys of its own: they are shown under their key
/// and are found by it.
/// </summary>
public static class AttributeDefinitions
{
    public static IReadOnlyList<AttributeDefinition> All { get; } =
    [
        Number("battery_hours", "배터리", "Battery life", "시간", "h", BetterWhen.Higher,
            "배터리", "밧데리", "재생시간", "사용시간", "battery", "battery life", "playtime", "play time", "runtime", "몇시간", "how long does it last"),
        Number("battery_mah", "배터리 용량", "Battery capacity", "mAh", "mAh", BetterWhen.Higher,
            "배터리용량", "용량", "mah", "battery capacity", "capacity"),
        Number("charge_minutes", "충전 시간", "Charging time", "분", "min", BetterWhen.Lower,
            "충전시간", "완충", "충전하는데", "charging time", "charge time", "to charge"),
        Flag("fast_charging", "고속 충전", "Fast charging", BetterWhen.Higher, "고속충전", "급속충전", "fast charging", "quick charge", "fast charge"),
        Flag("wireless_charging", "무선 충전", "Wireless charging", BetterWhen.Higher, "무선충전", "wireless charging", "qi"),
        Text("charging_port", "충전 단자", "Charging port", "충전단자", "충전포트", "c타입", "usb-c", "type-c", "charging port"),
        Number("weight_g", "무게", "Weight", "g", "g", BetterWhen.Lower, "무게", "무거", "가벼", "몇그램", "weight", "weigh", "heavy", "light"),
        Text("water_resistance", "방수 등급", "Water resistance", BetterWhen.Higher,
            "방수", "생활방수", "방수등급", "물", "땀", "비", "waterproof", "water resistance", "water resistant", "ipx", "sweat", "rain", "swim", "swimming", "underwater", "수영", "샤워", "shower"),
        Flag("noise_cancelling", "노이즈 캔슬링", "Noise cancelling", BetterWhen.Higher,
            "노이즈캔슬링", "노캔", "anc", "소음차단", "noise cancelling", "noise canceling", "noise-cancelling", "noise cancellation"),
        Flag("transparency_mode", "주변음 듣기", "Transparency mode", BetterWhen.Higher, "주변음", "외부소리", "transparency", "ambient"),
        Number("bluetooth_version", "블루투스", "Bluetooth", null, null, BetterWhen.Higher, "블루투스", "블투", "bluetooth"),
        Flag("multipoint", "멀티포인트 연결", "Multipoint", BetterWhen.Higher, "멀티포인트", "동시연결", "두기기", "두대", "multipoint", "two devices", "both devices"),
        Text("codecs", "코덱", "Codecs", "코덱", "ldac", "aptx", "aac", "codec"),
        Number("driver_mm", "드라이버", "Driver", "mm", "mm", BetterWhen.Neither, "드라이버", "driver"),
        Flag("microphone", "마이크", "Microphone", BetterWhen.Higher, "마이크", "통화", "microphone", "mic", "calls"),
        Number("latency_ms", "지연 시간", "Latency", "ms", "ms", BetterWhen.Lower, "지연", "딜레이", "레이턴시", "latency", "delay", "lag"),
        Text("connection", "연결 방식", "Connection", "연결방식", "유선", "무선", "wired", "wireless", "connect"),
        Text("compatibility", "호환", "Compatibility", "호환", "아이폰", "안드로이드", "맥북", "갤럭시", "윈도우", "compatible", "iphone", "android", "macbook", "galaxy", "windows", "mac"),
        Number("screen_inch", "화면 크기", "Screen size", "인치", "in", BetterWhen.Neither, "화면크기", "인치", "화면", "screen size", "inch", "inches", "screen"),
        Text("resolution", "해상도", "Resolution", BetterWhen.Higher, "해상도", "4k", "qhd", "fhd", "resolution"),
        Number("refresh_hz", "주사율", "Refresh rate", "Hz", "Hz", BetterWhen.Higher, "주사율", "헤르츠", "hz", "refresh rate"),
        Number("brightness_nits", "밝기", "Brightness", "니트", "nits", BetterWhen.Higher, "밝기", "니트", "brightness", "bright", "nits"),
        Text("panel", "패널", "Panel", "패널", "oled", "ips", "panel"),
        Text("processor", "프로세서", "Processor", "프로세서", "cpu", "칩", "processor", "chip"),
        Number("memory_gb", "메모리", "Memory", "GB", "GB", BetterWhen.Higher, "메모리", "램", "ram", "memory"),
        Number("storage_gb", "저장 공간", "Storage", "GB", "GB", BetterWhen.Higher, "저장공간", "저장용량", "ssd", "storage"),
        Number("camera_mp", "카메라", "Camera", "MP", "MP", BetterWhen.Higher, "카메라", "화소", "camera", "megapixel"),
        Text("video", "동영상", "Video", "동영상", "영상촬영", "video"),
        Number("power_w", "출력", "Power", "W", "W", BetterWhen.Higher, "출력", "와트", "power", "watt", "watts", "wattage"),
        Text("ports", "단자", "Ports", "단자", "포트", "hdmi", "ports", "port"),
        Number("read_mb_s", "읽기 속도", "Read speed", "MB/s", "MB/s", BetterWhen.Higher, "읽기속도", "전송속도", "read speed", "transfer speed"),
        Number("dpi", "최대 DPI", "Maximum DPI", null, null, BetterWhen.Higher, "dpi", "감도"),
        Text("switches", "스위치", "Switches", "스위치", "축", "적축", "갈축", "청축", "switch", "switches"),
        Text("layout", "배열", "Layout", "배열", "텐키리스", "키배열", "layout", "tenkeyless"),
        Text("size", "크기", "Size", "크기", "사이즈", "치수", "dimensions", "how big", "size", "sizes"),
        Text("colors", "색상", "Colours", "색상", "색깔", "컬러", "색", "무슨색", "colour", "color", "colours", "colors",
            "블랙", "화이트", "검정", "검정색", "검은색", "흰색", "하얀색", "네이비", "핑크", "블루", "그레이", "회색", "black", "white", "navy", "pink", "blue", "grey", "gray", "silver"),
        Text("material", "소재", "Material", "소재", "재질", "material", "made of"),
        Number("capacity_l", "용량", "Capacity", "L", "L", BetterWhen.Higher, "리터", "물통", "용량", "litre", "liter", "litres", "liters", "capacity"),
        Number("noise_db", "소음", "Noise level", "dB", "dB", BetterWhen.Lower, "소음", "시끄러", "조용", "noise level", "loud", "quiet"),
        Number("suction_pa", "흡입력", "Suction", "Pa", "Pa", BetterWhen.Higher, "흡입력", "suction"),
        Number("coverage_m2", "사용 면적", "Coverage", "㎡", "m²", BetterWhen.Higher, "면적", "평수", "몇평", "coverage", "room size"),
        Number("range_m", "도달 거리", "Range", "m", "m", BetterWhen.Higher, "도달거리", "거리", "range"),
        Flag("gps", "GPS", "GPS", BetterWhen.Higher, "gps", "위치추적"),
        Flag("heart_rate", "심박 측정", "Heart rate", BetterWhen.Higher, "심박", "heart rate"),
        Text("included", "구성품", "Box contents", "구성품", "포함", "들어있", "동봉", "in the box", "included", "come with", "comes with"),
        Number("warranty_months", "무상 보증", "Warranty", "개월", "months", BetterWhen.Higher, "보증", "보증기간", "as기간", "무상보증", "a/s", "warranty", "guarantee"),
    ];

    private static readonly Dictionary<string, AttributeDefinition> ByKey = All.ToDictionary(a => a.Key);

    /// <summary>The definition; null for a key of the shop's own.</summary>
    public static AttributeDefinition? Find(string key) => ByKey.GetValueOrDefault(key);

    private static AttributeDefinition Number(
        string key, string ko, string en, string? unitKo, string? unitEn, BetterWhen better, params string[] terms) =>
        new(key, new(ko, en), unitKo is null || unitEn is null ? null : new(unitKo, unitEn), AttributeKind.Number, better, terms);

    private static AttributeDefinition Flag(string key, string ko, string en, BetterWhen better, params string[] terms) =>
        new(key, new(ko, en), null, AttributeKind.Flag, better, terms);

    private static AttributeDefinition Text(string key, string ko, string en, params string[] terms) =>
        new(key, new(ko, en), null, AttributeKind.Text, BetterWhen.Neither, terms);

    private static AttributeDefinition Text(string key, string ko, string en, BetterWhen better, params string[] terms) =>
        new(key, new(ko, en), null, AttributeKind.Text, better, terms);
}
