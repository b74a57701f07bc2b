using System.Globalization;
using System.Text.RegularExpressions;
using CustomerService.Core.Questions;
using CustomerService.Core.Text;

namespace CustomerService.Core.Import;

/// <summary>Reads amounts as people and shop systems write them.</summary>
public static partial class Amounts
{
    private const int MostPlainDigits = 18;
    private static readonly (string Sign, string Currency)[] Signs = [("₩", "KRW"), ("￦", "KRW"), ("원", "KRW"), ("US$", "USD"), ("$", "USD"), ("€", "EUR"), ("£", "GBP"), ("¥", "JPY"), ("円", "JPY"), ("元", "CNY")];

    /// <summary>12,900 · ₩12,900 · 12.900,50 EUR · 29.99 USD.</summary>
    /// <param name="currency">What an amount without a currency is in; ISO 4217.</param>
    /// <returns>Null when it is no amount, is negative, or has more decimals than its currency.</returns>
    public static Money? Price(string text, string currency)
    {
        var words = text.Trim();
        foreach (var (sign, named) in Signs)
        {
            if (words.StartsWith(sign, StringComparison.Ordinal) || words.EndsWith(sign, StringComparison.Ordinal))
            {
                (words, currency) = (words.Replace(sign, "", StringComparison.Ordinal).Trim(), named);
                break;
            }
        }

        if (Code().Match(words) is { Success: true } code)
            (words, currency) = (words.Replace(code.Value, "", StringComparison.Ordinal).Trim(), code.Groups["code"].Value.ToUpperInvariant());
        if (Number(words) is not ({ } amount and >= 0))
            return null;
        var minor = amount * (decimal)Math.Pow(10, Money.Decimals(currency));
        return minor == Math.Truncate(minor) && minor <= long.MaxValue / 1_000 ? new Money((long)minor, currency) : null;
    }

    /// <summary>A number with either mark of decimals; 1.234 and 1,234 are thousands where three digits follow a single mark, unless it begins with 0.</summary>
    /// <returns>Null when it is none.</returns>
    public static decimal? Number(string text)
    {
        if (text.Length is > 0 and <= MostPlainDigits && !text.AsSpan().ContainsAnyExceptInRange('0', '9'))
            return long.Parse(text, CultureInfo.InvariantCulture);
        var words = text.Trim().Replace("\u00a0", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        if (!Digits().IsMatch(words))
            return null;
        var (dot, comma) = (words.LastIndexOf('.'), words.LastIndexOf(','));
        var last = Math.Max(dot, comma);
        var isDecimal = last >= 0 && ((dot >= 0 && comma >= 0) || (words.IndexOf(words[last]) == last && (words.Length - last - 1 != 3 || words.TrimStart('-', '+')[0] == '0')));
        var whole = isDecimal ? words[..last] : words;
        var plain = whole.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal) + (isDecimal ? "." + words[(last + 1)..] : "");
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    [GeneratedRegex(@"^(?<code>[A-Za-z]{3})\s|\s?(?<code>[A-Za-z]{3})$", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Code();

    [GeneratedRegex(@"^[-+]?\d[\d.,]{0,24}$", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Digits();
}
