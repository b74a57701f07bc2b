using System.Text.RegularExpressions;

namespace CustomerService.Core.Questions;

/// <summary>Greetings, thanks and goodbyes.</summary>
internal static partial class Courtesies
{
    /// <summary>Whether the sentences greet or thank; the words that do are explained.</summary>
    public static (bool Greets, bool Thanks) In(IEnumerable<QuestionText> sentences)
    {
        var (greets, thanks) = (false, false);
        foreach (var text in sentences)
        {
            greets |= Explain(text, Greeting());
            thanks |= Explain(text, Thanks());
        }

        return (greets, thanks);
    }

    private static bool Explain(QuestionText text, Regex pattern)
    {
        var found = false;
        foreach (Match match in pattern.Matches(text.Spaced))
        {
            text.ExplainSpaced(match.Index, match.Length);
            found = true;
        }

        return found;
    }

    [GeneratedRegex(@"(감사|고마[워웠울]|고맙|땡큐|수고(하|많|요)|안녕히)[가-힣]{0,8} | \b(thank(s|\syou|\su)? | thx | ty | cheers | bye(\sbye)? | goodbye | see\syou | appreciate(\sit|d)?)\b", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Thanks();

    [GeneratedRegex(@"(안녕(?!히)|하이|헬로|반가|반갑|여보세요|계세요|좋은\s?(아침|하루|저녁))[가-힣]{0,5} | ㅎㅇ | ㅂㅇ | \b(hi+ | hello+ | hey+ | good\s(morning|afternoon|evening|day) | greetings | howdy | nice\sto\smeet\syou)\b", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Greeting();
}
