using System.Text.RegularExpressions;
using CustomerService.Core.Catalog;

namespace CustomerService.Core.Questions;

/// <summary>Reads quantities of attributes as wishes: 30시간 이상, under 200 g, 27인치, 16GB RAM, IPX7.</summary>
internal static partial class Measures
{
    private const double SquareMetresPerPyeong = 3.3058;
    private const double AboutShare = 0.2;
    private const int MinutesPerHour = 60;

    /// <summary>A screen of 27.9 inches is sold as 27.</summary>
    internal const double InchFraction = 0.9;

    private sealed record Unit(string Key, double Factor);

    private static readonly Dictionary<string, Unit> Units = new()
    {
        ["시간"] = new("battery_hours", 1), ["h"] = new("battery_hours", 1), ["hr"] = new("battery_hours", 1), ["hour"] = new("battery_hours", 1),
        ["분"] = new("charge_minutes", 1), ["min"] = new("charge_minutes", 1), ["minute"] = new("charge_minutes", 1),
        ["g"] = new("weight_g", 1), ["그램"] = new("weight_g", 1), ["gram"] = new("weight_g", 1), ["kg"] = new("weight_g", 1_000), ["킬로"] = new("weight_g", 1_000),
        ["키로"] = new("weight_g", 1_000), ["킬로그램"] = new("weight_g", 1_000), ["oz"] = new("weight_g", 28.35), ["ounce"] = new("weight_g", 28.35),
        ["lb"] = new("weight_g", 453.6), ["pound"] = new("weight_g", 453.6),
        ["인치"] = new("screen_inch", 1), ["inch"] = new("screen_inch", 1), ["inche"] = new("screen_inch", 1), ["\""] = new("screen_inch", 1),
        ["hz"] = new("refresh_hz", 1), ["헤르츠"] = new("refresh_hz", 1), ["mah"] = new("battery_mah", 1),
        ["gb"] = new("storage_gb", 1), ["기가"] = new("storage_gb", 1), ["기가바이트"] = new("storage_gb", 1), ["tb"] = new("storage_gb", 1_000), ["테라"] = new("storage_gb", 1_000),
        ["테라바이트"] = new("storage_gb", 1_000), ["w"] = new("power_w", 1), ["와트"] = new("power_w", 1), ["watt"] = new("power_w", 1), ["ms"] = new("latency_ms", 1),
        ["만화소"] = new("camera_mp", 0.01), ["만 화소"] = new("camera_mp", 0.01), ["mp"] = new("camera_mp", 1), ["megapixel"] = new("camera_mp", 1),
        ["db"] = new("noise_db", 1), ["데시벨"] = new("noise_db", 1), ["l"] = new("capacity_l", 1), ["리터"] = new("capacity_l", 1), ["liter"] = new("capacity_l", 1),
        ["litre"] = new("capacity_l", 1), ["평"] = new("coverage_m2", SquareMetresPerPyeong), ["㎡"] = new("coverage_m2", 1), ["m2"] = new("coverage_m2", 1),
        ["m²"] = new("coverage_m2", 1), ["pa"] = new("suction_pa", 1), ["파스칼"] = new("suction_pa", 1), ["nit"] = new("brightness_nits", 1), ["니트"] = new("brightness_nits", 1),
        ["mb/s"] = new("read_mb_s", 1), ["dpi"] = new("dpi", 1), ["개월"] = new("warranty_months", 1), ["month"] = new("warranty_months", 1),
        ["년"] = new("warranty_months", 12), ["year"] = new("warranty_months", 12),
    };

    /// <summary>The wishes for quantities, marked as explained in the text.</summary>
    public static List<Wish> Find(QuestionText text, IReadOnlyList<TermHit<AttributeDefinition>> attributes)
    {
        var wishes = new List<Wish>();
        foreach (Match match in Quantity().Matches(text.Spaced))
        {
            if (KoreanNumerals.Parse(match.Groups["n"].ValueSpan) is not { } number || number <= 0)
                continue;
            if (!Units.TryGetValue(match.Groups["unit"].Value, out var unit) || KeyFor(unit.Key, text.Spaced, match) is not { } key)
                continue;
            Add(wishes, text, key, (double)number * FactorFor(key, unit), match.Index, match.Index + match.Length);
        }

        foreach (Match match in Ipx().Matches(text.Spaced))
            Add(wishes, text, "water_resistance", match.ValueSpan[^1] - '0', match.Index, match.Index + match.Length);

        // A number beside the attribute's name needs no unit: "주사율 144 이상".
        foreach (var hit in attributes)
        {
            if (hit.Value.Kind != AttributeKind.Number || wishes.Exists(w => w.Key == hit.Value.Key))
                continue;
            var match = BareNumber().Match(text.Spaced, hit.End);
            if (match.Success && KoreanNumerals.Parse(match.Groups["n"].ValueSpan) is { } number)
                Add(wishes, text, hit.Value.Key, (double)number, match.Groups["n"].Index, match.Index + match.Length, hit.Start);
        }

        return wishes;
    }

    /// <summary>The quantities that a text names, each with the attribute that its unit measures, in that attribute's unit, and as it is written.</summary>
    public static IEnumerable<(string Key, double Value, string Written)> In(QuestionText text)
    {
        foreach (Match match in Quantity().Matches(text.Spaced))
        {
            if (KoreanNumerals.Parse(match.Groups["n"].ValueSpan) is > 0 and { } number
                && Units.TryGetValue(match.Groups["unit"].Value, out var unit))
            {
                var key = KeyFor(unit.Key, text.Spaced, match) ?? unit.Key;
                yield return (key, (double)number * FactorFor(key, unit), match.Value);
            }
        }
    }

    private static double FactorFor(string key, Unit unit) => key == "charge_minutes" && unit.Key == "battery_hours" ? MinutesPerHour : unit.Factor;

    private static void Add(List<Wish> wishes, QuestionText text, string key, double value, int start, int end, int? spokenFrom = null)
    {
        var (bound, from, to) = Bounds.Around(text.Spaced, start, end);
        from = Math.Min(from, spokenFrom ?? from);
        text.ExplainSpaced(from, to - from);
        var spoken = text.Spaced[from..to].Trim();
        if (key == "screen_inch" && bound is Bound.None or Bound.Band)
        {
            wishes.Add(new(key, WishKind.AtLeast, value, spoken));
            wishes.Add(new(key, WishKind.AtMost, value + InchFraction, spoken));
            return;
        }

        if (bound == Bound.About)
        {
            wishes.Add(new(key, WishKind.AtLeast, value * (1 - AboutShare), spoken));
            wishes.Add(new(key, WishKind.AtMost, value * (1 + AboutShare), spoken));
            return;
        }

        var atMost = bound is Bound.Max or Bound.Below || (bound is Bound.None or Bound.Band && AttributeDefinitions.Find(key)?.Better == BetterWhen.Lower);
        wishes.Add(new(key, atMost ? WishKind.AtMost : WishKind.AtLeast, value, spoken));
    }

    /// <summary>Some units measure several things, which the words beside them tell apart; null when the quantity is of no attribute.</summary>
    private static string? KeyFor(string key, string spaced, Match match)
    {
        var from = Math.Max(0, match.Index - 8);
        var near = spaced[from..Math.Min(spaced.Length, match.Index + match.Length + 8)];
        return key switch
        {
            "battery_hours" when Charging().IsMatch(near) => "charge_minutes",
            "storage_gb" when Memory().IsMatch(near) => "memory_gb",
            "warranty_months" => Warranty().IsMatch(spaced) ? key : null,
            _ => key,
        };
    }

    [GeneratedRegex("""
        (?<![a-z\d.,])
        (?<n> \d[\d,]{0,11}(\.\d{1,3})? ( 천 | 만(?!\s?화소)(\s?\d천)? )? | [일이삼사오육칠팔구]?만(\s?[일이삼사오육칠팔구]천)? | [일이삼사오육칠팔구]천 )
        \s?-?
        ( (?<unit> 시간 | 분 | 그램 | 킬로그램 | 킬로 | 키로 | 인치 | 헤르츠 | 기가바이트 | 기가 | 테라바이트 | 테라 | 와트 | 만\s?화소 | 데시벨 | 리터 | 평 | 파스칼 | 니트 | 개월 | 년 | ㎡ | m² | " )
        | (?<unit> hour | hr | h | minute | min | gram | kg | g | ounce | oz | pound | lb | inche | inch | hz | mah | gb | tb | watt | w | ms | megapixel | mp
                 | db | liter | litre | l | m2 | pa | nit | mb/s | dpi | month | year ) s? (?![a-z\d/]) )
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Quantity();

    [GeneratedRegex(@"(?<![a-z\d]) ip [x\d] (?<digit>\d) (?!\d)", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Ipx();

    [GeneratedRegex(@"\G [이가은는]? \s? (of\s)? (?<n> \d{1,6}(\.\d{1,2})? ) (?![\d.]) (?=\s?(이상|이하|넘|초과|미만|or|정도|\+|[이가은는]?$|\s))", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex BareNumber();

    [GeneratedRegex("충전 | 완충 | charg", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Charging();

    [GeneratedRegex(@"램 | 메모리(?!카드) | \bram\b | \bmemory\b(?!\scard)", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Memory();

    [GeneratedRegex(@"보증 | (?<![a-z])a/?s(?![a-z]) | warranty | guarantee", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Warranty();
}
