using System.Text.RegularExpressions;
using CustomerService.Core.Questions;

namespace CustomerService.Core.Triage;

/// <summary>Abuse and fury. Neither mild disappointment nor strong words of praise ("미쳤다 너무 좋아요", "damn good"), nor questions about bad reviews.</summary>
internal static partial class AngerPatterns
{
    private const int FewestShoutedWords = 4;
    private const int FewestShoutingMarks = 2;

    public static bool IsIn(MessageText text) =>
        text.SaysInKorean(AbuseKorean())
        || (text.HasHangul && MessageText.Found(CurseAtWordStart(), text.Spaced))
        || text.SaysInKorean(FuryKorean())
        || text.SaysInEnglish(AbuseEnglish())
        || text.SaysInEnglish(FuryEnglish())
        || text.SpellsOut(SpelledOut())
        || Shouts(text);

    /// <summary>"WHERE IS MY REFUND!!!"</summary>
    private static bool Shouts(MessageText text) =>
        text.HasLatin
        && !text.Cased.Any(char.IsAsciiLetterLower)
        && text.Cased.Count(c => c == '!') >= FewestShoutingMarks
        && Words().Count(text.Cased) >= FewestShoutedWords
        && !text.SaysInEnglish(Praise());

    // Read without spaces, 다시 발송 and 날씨 발표 hold curses, 두 개 판매 and 10개 소리 more of them.
    [GeneratedRegex("""
        (?<!날|글|저|솜|맵|말|불|마음)([씨씌]이?[발빨팔벌]|쓰[발벌])(?!라더|송|표|급|생|견|행) | ㅅ\d?ㅂ | ㅆ\d?ㅂ | [ㅅㅆ]발(?!송) | ㅆ1발 | 씨ㅂ | 시1발 | 씨1발 | 씹(새|할|창|ㅅ|년|놈|련) | [슈쉬쒸싀]벌 | [슈쉬쒸]발(?!라|유)
        | 병신(?!고|청|생|속|축|규|제|용|문|뢰|체|세) | 븅신 | 빙신 | ㅂㅅ | (?<![일이삼\d고균])등신(?!대|제|상|청|규|경|형|나|용|세) | 개[새세쉐섀]끼 | (이|저|그|미친|씹|놈의)[새쉐섀]끼 | [쌔쉐]끼 | 개색[끼기히] | 개[쉑쉐] | ㄱㅅㄲ | 좆 | 졷(같|까) | ㅈ같 | ㅈ까 | 지랄 | ㅈㄹ | 꺼지라고 | 꺼져라 | 꺼져버려라 | 닥쳐(?!오|올|온) | 닥치(라|고) | 엿(먹|이나먹|같) | 염병 | 쌍놈 | 쌍년 | 니애미 | 썅
        | 존나(게)?(짜증|화|빡|느|안|못|구리|구려|별로|답답|실망|싫|열|어이|오래|늦|개) | 빡(쳐|치|친|쳤|침|돌[아았])(?!기) | 뒤질래 | 뒈[져지질] | 죽여버 | 죽고싶냐 | 미친(놈|년|넘|회사|업체|쇼핑몰|가게|짓|소리하|것들|[거것](아니|냐)(?!.{0,20}(좋|최고|대박|굿|예쁘|이쁘|쩔|감동|혜자))) | 돌았(냐|나$|네진짜|습니까) | (?<![지물마번무])개같(은|네|아|이|음|다)(?!은색)
        | (?<![\d한두세네섯곱덟홉열몇러십백천만무공]) 개(판(이|임|인데|이네|입니|났|으로|오분|$|ㅋ|ㅠ|됐|치|ㅡ)|소리(하|냐|야|집|를|말|ㅋ|$)|빡|짜증|쓰레기|똥같|노답|어이없|열받|망했) | 사기꾼 | 양아치 | 날강도 | 도둑놈 | 도둑[이세]?(냐|야) | 쓰레기(네|같은|같네|같아|같이|임|야|회사|업체|입니다|서비스|를팔|쇼핑몰|만도못|상담|새끼|들아|$)
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex AbuseKorean();

    [GeneratedRegex(@"(?<![가-힣\d])시[^가-힣a-z\d]{0,2}[발벌빨](?!점|송|표|급|행|견|라더|역|생|전|매|간|개|리|대|달|효|갛|강|래)", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex CurseAtWordStart();

    // 사기 is also buying (사기 전에), 화나 ends 전화나; 미쳤다 praises.
    [GeneratedRegex("""
        장난(하냐|하나|하세|하십|하는거(죠|예|에|야|냐)|하는겁|하는건가|해요|해\d?$|하니|함$|합니까|치냐|치나|치는|치세|치십|쳐요|쳐$|치지|질|이냐|이세요|까$|까냐|똥) | (사람|누구|고객|손님|소비자)(을|를|가지고)?(놀리|우롱|농락|기만|호구|바보로|무시|뭘로) | 우롱 | 농락 | 호구로(보|아) | 호갱
        | 짜증(이)?(나|난|남|날|내|나서|밀려|폭발|ㄴ|스럽|스러)(?!지않|는편|나요$|지는않|지도않|지않게|게하나) | 왕짜증 | 열(이)?받(아|네|게|는다|습|았|음|어|고있|으|은|는데|는중) | 열불 | 울화 | 천불 | 분통 | 속(이)?터[져지졌] | 복장터 | 환장(하겠|하것|할노릇|한다) | 뚜껑(이)?열[려렸리] | 피꺼솟 | 혈압(이)?(오르|올라|터)
        | (?<![전영만동문대변소강악국진녹약최정평노도통특심부격분산윤조순인구백야민]) 화(가)?(나네|나요|나서|나죽|나게|나는데|나고|나려|나있|나니|났|난다|난상|납니|날라|남$|치밀|머리끝|나죠|나잖|너무나|엄청나|많이나|진짜나|정말나)
        | (?<!좋아|좋아서|예뻐|예뻐서|이뻐|이뻐서|귀여워|귀여워서|행복해|궁금해|궁금해서|맘에들어|마음에들어|사고싶어)미[치쳐](겠|버리|버릴|ㄱ|것같|거같|ㄹ거) | 미쳤(냐|습니까) | 어(이|의)(가)?(없|업|상실) | (?<!\d)기가(차서|찬다|차네) | 황당(하|해|합|함|무계) | 극혐 | 꼴보기 | 정떨어 | 노답 | 뻔뻔
        | 최악(의)?(의)?(서비스|회사|업체|쇼핑몰|가게|고객|응대|경험|판매자|배송|사이트|상담|쇼핑|대응|곳|업자)(?!(가|은|는)?(뭐|무엇|어디)) | 최악(이네|이에요|이예요|입니다|이야|이다|임|이었|이고|이군|인듯|ㅠ|ㅜ|ㅋ|$|이넹|이네여|이여)
        | (?<![복조발분방투박주감인회역급])사기(꾼|치[는네냐고지니]|쳐[서먹]|쳤|당[했한해]|행위|업체|집단|사이트|범|질이|판매|를치|를당|아닙니까|아니냐|아닌가요|아니에요|잖|죄)
        | 당장(내)?(환불|돈|취소해|해결|답변|답하|연락|처리|책임|돌려|물어내|보상|사과) | 환불(이나)?(해내|해라|하라고|하라니까|해내라|내놔|하라구) | 돈(이나)?(내놔|돌려내|돌려달라고|토해) | 말이(됩니까|돼요|되냐|되나요|된다고생각|되는소리|되는거) | 말(도)?안되는(소리|거|짓) | 말같지도
        | 이게뭐하는 | 뭐하(는|자는)(짓|거냐|겁니까|거죠|놈|거야|회사) | 제정신(이|인|입) | 정신(이)?(나갔|나간|빠진|나가) | 무책임 | 성의(가)?없 | [이그저]따(위(?!치)|구(?!매|입|하)) | 따위로 | 몇번(을|째|이나|을더)*(말|얘기|이야기|물어|묻|설명|전화|문의|똑같)(.{0,8})(해야|하|했|냐|합니까|는거|는겁|나요|어요|되|답) | 너무(들)?하(시네|시는|네요|네진짜|네$|잖아|는거아|십니다) | 해도너무 | 참을만큼 | 더는못참 | 못참겠 | 분노 | 지긋지긋 | (다시는|다신)안(사|삽|산|살|와|이용|시켜|시킬) | 망해라 | 망했으면
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex FuryKorean();

    [GeneratedRegex("""
        (?<![\p{L}\d]) ( (f+u+[ck]+k+|f[u*\#@$%!v]{1,4}[ck*]{1,3}k?|fck|fuk|fukk|phuck|fuc)(ing?|in'?|ed|er|ers|s|off|u|y|wit|tard)?(?![\p{L}])(?!\s(yeah|yes|(so\s|really\s|very\s)?(good|great|amazing|awesome|lov(e|ed|ing|ely)|brilliant|nice|perfect|incredible|beautiful|insane|fantastic|excellent|comfy|sick)))
           | wtf(?!\spod) | wth | ffs | stfu | gtfo | mother\s?f[u*]\w* | bull\s?sh[i1*!]t\w* | bullcrap | horse\s?shit | (?<!(holy|the|tough|good|hot)\s)sh[i1*!]tt?(y|ty|show|head|s)?(?![\p{L}])(?!\s(is|are|was)\s(so\s)?(good|great|amazing|fire|awesome|dope|nice)) | piece\sof\s(\w+\s)?(sh[i1*]t|crap|junk|garbage|trash|rubbish) | (load|pile|bunch)\sof\s(crap|sh[i1*]t|bull|garbage|crooks|thieves|idiots|liars|clowns|scammers)
           | a(ss|\*\*|\$\$)\s?h[o0*]les? | @sshole | dumb\s?ass\w* | jack\s?ass\w* | dick\s?heads? | dipshit | bastards? | b[i*!1]tch(es)? | son\sof\sa\s(bitch|gun) | cunts? | wankers? | bollocks | twats? | morons? | idiots?(?![\s-]?proof) | imbeciles? | retard(s|ed)? | (stupid|dumb|useless|worthless|crappy|shitty|garbage|trash|idiotic)\s(\w+\s)?(company|shop|bot|chatbot|store|service|people|website|support|ai|robot|assistant|seller|machine\sreplies) | incompeten(t|ce) | clowns\b
           | screw\s(you|this|u)\b(?!\s?(cap|in|on)) | go\sto\shell | (what|who|where|why|when|how)\s(the|in\sthe)\s(hell|heck\sis\swrong|actual\s\w+) | (damn|god\s?damn(ed)?|goddam)\s(you|it\s(all|i|you|where|why|now|answer|refund)|service|company|refund|money|order|package|thing|bot|shop|store|site|website|people|time|answer) ) (?![\p{L}\d])
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex AbuseEnglish();

    [GeneratedRegex("""
        \b ( ridiculous\b(?!\s(good|value|bass|deal|sound|amount\sof\s(bass|power|value)|battery\slife|quality)) | unacceptable | inexcusable | outrage(d|ous)\b(?!\s(bass|value|sound)) | disgrace(ful)? | disgust(ed|ing) | appall(ed|ing) | atrocious | abysmal | pathetic | furious | livid | enraged | infuriat(ed|ing|es) | fuming | seething | pissed(?!\son)\b | (getting|gets|makes?|made|making)\s(me\s)?(\w+\s)?(so\s|really\s|very\s)?(angry|mad)\b
           | (so|very|really|extremely|super|beyond|absolutely|i'm|im|am|pretty|quite|damn|freaking|getting|increasingly)\s(so\s|very\s|really\s|getting\s|extremely\s|beyond\s)?(angry|mad\sat|mad\sabout|mad\sright|mad$|mad[!.])(?!\s?birds?)
           | scam(s|med|mers?|ming|my)?\b(?!\s(calls?|blocker|likely|protection|detection|alerts?|texts?|emails?)) | con\s(artists?|men) | crooks? | thie(f|ves) | rip[\s-]?offs? | ripp(ed|ing)\s((me|us|people|customers)\s)?off | frauds?\b(?!\s(protection|alerts?|detection)) | fraudsters? | liars? | you('re|\sare|r|\sguys\sare|\speople\sare)?\s(all\s)?(lying|thieves|robbing|stealing|criminals|a\sjoke|jokers|robbers) | daylight\srobbery
           | (?<!(what|what's|which|the|show|read)\s(is\s|are\s|was\s|were\s)?(the\s|your\s|me\sthe\s|me\s)?)(worst|horrendous|horrific|dreadful)\s(\w+\s){0,2}(service|company|shop|store|support|experience|seller|website|site|bot|chatbot|purchase|ever)\b(?!\s(reviews?|people|part)) | this\sis\s(the|literally\sthe|by\sfar\sthe)\s(absolute\s)?worst | (the|absolute|literally|simply)\s(absolute\s|very\s)?worst\s(\w+\s){0,2}(service|company|shop|store|support|experience|seller|website|site|ever)\b(?!\s(reviews?|people))(?!.{0,30}\?) | you('re|\sare|\sguys\sare|\speople\sare)\sthe\sworst | (terrible|horrible|awful)\s(\w+\s)?(service|company|shop|store|support|seller)(?!.{0,20}\?)
           | sick\s(and\stired\s|to\sdeath\s)?of\s(this|that|you|your|ur|waiting|being|the\s(runaround|waiting|lies|excuses|delays?|bot|same)|it|all|these\s(answers|lies|excuses|delays|games)|getting|asking|repeating|excuses|talking|hearing) | tired\sof\s(this|your|waiting|being|these\s(lies|excuses|games)|asking|excuses)\b(?!\smess\sof) | fed\s?up\b(?!\swith\s(cables|cords|wires|tangled|my\s(old|current)|the\s(cables|wires|noise))) | had\s(it\swith|enough(\sof)?(?!\s\w)) | enough\sis\senough | last\sstraw | (are|r)\s(you|u)\s(even\s)?(fucking\s|freaking\s|actually\s|seriously\s)?(kidding|joking|insane|out\sof\s(your|ur)|stupid|dumb|serious(\sright\snow|\s?[?!]{2})) | kidding\sme | what\sa\s(joke|disgrace|shambles|nightmare\sof) | joke\sof\sa\s\w+ | this\s(is|company\sis|shop\sis|store\sis)\s(such\s)?(a|an|absolute|complete)\s(complete\s|total\s|absolute\s|fucking\s|utter\s)?(joke|disgrace|insult|shambles|farce|nonsense) | how\sdare | you\s(guys\s|people\s|all\s|really\s|both\s)?suck(?!\sup) | wast(e|ing)\s(of\s)?my\s(fucking\s|damn\s)?time | shame\son\syou | burn\sin\shell | rot\sin | hate\s(you|this\s(company|shop|store|place|site|website|bot)|dealing)
           | (give|want|need|demand|return|where('s|\sis))\s(me\s)?(back\s)?my\s(damn\s|freaking\s|goddamn\s|bloody\s)?money(\sback)?\s?(right\s)?(now|immediately|today|!!+) | i\sdemand | refund\s(me\s|it\s|this\s|my\smoney\s)?(right\s)?(now|immediately|this\sinstant)(?!\savailable|\sor\slater) | bloody\s(hell|useless|ridiculous|joke|awful|liars?|idiots?|thing|service|refund) | lost\smy\spatience | losing\smy\spatience | beyond\s(frustrat\w+|a\sjoke|unacceptable|upset) | absolute(ly)?\s(shambles|useless|garbage|trash|disaster|nightmare|rubbish) )
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex FuryEnglish();

    [GeneratedRegex("fuckyou | fucking(?!good|great|amazing|awesome|love|brilliant|nice|perfect|incredible|beautiful|insane|so|fantastic|excellent) | motherfucker | bullshit | unacceptable | scammers | assholes? | worstserviceever", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex SpelledOut();

    [GeneratedRegex(@"\b[A-Z][A-Z']*\b", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Words();

    [GeneratedRegex(@"\b(love[sd]?|loving|thanks?|thank\syou|great|awesome|amazing|excellent|perfect|best|wonderful|fantastic|happy|good|beautiful|yay|congrat\w*|recommend(ed)?|brilliant)\b(?!\sfor\snothing)", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Praise();
}
