using System.Text.RegularExpressions;
using CustomerService.Core.Questions;

namespace CustomerService.Core.Triage;

/// <summary>Injuries and dangers, and questions that a physician answers. Only what happens to bodies and things: not 배터리 수명 (battery health), Fire TV or 인기 폭발.</summary>
internal static partial class HealthPatterns
{
    public static bool IsIn(MessageText text) => TellsOfHarm(text) || AsksOfBody(text);

    /// <summary>Somebody was hurt, or something burns, smokes, leaks or gives shocks.</summary>
    public static bool TellsOfHarm(MessageText text) =>
        text.SaysInKorean(InjuryKorean()) || text.SaysInKorean(DangerKorean())
        || text.SaysInEnglish(InjuryEnglish()) || text.SaysInEnglish(DangerEnglish()) || text.SpellsOut(HarmSpelledOut());

    private static bool AsksOfBody(MessageText text) => text.SaysInKorean(BodyKorean()) || text.SaysInEnglish(BodyEnglish());

    // 화상 is a burn and a video image, 녹음 a recording.
    [GeneratedRegex("""
        다쳤 | 다쳐서 | 다칠(뻔|번) | 다친(?!구|절|한|화|숙|필) | 부상(당|을당|을입|입) | 부작용
        | (저온|\d도)화상(?!회의|통화) | 화상(을|도)?(입|당했|흉터|치료|병원|때문에병|자국|났|생)
        | (손|손가락|손등|발|귀|살|피부|다리|팔|허벅지|입|혀|얼굴|목|눈)(을|이|에|도|가|바닥|끝|목|등)?(살짝|다|조금|좀|많이|크게)?(데였|데었|데엿|뎄|데임|베였|베었|베임|찔렸|찔려|찢어|물집|화끈|감각이없|마비|저려|피가|피나|멍들|멍이|끼여서|끼어서|부었|부어올) | (손가락|손목|발가락|뼈)(이|가)?부러[졌진]
        | (손|손가락|발|귀|피부|다리|팔|얼굴|눈|몸|아이|애기|아기|애|아들|딸)(이|가|을|를|에|에게|도)?.{0,6}상처(가|를|도|났|입)
        | (?<!커|스|코)피(가|를)(났|나요|나서|나네|난다|나고|납|흘|철철|안멈|계속) | 출혈(?!세일|경쟁|할인) | 코피(가|를|나|났|흘)
        | 알레르기 | 알러지 | 앨러지 | 알레르지 | 두드러기 | 발진(이|나|났|생) | 가려(워요|워서|워죽|웠|움|운데) | 간지러워서긁 | 피부(가|에|도)?(.{0,8})(빨개|빨갛|붉|뒤집|트러블|부어|벗겨|염증|따가) | 피부염 | 염증 | 진물 | (?<!건|선|박)물집(이|생|잡)
        | 호흡곤란 | 숨(이|을|도)?(막혀|막히|못쉬|안쉬|쉬기힘) | 어지러(워|움|웠) | 현기증 | 구토(를|했|하|증|감) | 토했 | 메스꺼 | 기절(했|할|하|해|시) | 실신(했|할|하|해) | 쓰러[졌지]
        | 삼(켰|킨|켜|킴|킬|키면|키는|켯) | (?<!품|재|본|음|화)질식(?!기|물|당|품) | 목에걸[렸려린] | (아이|애|애기|아기|아가|딸|아들|조카|강아지|고양이|댕댕이|냥이)(가|는|이|도)?(.{0,10})(부품|건전지|배터리|나사|자석|단추|조각|버튼|이어팁|고무)(을|를|도|까지)?(.{0,6})(먹었|먹은|먹어버|집어먹|입에)
        | 중독됐 | 가스중독 | 응급실 | 구급차 | 119(불러|불렀|부르|에) | 입원(했|중|해) | 치료비 | 진단서 | 병원(비|갔|가야|다녀|치료|에갔|에가야|에서치료|에실려|에다녀|가서|신세) | 청력(이|을)?(손상|나빠|저하|떨어|손실) | 이명(이|생|증|현상) | 중이염 | 외이도염 | 귓병
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex InjuryKorean();

    [GeneratedRegex("""
        (?<!마|절|영|체|교|색)감전(됐|되|돼|당|사고|위험|될|된|느낌|$) | (?<!정|충)전기(가|에)?(올라|올랐|오르|오름|통해|통하는|흘러서?(손|찌|깜|따)|찌릿|먹었) | 누전 | 합선(?!택|물|정|언|수|명) | 쇼트(가|났|나) | 찌릿(찌릿)?(해|하고|했|하네|합|전기)
        | (?<!출시|배송|출고|일정|발매|입고)연기(가|도|까지|만)?(나요|나고|났|낫어|나는|나서|나네|납니|난다|나더|나오|나와|나왔|남$|올라|피어|펄펄|솔솔|자욱|뿜|폴폴|모락)
        | (?<!방|감|폭)탄내(가|나|났|도|음|진|심|$) | 타는냄새 | (탄|타는듯한|고무타는|플라스틱타는|탄것같은)냄새 | 타버렸 | (새까맣게|까맣게|시커멓게|시커매)(탔|타|그을|변)
        | (?<!환|이|발등에)불(이|도)?(났|낫어|낫는|붙었|붙어|날뻔|날번|날까|나서|나면|난줄|나버|활활|옮) | 불꽃(이|도)?(튀|튄|팍|나|났|번) | 스파크(가|도)?(튀|튄|났|나|일|팍) | (?<![통전영만대])화재(?!보험|생|질|입|고|연|료|시|설|개|주) | 발화(했|됐|위험|사고|되)
        | (?<!인기|인기가|판매|판매량|반응|반응이|주문|매출|관심|감정|분노|짜증|스트레스|화가|인기도|웃음|웃음이)폭발(했|해서|해요|할|함|음|사고|위험|됐|되는|난|났|하는|하면|하나|하고|물|직전)
        | (배터리|밧데리|빠때리|충전기|보조배터리|제품|폰|기기|어댑터|케이블|이어폰|노트북|콘센트)(가|이|는|은|도)?(갑자기|그냥|충전중에|충전하다가|펑하고|펑)*(터졌|터져|터짐|터질|폭발(?!적)|펑(?!크|션)) | 펑(하고|하는|소리|하더니)(?!크)
        | (충전기|케이블|플러그|단자|어댑터|콘센트|전선|제품|배터리|플라스틱|포트|커넥터|멀티탭)(이|가|은|는|도|부분|쪽)*(다|좀|아예|살짝|완전|까맣게)?(녹[았아](?!음)|녹아내|녹는|그을|눌어|눌러붙|타서|탔어|탔습|탔는)
        | (?<!기대에|꿈에|희망에|기대로)부풀(었|어|려|고|음|엇|은) | 스웰링 | (배터리|밧데리|빠때리)(가|는|도)?(임신|빵빵|불룩|배부|부었|부어|팽창|볼록) | 누액 | (배터리|건전지)(에서|액|가|안에서)?(.{0,4})(액체|액이|물이|흘러|샜|새어|새요|새서|새나와|샙니)
        | 뜨거(워|운|웠|워서|워져)(서|져서|가지고)?.{0,10}(못만|만질수|만지지도|손을못|손못|위험|무서|화상|데일|불날|터질) | 유독가스 | 가스(가|냄새).{0,4}(새|나) | 위험(해서못|한것같|한거같|천만|했어|할뻔)
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex DangerKorean();

    [GeneratedRegex("""
        임산부 | 임신(부|중|한|했|초기|말기|개월|\d) | 수유(중|부|하는) | 심박조율기 | 심장박동기 | 심박동기 | 페이스메이커 | 인공심장 | 제세동기 | 인공와우 | 인슐린 | 뇌전증 | 간질환자 | 발작(이|을|하|환자) | 심장(질환|병|수술|이안좋|이약|환자) | 심근경색 | 부정맥(이있|환자|인데|있는데|약)
        | (당뇨|고혈압|천식|아토피|암|환자)(환자|가있|가심|인데).{0,12}(써도|사용해도|괜찮|되나|될까|안전) | 환자(가|분이|도|한테).{0,10}(써도|사용|괜찮|되나) | (?<!구매|교환|환불|취소|본인|참여|반품|구입|거래|할|사용)의사(가|선생|샘|쌤|한테|에게) | 수술(받|했|한지|한후|하고|직후|후에|을받) | 복용(중|하|해도) | 먹는약 | 약(을)?먹(고있|는중|어도) | 발암(물질|성|이|위험) | 전자파.{0,8}(임신|임산|태아|암|해로|몸에|건강|인체|괜찮|위험|안전) | 인체(에)?(유해|무해|해로) | (몸|건강|인체)에(해롭|해로|안좋|나쁘|무해|유해|지장|이상없|영향)
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex BodyKorean();

    [GeneratedRegex("""
        \b ( burn(ed|t|s|ing)?\s(my|his|her|their|our|your|me|myself|himself|herself|the\sskin|a\shole)(?!\s(cd|dvd|disc|playlist|calories|eyes?\sout|ears?\sin|battery|money|wallet)) | burn\smarks? | (second|third|first|2nd|3rd|1st)[\s-]degree | (got|get|getting|gotten|suffered|have|has|bad|nasty|serious|skin|chemical|severe|minor|little|left\sa|gave\sme)\s(a\s|some\s|bad\s|nasty\s|serious\s)?(burns?|burned|burnt)\b(?!\s?-?(in|out)\b) | burns?\s(on|to)\s(my|his|her|their|our|the\s(skin|hand|arm|leg|finger))
           | injur(y|ed|ies|es|ing) | (cut|hurt|scratched|sliced|pinched|stabbed|crushed|scalded|scraped)\s(my|his|her|our|their|myself|himself|herself|me)\b(?!\s(ears?|budget|wallet|costs?|eyes|losses|feelings))
           | (my|his|her|their|our)\s(\w+\s){1,3}(is|was|are|were|started|starts|keeps|began)\s(\w+\s)?(bleeding|bleed|to\sbleed|blistered|swelling|infected|numb|burned|burnt|itchy|itching|burning) | bled\b | (?<!(light|backlight|screen|edge|colou?r|sound|audio|corner|glow|ips)\s)bleeding(?!\s(edge|heart|light|in\sthe\s(corner|screen)|around|along|between)) | blood\s(everywhere|all\sover|on\smy|came|was)
           | rash(es)?\b(?!\sguard) | hives | blister(s|ed|ing)?\b(?!\s(pack|packag)) | itch(y|es|ed) | itching(?!\s(to|for)) | allerg(y|ic|ies) | anaphyla\w+ | swollen | (skin|face|lips?|ears?|eyes?|hand|throat|tongue)\s(\w+\s)?(swell(ed|ing)?|reaction|irritat(ion|ed)|rash|peeling|turned\sred|is\sred|broke\sout|infection)
           | swallow(ed|s|ing)? | chok(e|ed|ing)\b(?!\spoint) | ingest(ed|ing)? | (ate|eaten|swallows)\s(a|the|one|an|part)\s(\w+\s){0,3}(battery|button|piece|part|magnet|tip|eartip|cap|screw) | poison(ed|ing|ous)? | suffocat(e|ed|ing|ion) | strangl\w+
           | (hearing|ear)\s(loss|damage|infection) | tinnitus | dizz(y|iness) | fainted | passed\sout | nause(a|ous|ated) | vomit(ed|ing|s)? | threw\sup | (trouble|hard|difficulty|difficult|struggling|can't|cant|couldn't)\s(to\s)?breath(e|ing) | unconscious | seizures?
           | (went|go|going|taken|rushed|ended\sup|trip|had\sto\sgo|been)\b.{0,12}\b(to|in|at)\s(the\s|a\s)?(hospital|er|emergency\sroom|a&e|urgent\scare) | hospitali[sz]ed | in\shospital | emergency\sroom | ambulance | medical\s(bills?|attention|treatment|emergency|expenses) ) \b
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex InjuryEnglish();

    [GeneratedRegex("""
        \b ( electric(al)?\sshock(s|ed)? | electrocut(e|ed|ion|es|ing) | (it|charger|cable|case|laptop|this|thing|they|adapter)\s(just\s|has\s|keeps\s|actually\s)?(shocked|shocks|zapped|zaps|shocking|zapping)\s(me|my|us|him|her) | (shocked|zapped)\s(my|his|her)\s\w+ | (gave|gives|giving|got|getting|get)\s((me|him|her|us|my\s\w+)\s)?(a|an|the|little|small|mild|nasty|big)\s(\w+\s)?(shock|zap|jolt)\b(?!\s(of\sjoy|absor)) | got\s(shocked|zapped)\s(when|while|touching|plugging|by\s(the|my|this|it)(?!\sprice))
           | (smoke|sparks?|flames?|fumes)\s(is\s|was\s|are\s|were\s|started\s|starts\s|kept\s|just\s)?(coming|comes|came|come|pour(ing|ed)|ris(ing|es)|rose|from|out|everywhere|flew|flying|shot|filled) | (saw|see|seeing|there('s|\sis|\swas|\sare|\swere)|giv(ing|es)\soff|gave\soff|emit(s|ted|ting)?|lots?\sof|full\sof|smells?(ed)?\s(of|like))\s(some\s|a\slot\sof\s|black\s|white\s|thick\s)?(smoke|sparks|flames)\b(?!\s(detector|alarm))
           | (charger|it|battery|cable|laptop|phone|device|adapter|plug|thing|unit|speaker|watch|powerbank|bank|vacuum|outlet|case)\s((just|suddenly|has|have|had|is|was|keeps|kept|starts|started|began|begins)\s){0,2}(to\s)?(smok(e|ed|ing|es)|spark(s|ed|ing)|overheated\sand\sburn\w*|burning\sup|burn(t|ed)\s(up|down|through|out\sand))\b(?!\s(battery|detector|alarm|joy))
           | burn(ing|t)\s(smell|plastic|rubber|odou?r|electronics?|wires?|wiring) | smell(s|ed|ing)?\s(\w+\s)?(like\s|of\s)?(something\s|it's\s|its\s)?(burn(ing|t|ed)|smoke|smoky|gas\b)
           | (caught|catch(es|ing)?|set|sets|went|goes)\s(on\s)?(fire|flames)\b(?!\s?(tv|tablet|hd|stick|works)) | (is|was|are|were|it's|its|literally|almost|nearly)\son\sfire\b(?!\s?(tv|tablet|hd|stick|os|at|sale|this\s(week|season))) | set\b.{0,12}\bon\sfire | fire\s(hazards?|risk|brigade|department|dept|danger|broke|started)\b | (a|small|house|kitchen|the|electrical|started\sa|cause[sd]?\sa)\sfire\b(?!\s?(tv|tablet|hd|stick|sale|deal|7|8|10|os|emoji|truck|fighter|pit|place)) | (burst|bursting|up|go)\s(in)?to?\s?flames | in\sflames
           | explod(e|es|ed|ing)\b(?!\s(in\s(popularity|sales|demand)|with\s(flavou?r|sales|bass)|onto)) | explosions?\b(?!\s(of\s(sound|bass|colou?r|popularity)|sounds?|effects?|in\s(the\s)?(game|movie)s?)) | (battery|charger|phone|laptop|powerbank|bank|it|one|unit|vape|adapter)\s(just\s|literally\s|has\s|almost\s|nearly\s)?(blew|blow|blown|blows)\sup\b(?!\s(on|my\sphone)) | (cable|charger|plug|case|adapter|plastic|connector|port|it|casing|outlet|wire|cord|battery)\s((has|is|just|was|have|had|started|partly|completely|literally)\s){0,2}(to\s)?melt(ed|ing|s)?
           | (swelling|swelled|bulg(ing|ed|es)|puff(ed|y|ing)|bloated|ballooned|expanded|leak(ing|ed|y))\b(\s(up|li-?ion|lithium|phone|laptop|power\sbank|the|my|its)){0,3}\sbatter(y|ies) | batter(y|ies)\b.{0,24}\b(swelling|swelled|bulg(ing|ed|es|e)|puff(ed|ing)|bloat(ed|ing)|balloon(ed|ing)|leak(ed|ing|s)(?!\s(power|charge))|expand(ed|ing)|acid|venting|hissing) | (?<!non[\s-]?)toxic | carbon\smonoxide | too\shot\sto\s(touch|hold|handle) | overheat(ed|ing|s)?\b.{0,24}\b(danger(ous)?|burn(ed|t|ing)?|unsafe|scared|fire) ) \b
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex DangerEnglish();

    [GeneratedRegex("""
        \b ( pacemakers? | defibrillators? | icd\simplant | insulin\spump | cochlear | pregnan(t|cy) | breast[\s-]?feed(ing)? | epilep(sy|tic) | (heart|medical|health|lung|skin|kidney)\s(conditions?|disease|problems?|issues?) | (my|a|her|his|the)\s(doctor|physician|cardiologist|gp|surgeon|dermatologist)\s(said|says|told|advised|recommended|warned) | (ask|see|saw|seeing|call|consult)\s(a|my|the)\s(doctor|physician)
           | (after|had|having|recent|before|recovering\sfrom)\s(\w+\s)?surgery | medication | prescri(bed|ption)\s(drugs?|meds?|medicine) | (is|are)\s(it|this|they|these)\s(safe|dangerous|harmful)\b.{0,24}\b(heart|health|baby|unborn|fetus|implant|skin\scondition|kids?\slungs) | carcinogen(ic)? | cancer | (dental|medical|metal|hearing|heart|ear)\simplants? ) \b
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex BodyEnglish();

    [GeneratedRegex("electricshock | electrocuted | caughtfire(?!tv) | allergicreaction | pacemaker | exploded(?!in|with|on) | swollenbattery | batteryswollen | burnedmyhand | burnedmyself | injured", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex HarmSpelledOut();
}
