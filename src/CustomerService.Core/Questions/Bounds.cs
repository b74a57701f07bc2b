using System.Text.RegularExpressions;

namespace CustomerService.Core.Questions;

/// <summary>What a word beside a quantity makes of it.</summary>
internal enum Bound
{
    None,
    /// <summary>이하, under, up to.</summary>
    Max,
    /// <summary>미만: the quantity itself is excluded.</summary>
    Below,
    /// <summary>이상, at least, over.</summary>
    Min,
    /// <summary>초과: the quantity itself is excluded.</summary>
    Above,
    /// <summary>정도, around.</summary>
    About,
    /// <summary>대, as in 5만원대: all that begins with these digits.</summary>
    Band,
}

/// <summary>Finds the bounding word on either side of a quantity.</summary>
internal static partial class Bounds
{
    private const int LongestBefore = 24;

    /// <param name="start">Where the quantity begins.</param>
    /// <param name="end">Where it ends, exclusive.</param>
    /// <returns>The bound, and where quantity and bounding word together begin and end.</returns>
    public static (Bound Bound, int Start, int End) Around(string spaced, int start, int end)
    {
        var after = After().Match(spaced, end);
        if (after.Success)
        {
            var bound = after.Groups["band"].Success ? Bound.Band
                : after.Groups["below"].Success ? Bound.Below
                : after.Groups["max"].Success ? Bound.Max
                : after.Groups["above"].Success ? Bound.Above
                : after.Groups["min"].Success ? Bound.Min
                : Bound.About;
            return (bound, start, after.Index + after.Length);
        }

        var from = Math.Max(0, start - LongestBefore);
        var before = Before().Match(spaced[from..start]);
        if (!before.Success)
            return (Bound.None, start, end);
        return (before.Groups["max"].Success ? Bound.Max : before.Groups["min"].Success ? Bound.Min : Bound.About, from + before.Index, end);
    }

    [GeneratedRegex("""
        \G \s?
        ( (?<band> 대(?![가-힣]{0,1}용) )
        | ([은는을를]|보다)? \s? (?<below> 미만 )
        | ([은는을를이]|보다)? \s? (?<max> 이하 | 아래 | 밑으로 | 밑 | 언더 | 이내 | 안쪽 | 안으로 | 안에서?(?![가-힣]) | 내에서 | 내로 | 내외?로\s? | 까지 | 한도 | 안\s?넘 | 넘지\s?(않|말|마) | 안\s?쪽 | 싼 | 저렴한
                        | or\s(less|under|below) | and\sunder | max\b | maximum | tops\b | budget )
        | ([은는을를]|보다)? \s? (?<above> 초과 )
        | ([은는을를]|보다)? \s? (?<min> 이상 | 부터 | 넘는 | 넘어 | 비싼 | or\s(more|above|over) | and\s(up|above) | \+ )
        | (?<about> 정도 | 쯤 | 내외 | 전후 | 안팎 | 가량 | 선(에서|의|으로) | ish\b ) )
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex After();

    [GeneratedRegex("""
        ( (?<max> under | below | beneath | less\sthan | lower\sthan | cheaper\sthan | up\sto | within | inside | max(imum)?(\sof)? | at\smost | (no|not)\s(more\sthan|over|above|exceeding)
                | not\sexceed(ing)? | budget(\s(is|of|:))?(\s(about|around))? | < | 예산[은이]? | 최대 | limit(\sof)? )
        | (?<min> over | above | more\sthan | at\sleast | from | starting\s(at|from) | minimum | > | 최소 )
        | (?<about> around | about | approximately | roughly | 약 ) ) \s?:?\s? $
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Before();
}
