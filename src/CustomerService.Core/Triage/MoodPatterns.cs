using System.Text.RegularExpressions;
using CustomerService.Core.Questions;

namespace CustomerService.Core.Triage;

/// <summary>How a message sounds. A question about faults ("자주 고장 나나요?", "are there complaints?") sounds like any question.</summary>
internal static partial class MoodPatterns
{
    /// <param name="hasTopic">Whether the message wants something: thanks that end a request are manners.</param>
    public static Mood Of(MessageText text, bool hasTopic)
    {
        if (AngerPatterns.IsIn(text))
            return Mood.Angry;
        if (IsUnhappy(text))
            return Mood.Unhappy;
        return IsPraise(text) || (!hasTopic && Pleasantries.Thanks(text)) ? Mood.Happy : Mood.Neutral;
    }

    public static bool IsPraise(MessageText text) => Said(text, PraiseKorean(), PraiseEnglish());

    private static bool IsUnhappy(MessageText text) =>
        HealthPatterns.TellsOfHarm(text) || LegalPatterns.IsIn(text) || PaymentPatterns.TellsOfCharge(text)
        || text.SaysInKorean(SurelyUnhappyKorean()) || text.SaysInEnglish(SurelyUnhappyEnglish())
        || Said(text, UnhappyKorean(), UnhappyEnglish());

    /// <summary>Whether a sentence that is no question says so.</summary>
    private static bool Said(MessageText text, Regex korean, Regex english) =>
        QuestionText.Sentences(text.Spaced).Any(sentence => !sentence.Spaced.EndsWith('?')
            && ((sentence.HasHangul && !MessageText.Found(AskingKorean(), sentence.Packed) && MessageText.Found(korean, sentence.Packed))
                || (sentence.HasLatin && !MessageText.Found(AskingEnglish(), sentence.Spaced) && MessageText.Found(english, sentence.Spaced))));

    [GeneratedRegex("(나요|가요|을까요|ㄹ까요|할까요|될까요|되나|있나|인가|는지|은지|한지|습니까|입니까|뭐예요|뭔가요|뭐에요|알려주세요|알려줘)[^가-힣]{0,6}$", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex AskingKorean();

    [GeneratedRegex(@"^([^\w]* (hi|hello|hey|so|and|but|ok|also) [\s,]+)? (is|are|was|were|do|does|did|can|could|will|would|should|has|have\s(you|people|others|there)|any|what|what's|which|who|how|where|when)\b(?!\s(are\syou\spl|a\s(great|lovely|bad|terrible|disappoint)|an\samazing|nice|kind|lovely))", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex AskingEnglish();

    [GeneratedRegex("""
        실망(했|이|스|입|임|하|$)(?!할) | 너무(하|늦|오래걸|불편|시끄|별로|느[려리]) | 왜(이렇게|이리|일케|케|자꾸|아직|계속|또)(?!인기|싸|싼|저렴|좋|유명) | 왜(안|못)(돼|되|와|왔|오|켜|나와|나오|보내|해줘|해주) | 아직도 | 도대체 | 대체(왜|언제|뭐) | 답답 | 속상 | 짜증 | 후회(돼|되|합|중|했|막심) | 속았 | 속은기분 | 기다리(다|고있|는데|라고|는중|게하)(?!면) | 기다린 | 기다렸 | 불쾌 | 불친절 | 답(변|장)?(이|도|을)?(없|안와|안주|안해|늦) | 감감무소식 | 못받았 | 안왔(어|는데|습|네|음|다) | 안와요$ | 안오네 | 안옵니다 | 안와서 | 컴플레인 | 클레임 | 다시는 | 두번다시
        | 고장(이)?(났|난|나서|나버|입니) | 불량(이|입|품|인것|인듯|같)(?!률|인가|이많) | 파손(됐|되어|돼|된) | 망가[졌져진] | (다른|엉뚱한|딴)(제품|상품|물건|거|게|걸|색|색상|사이즈|모델)(이|을|를|으로|로)?(왔|옴|와서|배송|도착|보내) | 오배송 | 잘못(왔|온|보내|배송) | 누락 | ㅡㅡ | ㅅㅂ
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex SurelyUnhappyKorean();

    [GeneratedRegex("""
        아쉬[워웠운움]|아쉽 | 별로(에요|예요|네|임|였|더라|다$|라|인것|인듯|야|이에|ㅠ|ㅜ) | 불편(해요|하네|합니|했|하고|함) | 불만(이|입|족|스) | 안(돼|되[네는고서요]|됩니다|됨|댐|돼서|켜[져지짐]|나와|나오|들[려리]|잡[혀히]|먹|맞[아네]|좋[아네]|와요|왔|옴) | (작동|연결|충전)(을|이|도)?(안|못|잘안) | 깨[졌져진] | 찢어[졌져진] | 찌그러 | 부러[졌져진] | 금(이)?갔 | 스크래치(가|나) | 흠집(이|나) | 먹통 | 이상(해|하네|합니|함|하게) | 늦[네었어](?!지) | 느[려리]네 | 끊[겨김](?!나|는지) | 지연(됐|되) | 기대(이하|보다|했는데|에못) | 구[려리]네 | 후[져지]네 | 허접 | 싸구려(같|네|느) | 못쓰겠 | 화(질|면)(이|가)?나[빠쁘] | 나[빠쁘][요네] | 시끄러[워웠] | 아[파픈프팠]
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex UnhappyKorean();

    [GeneratedRegex("""
        \b ( disappoint(ed|ing|ment|s)? | unhappy | dissatisfied | frustrat(ed|ing|ion) | annoy(ed|ing) | i'?m\s(so\s|really\s|very\s|quite\s)?upset | still\s(waiting|haven't|havent|have\snot|hasn't|hasnt|nothing|no\s(reply|answer|response|refund|sign|update|tracking|news)|not\s(here|arrived|received|working|fixed|shipped|resolved)) | (been\s)?waiting\s(for\s)?(over\s|more\sthan\s|almost\s|nearly\s|like\s)?(a\s(week|month|while)|\d+\s|two|three|weeks|days|ages|forever|so\slong) | never\s(arrived|came|received|got\s(it|my|a|the|any)|showed|worked) | (hasn't|hasnt|has\snot|haven't|havent|didn't|didnt|did\snot)\s(\w+\s)?(arrived?|come|came|received?|shipped|heard|worked?|gotten|got)
           | regret\w* | let\s(me\s)?down | not\s(happy|satisfied|impressed|pleased|as\s(described|advertised|expected|pictured)|what\si\s(ordered|expected)) | wrong\s(\w+\s)?(item|product|size|colou?r|model|order|one|thing) | no\s(one|body)\s(answers|replies|responds|helps|cares|is\shelping) | nobody\s(answers|replies|responds|helps|cares) | why\s(is|isn't|isnt|does|doesn't|doesnt|won't|wont|are|hasn't|hasnt|has|did|didn't)\s(\w+\s){1,4}(not|n't|so\s(slow|late|long|bad)|still|late|work(ing)?|arriv\w+|keep\w*|broken|ship\w*|tak(ing|e)) | keeps?\s(disconnect|cutting|dropping|crash|freez|shutting|dying|turning\soff|restart)\w* )
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex SurelyUnhappyEnglish();

    [GeneratedRegex("""
        \b ( (doesn't|doesnt|does\snot|don't|dont|isn't|isnt|is\snot|not|won't|wont|will\snot|can't|cant|cannot|stopped|quit|aren't|arent|no\slonger)\s(\w+\s)?(work(s|ing)?|charg(e|ing)|turn(ing)?\son|pair(ing)?|connect(ing)?|power(ing)?\son|fit|good|great)\b | broke(n)? | cracked | damaged | scratched | faulty | defect(ive|s)? | dented | torn | shattered | dead\s(on\sarrival|pixels?) | doa | missing | (is|was|are|were|running|days|week|weeks|arrived|came|so|very|too)\slate\b(?!\sto) | delayed | delay | poor(ly)? | terrible | horrible | awful | worst | bad | useless | a\swaste | suck(s|ed)? | crap(py)? | junk | garbage | problems?\swith | issues?\swith | complain(t|ing)? | cheap(ly)?\smade | flimsy | slow | unreliable | unfortunately | meh | could\sbe\sbetter | hurts?\smy | uncomfortable | malfunction\w* | died ) \b
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex UnhappyEnglish();

    [GeneratedRegex("""
        최고(예|에|입|네|임|다|야|$|ㅎ|ㅋ|!|~|\.|의선택|로) | (너무|정말|진짜|아주|완전|매우|굉장히|생각보다|역시|넘|참)(잘|좋[아네은습]|마음에|맘에|예[뻐쁘]|이[뻐쁘]|만족|편[해하]|친절|감동|빠르[네]|빨[라리]왔) | (마음|맘)에(쏙|너무|아주|꼭)?(들어요|듭니다|들어|들었|드네) | 만족(합|해|스러|중|하며|하고있|이에|입니)(?!못) | 대만족 | 대박(이|$|ㅋ|ㅎ|!|~) | 짱(이|$|ㅋ|ㅎ|!|~|좋) | 굿(굿|$|!|~|입) | 감동 | 친절(하게|하시|하네|해요|히|한상담|한답변) | 잘(쓰고있|쓸게|쓰겠|받았|도착했|사용하고있|해결|됐어|되네요|되었) | 미쳤[다어음네](?!나) | 추천합니다 | 사길잘 | 인생(템|이어폰|헤드폰) | 도움(이|많이)*(됐|되었) | 혜자 | 쩔어 | 쩐다 | 사랑해요 | 번창 | 좋네요 | 좋았어
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex PraiseKorean();

    [GeneratedRegex("""
        \b ( (i|we|absolutely|really|just|my\s\w+|totally)\s(\w+\s)?(love[sd]?|loving)\b(?!\sto) | lov(e|ing)\s(it|this|them|these|my|the) | amazing | awesome | excellent | fantastic | wonderful | brilliant | perfect(ly)? | outstanding | superb | great\s(job|service|product|shop|work|help|headphones|sound|quality|experience|purchase|stuff|value|support) | (works?|sounds?|is|are|was|it's|so|really|very|damn|insanely|pretty)\s(so\s|really\s|very\s|insanely\s|damn\s|pretty\s)?(great|good|nice|beautiful|lovely)\b(?!\s(for|enough|if|to|at)) | well\sdone | best\s(purchase|headphones|earbuds|shop|service|support|thing|buy|customer|\w+\s(i('ve)?|ever)) | (very|so|super|really|extremely)\s(happy|pleased|satisfied|helpful|impressed|kind) | happy\swith | pleased\swith | impressed | (you('re|\sare|\sguys\sare)\s(the\sbest|great|awesome|amazing|so\skind)) | highly\srecommend | five\sstars | 5\sstars | kudos | life\s?saver ) \b
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex PraiseEnglish();
}
