using System.Text.RegularExpressions;
using CustomerService.Core.Questions;

namespace CustomerService.Core.Triage;

/// <summary>Words of haste and of days that do not wait.</summary>
internal static partial class UrgencyPatterns
{
    public static bool IsIn(MessageText text) => text.SaysInKorean(Korean()) || text.SaysInEnglish(English());

    [GeneratedRegex("""
        (?<!성격이|취급|발급|지급|공급|보급|등급|고급)급(해[요서여용ㅠㅜ]|합니|하게|하니|해$|함$|한데|한일|한건|한문의|한거|히필|히요|해죽|하거든|하네|해도) | 긴급(?!전화기능|충전|구조) | 시급 | 촉박 | 급히 | 당장(?!은|필요없|안) | 지금바로(?!구매|살) | 오늘(안에|안으로|까지|중으로|중에|내로|꼭|당장|바로|받|저녁까지|밤까지|필요|써야|출발|출국) | 최대한(빨리|빠르게) | 빨리(요|좀|해줘|해주|처리|답|부탁|보내|연락|환불|확인|해결|ㅠ|ㅜ) | (?<!얼마나|제일|가장)빠른(처리|답변|답|확인|회신|조치|연락|해결) | 서둘러 | 한시가 | 마감이 | (제발|꼭)(오늘|내일)
        | 내일(이|은|바로|당장|아침|오전|저녁|까지)?(.{0,6})(결혼|생일|시험|여행|출국|출장|면접|발표|행사|돌잔치|공연|수능|이사|제사|기념일|대회|이벤트|필요|써야|꼭) | (결혼식|생일|시험|여행|출국|출장|면접|발표|행사|돌잔치|공연|대회)(이|가|은|는)?(바로|당장)?(내일|오늘)
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Korean();

    [GeneratedRegex("""
        \b ( urgent(ly)? | urgency | asap | a\.s\.a\.p | as\ssoon\sas\spossible | immediate(ly)? | right\s(now|away) | at\sonce | emergency(?!\s(sos|call|light|feature)) | hurry | time[\s-]sensitive | deadline | today(?!'s|\sonly\ssale) | tonight | quickly\splease | please\s(be\s)?(quick|fast) | (need|needs|want|must|have\sto|got\sto)\b.{0,24}\b(by\s(tomorrow|noon|the\send\sof\sthe\sday|eod|tmrw|monday|friday)|before\s(tomorrow|noon))
           | (tomorrow|tmrw|tmr)\b.{0,24}\b(wedding|birthday|exam|trip|flight|party|interview|meeting|presentation|event|funeral|concert|anniversary|surgery|travel(l?ing)?|leave|leaving|fly(ing)?|competition|show)
           | (wedding|birthday|exam|trip|flight|party|interview|meeting|presentation|event|funeral|concert|anniversary|leave|leaving|fly(ing)?|competition|show)\b.{0,16}\b(tomorrow|tmrw|tmr) ) \b
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex English();
}
