using System.Text.RegularExpressions;

namespace CustomerService.Core.Questions;

/// <summary>Words that look like a shop's product numbers, such as E001 or SW-P48.</summary>
internal static partial class ProductCodes
{
    /// <summary>A number of a product has three digits or more; a shorter one may as well be part of a model's name (K87) and stays among the rest words.</summary>
    private const int DigitsOfNumber = 3;

    /// <summary>The codes, upper case, each once.</summary>
    public static IReadOnlyList<string> In(QuestionText text)
    {
        List<string>? codes = null;
        foreach (Match match in Code().Matches(text.Spaced))
        {
            var code = match.Value.ToUpperInvariant();
            codes ??= [];
            if (!codes.Contains(code))
                codes.Add(code);
            if (code.Count(char.IsAsciiDigit) >= DigitsOfNumber)
                text.ExplainSpaced(match.Index, match.Length);
        }

        return codes ?? [];
    }

    // Standards look the same: IP67, USB32, MP4, DDR5, H264.
    [GeneratedRegex(@"(?<![a-z\d-]) (?! ip[x\d] | usb | ddr | hdmi | h26 | mp\d | wifi | pcie | cat\d | ios | rgb | win\d ) [a-z]{1,4} -? [a-z]{0,2} \d{2,6} [a-z]? (?![a-z\d])", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Code();
}
