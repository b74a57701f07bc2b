using System.Text.RegularExpressions;
using CustomerService.Core.Text;

namespace CustomerService.Core.Questions;

/// <summary>Reads bounds on a price: 10만원 이하, 5만원대, 10만~20만원, under $50, between 50 and 100 dollars.</summary>
internal static partial class PriceRanges
{
    private const decimal AboutShare = 0.2m;

    /// <param name="Range">What was said; minor units.</param>
    /// <param name="IsBounded">Whether a word makes it a bound. A bare amount ("10만원 이어폰") is read as the most that is to be spent.</param>
    public sealed record Found(PriceRange Range, bool IsBounded);

    private sealed record Amount(decimal Value, string? Currency, bool HasMultiple, int Start, int End);

    /// <summary>The first range of prices in the text, and marks it as explained; null when there is none.</summary>
    public static Found? Find(QuestionText text, string shopCurrency)
    {
        var spaced = text.Spaced;
        var amounts = Amounts(spaced);
        for (var i = 0; i < amounts.Count; i++)
        {
            var (first, last) = (amounts[i], amounts[i]);
            if (i + 1 < amounts.Count && RangeSign().IsMatch(spaced[first.End..amounts[i + 1].Start]))
            {
                last = amounts[i + 1];
                // The multiple of the second holds for both: 5-10만원.
                if (!first.HasMultiple && last.HasMultiple && first.Currency is null && first.Value < 1_000)
                    first = first with { Value = first.Value * (last.Value >= 10_000 ? 10_000 : 1_000) };
            }

            var (bound, boundStart, boundEnd) = Bounds.Around(spaced, first.Start, last.End);
            var currency = first.Currency ?? last.Currency;
            if (currency is null && !IsMoneyWithoutCurrency(spaced, last, bound, shopCurrency))
                continue;

            text.ExplainSpaced(boundStart, boundEnd - boundStart);
            var (min, max) = Limits(first.Value, last.Value, bound, isRange: !ReferenceEquals(first, last) && first.Start != last.Start);
            currency ??= shopCurrency;
            var spoken = spaced[boundStart..boundEnd].Trim();
            return new(new(ToMinor(min, currency, bound == Bound.Above ? 1 : 0), ToMinor(max, currency, bound is Bound.Below ? -1 : 0), currency, spoken),
                bound != Bound.None || first.Start != last.Start);
        }

        return null;
    }

    private static (decimal? Min, decimal? Max) Limits(decimal first, decimal last, Bound bound, bool isRange) => bound switch
    {
        Bound.Band => (Math.Min(first, last), Math.Max(first, last) + Step(last) - 1),
        _ when isRange => (Math.Min(first, last), Math.Max(first, last)),
        Bound.Min or Bound.Above => (first, null),
        Bound.About => (first * (1 - AboutShare), first * (1 + AboutShare)),
        _ => (null, first),
    };

    /// <summary>The place of the last digit that is not 0: 10만원대 goes up to 199,999, 15만원대 to 159,999.</summary>
    private static decimal Step(decimal value)
    {
        decimal step = 1;
        while (value >= step * 10 && value % (step * 10) == 0)
            step *= 10;
        return step;
    }

    private static long? ToMinor(decimal? major, string currency, int beyond) =>
        major is { } value ? (long)(value * (decimal)Math.Pow(10, Money.Decimals(currency))) + beyond : null;

    private static List<Amount> Amounts(string spaced)
    {
        var amounts = new List<Amount>();
        foreach (Match match in AmountPattern().Matches(spaced))
        {
            var number = match.Groups["n"];
            if (KoreanNumerals.Parse(number.ValueSpan) is not { } value || value <= 0)
                continue;
            var currency = CurrencyOf(match.Groups["pre"].ValueSpan) ?? CurrencyOf(match.Groups["unit"].ValueSpan);
            var thousands = match.Groups["k"].Success;
            amounts.Add(new(thousands ? value * 1_000 : value, currency, thousands || number.ValueSpan.IndexOfAny("십백천만억") >= 0, match.Index, match.Index + match.Length));
        }

        return amounts;
    }

    private static string? CurrencyOf(ReadOnlySpan<char> unit) => unit switch
    {
        "" => null,
        "$" or "us$" or "usd" or "달러" or "불" or "dollar" or "dollars" or "buck" or "bucks" => "USD",
        "€" or "eur" or "유로" or "euro" or "euros" => "EUR",
        _ => "KRW",
    };

    /// <summary>10만 이하 and "under 100,000" are money in a Korean shop, "under 50" in a shop that counts in dollars; a number before a unit never is.</summary>
    private static bool IsMoneyWithoutCurrency(string spaced, Amount amount, Bound bound, string shopCurrency) =>
        bound != Bound.None && (bound != Bound.Band || amount.HasMultiple) && !OtherUnit().IsMatch(spaced, amount.End)
        && (amount.HasMultiple || amount.Value >= 1_000 || Money.Decimals(shopCurrency) > 0);

    [GeneratedRegex("""
        (?<![a-z\d.,])
        (?<pre> us\$ | [$₩€] | krw\s | usd\s )? \s?
        (?<n> \d[\d,]{0,14}(\.\d{1,3})? (\s?[십백천만억] (\s?\d{1,4} (?=\s?[십백천만원억]))?){0,4}
            | (?<![가-힣]) [일이삼사오육칠팔구]{0,1}[십백천만억][일이삼사오육칠팔구십백천만억]{0,8} (\s[일이삼사오육칠팔구]?[십백천만]{1,3})? (?=\s?(원|달러|불)) )
        (?<k>k(?![a-z]))?
        (\s?(?<unit> 원 | won\b | krw | ₩ | 달러 | 불(?![가-힣]|편) | dollars?\b | usd | bucks?\b | 유로 | euros?\b | eur\b | € | \$ ))?
        (짜리)?
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex AmountPattern();

    [GeneratedRegex(@"^ \s? ( ~ | - | 에서 | 부터 | to | and | 이상 ) \s? (₩|\$)? $", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex RangeSign();

    [GeneratedRegex(@"\G \s? ( 화소 | mah | m?w\b | hz | gb | tb | 시간 | 번 | 명 | 개 | 원?짜리 | 보\b | dpi | hours?\b | hrs?\b | h\b | g\b | kg | grams?\b | inch | min | units?\b | pieces?\b | pcs | ms\b | db\b | % | 인치 | 그램 | 분 | 년 | months? | years? | people | reviews? | stars? )", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex OtherUnit();
}
