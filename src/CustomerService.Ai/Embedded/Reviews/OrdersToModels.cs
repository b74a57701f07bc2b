using System.Text.RegularExpressions;

namespace CustomerService.Ai.Embedded.Reviews;

/// <summary>Reviews that speak to a language model and not to shoppers. They are neither quoted nor counted for aspects.</summary>
internal static partial class OrdersToModels
{
    // Every repetition is bounded, so that hostile text costs no more than other text of its length and no clock is needed:
    // a clock would make the answer depend on how busy the machine is.
    public static bool In(string text) => English().IsMatch(text) || Korean().IsMatch(text);

    [GeneratedRegex(
        """
        \b(ignore|disregard|forget|override)\b.{0,30}\b(instructions?|prompts?|rules|guidelines)\b
        | \b(system\s{1,3}prompt|prompt\s{1,3}injection|jailbreak|developer\s{1,3}mode|as\s{1,3}an?\s{1,3}(ai|language\s{1,3}model)\b|you\s{1,3}are\s{1,3}now\s{1,3}an?\b|new\s{1,3}instructions?\s{0,3}:)
        | \b(ai|chatbot|assistant|language\s{1,3}model|llm|gpt)\b[^.!?]{0,20}\b(must|should|please|tell|say|reply|respond|answer|summari[sz]e|write|output|reveal)\b[^.!?]{0,40}\b(customers?|shoppers?|users?|everyone|that|this|discount|coupon|rating|stars)\b
        | \b(tell|inform)\s{1,3}(all\s{1,3}|the\s{1,3}|every\s{1,3}|your\s{1,3}){0,4}(customers?|shoppers?|users?|buyers?)\b
        | <\s{0,3}/?\s{0,3}(system|assistant|instructions?)\s{0,3}> | \[/?(inst|system)\] | \#{2,}\s{0,3}(system|instructions?) | ^\s{0,3}(system|assistant)\s{0,3}:
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex English();

    [GeneratedRegex(
        """
        (지시|명령|프롬프트|지침|규칙|설정)\s{0,3}(사항)?\s{0,3}(을|를|은|는|들을)?\s{0,3}(모두|전부|다)?\s{0,3}(무시|잊)
        | 시스템\s{0,3}(프롬프트|메시지) | 프롬프트\s{0,3}(를|을)?\s{0,3}(출력|공개|알려)
        | (언어\s{0,3}모델|인공지능|챗봇|챗gpt|chatgpt|gpt|ai|어시스턴트|상담\s{0,3}봇)\s{0,3}(은|는|이|가|야|아|에게|님)?,?\s{0,3}[^.!?\n]{0,40}(말해|답해|답변해|대답해|추천해|요약해|출력해|알려|안내해|작성해|하라|해라|하시오|쓰세요)
        | (고객|구매자|소비자|사용자)(들)?에게\s{0,3}[^.!?\n]{0,40}(라고|다고)\s{0,3}(말|답|안내|전)
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Korean();
}
