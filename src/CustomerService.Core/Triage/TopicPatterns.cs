using System.Text.RegularExpressions;
using CustomerService.Core.Questions;
using CustomerService.Core.Text;

namespace CustomerService.Core.Triage;

/// <summary>What a message is about: what should be done with goods and money first, then what went wrong, then as the question reader reads it.</summary>
internal static partial class TopicPatterns
{
    private static readonly QuestionReader Reader = new();

    /// <summary>Null when the message tells no topic, as a courtesy or the wish for a person.</summary>
    public static Topic? Of(string message, MessageText text, Language language)
    {
        if (Pleasantries.IsAll(text))
            return null;
        if (text.SaysInKorean(ReturnKorean()) || text.SaysInEnglish(ReturnEnglish()))
            return Topic.Return;
        if (IsComplaint(text))
            return Topic.Complaint;
        if (text.SaysInKorean(DeliveryKorean()) || text.SaysInEnglish(DeliveryEnglish()))
            return Topic.Delivery;
        return OfIntents(message, Reader.Read(message, language, [], "KRW"));
    }

    private static bool IsComplaint(MessageText text) =>
        text.SaysInKorean(FaultKorean()) || text.SaysInEnglish(FaultEnglish())
        || HandoffRules.OfWords(text) is HandoffReason.Anger or HandoffReason.Legal or HandoffReason.Payment
        || HealthPatterns.TellsOfHarm(text);

    private static Topic? OfIntents(string message, QuestionReading reading)
    {
        foreach (var intent in reading.Intents)
        {
            Topic? topic = intent switch
            {
                Intent.OrderStatus or Intent.Delivery => Topic.Delivery,
                Intent.Stock => Topic.Stock,
                Intent.Policy => Topic.Other,
                Intent.Person or Intent.Courtesy or Intent.OutsideBusiness => null,
                Intent.Overview => reading.ProductCodes.Count > 0 || AsksForOverview(message) ? Topic.Product : null,
                _ => Topic.Product,
            };
            if (topic is not null)
                return topic;
        }

        return null;
    }

    /// <summary>The question reader also takes for an overview what it knows no words of.</summary>
    private static bool AsksForOverview(string message) =>
        QuestionText.Sentences(message).Any(sentence => IntentPattern.Match(sentence, []).ContainsKey(Intent.Overview));

    [GeneratedRegex("반품 | 환불 | 교환 | 환급 | (주문|구매|결제)(을|를|건)?취소 | 취소(해|하고|하려|할|요청|신청|가능|되나|부탁) | (?<!개인정보|시력)보증(기간|서|수리|되|돼|은|이|도)? | (?<![a-z])a/?s(?![a-z]) | 에이에스 | 애프터 | 수리(?!력) | 무상 | 청약철회 | 단순변심 | 하자보수 | 돌려보내 | 다시보내드 | 맞교환", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex ReturnKorean();

    [GeneratedRegex("""
        \b ( return(s|ed|ing|able)?\b(?!\sto\s(the\s)?(home|menu|previous)) | refund(s|ed|able|ing)? | exchang(e|es|ed|ing)(?!\srates?) | money\s?back | send(ing)?\s(it|them|this|these)\sback | sent\s(it|them)\sback | warranty | guarantee[d]? | repair(s|ed|ing|able)? | (get|have|got)\s(it|this|them|these|mine)\sfixed | can\syou\sfix
           | replace(ment|d)?\b(?!\s(ear|filter|tips|brush|bags?|battery|parts?|for|cushions|pads|band|strap|cable)) | (?<!noise[\s-])cancel(l?ed|l?ing|lation)? ) \b
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex ReturnEnglish();

    // That something broke, not whether it breaks: 고장 잘 나나요 asks for opinions.
    [GeneratedRegex("""
        고장(이)?(났|난|나서|나버|남$|입니|이에요|인것|인거|인듯) | 불량(이|입|품|인것|인듯|같|난|난거)(?!률|화소|이많|인가요$) | 하자(가있|있는|가심|투성) | 파손(됐|되|돼|된|이|상태) | 망가[졌져진] | 깨[졌져진져](?!나|는편|지나) | 찢어[졌져진] | 찌그러 | 부러[졌져진] | 금(이)?갔 | 스크래치(가|난|나) | 긁혀있 | 흠집(이|나)(?!잘)
        | (다른|엉뚱한|딴|틀린)(제품|상품|물건|거|게|걸|색|색상|색깔|사이즈|모델|옵션)(이|을|를|으로|로|가|것이)?(왔|옴|와서|와있|배송|도착|보내|받|들어) | 오배송 | 잘못(왔|온|보내|배송|옴|받|도착) | 누락 | (구성품|부품|케이블|충전기|설명서|이어팁|하나|한개|한쪽)(이|가|도)?(빠졌|빠져|안들어|안왔|없이왔|안들)
        | (페어링|연결|충전|전원|블루투스|소리|화면|작동|인식|앱|한쪽|왼쪽|오른쪽|마이크|버튼|터치)(이|가|은|는|도|만)?(아예|전혀|갑자기|자꾸|계속|잘|또|도)*(안돼|안되네|안되는데|안됩니다|안되고|안되서|안돼서|안켜|안나와|안나오|안들[려리]|안잡|안먹|안됨|안댐|이상해|이상하|끊[겨김기]|꺼[져지]|먹통|안나요) | 먹통 | 작동(을)?(안|안하|멈) | 안켜[져지] | 컴플레인 | 클레임 | 불만(이|접수|사항|입니|족)(?!있나|많나)
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex FaultKorean();

    [GeneratedRegex("""
        \b ( (it|is|was|are|arrived|came|screen|it's|got|mine|they|already|completely|totally|one|this|which|box|case|package|order|item|product)\s(\w+\s)?(broken|cracked|damaged|scratched|faulty|defective|dented|smashed|torn|shattered|bent)\b(?!\seasily) | (just\s|it\s|already\s|has\s|screen\s|hinge\s|they\s|one\s)broke(?!\srecord) | broken\s(item|product|screen|unit|one|on\sarrival) | defect(s|ive)?\b(?!\srate) | faulty | doa | dead\s(on\sarrival|pixels?)
           | (wrong|different|incorrect)\s(\w+\s)?(item|product|size|colou?r|model|one|order|thing|package|version)\b | (stopped|quit|not|isn't|isnt|aren't|arent|doesn't|doesnt|does\snot|don't|dont|never|won't|wont|no\slonger)\s(\w+\s)?(working|works?|charg(e|ing)|turn(ing)?\son|pair(ing)?|connect(ing)?|power(ing)?\son)\b(?!.{0,20}\bif\b) | (keeps?|keep\son)\s(\w+\s)?(disconnect|cutting|dropping|crash|freez|shutting|dying|turning\soff|restart)\w* | missing\s(a\s|the\s|one\s)?(parts?|pieces?|item|cable|charger|screw|accessor\w+|from) | (parts?|pieces?|item|cable|charger)\s(is|are|was|were)\smissing | complain(t|ts|ing)?\b(?!s?\s(about\s(this|the)\sproduct\?)) | malfunction\w* | died\s(after|on\sme|within) )
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex FaultEnglish();

    [GeneratedRegex("배송 | 택배 | 운송장 | 송장 | 출고 | 발송 | 배달 | (?<!신제품)언제(쯤)?(와요|오나|와$|와여|옴$|옵니까|도착) | 주문(한거|한지|했는데|한게|한것)(.{0,16})(안와|안왔|언제|아직|어디)", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex DeliveryKorean();

    [GeneratedRegex(@"\b( shipping | shipped | shipment | deliver(y|ed|ies|ing|s)? | parcel | package(?!\s(contain|includ|come)) | courier | tracking(?!\s(heart|sleep|steps|gps|accuracy)) | dispatch(ed)? | (where('s|\sis)?|wheres)\s(my|the|our)\s(order|stuff|item|headphones|earbuds|package|parcel|thing) | my\sorder\b.{0,20}\b(arrive|late|yet|here|coming|status) )\b", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex DeliveryEnglish();
}
