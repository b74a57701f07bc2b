using System.Text.RegularExpressions;
using CustomerService.Core.Questions;

namespace CustomerService.Core.Triage;

/// <summary>Numbers of cards, accounts and persons, and charges that were made. How one can pay is a question like any.</summary>
internal static partial class PaymentPatterns
{
    public static bool IsIn(MessageText text) => GivesNumber(text) || TellsOfCharge(text);

    private static bool GivesNumber(MessageText text) =>
        MessageText.Found(PaymentNumbers.CardSecret(), text.Spaced)
        || MessageText.Found(PaymentNumbers.ResidentNumber(), text.Spaced)
        || MessageText.Found(PaymentNumbers.Account(), text.Spaced)
        || PaymentNumbers.Cards(text.Spaced).Any();

    public static bool TellsOfCharge(MessageText text) =>
        text.SaysInKorean(ChargeKorean()) || text.SaysInEnglish(ChargeEnglish()) || text.SaysInEnglish(RefundEnglish()) || text.SpellsOut(ChargeSpelledOut());

    // 결재 is the usual misspelling of 결제.
    [GeneratedRegex("""
        (두|2|세|3|네|여러|몇)번(이나|씩|이|을|연속|연달아|이나연속)?(결[제재]|청구|승인|빠져|출금|인출|긁)
        | (결[제재]|청구|승인|출금|인출|돈|카드값)(가|이|은|는|도|된게|내역이)?(왜|지금|또)?(두|2|세|3|여러)(번|건|개|차례)(이나|씩|으로)?(됐|되|돼|된|빠|나|찍|청구|결|승인|떴|뜨|있|이)
        | (이중|중복|두배|2배)(으로|로)?(결[제재]|청구|승인|출금|인출|빠져|과금)(?!되나|가되나|될까|가능|되면|방지|할인|쿠폰)
        | (결[제재]|청구|승인|출금|인출)(가|이|은|는)?(왜)?(이중|중복|두배)
        | 결[제재](를|도|건)?(한거|했던거|한것)?취소(를|가|는|도)?(했|하고|한지|한게|한건|됐|되었|신청했|요청했|완료).{0,24}(환불|입금|카드|돈|취소가|승인)
        | 환불(금|액|금액|처리)?(이|은|도|을|된|해준|해주신)?(다고|다더니|됐다는데|했다는데|했다면서|완료라는데|완료라고)?(.{0,10})(안들어[왔오와옴]|안왔|안왓|안옴|못받|입금(이|도)?안|안입금|안됐어|안됐는데|안들어왓|들어오지|언제(쯤)?(들어|입금))
        | (카드|통장|계좌)(에서|로|에|가|는|값이)?(돈이|돈은|돈만|또|이미|그냥|왜)*(.{0,8})(빠져나[갔간가]|빠졌|출금됐|출금되|출금돼|인출됐|인출되|청구됐|청구되었|청구돼|결[제재]됐|결[제재]되었|결[제재]돼|승인됐|승인났|긁혔|긁혀|찍혔)
        | (결[제재]|승인|청구|출금|구매|주문|신청)(을|를|도|한|하)?(한)?(적|지|기억)?(이|은|도)?(없|안했|않았|않은|안한|취소했)(는데|은데|던데|었는데|어도|는)(.{0,10})(결[제재]|청구|승인|출금|인출|빠져|돈이)
        | (모르는|모르게|무단|승인안한|이상한|허위|도용|해킹)(으로|된)?(카드)?(결[제재]|청구|출금|인출|승인) | 카드(를|가)?(도용|해킹)
        | (결[제재]|청구|승인)(된)?(금액|액)(이|은|도)?(왜)?(이상|다르|달라|다른|틀[리려렸]|안맞|더(많|나|청|결|비)|잘못)
        | (금액|돈|가격)(이|을|은)?(잘못|더(많이)?|과다|초과|다르게)(결[제재]|청구|빠져|출금|인출) | (과다|초과|잘못|부당)(하게)?(청구|결[제재]|출금|인출|과금)
        | 결[제재](는|가|도|만|까지)?(다|분명히|이미)?(됐|되었|돼|완료|했|하였|된|한)(는데|다는데|됐는데|했는데|됐다고|걸로|인데|다고).{0,16}(주문(이|은|내역|내역이|내역은|도|서)?(안|없|취소|사라|확인이안|누락)|내역(이|은|도)?(안|없)|주문실패|오류)
        | 돈(이|은|만)(두번|이중|먼저|또|그냥)?(빠져나[갔간가]|빠졌|나갔|나가고)
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex ChargeKorean();

    // Batteries are charged too: "I charged it twice", "it must be charged twice a day".
    [GeneratedRegex("""
        \b ( (?<!\b(i|i've|ive|it|its|it's|be|fully|phone|battery|buds|earbuds|case|watch|they|them|get|gets|being)\s)(charged|billed|debited)\b(?!\sbattery).{0,24}\b(twice|two\stimes|2\s?(times|x)|three\stimes|thrice|double|again|multiple\stimes|several\stimes)\b(?!\s(a|per|each|every)\s)
           | (i|we)('ve|\shave|ve)?\s?(was|were|got|been|just\sgot|am\sbeing|keep\sgetting)\s(also\s|just\s|still\s|now\s|already\s|wrongly\s|incorrectly\s)?(charged|billed|debited|overcharged|double\scharged)\b(?!\sup)
           | double[\s-]?(charg(e|ed|ing)|bill(ed|ing)|payment|paid|debit(ed)?) | (charged|billed|paid|debited)\s(me\s)?double
           | (duplicate|unauthori[sz]ed|unrecogni[sz]ed|fraudulent|unknown|mystery|incorrect|wrong|suspicious|strange|random|unexplained)\s(card\s|credit\scard\s|bank\s)?(charges?|payments?|transactions?|billing|debits?|withdrawals?)
           | (my|our|his|her)\s(\w+\s)?(card|account|bank\saccount|bank|paypal|visa|mastercard|amex|debit|wallet)\s(was|has\sbeen|got|had\sbeen|is\sbeing|were|keeps\sgetting|is\sgetting|still\sgot)\s(\w+\s)?(charged|billed|debited|deducted|drained|used|hacked|stolen)
           | (you|u|they|shop|store|company)('ve|\shave|\sguys|\sall|\speople|ve)?\s(already\s|also\s|just\s|still\s)?(charged|billed|overcharged|debited)\s(me|my|us|our|the\swrong|more|too|for|a)
           | why\s(was|am|were|did|have|has|is|do|are)\s(i|you|my\scard|my\saccount|we|u)\b.{0,16}\b(charg(e|ed|ing)|bill(ed)?)\b(?!\s(slow|slowly|so\sslow|fast|my\sphone|the\scase|it))
           | over[\s-]?charged\s(me|us|my|for|by|on|\$) | overcharged(?!\sbatter)
           | (charges?|payments?|transactions?|debit)\b(?!\s(my|the)\sphone).{0,24}\b(on|from|to)\s(my|our)\s(\w+\s)?(card|statement|account|bank|bill|paypal|visa|mastercard)\b.{0,24}\b(that|i\s(didn|did\snot|don|never|do\snot)|twice|not\smine|wrong|weird|from\syou|from\syour|for)
           | (payment|money|amount|funds)\b.{0,16}\b(went\sthrough|was\staken|taken|deducted|withdrawn|debited|was\scharged)\b.{0,40}\b(but|twice|and\sno|from\smy|out\sof\smy|without|no\sorder)
           | (took|taken|taking|withdrew|deducted|stole)\s(the\s|my\s|out\s)?(money|payment|\$\s?\d[\d.,]*|£\s?\d[\d.,]*|€\s?\d[\d.,]*)\b.{0,16}\b(twice|from\smy|out\sof\smy|without|from\sour)
           | charge-?\s?backs? | dispute\s(the|this|a|that|these|my)\s(charge|payment|transaction) | card\s(details\s)?(was|were|got|has\sbeen)\s(stolen|hacked|cloned)
           | paid\s(twice|two\stimes) | (didn't|did\snot|never|didnt)\s(authori[sz]e|approve|make)\s(this|that|the|any|these|it)\s?(charge|payment|transaction|purchase) ) \b
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex ChargeEnglish();

    [GeneratedRegex("""
        \b ( (refund|money)\b(?!\sback\sguarantee).{0,30}\b(hasn't|has\snot|hasnt|haven't|havent|not\syet|never|still\snot|still\shasn't|still\shasnt|isn't|didn't|didnt|hadn't)\b.{0,20}\b(arrived?|come|came|received?|shown?|showed|credited|been|back|processed|through|appear(ed)?|hit|landed|posted)
           | (where's|where\sis|wheres|where\sthe\shell\sis|what\shappened\s(to|with)|still\swaiting\s(for|on))\s(my|the|our)\s(refund|money) | still\s(no|not\sgot|waiting\sfor|waiting\son|without)\s(my\s|the\s|a\s|any\s)?refund
           | (haven't|havent|have\snot|didn't|didnt|did\snot|never|not)\s(yet\s)?(received?|gotten|got|get|seen|had)\s(my|the|a|any|our)\s(refund|money\sback) ) \b
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex RefundEnglish();

    [GeneratedRegex("chargedtwice(?!a|per|e|on) | chargedmetwice | doublecharged | unauthori[sz]edcharge | chargedmycard | mycardwascharged", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex ChargeSpelledOut();
}
