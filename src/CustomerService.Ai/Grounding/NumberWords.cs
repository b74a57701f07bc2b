using System.Collections.Frozen;
using System.Globalization;

namespace CustomerService.Ai.Grounding;

/// <summary>Numbers as they are written: 1,234, 12만 9천, 삼십만, 두, forty-eight.</summary>
internal static class NumberWords
{
    private const decimal Largest = 1_000_000_000_000_000m;
    private const string SinoDigits = "영일이삼사오육칠팔구";

    private static readonly FrozenDictionary<string, int> Words = Table(
        "하나 한 one", "두 둘 two", "세 셋 three", "네 넷 four", "다섯 five", "여섯 six", "일곱 seven", "여덟 eight", "아홉 nine", "열 ten",
        "열한 eleven", "열두 twelve", "열세 thirteen", "열네 fourteen", "열다섯 fifteen", "열여섯 sixteen", "열일곱 seventeen", "열여덟 eighteen", "열아홉 nineteen", "스무 스물 twenty")
        .Concat(new Dictionary<string, int>
        {
            ["서른"] = 30, ["thirty"] = 30, ["마흔"] = 40, ["forty"] = 40, ["쉰"] = 50, ["fifty"] = 50, ["sixty"] = 60, ["seventy"] = 70, ["eighty"] = 80, ["ninety"] = 90,
        }).ToFrozenDictionary();

    /// <summary>Digits with Korean myriads: 1,234, 12만 9천. A number beyond all evidence where it cannot be read.</summary>
    public static decimal Parse(ReadOnlySpan<char> text)
    {
        decimal total = 0, section = 0;
        decimal? number = null;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c))
            {
                var end = i + 1;
                while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is ',' or '.'))
                    end++;
                if (!decimal.TryParse(text[i..end].TrimEnd(",."), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var digits) || digits > Largest)
                    return decimal.MaxValue;
                number = digits;
                i = end - 1;
            }
            else if (SinoDigits.IndexOf(c, StringComparison.Ordinal) is >= 0 and var digit)
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

            if (total > Largest || section > Largest)
                return decimal.MaxValue;
        }

        return total + section + (number ?? 0);
    }

    /// <summary>두, forty-eight, a hundred; null when the words are no number.</summary>
    public static decimal? FromWords(string text)
    {
        decimal total = 0, part = 0;
        foreach (var word in text.ToLowerInvariant().Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (Words.TryGetValue(word, out var value))
                part += value;
            else if (word == "hundred")
                part = Math.Max(1, part) * 100;
            else if (word == "dozen")
                part = Math.Max(1, part) * 12;
            else if (word == "thousand")
                (total, part) = (total + (Math.Max(1, part) * 1_000), 0);
            else if (word is not ("a" or "and"))
                return null;
        }

        return total + part;
    }

    private static IEnumerable<KeyValuePair<string, int>> Table(params string[] rows) =>
        rows.SelectMany((row, i) => row.Split(' ').Select(word => KeyValuePair.Create(word, i + 1)));
}
