using System.Globalization;

namespace CustomerService.Core.Questions;

/// <summary>Numbers as Koreans write them: 5만 5천, 1.5만, 삼십만, 오만, 129,000, and native counting words such as 열두 (개).</summary>
internal static class KoreanNumerals
{
    private const string Digits = "영일이삼사오육칠팔구";

    private static readonly Dictionary<string, int> Counting = new()
    {
        ["한"] = 1, ["하나"] = 1, ["두"] = 2, ["둘"] = 2, ["세"] = 3, ["셋"] = 3, ["네"] = 4, ["넷"] = 4, ["다섯"] = 5, ["여섯"] = 6,
        ["일곱"] = 7, ["여덟"] = 8, ["아홉"] = 9, ["열"] = 10, ["열두"] = 12, ["열다섯"] = 15, ["스무"] = 20, ["서른"] = 30, ["마흔"] = 40, ["쉰"] = 50,
    };

    /// <summary>The number; null when the text is none or is larger than a price can be.</summary>
    public static decimal? Parse(ReadOnlySpan<char> text)
    {
        decimal total = 0, section = 0;
        decimal? number = null;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == ' ')
                continue;
            if (char.IsAsciiDigit(c))
            {
                var end = i + 1;
                while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is ',' or '.'))
                    end++;
                if (end - i > 18 || !decimal.TryParse(text[i..end].TrimEnd(",."), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var digits))
                    return null;
                number = digits;
                i = end - 1;
            }
            else if (Digits.IndexOf(c, StringComparison.Ordinal) is >= 0 and var digit)
            {
                number = digit;
            }
            else if (c is '십' or '백' or '천')
            {
                section += (number ?? 1) * (c switch { '십' => 10, '백' => 100, _ => 1_000 });
                number = null;
            }
            else if (c is '만' or '억')
            {
                section += number ?? 0;
                total += (section == 0 ? 1 : section) * (c == '만' ? 10_000 : 100_000_000);
                (section, number) = (0, null);
            }
            else
            {
                return null;
            }

            if (total > 1_000_000_000_000)
                return null;
        }

        return total + section + (number ?? 0);
    }

    /// <summary>A count of pieces, in digits or in native words; null when it is none, or not between 1 and 100,000.</summary>
    public static int? ParseCount(string text) =>
        Counting.TryGetValue(text, out var counted) ? counted
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) && digits is >= 1 and <= 100_000 ? digits
        : null;
}
