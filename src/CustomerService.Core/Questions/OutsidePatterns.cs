using System.Text.RegularExpressions;

namespace CustomerService.Core.Questions;

/// <summary>What no shop answers. Only what is plainly something else is told as such: an unknown product or attribute is still the shop's business.</summary>
internal static partial class OutsidePatterns
{
    /// <summary>Orders to the assistant, and topics that hold words of the shop by chance ("내일 비 와요?"). They count whatever else the sentence says.</summary>
    public static bool IsCertain(QuestionText text) => (text.HasHangul && CertainKorean().IsMatch(text.Packed)) || (text.HasLatin && CertainEnglish().IsMatch(text.Spaced));

    /// <summary>Topics that a sentence about a product may touch ("날씨 추울 때 배터리"): they count where it names nothing of the shop.</summary>
    public static bool IsLikely(QuestionText text) => (text.HasHangul && LikelyKorean().IsMatch(text.Packed)) || (text.HasLatin && LikelyEnglish().IsMatch(text.Spaced));

    [GeneratedRegex("""
        (이전|앞(의|선)?|위의?|기존|지금까지의?|모든)(의)?(모든)?(지시|명령|지침|규칙|프롬프트|설정)(사항|문)?(들)?[을를은는]?(다|모두|전부)?(무시|잊|따르지|삭제) | 시스템프롬프트 | 프롬프트(를|을)?(보여|출력|알려|공개) | 개발자모드 | 탈옥 | 너(는|의)?(이제|지금)(부터)? | (인척|척)(해|하)(줘|라|세요)
        | (오늘|내일|모레|주말(에)?|이번주|지금)(도|은|에)?(비|눈)(가|는|도)?(와|오|올|온|내) | 오늘날씨 | 내일날씨 | 날씨(가|는)?(어때|어떤|알려|좋|춥|덥|예보)
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex CertainKorean();

    [GeneratedRegex("""
        \b ( (ignore|disregard|forget|override|bypass)\b.{0,24}\b(instructions?|prompts?|rules?|guidelines?|above|previous|prior|directions) | system\sprompt | (your|the\s(hidden|initial))\s(instructions|prompt) | developer\smode | jailbreak | (pretend|act)\s(to\sbe|as\s(if|a|an|my)|like|you) | you\sare\snow | do\sanything\snow | role-?play
           | (weather|forecast)\b | (will|does|is)\sit\s(going\sto\s)?(rain|raining|snow|snowing)\b.{0,16}\b(today|tomorrow|tonight|weekend|outside|now)
           | write\s(me\s)?(a|an|some|my)\s(poem|song|essay|story|code|script|email|program|joke|letter|haiku|function|novel|limerick) ) \b
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex CertainEnglish();

    [GeneratedRegex("""
        날씨 | 기온 | 미세먼지(?!제거|잘) | 대통령 | 국회 | 선거 | 정치 | 정당 | 총리 | 시장선거 | 전쟁 | 뉴스 | 주가 | 주식 | 코인 | 비트코인 | 환율 | 부동산 | 로또 | 복권 | 운세 | 사주(?!려|고|면|기|는|ㄹ|시) | 타로 | 종교
        | 두통 | 감기 | 진통제 | 두통약 | 감기약 | 약(추천|먹|좀) | 병원 | 의사 | 증상 | 처방 | 치료 | 다이어트(방법|식단) | 임신 | 우울 | 변호사 | 법률 | 소송 | 이혼
        | (시|소설|에세이|편지|노래가사|자소서|자기소개서|독후감|레포트|리포트|보고서)(를|을|한편|하나|좀)*(써|지어|작성) | 숙제 | 방정식 | 미적분 | 수학문제 | 번역(해|좀|부탁) | 영작 | 코드(를|좀)?(짜|작성|만들) | 코딩(해|좀|알려) | 파이썬 | 자바스크립트 | 알고리즘
        | 맛집 | 식당 | 레시피 | 요리법 | 저녁메뉴 | 점심메뉴 | 뭐먹 | 메뉴추천 | 맥주 | 소주 | 치킨(추|집|시) | 피자 | 여행지 | 호텔추천 | 항공권 | 노래추천 | 영화추천 | 드라마추천 | 책추천 | 농담 | 심심 | 사랑해 | 여자친구 | 남자친구 | 연애 | 결혼(할|해|상) | 몇살 | 월드컵 | 축구경기 | 야구경기 | 경기결과 | 수도(는|가)?(어디|뭐) | 인구 | 역사(를|에|상) | 누가(만들|이겼|우승) | 이누구 | 가누구 | 누구(야|예요|에요|인가|니|냐)
        | 지금몇시 | 오늘며칠 | 오늘무슨요일 | \d+[+*/x×]\d+ | 더하기 | 곱하기
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex LikelyKorean();

    [GeneratedRegex("""
        \b ( weather | president | prime\sminister | elections? | politic(s|al|ians?) | government | war | news | stock\s(market|price)s? | bitcoin | crypto(currency)? | exchange\srates? | lottery | horoscope | religion | god
           | headache | medicine | medication | painkillers? | doctor | symptoms? | diagnos(e|is) | disease | diet | pregnan(t|cy) | therapy | lawyer | lawsuit | divorce | legal\sadvice
           | poem | haiku | essay | homework | equation | calculus | translate | translation | python | javascript | java | c\+\+ | sql | algorithm | source\scode | joke | riddle | recipes? | restaurants? | pizza | beer | dinner | flights? | hotels? | world\scup | olympics | football\s(match|game) | who\s(won|is\s(the|your)|was|are\syou|invented|made\syou|wrote) | capital\s(city\s)?of | population\sof | meaning\sof\slife | love\syou | marry | girlfriend | boyfriend | dating | what\stime\sis\sit | what\s(day|date)\sis\s(it|today) | movie\s(to\swatch|recommendations?) | book\srecommendations? | song\srecommendations? | horoscopes? | square\sroot | \d+\s?(plus|times|\*|\+)\s?\d+ ) \b
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex LikelyEnglish();
}
