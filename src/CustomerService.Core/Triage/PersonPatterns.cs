using System.Text.RegularExpressions;
using CustomerService.Core.Questions;

namespace CustomerService.Core.Triage;

/// <summary>Wishes for a person, as the question reader knows them, and for those in charge.</summary>
internal static partial class PersonPatterns
{
    public static bool AsksForPerson(MessageText text) =>
        (text.SaysInKorean(KoreanIntents.Person()) || text.SaysInKorean(InChargeKorean())) && !text.SaysInKorean(RefusedKorean())
        || (text.SaysInEnglish(EnglishIntents.Person()) || text.SaysInEnglish(InChargeEnglish())) && !text.SaysInEnglish(RefusedEnglish());

    [GeneratedRegex("사장(님|놈)?(나와|나오|바꿔|불러|연결|이랑|하고) | 윗사람 | 높은사람 | 팀장(님)?(바꿔|연결|나와|불러) | 관리자(바꿔|연결|랑|와통화|불러) | 사람(좀)?(나와|나오라|으로바꿔|으로연결|있으면) | (기계|ai|로봇|봇|자동응답|챗봇)(이랑|랑|하고|과)?(은|는)?(말고|대화하기싫|얘기하기싫|상대하기싫) | 통화(하고|좀|로|부탁|원|연결) | 전화(좀|나중에|다시|빨리)*(주|해주|부탁|바랍|달라)", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex InChargeKorean();

    [GeneratedRegex("""
        \b ( (get|give|want|need|see|bring|where's|where\sis|call|ask)\s(me\s)?(a|the|your|ur|to\ssee\sthe)\s(store\s|shop\s|duty\s|general\s)?(manager|boss|owner|person(?!al)|supervisor) | (talk|speak|escalate|transfer)\b.{0,20}\b(manager|boss|owner|person|higher\sup|someone|somebody) | (not|no|isn't|instead\sof|rather\sthan)\s(with\s|to\s)?(a|an|the|this|some|talk(ing)?\sto\s(a|this))\s(bot|robot|machine|chat\s?bot|ai) | (stop|hate|tired\sof)\s(talking\sto|with)\s(a|this|the)\s(bot|robot|machine|ai) | escalate\s(this|my|it|the) | (call|ring|phone)\sme\b )
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex InChargeEnglish();

    [GeneratedRegex("(상담원|상담사|상담|직원|담당자|사람)(은|는|이|을|에게|한테|으로|까지|도|과|이랑|연결)*(.{0,3})(필요없|말고|넘기지마|연결하지마|안불러|부르지마|연결안해|바꾸지마|싫어|싫고|안해도)", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex RefusedKorean();

    [GeneratedRegex(@"\b(don't|dont|do\snot|didn't|no|never|without)\s(want\s|need\s|wanna\s|have\s|hand\s|send\s|transfer\s|connect\s|forward\s|give\s|pass\s|put\s)(\w+\s){0,6}?(a\s|an\s|any\s|the\s|to\s)?(real\s|live\s)?(humans?|agents?|person|people|representative|rep|operator|someone|somebody|manager)\b", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex RefusedEnglish();
}
