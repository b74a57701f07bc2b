using System.Text.RegularExpressions;

namespace CustomerService.Ai.Gateway;

/// <summary>Takes out of a customer's words what a model does not need for an answer: addresses of mail, numbers of telephones, cards, accounts and persons.</summary>
internal static partial class PersonalData
{
    public static string Masked(string text) => Numbers().Replace(Mail().Replace(text, "(e-mail)"), "(number)");

    /// <summary>With something else in the place of each of them.</summary>
    public static string Replaced(string text, Func<string, string> replace) => Numbers().Replace(Mail().Replace(text, m => replace(m.Value)), m => replace(m.Value));

    [GeneratedRegex(@"[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9.\-]{1,253}\.[A-Za-z]{2,24}", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Mail();

    // Telephone numbers (010-1234-5678, +82 10 1234 5678), resident numbers (900101-1234567), cards and accounts: nine digits and more, grouped or not.
    [GeneratedRegex(@"(?<![\d,.])\+?\d(?:[\s\-.()]{0,2}\d){8,18}(?![\d,.]*\d)", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Numbers();
}
