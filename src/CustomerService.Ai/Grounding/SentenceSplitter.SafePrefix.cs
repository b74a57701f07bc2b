using System.Text.RegularExpressions;

namespace CustomerService.Ai.Grounding;

internal sealed partial class SentenceSplitter
{
    /// <summary>
    /// How many leading characters of an unfinished sentence hold nothing that needs checking: whole words only, up to the first that
    /// has a figure, begins a quote, an address or markup, or that a claim of availability can begin with.
    /// </summary>
    public static int SafePrefix(string unfinishedSentence)
    {
        var text = PlainText.Fold(unfinishedSentence);
        var safe = text.Length;
        while (safe > 0 && !char.IsWhiteSpace(text[safe - 1]))
            safe--;
        if (Risky().Match(text) is { Success: true } risk)
            safe = Math.Min(safe, risk.Index);
        if (Figures.In(text) is [{ } figure, ..])
            safe = Math.Min(safe, figure.Start);
        while (safe > 0 && safe < text.Length && !char.IsWhiteSpace(text[safe - 1]))
            safe--;
        return safe;
    }

    [GeneratedRegex("""
        [\d<>\[\]()$€£¥₩★⭐"“„‘「『«`!\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF] | (?<![a-z])' | http | www | ://
        | 재고 | 품절 | 매진 | 소진 | 출고 | 발송 | 당일 | 금일 | 오늘 | 내일 | 모레 | 구매 | 주문 | 바로 | 남은 | 남아 | 요일 | 수량
        | (?<![가-힣]) ( 두 | 세 | 네(?!\s?[,.]) | 다섯 | 여섯 | 일곱 | 여덟 | 아홉 | 열 | 열한 | 열두 | 스무 | 서른 | 마흔 | 쉰 | 한 | 별 ) (?![가-힣])
        | (?<![가-힣]) ( (?=[일이삼사오육칠팔구]{0,8}[십백천만억]) [일이삼사오육칠팔구십백천만억]{1,12} ) (?=$|\s|[원개대명건시분월년])
        | (?<![a-z]) ( one | two | three | four | five | six | seven | eight | nine | ten | eleven | twelve | [a-z]{3,5}teen | (twen|thir|for|fif|six|seven|eigh|nine)ty
            | hundred | thousand | dozen | million | percent | stars?
            | in [\s-]+ ($|s(?=$|t($|o))) | in[\s-]stock | stock | sold | sells? \s | selling | out \s of | unavailable | available | ships? | shipped | shipping | leaves | dispatch\w* | same[\s-]
            | today | tomorrow | none | nothing | left | currently | no \s | can \s | has \s | have \s | send | sent | goes \s | go \s
            | january | february | march | april | may | june | july | august | september | october | november | december
            | (mon|tues|wednes|thurs|fri|satur|sun)day ) (?![a-z])
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, Timeout.Infinite)]
    private static partial Regex Risky();
}
