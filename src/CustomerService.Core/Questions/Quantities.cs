using System.Text.RegularExpressions;

namespace CustomerService.Core.Questions;

/// <summary>How many pieces are wanted: 10개, 두 대, 20 units, order 5.</summary>
internal static partial class Quantities
{
    private static readonly Dictionary<string, int> EnglishNumbers = new()
    {
        ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10, ["a dozen"] = 12, ["twenty"] = 20, ["fifty"] = 50, ["a hundred"] = 100,
    };

    public static int? In(QuestionText text)
    {
        var match = Pieces().Match(text.Spaced);
        if (!match.Success)
            return null;
        var number = match.Groups["n"].Value;
        if ((EnglishNumbers.TryGetValue(number, out var spelled) ? spelled : KoreanNumerals.ParseCount(number)) is not { } quantity)
            return null;
        text.ExplainSpaced(match.Index, match.Length);
        return quantity;
    }

    [GeneratedRegex("""
          (?<![가-힣a-z\d.]) (?<n> \d{1,6} | 한 | 두 | 세 | 네 | 다섯 | 여섯 | 일곱 | 여덟 | 아홉 | 열 | 열두 | 열다섯 | 스무 | 서른 ) \s? (개(?!월|국|인|의\s?기기) | 대(?!의|에서|동시|연결|까지\s?연결|\s?동시|\s?연결) | 세트 | 박스)
        | \b (?<n> \d{1,6} | two | three | four | five | six | seven | eight | nine | ten | a\sdozen | twenty | fifty | a\shundred ) \s (units? | pieces? | pcs | sets? | boxes | of\s(them|these|this|those|it))\b
        | \b (buy | order | need | get | purchase | want | take) \s (?<n> \d{1,6} | two | three | four | five | six | seven | eight | nine | ten | a\sdozen | twenty | fifty | a\shundred ) (?!\s?(\$ | [€₩,.\d%"'"] | won | krw | usd | dollars | hours? | hrs? | gb | tb | w\b | inch | g\b | kg | mah | hz | k\b | devices | days? | months? | years? | minutes? | min\b | ms\b | db\b))
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Pieces();
}
