using System.Globalization;
using CustomerService.Core.Questions;

namespace CustomerService.Core.Search;

/// <summary>Values of an attribute that a search looks for, both ends included, in the attribute's unit.</summary>
public sealed record AmountRange(string Key, double From, double To);

/// <summary>A quantity that is searched for.</summary>
/// <param name="Ranges">One for each attribute that its unit may mean.</param>
/// <param name="Number">The value in digits, as a name may hold it: 5천 mAh is 5000.</param>
public sealed record SearchAmount(IReadOnlyList<AmountRange> Ranges, string Number);

/// <summary>Reads quantities with their units out of what is searched for: 5천 mAh, 48시간, 1.5kg.</summary>
public static class SearchAmounts
{
    private const int Most = 3;
    // 1,490 g is sold as 1.5 kg.
    private const double Rounding = 0.02;

    /// <summary>The quantities, at most three, and the text without them.</summary>
    public static (IReadOnlyList<SearchAmount> Amounts, string Others) In(string text)
    {
        var amounts = new List<SearchAmount>();
        var rest = new List<string>();
        foreach (var sentence in QuestionText.Sentences(text))
        {
            var left = sentence.Spaced;
            foreach (var (key, value, written) in Measures.In(sentence).Take(Most - amounts.Count))
            {
                amounts.Add(new([.. Keys(key).Select(k => Range(k, value))], value.ToString("0.##", CultureInfo.InvariantCulture)));
                left = left.Replace(written, " ", StringComparison.Ordinal);
            }

            rest.Add(left);
        }

        return (amounts, string.Join('\n', rest));
    }

    private static string[] Keys(string key) => key == "storage_gb" ? [key, "memory_gb"] : [key];

    private static AmountRange Range(string key, double value) =>
        new(key, value * (1 - Rounding), key == "screen_inch" ? value + Measures.InchFraction : value * (1 + Rounding));
}
