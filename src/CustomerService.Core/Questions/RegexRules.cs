using System.Text.RegularExpressions;

namespace CustomerService.Core.Questions;

/// <summary>How all patterns of this folder are compiled: white space in them only sets them out.</summary>
internal static class RegexRules
{
    public const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace;

    /// <summary>Milliseconds. Every repetition is bounded and questions are short, so that only a stalled machine gets there.</summary>
    public const int Timeout = 1_000;
}
