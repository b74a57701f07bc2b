using System.Text.RegularExpressions;

namespace CustomerService.Core.Questions;

/// <summary>Phrases that wish for much or little of something. A group's name says what: attribute key and kind, perhaps of two wishes.</summary>
internal static partial class WishPhrases
{
    private sealed record Meaning(string Group, IReadOnlyList<(string Key, WishKind Kind)> Wishes);

    private static readonly IReadOnlyList<Meaning> KoreanMeanings = Meanings(Korean());
    private static readonly IReadOnlyList<Meaning> EnglishMeanings = Meanings(English());

    /// <summary>The wishes, marked as explained in the text.</summary>
    public static List<Wish> Find(QuestionText text)
    {
        var wishes = new List<Wish>();
        foreach (Match match in text.HasHangul ? Korean().Matches(text.Packed) : Enumerable.Empty<Match>())
        {
            var (start, end) = (text.ToSpaced(match.Index), text.ToSpaced(match.Index + match.Length - 1) + 1);
            text.ExplainPacked(match.Index, match.Length);
            Add(wishes, KoreanMeanings, match, text, start, end);
        }

        foreach (Match match in text.HasLatin ? English().Matches(text.Spaced) : Enumerable.Empty<Match>())
        {
            text.ExplainSpaced(match.Index, match.Length);
            Add(wishes, EnglishMeanings, match, text, match.Index, match.Index + match.Length);
        }

        return wishes;
    }

    private static void Add(List<Wish> wishes, IReadOnlyList<Meaning> meanings, Match match, QuestionText text, int start, int end)
    {
        foreach (var meaning in meanings)
        {
            if (!match.Groups[meaning.Group].Success)
                continue;
            foreach (var (key, kind) in meaning.Wishes)
            {
                var named = key == "capacity" ? CapacityOf(text.Packed) : key;
                if (named is not null && !wishes.Exists(w => w.Key == named))
                    wishes.Add(new(named, kind, null, text.Spaced[start..end]));
            }
        }
    }

    private static string? CapacityOf(string packed) =>
        Energy().IsMatch(packed) ? "battery_mah" : Water().IsMatch(packed) ? "capacity_l" : Bytes().IsMatch(packed) ? "storage_gb" : null;

    private static List<Meaning> Meanings(Regex pattern)
    {
        var meanings = new List<Meaning>();
        foreach (var group in pattern.GetGroupNames().Where(name => name.Contains("__", StringComparison.Ordinal)))
        {
            var parts = group.Split("__");
            meanings.Add(new(group, [.. Enumerable.Range(0, parts.Length / 2).Select(i => (parts[2 * i], Enum.Parse<WishKind>(parts[2 * i + 1])))]));
        }

        return meanings;
    }

    // Read on the text without spaces.
    [GeneratedRegex("""
          (?<battery_hours__Most> 배터리(수명|시간|타임|용량)?[이가도은]?(제일|가장|더|훨씬|좀더|좀|아주)?(긴|길|오래|좋[은고]|넉넉|빵빵|많은|짱|큰|센|쎈) | 오래(가[는고]|쓰는|쓸수|듣는|들을수|버티는)
                                | (재생|사용)시간[이가도]?(제일|가장|더)?(긴|길|오래) | 배터리(위주|중시|우선|중요) | 자주충전안 | 충전자주안 )
        | (?<weight_g__Least> (제일|가장|더|초)?가벼[운우워] | (초)?경량 | 안무거 | 무겁지않 | 무게[가도]?(적|덜|작) | 휴대(하기|성[이도]?)(좋|편|쉬) | 들고다니기 | [콤컴]팩트 | (초)?소형 )
        | (?<noise_db__Least> 조용[한하] | 저소음 | 무소음 | 안시끄 | 시끄럽지않 | 소음[이도]?(거의)?(적|없|작|덜) )
        | (?<price__Least__rating__Most> 가성비 | 갓성비 )
        | (?<price__Least> (제일|가장|최대한|더|조금더|좀더|좀|젤)?((?<!비)싼|싸고|싸면|저렴) | 값싼 | 최저가 | 저가형? | 가격[이도]?(제일|가장|더)?(낮|착한|싼|저렴) | 가격부담없 )
        | (?<price__Most> (제일|가장)비싼 | 최고급 | 플래그십 )
        | (?<rating__Most> [평별]점[이도]?(제일|가장|더)?(높|좋) | 인기[있많]?[는은]? | 베스트 | (후기|리뷰|평|평가|반응)[가이도]?(제일|가장)?좋[은고] | 잘나가 | 잘팔리 | 많이들?(사[는가]|찾는|팔린|팔리|구매) | (제일|가장|젤)(좋은|괜찮은|잘) | 평좋은 | 1위 )
        | (?<latency_ms__Least> (지연|딜레이|레이턴시)(시간)?[이가도]?(거의|제일|가장)?(적|없|짧|낮) | 저지연 | 싱크[가도]?잘맞 )
        | (?<screen_inch__Most> 대화면 | 화면[이도]?(제일|가장|더)?[큰넓크] | 큰화면 )
        | (?<screen_inch__Least> 화면[이]?(제일|가장|더)?작은 | 작은화면 )
        | (?<resolution__Most> 고해상도 | 해상도[가도]?(제일|가장|더)?[높좋] | 화질[이도]?(제일|가장|더)?(좋은|좋고|선명) | 선명한 )
        | (?<refresh_hz__Most> 주사율[이도]?(제일|가장|더)?[높좋] | 고주사율 )
        | (?<brightness_nits__Most> 밝은 | 밝기[가도]?[높좋] )
        | (?<suction_pa__Most> 흡입력[이도]?(제일|가장|더)?(좋|센|강|쎈|높|세|쎄) | 잘빨아들 )
        | (?<power_w__Most> 출력[이도]?(제일|가장|더)?(높|큰|좋|센|강) | 고출력 | 소리[가]?(제일|가장|더)?큰 )
        | (?<memory_gb__Most> (램|메모리)[이가도]?(제일|가장|더)?(많|큰|높|넉넉) )
        | (?<storage_gb__Most> 저장(공간|용량)[이도]?(제일|가장|더)?(많|큰|넉넉|넓) )
        | (?<camera_mp__Most> 카메라[가도]?(제일|가장|더)?좋[은고] | 화소[가]?높 )
        | (?<charge_minutes__Least> 충전(속도|시간)?[이가도]?(제일|가장|더)?(빠른|빠르|빨리|짧) | 빨리충전 )
        | (?<read_mb_s__Most> (전송|읽기|쓰기|복사)속도?[가도]?(제일|가장|더)?빠[른르] )
        | (?<coverage_m2__Most> 넓은(집|방|거실|공간)[에용]? | 면적[이]?넓 )
        | (?<range_m__Most> 도달거리[가]?[긴먼길] | 멀리서도 )
        | (?<warranty_months__Most> (무상)?보증(기간)?[이가]?(제일|가장|더)?[긴길] )
        | (?<capacity__Most> 대용량 | 용량[이도]?(제일|가장|더)?(큰|많|넉넉|커) )
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Korean();

    [GeneratedRegex("""
          \b (?<battery_hours__Most> (long(er|est)?|good|great|better|best|big(ger|gest)?|excellent|decent|most|amazing|strong)[\s-](lasting\s)?(battery|playtime|run\s?time)(\slife)?
                                   | battery(\slife)?\s(that\s|which\s)?(lasts?|is|goes)\s(really\s|very\s)?(long(er|est)?|all\sday|forever|good|great|a\slong) | long[\s-]?lasting | lasts?\s(all\sday|a\slong|long(er|est)?|the\slongest) | all[\s-]day\sbattery ) \b
        | \b (?<weight_g__Least> (super\s|ultra\s?|very\s|really\s)?light(er|est)?([\s-]?weight)? | not\s(too\s)?heavy | portable(?!\s(ssd|charger|drive|hard)) | compact ) \b
        | \b (?<noise_db__Least> quiet(er|est)? | silent(?!\swireless) | low[\s-]noise | not\s(too\s)?(loud|noisy) | noiseless ) \b
        | \b (?<price__Least__rating__Most> (best|good|great)\svalue(\sfor\s(the\s|my\s)?money)? | bang\sfor\s(the|my|your)\sbuck | value\sfor\s(the\s)?money ) \b
        | \b (?<price__Least> (the\s)?(cheap(er|est)?|inexpensive|affordable) | low(est|er)?[\s-](price|cost|priced) | (least|less)\sexpensive | not\s(too\s)?expensive | budget(?=[\s-][a-z]{4,})(?![\s-](under|around|about|below|maximum|between|within|limit|that|less)) ) \b
        | \b (?<price__Most> most\sexpensive | flagship | top[\s-]of[\s-]the[\s-]line | high[\s-]?end ) \b
        | \b (?<latency_ms__Least> (low(est)?|minimal|zero|no|little)[\s-](latency|lag|delay) | without\s(any\s)?(lag|delay|latency) | lag[\s-]free ) \b
        | \b (?<screen_inch__Most> (big|large)(ger|r|gest|st)?\s(screen|display) ) \b
        | \b (?<screen_inch__Least> small(er|est)?\s(screen|display) ) \b
        | \b (?<resolution__Most> (high|highest|best|good|great|sharp|better)\s(resolution|picture(\squality)?|image(\squality)?) | high[\s-]res ) \b
        | \b (?<refresh_hz__Most> (high|higher|highest|fast|best)\srefresh(\srate)? ) \b
        | \b (?<brightness_nits__Most> (bright(er|est)?)(\s(screen|display|panel))? ) \b
        | \b (?<suction_pa__Most> (strong|powerful|best|good|high)(er|est)?\ssuction ) \b
        | \b (?<power_w__Most> (most\s)?powerful(\s(sound|speaker))? | loudest | louder | high[\s-](power|wattage|output) ) \b
        | \b (?<memory_gb__Most> (lots\sof|most|more|plenty\sof|much|enough)\s(ram|memory)(?!\scard) ) \b
        | \b (?<storage_gb__Most> (lots\sof|most|more|plenty\sof|much|enough|large|big)\s(storage|space) ) \b
        | \b (?<camera_mp__Most> (good|great|best|better)\scamera ) \b
        | \b (?<charge_minutes__Least> charg(es?|ing)\s(up\s)?(the\s)?(fast(er|est)?|quick(ly|er)?) | fast(est|er)\s(charging|charge) ) \b
        | \b (?<read_mb_s__Most> (fast(er|est)?|high)[\s-](transfer|read|speed|ssd)(\sspeeds?)? ) \b
        | \b (?<coverage_m2__Most> (large|big)\s(room|house|apartment|space) ) \b
        | \b (?<range_m__Most> long(er|est)?[\s-]range ) \b
        | \b (?<warranty_months__Most> long(er|est)?\s(warranty|guarantee) ) \b
        | \b (?<capacity__Most> (high|large|big)(er|est|ger|gest|r|st)?[\s-]capacity ) \b
        | \b (?<rating__Most> (best|top|highest|highly)[\s-](rated|reviewed|selling|seller) | best[\s-]?sellers? | (most\s)?popular | (good|great|best)\sreviews | well[\s-]reviewed | best(?!\s(thing|way|before|regards|wishes)) ) \b
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex English();

    [GeneratedRegex("보조배터리|파워뱅크|배터리|powerbank|battery|mah", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Energy();

    [GeneratedRegex("가습기|물통|humidifier|tank|리터", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Water();

    [GeneratedRegex("ssd|외장|저장|메모리|카드|storage|drive|card|노트북|태블릿|laptop|tablet", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Bytes();
}
