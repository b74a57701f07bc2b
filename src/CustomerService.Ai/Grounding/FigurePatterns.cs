using System.Text.RegularExpressions;

namespace CustomerService.Ai.Grounding;

/// <summary>
/// How figures are written in both languages. Every repetition is bounded, so that hostile text costs no more than other text of
/// its length. The patterns stand in the order in which they are tried at one place; a group of that name tells which matched.
/// </summary>
internal static partial class FigurePatterns
{
    private const RegexOptions Options =
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace;

    private const string Digits = @"(?>(\d{1,3}(,\d{3}){1,5}(?!\d)|\d{1,18})(\.\d{1,6})?)";

    /// <summary>Digits that may go on in Korean myriads: 12만 9천, 2천만.</summary>
    private const string Number = $@"(?>{Digits}(\s?[만억천백](?![족천연색])([만억]|\s?\d{{1,4}}(,\d{{3}})?[만천백]?){{0,4}})?)";

    private const string Months =
        "(?<mon>(jan(uary)?|feb(ruary)?|(?-i:Mar(ch)?)|apr(il)?|(?-i:May)|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)(?![a-z]))";

    private const string Weekday =
        @"(\s?\(\s?(?<w>[월화수목금토일])(요일)?\s?\)|\s(?<w>[월화수목금토일])요일|(,\s?|\s?\(|\s)(?<w>mon|tue|wed|thu|fri|sat|sun)(s|r|rs|nes|ur)?(day)?(?![a-z])\)?)?";

    private const string EnglishWeekday = @"((?<w>mon|tue|wed|thu|fri|sat|sun)(s|r|rs|nes|ur)?(day)?(?![a-z])\.?,?\s(the\s)?)?";

    /// <summary>A number in words; a single one counts only with a unit behind it.</summary>
    private const string EnglishWord =
        "(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(thir|four|fif|six|seven|eigh|nine)teen|(twen|thir|for|fif|six|seven|eigh|nine)ty([\\s-](one|two|three|four|five|six|seven|eight|nine))?|((a|one|two|three|four|five|six|seven|eight|nine)\\s)?(hundred|thousand|dozen))";

    private const string NativeWord = "(열(한|두|세|네|다섯|여섯|일곱|여덟|아홉)?|스무|두|세|네|다섯|여섯|일곱|여덟|아홉|서른|마흔|쉰)";

    private const string Sino = "[일이삼사오육칠팔구십백천만억]";

    private const string KoreanUnit =
        "시간|분(?!의|기|량|들|께|이\\s|류|위|명|석|야|리)|초(?!과|기|반|록)|일(?=간|\\s?동안|\\s?이내|\\s?내|\\s?후|\\s?뒤|\\s?만에|\\s?안)|주일|주(?!문|기|의|소|세|로|행)|개월|달(?!러|리)|년(?!도|형|식)|그램|킬로그램|킬로미터|킬로|밀리미터|밀리리터|밀리초|밀리|센티미터|센티|미터|리터|인치|피트|메가바이트|메가픽셀|메가|기가바이트|기가|테라바이트|테라|와트|볼트|암페어|헤르츠|데시벨|파스칼|니트|화소|제곱미터|평(?!균|점|가|소)|프레임|배(?!송|터|경|열|치)|단계|세대|채널|등급|모드|색상|색|컬러|회(?!사|원)|포트|㎡|℃";

    private const string LatinUnit =
        "hours?|hrs?|h|minutes?|mins?|seconds?|secs?|ms|s|days?|weeks?|months?|years?|yrs?|mg|kg|kilograms?|kilos?|grams?|g|ounces?|oz|pounds?|lbs?|mm|cm|km|met(er|re)s?|(?-i:m)|inch(es)?|in(?=\\.?($|[,;)\\n])|\\s(screen|display|monitor|panel))|feet|foot|ft|ml|lit(er|re)s?|l|mb/s|gb/s|mbps|gbps|mb|gigabytes?|gb|terabytes?|tb|kw|wh|watts?|w|mah|ah|(?-i:V)|volts?|(?-i:A)|amps?|khz|mhz|ghz|hertz|hz|decibels?|db|kpa|pascals?|pa|nits?|cd/m[²2]|megapixels?|mp|m²|m2|dpi|fps|rpm|lumens?|lm|°c|levels?|generations?|channels?|grades?|modes?|colou?rs?|ports?|microphones?|mics?|times(?=\\s(as|more|longer|the|faster|better))|x";

    private const string KoreanCounter =
        "(?<list>가지|포인트)|(?<review>건|명|분(?=[이의은께]))|(?<place>곳|군데)|(?<product>종류|종|제품|모델|상품|기종)|(?<piece>대(?!비|로|의|신|부|체|략|상)|세트|박스|벌|켤레)|(?<any>개(?!월|선|봉|인)|기기|권|장|매|팩|병|캔|줄)";

    private const string EnglishNoun =
        "(?<list>things|points|reasons|ways|strengths|weaknesses|advantages|drawbacks|pros|cons|aspects|options)|(?<review>([a-z]{3,12}\\s)?(reviews|reviewers|opinions|ratings)|people|buyers|customers|shoppers|users|owners|complaints|mentions)|(?<place>warehouses|locations|depots)|(?<product>products|models|alternatives|earphones|earbuds|headphones)|(?<piece>(more\\s)?(pieces|units|items|pcs|pairs|sets)|(are\\s|currently\\s){0,2}in\\sstock|left|(more\\s)?(are\\s)?available)|(?<any>devices|of\\s(them|the|its|these|those|all))";

    [GeneratedRegex($"""
        (?<skip> (?<![^\n]) [ \t]* (\#{"{1,6}"} [ ])? ([-•][ ]+)? (?<!\d) \d{"{1,2}"} [.)] (?=\s)
               | \[ \s? \d{"{1,4}"} ( \s? [,-] \s? \d{"{1,4}"} ){"{0,20}"} \s? \]
               | 5점 \s? 만점 (?! \s? (에서?|기준|으로)? \s? (평균|평점|별점)? \s? \d) | 별 \s? 5개 \s? 만점 | (?<![.\d]\s?) (of|to) \s (5|five) (\sstars?)? )
        | (?<date>
            (?<y>\d{"{4}"}) \s? [-./년] \s? (?<m>\d{"{1,2}"}) \s? [-./월] \s? (?<d>\d{"{1,2}"}) (?!\d) 일? {Weekday}
            | ((?<y>\d{"{4}"})년 \s?)? (?<m>\d{"{1,2}"}) 월 \s? (?<d>\d{"{1,2}"}) 일 {Weekday}
            | {EnglishWeekday} {Months} \.? \s (the\s)? (?<d>\d{"{1,2}"}) (st|nd|rd|th)? (?![\d:%]) (,?\s(?<y>\d{"{4}"})(?!\d))? {Weekday}
            | {EnglishWeekday} (the\s)? (?<d>\d{"{1,2}"}) (st|nd|rd|th)? \s (of\s)? {Months} \.? (,?\s(?<y>\d{"{4}"})(?!\d))?
            | (?<m>\d{"{1,2}"}) / (?<d>\d{"{1,2}"}) (?![\d/]) (?<! (?<!\d) [0-5] / 5) {Weekday}
            | ((?<y>\d{"{4}"})년 \s?)? (?<m>\d{"{1,2}"}) 월 (?!요) {Weekday}
            | {Months} ,? \s (?<y>\d{"{4}"}) (?!\d)
            | (?<y>20\d\d) 년
            | (?<d>\d{"{1,2}"}) 일 (?! 간|\s?동안|\s?이내|\s?내|\s?후|\s?뒤|\s?만에|\s?안) {Weekday}
            | the \s (?<d>\d{"{1,2}"}) (st|nd|rd|th) (?! \s (gen|edition|time|place))
            | (?<w>[월화수목금토일]) 요일 (?!마다)
            | (?<w>mon|tue|wed|thu|fri|sat|sun) (s|nes|rs|ur)? day (?![a-z]) )
        | (?<time>
            (?<ap>오전|오후|아침|저녁|밤|낮|새벽) \s? (?<h>\d{"{1,2}"}) (시(?!간) (\s?(?<mi>\d{"{1,2}"})분|\s?(?<half>반))? | :(?<mi>\d\d))
            | (?<h>\d{"{1,2}"}) 시 (?!간|리|점) (\s?(?<mi>\d{"{1,2}"})분|\s?(?<half>반))?
            | (?<h>\d{"{1,2}"}) : (?<mi>\d\d) (?!\d) (:\d\d)? (\s?(?<ap>[ap]\.?m)(?![a-z])\.?)?
            | (?<h>\d{"{1,2}"}) \s? (?<ap>[ap]\.?m) (?![a-z]) \.? )
        | (?<money>
            (us)? (?<cur>[₩$€£¥]|krw|usd|eur|jpy) \s? (?<n>{Number}) (\s?(?<mul>k|thousand|million)(?![a-z]))?
            | (?<n>{Number}) \s? (?<cur>원(?!인\s|격|가|형|칙)|원(?=인)|달러|유로|엔(?!진)) (?<band>대(?!로))?
            | (?<n>{Digits}) \s? (?<mul>k|thousand|million)? [\s-]? (?<cur>won|krw|usd|(us\s)?dollars?|euros?|eur|yen|jpy) (?![a-z])
            | (?<![가-힣]) (?<n>(?={Sino}{"{0,11}"}[십백천만억]){Sino}{"{1,12}"}(\s{Sino}{"{1,8}"})?) \s? (?<cur>원(?![하래격가칙])|달러) (?<band>대)? )
        | (?<rating>
            (5점 \s? 만점 (에서?|\s?기준|으로)? \s? (평균|평점|별점)? \s?)? (?<n>\d{"{1,3}"}(\.\d{"{1,3}"})?) \s? 점 (?!\s?만점|대|수|심|검)
            | 별 \s? (점\s?)? ((?<n>\d{"{1,2}"}(\.\d{"{1,3}"})?)|(?<word>{NativeWord}|한)) \s? 개
            | (?<n>\d{"{1,2}"}(\.\d{"{1,3}"})?) \s? / \s? (5|five) (?![\d/]) (\sstars?)?
            | (?<n>\d{"{1,2}"}(\.\d{"{1,3}"})?) [\s-]? (stars?(?![a-z]))? \s? (out\sof|of) \s (5|five) (?!\d) ([\s-]stars?)?
            | ((?<n>\d{"{1,2}"}(\.\d{"{1,3}"})?)|(?<word>one|two|three|four|five)) [\s-]? stars? (?![a-z])
            | (?<stars>[★⭐]{"{1,10}"}) )
        | (?<percent> (?<n>{Digits}) \s? (% | 퍼센트 | 프로(?=[가이의도로은는정할]?[\s.,]) | percent | per\scent) )
        | (?<duration> (?<h>{Digits}) \s? (시간|hours?|hrs?|h) \s? (and\s)? ((?<mi>\d{"{1,2}"}) \s? (분|minutes?|mins?|m)(?![a-z])|(?<half>반)(?![가-힣])) )
        | (?<measure>
            (?<n>{Number}) [\s-]? ((more|fewer|extra|additional|less)\s)? ((?<u>{KoreanUnit})|(?<u>{LatinUnit})(?![a-z\d]))
            | (?<n>\d{"{1,2}"}(\.\d)?) (?<u>["″])
            | (?<![a-z]) (?<word>{EnglishWord}|one(?=[\s-](year|month|hour|week|minute))) [\s-] (?<u>{LatinUnit})(?![a-z\d])
            | (?<![가-힣]) (?<word>{NativeWord}|한(?=\s?(시간|달))) \s? (?<u>시간|달(?!러|리)|주(?!문|기|의|소|세)|배(?!송|터)|단계|색|모드)
            | (?<![가-힣]) (?<n>(?={Sino}{"{0,8}"}[십백천만]){Sino}{"{2,9}"}) \s? (?<u>시간|분|개월|그램|인치|년) )
        | (?<count>
            (?<n>{Number}) \s? ({KoreanCounter})
            | (?<n>{Digits}) [\s-]? ({EnglishNoun}) (?![a-z])
            | (?<![가-힣]) (?<word>{NativeWord}) \s? ({KoreanCounter}|(?<place>물류센터|창고))
            | (?<![a-z]) (?<word>{EnglishWord}) (\s({EnglishNoun}))? (?![a-z]) )
        | (?<code>
            (?<![a-z\d]) ( [a-z]{"{1,12}"} (-[a-z]{"{1,12}"}){"{0,2}"} -? \d [a-z\d]{"{0,12}"} (-[a-z\d]{"{1,12}"}){"{0,3}"}
            | \d{"{1,4}"} (-[a-z]{"{1,12}"}){"{1,2}"} -\d{"{1,4}"} | \d{"{1,6}"} (?!st|nd|rd|th) [a-z]{"{1,4}"} (?![a-z\d]) ) )
        | (?<plain> {Number} )
        """, Options, Timeout.Infinite)]
    public static partial Regex Any();
}
