using System.Globalization;

namespace CustomerService.Core.Text;

/// <summary>An amount of money in the currency's minor units (ISO 4217: won have no decimals, dollars have two).</summary>
/// <param name="Minor">Minor units; never negative for a price.</param>
/// <param name="Currency">ISO 4217 code, upper case.</param>
public readonly record struct Money(long Minor, string Currency)
{
    /// <summary>The number of decimals that the currency has (ISO 4217).</summary>
    public static int Decimals(string currency) => currency is "KRW" or "JPY" or "VND" ? 0 : 2;

    /// <summary>The amount in major units.</summary>
    public decimal Major => Minor / (decimal)Math.Pow(10, Decimals(Currency));

    /// <summary>The amount as shoppers read it: 129,000원 in Korean, ₩129,000 in English, $29.99 in both.</summary>
    public string Format(Language language)
    {
        var number = Major.ToString(Decimals(Currency) == 0 ? "N0" : "N2", CultureInfo.InvariantCulture);
        return Currency switch
        {
            "KRW" => language == Language.Korean ? $"{number}원" : $"₩{number}",
            "USD" => $"${number}",
            "EUR" => $"€{number}",
            "JPY" => $"¥{number}",
            _ => $"{number} {Currency}",
        };
    }

    /// <summary>The amount as shoppers read it where it is the lowest of several: 129,000원부터, from $29.99.</summary>
    public string FormatLowest(Language language) => language.Choose($"{Format(language)}부터", $"from {Format(language)}");
}
