using System.Text.RegularExpressions;

namespace CustomerService.Ai.Embedded.Reviews;

/// <summary>Reviews that speak to a language model and not to shoppers. They are neither quoted nor counted for aspects.</summary>
internal static partial class OrdersToModels
{
    public static bool In(string text) => English().IsMatch(text) || Korean().IsMatch(text);

    [GeneratedRegex(
        """
        \b(ignore|disregard|forget|override)\b.{0,30}\b(instructions?|prompts?|rules|guidelines)\b
        | \b(system\s+prompt|prompt\s+injection|jailbreak|developer\s+mode|as\s+an?\s+(ai|language\s+model)\b|you\s+are\s+now\s+an?\b|new\s+instructions?\s*:)
        | \b(ai|chatbot|assistant|language\s+model|llm|gpt)\b[^.!?]{0,20}\b(must|should|please|tell|say|reply|respond|answer|summari[sz]e|write|output|reveal)\b[^.!?]{0,40}\b(customers?|shoppers?|users?|everyone|that|this|discount|coupon|rating|stars)\b
        | \b(tell|inform)\s+(all\s+|the\s+|every\s+|your\s+)*(customers?|shoppers?|users?|buyers?)\b
        | <\s*/?\s*(system|assistant|instructions?)\s*> | \[/?(inst|system)\] | \#{2,}\s*(system|instructions?) | ^\s*(system|assistant)\s*:
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex English();

    [GeneratedRegex(
        """
        (지시|명령|프롬프트|지침|규칙|설정)\s*(사항)?\s*(을|를|은|는|들을)?\s*(모두|전부|다)?\s*(무시|잊)
        | 시스템\s*(프롬프트|메시지) | 프롬프트\s*(를|을)?\s*(출력|공개|알려)
        | (언어\s*모델|인공지능|챗봇|챗gpt|chatgpt|gpt|ai|어시스턴트|상담\s*봇)\s*(은|는|이|가|야|아|에게|님)?,?\s*[^.!?\n]{0,40}(말해|답해|답변해|대답해|추천해|요약해|출력해|알려|안내해|작성해|하라|해라|하시오|쓰세요)
        | (고객|구매자|소비자|사용자)(들)?에게\s*[^.!?\n]{0,40}(라고|다고)\s*(말|답|안내|전)
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Korean();
}
