using System.Collections.Frozen;

namespace CustomerService.Ai.Grounding;

/// <summary>Units of measure in both languages, each with its base and the factor to it: 48시간, 48 h and 2 days are the same.</summary>
internal static class MeasureUnits
{
    private static readonly FrozenDictionary<string, (string Base, decimal Factor)> ByName = Table().ToFrozenDictionary(u => u.Name, u => (u.Base, u.Factor));

    /// <summary>The base unit and the factor to it; null for a word that is no unit.</summary>
    public static (string Base, decimal Factor)? Find(string name)
    {
        var folded = name.ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal);
        if (ByName.TryGetValue(folded, out var unit))
            return unit;
        return folded.EndsWith('s') && ByName.TryGetValue(folded[..^1], out unit) ? unit : null;
    }

    private static IEnumerable<(string Name, string Base, decimal Factor)> Table()
    {
        (string Base, decimal Factor, string Names)[] rows =
        [
            ("s", 0.001m, "ms 밀리초 millisecond"), ("s", 1, "초 s sec second"), ("s", 60, "분 min minute"), ("s", 3_600, "시간 h hr hour"),
            ("s", 86_400, "일 day"), ("s", 604_800, "주 주일 week"), ("month", 1, "개월 달 month"), ("month", 12, "년 year yr"),
            ("g", 0.001m, "mg"), ("g", 1, "g 그램 gram"), ("g", 1_000, "kg 킬로그램 킬로 kilo kilogram"), ("oz", 1, "oz ounce"), ("lb", 1, "lb pound"),
            ("mm", 1, "mm 밀리 밀리미터 millimeter millimetre"), ("mm", 10, "cm 센티 센티미터 centimeter centimetre"),
            ("mm", 1_000, "m 미터 meter metre"), ("mm", 1_000_000, "km 킬로미터 kilometer kilometre"), ("inch", 1, "인치 in inch inche \" ″"), ("ft", 1, "ft feet foot 피트"),
            ("l", 0.001m, "ml 밀리리터"), ("l", 1, "l 리터 liter litre"), ("gb", 0.001m, "mb 메가 메가바이트"), ("gb", 1, "gb 기가 기가바이트 gigabyte"),
            ("gb", 1_000, "tb 테라 테라바이트 terabyte"), ("w", 1, "w 와트 watt"), ("w", 1_000, "kw"), ("wh", 1, "wh"), ("mah", 1, "mah"), ("mah", 1_000, "ah"),
            ("v", 1, "v 볼트 volt"), ("a", 1, "a 암페어 amp"), ("hz", 1, "hz 헤르츠 hertz"), ("hz", 1_000, "khz"), ("hz", 1_000_000, "mhz"), ("hz", 1_000_000_000, "ghz"),
            ("db", 1, "db 데시벨 decibel"), ("pa", 1, "pa 파스칼 pascal"), ("pa", 1_000, "kpa"), ("nit", 1, "nit 니트 cd/m² cd/m2"), ("mp", 1, "mp megapixel 메가픽셀"), ("mp", 0.000001m, "화소"),
            ("mb/s", 1, "mb/s mbyte/s"), ("mb/s", 1_000, "gb/s"), ("mbps", 1, "mbps"), ("mbps", 1_000, "gbps"), ("m2", 1, "㎡ m² m2 제곱미터"), ("평", 1, "평 pyeong"),
            ("dpi", 1, "dpi"), ("fps", 1, "fps 프레임"), ("°c", 1, "°c ℃ °"), ("ohm", 1, "ω ohm 옴"), ("rpm", 1, "rpm"), ("lm", 1, "lm 루멘스 lumen"),
            ("times", 1, "배 x times"), ("step", 1, "단계 level"), ("generation", 1, "세대 generation"), ("channel", 1, "채널 channel"), ("grade", 1, "등급 grade"),
            ("mode", 1, "모드 mode"), ("color", 1, "색 컬러 색상 color colour"), ("port", 1, "포트 port"), ("use", 1, "회 번"), ("mic", 1, "마이크 microphone mic"),
        ];
        return rows.SelectMany(r => r.Names.Split(' ').Select(name => (name, r.Base, r.Factor)));
    }
}
