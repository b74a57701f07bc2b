using System.Text.RegularExpressions;
using CustomerService.Core.Questions;

namespace CustomerService.Core.Triage;

/// <summary>Messages that only greet, thank or acknowledge: 네, 안녕하세요, ok thanks.</summary>
internal static partial class Pleasantries
{
    /// <summary>UTF-16 units without spaces; a longer message says more than a courtesy.</summary>
    private const int Longest = 60;

    /// <summary>Also of a message without letters, such as 👍 or "?".</summary>
    public static bool IsAll(MessageText text) =>
        text.Packed.Length == 0
        || (text.Packed.Length <= Longest && (MessageText.Found(Korean(), text.Packed) || MessageText.Found(English(), text.Spaced)));

    public static bool Thanks(MessageText text) => MessageText.Found(Thanking(), text.Spaced);

    [GeneratedRegex("""
        ^ (?> 네+(에|ㅔ|엡|네|요)? | 넵+ | 넹+ | 넨 | 예[예엡]? | 옙 | 응+ | 웅+ | ㅇㅇ+ | ㅇㅋ+ | ㄴㄴ | ㄱㅅ | ㅋ+ | ㅎ+ | ㅠ+ | ㅜ+ | ㅎㅇ | ㅂㅇ | 오케이 | 오키 | 오케 | 알겠(습니다|어요|음|슴다|네요)? | 알았(어요|습니다|어|음) | 그렇(군요|구나|네요|군) | 그래요?
            | 감사(합니[다당닷]|해[요용여]|드려요|드립니다|했습니다|함다|히|요)? | 고마(워요|워|웠어요|웠습니다) | 고맙(습니다|네요|다)? | 땡큐 | 수고(하세요|하십시오|하십쇼|하셨습니다|하셨어요|많으셨습니다|많으세요|요|했어요)? | 안녕(하세요|하십니까|하세여|히계세요|히가세요|히)? | 반갑습니다 | 반가워요 | 여보세요 | 하이 | 계세요 | 저기요
            | 확인(했습니다|했어요|했음|했네요|감사) | 아하 | 아니(요|에요|예요|오|여)? | 아뇨 | 괜찮(아요|습니다|아) | 좋(아요|네요|습니다|은하루되세요|은하루보내세요|은하루) | 맞(아요|습니다|네요) | 해결(됐|되었|했)(어요|습니다|네요) | 도움(이|많이)*(됐|되었)(어요|습니다|네요) | 덕분에 | 답변 | 빠른 | 친절한 | 친절하게 | 안내 | 설명 | 정말 | 진짜 | 너무 | 많이 | 잘 | 일단 | 우선 | 그럼 | 이해(했어요|했습니다|됐어요) | 다음에올게요 | 올게요 | 문의(드립니다|드려요|좀드릴게요|할게있어요|있어요|있습니다|좀)? | 질문(있어요|있습니다|드려요|이요|좀) | ok | okay | thx | thanks | thankyou | 아+ | 오+ | 와+ | 음+ | 흠+ ){1,30} $
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Korean();

    [GeneratedRegex("""
        ^ (?=.*\b(thank(s|\syou|\su|you)?|thx|tx|ty|tysm|cheers|ok(ay|ie|i)?|k|kk|hi+|hello+|hey+|bye+|goodbye|great|cool|nice|perfect|awesome|wonderful|excellent|got\sit|gotcha|alright|sure|yes|yeah|yep|yup|no|nope|nah|lol|haha|hmm+|good|fine|appreciate[d]?|noted|understood|i\ssee|right|np|nvm|never\s?mind|no\sproblem|sounds\sgood|will\sdo|welcome|greetings|howdy)\b)
        ( [^\w']* (?> thank(s|\syou|\su|you)? | thx | tx | tysm | ty | cheers | ok(ay|ie|i)? | kk? | hi+ | hello+ | hey+ | bye+ | goodbye | great | cool | nice | perfect | awesome | wonderful | excellent | got\sit | gotcha | alright(y)? | all\sright | sure | yes | yeah | yep | yup | no\sproblem | nope | nah | no\sworries | no | lol | (ha)+h? | hmm+ | good(\s(morning|afternoon|evening|day|night))? | fine | (much\s)?appreciated? (\s(it|that|this|your\shelp|the\shelp))? | noted | understood | i\ssee | right | np | nvm | never\s?mind | sounds\sgood | will\sdo | (you('re|\sare)?\s)?welcome | greetings | howdy | there | team | everyone | guys | sir | madam | very\smuch | so\smuch | a\s(lot|bunch|million) | again | you\stoo | have\sa\s(nice|good|great|lovely)\s(day|one|evening|weekend) | for\s(all\s)?(your|the)\s(quick\s|fast\s|kind\s|prompt\s|great\s)?(help|reply|answer|response|info(rmation)?|time|support|assistance|update|service) | for\s(helping|that|this|everything|letting\sme\sknow|answering) | that('s|\sis|s)\s(all|it|great|fine|good|perfect|helpful|what\si\s(needed|wanted)) | that\s(helps?|helped|worked)(\sa\slot)? | bye | then | and | i | really | oh | ah | anyway | just | all\sgood ) (?![\w']) ){1,20} [^\w]* $
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex English();

    [GeneratedRegex(@"감사(합|해|드|했|함|히|요|ㅎ|\s|$) | 고마[워웠]|고맙 | 땡큐 | ㄱㅅ | \b(thank(s|\syou|\su|you)|thx|tysm|ty|cheers|appreciate(d)?(?!\sif|\sa\s|\san\s|\ssome))\b", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Thanking();
}
