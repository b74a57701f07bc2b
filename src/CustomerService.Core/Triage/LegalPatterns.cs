using System.Text.RegularExpressions;
using CustomerService.Core.Questions;

namespace CustomerService.Core.Triage;

/// <summary>Courts, lawyers and authorities. Neither what the law requires of a product nor the name Sue is meant.</summary>
internal static partial class LegalPatterns
{
    public static bool IsIn(MessageText text) => text.SaysInKorean(Korean()) || text.SaysInEnglish(English()) || text.SpellsOut(SpelledOut());

    // Read without spaces, 최고 소리 and 고소한 냄새 hold 고소, tax returns and customs declarations 신고.
    [GeneratedRegex("""
        (?<!최)소송 | (?<!최|참깨)고소(할|하겠|한다|한다고|합니|합시|해버|해도|할게|장|고발|당하|당할|감이|각이|각임|진행|하러|하면|하기전|해야|했|준비|들어가|하려|하고말|미) | 고발(할|하겠|한다|합니|해버|조치|장|당|하러|하려|들어가)
        | 법적(인)?(으로)?(대응|조치|절차|책임|문제|싸움|처리|분쟁|소송|근거|제재|처벌|해결|가겠|갑니|갈거|갈게|하겠|합시|따지|따질|걸고|걸겠|하자) | 법대로(하|해|합|가|처) | 법으로(하|해|따|가) | 법무법인 | 법무사 | 법원(에|에서|으로|가서|갈|$) | 법정(에서|으로|싸움) | 재판(을|에|까지|받|걸) | 변호사
        | 소비자(보호원|보호단체|보호센터|원(?!하|해|가기|래|칙|함)|단체|고발|상담센터|상담원|분쟁|보호법|기본법|피해(구제|보상|신고)|시민모임|연맹) | 소보원 | 한소원 | 공정(거래)?위 | (?<!\d)1372(?!\d) | 전자상거래법 | 금감원 | 금융감독원 | 국민신문고 | 방통위 | 식약처에 | 분쟁조정
        | 경찰(서|청|에|에다|에게|한테|관|을|불러|부르|부를|신고|고소|고발)(?!무전|제복) | 사이버수사 | 사이버경찰 | 112(에)?신고 | 검찰
        | (?<!세|소득|세금|부가세|연말정산|비용|수입|통관|관세|전파|분실|출생|혼인|전입|확정|사업자|경비|고장)신고(하겠|할거|할꺼|할게|할께|한다|합니다|해버|하려|할수밖|넣|당하|때|각|들어가|할생각|조치|할테|할건|해야겠)
        | 내용증명 | 민사(소송|로|상|합의|책임|까지|$) | 형사(처벌|고소|고발|로|책임|합의) | 손해배상 | 피해보상소 | 합의금 | 지급명령 | 위법 | (법|법률|법규)(을)?위반 | 불법(이|행위|입니|아닙|아닌가|아니|이잖)
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Korean();

    [GeneratedRegex("""
        \b ( sue\s(you|u|ya|your|ur|yall|y'all|them|everyone|for\sdamages|over\s(this|that|it)|unless|if\s(i|you)|the\s(shop|store|company|seller|manufacturer|brand|pants|hell|shit|crap)|this\s(shop|store|company|place|seller|website))
           | (i|we)('ll|\swill|ll|\sam\sgoing\sto|'m\sgoing\sto|m\sgoing\sto|'m\sgonna|m\sgonna|\sgonna|\scan|\scould|\smight|\smay|\sshall|\sshould|\swould|'d|\swant\sto|\shave\sto|\sintend\sto|\splan\sto|\sam\sready\sto|\sfully\sintend\sto|'re\sgoing\sto|\sare\sgoing\sto)\s((definitely|just|still|seriously|absolutely|happily|also|really|then|actually|have\sto|literally|gladly)\s)?sue\b
           | suing | (be|get|got|getting|being|been)\ssued | (ima|imma|gonna|ready\sto|threaten(ing)?\sto|about\sto|or\si|or\selse\si)\s(will\s)?sue
           | lawyers? | attorneys? | solicitors? | barristers? | law\s?suits? | litigat(e|ion|ing) | paralegal
           | (see|meet)\s(you|u|ya)\s(all\s)?in\scourt | (take|taking|took|bring|drag|dragging|taken)\b.{0,24}\bto\s(the\s)?(small\sclaims|court|tribunal) | (go|going|went)\sto\s(small\sclaims|court|trial)\b | court\s(order|action|case|date|summons|proceedings) | small\sclaims | class[\s-]action | tribunal
           | legal\s(actions?|proceedings?|steps|advice|team|counsel|department|notice|letter|consequences|routes?|claim|threat|recourse|remed(y|ies)|rights|measures|dispute|matter|trouble|representation|case|charges|complaint) | (take|taking|go|going|pursue|pursuing|handle|settle)\s(this\s|it\s|you\s|that\s)?legal(ly)?\b | (you|this|it)('s|'re|\sis|\sare|s)?\s(breaking\sthe\slaw|against\sthe\slaw) | statutory\srights | hold\syou\s(legally\s)?(liable|accountable) | legally\sliable
           | consumer[\s-]*(protection|rights?|affairs|agency|council|ombudsman|forum|courts?|watchdog|law|bureau|associations?|authority|commission|complaints?\s(board|authority|commission)) | trading\sstandards | ombudsman | better\sbusiness\sbureau | bbb(?!\smodel) | ftc | fair\strade\scommission | federal\strade | attorney\sgeneral | cease\sand\sdesist | action\sfraud | district\sattorney
           | report(ing|ed)?\s(you|u|this|it|your|ur|the|them|him|everything)\b.{0,32}\b(police|authorit(y|ies)|cops?|regulators?|government|fraud|fbi|agency|feds) | (call|calling|called|contact|contacting|contacted|going\sto|go\sto|went\sto|involve|involving|tell|telling|notify|with|file\swith|inform)\s(the\s|my\slocal\s)?(police|cops|authorities|regulators?|feds) | police\s(report|complaint|matter|station|involved) | press(ing)?\scharges | file\s(a|an|my)\s(official\s|formal\s|police\s|legal\s|fraud\s)?(complaint|suit|case)\s(with\s(?!you|customer)|against|to\sthe) | criminal\s(complaint|charges|offen[cs]e) ) \b
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex English();

    [GeneratedRegex("(?<!is|r|n)sueyou | lawyer | attorney(?!general) | lawsuit | legalaction | legalproceedings | smallclaims | consumerprotection | tradingstandards | reportyoutothe(police|authorities)", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex SpelledOut();
}
