using System.Globalization;
using System.Text.RegularExpressions;
using CustomerService.Core.Questions;

namespace CustomerService.Core.Triage;

/// <summary>Finds numbers that pay or that identify a person.</summary>
internal static partial class PaymentNumbers
{
    /// <summary>Digits of a card number, by ISO/IEC 7812.</summary>
    private const int FewestOfCard = 13;
    private const int MostOfCard = 19;

    /// <summary>The range of Mastercard within those that begin with 2: the others would be dates, as in order numbers.</summary>
    private const int FirstOfMastercard2 = 2221;
    private const int LastOfMastercard2 = 2720;

    /// <summary>Where card numbers stand: groups of 13 to 19 digits that satisfy the check digit and begin as cards do.</summary>
    public static IEnumerable<(int Start, int Length)> Cards(string text)
    {
        foreach (Match run in DigitGroups().Matches(text))
        {
            var groups = run.Groups["digits"].Captures;
            for (var first = 0; first < groups.Count; first++)
            {
                var last = LastOfCard(text, groups, first);
                if (last < 0)
                    continue;
                yield return (groups[first].Index, groups[last].Index + groups[last].Length - groups[first].Index);
                first = last;
            }
        }
    }

    private static int LastOfCard(string text, CaptureCollection groups, int first)
    {
        var count = 0;
        var longest = -1;
        for (var last = first; last < groups.Count && count + groups[last].Length <= MostOfCard; last++)
        {
            count += groups[last].Length;
            if (count >= FewestOfCard && IsCard(text, groups[first].Index, groups[last].Index + groups[last].Length))
                longest = last;
        }

        return longest;
    }

    private static bool IsCard(string text, int start, int end)
    {
        Span<int> digits = stackalloc int[MostOfCard];
        var count = 0;
        for (var i = start; i < end; i++)
        {
            if (char.IsDigit(text[i]))
                digits[count++] = CharUnicodeInfo.GetDecimalDigitValue(text[i]);
        }

        digits = digits[..count];
        return BeginsAsCard(digits) && IsLuhnValid(digits);
    }

    /// <summary>Cards begin with 3 to 6, those of Korea alone with 9, and some of Mastercard with 2.</summary>
    private static bool BeginsAsCard(ReadOnlySpan<int> digits)
    {
        var four = digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3];
        return digits[0] is >= 3 and <= 6 or 9 || four is >= FirstOfMastercard2 and <= LastOfMastercard2;
    }

    private static bool IsLuhnValid(ReadOnlySpan<int> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)];
            var weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }

        return sum % 10 == 0;
    }

    // Telephone numbers that stand beside each other make up as many digits as a card has.
    [GeneratedRegex(@"(?<!\d) (?! 0\d{1,2}[-\s.)]{1,2}\d{3,4}[-\s.]\d{4}(?!\d) ) (?<digits>\d{1,19}) ( (\s|\s?[-－–./·_,]\s?) (?! 0\d{1,2}[-\s.)]{1,2}\d{3,4}[-\s.]\d{4}(?!\d) ) (?<digits>\d{1,19}) ){0,60} (?!\d)", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex DigitGroups();

    /// <summary>A Korean resident registration number, with the dash or named; the last digits may be starred out.</summary>
    [GeneratedRegex("""
        (?<!\d) \d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]) \s?[-~.]\s? [1-8][\d*]{6} (?![\d*])
        | (주민|등록번호|resident|registration|rrn) .{0,20}? (?<!\d) \d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]) \s? [1-8]\d{6} (?!\d)
        """, RegexRules.Options, RegexRules.Timeout)]
    public static partial Regex ResidentNumber();

    /// <summary>A number that is called an account's, or stands beside a bank's name.</summary>
    [GeneratedRegex("""
        ( 계\s?좌 | 통장 | 입금 | \b(bank|savings|checking)\saccount | \baccount\s?(number|no|num|\#) | \biban )
          ((?!주문|전화|연락|송장|order|phone)[^\d\n?]){0,20} (?!01\d[-\s.]?\d{3,4}[-\s.]?\d{4}) (?!20\d\d[-.]\s?[01]?\d[-.]) ( \d[-\d\s.]{8,24}\d | [a-z]{2}\d{2}[a-z\d\s]{10,30} )
        | (국민|신한|우리|하나|농협|기업|카카오|카뱅|토스|케이|새마을금고|우체국|신협|제일|씨티|수협|부산|대구|광주|전북|경남|산업|kb|nh|ibk|sc)\s?(은행|뱅크|농협)? [^\d\n?]{0,6}
          (?!0\d{1,2}-\d{3,4}-\d{4}(?!\d)) (?!20\d\d-\d\d-) \d{2,6}-\d{2,6}-\d{2,8}(-\d{1,3})? (?!\d)
        """, RegexRules.Options, RegexRules.Timeout)]
    public static partial Regex Account();

    /// <summary>The codes that make a card's number usable.</summary>
    [GeneratedRegex("""
        \b(cvc|cvv|cvn)2? [^\d\n]{0,16} \d{3,4}(?!\d)
        | (cvc|cvv)\s?(번호|코드|넘버|는|은|이|가) .{0,6} \d{3,4}(?!\d)
        | \b(card('s)?|security|debit|credit|atm|my)\s(security\s)?(pin|code|passcode|password)\b [^\d\n]{0,12} \d{3,6}(?!\d) | \bpin\s?(number|code|is|:)\s?(is\s|:\s?)?\d{4,6}(?!\d)
        | 카\s?드 .{0,10} 비\s?(밀\s?)?번(\s?호)? | 유효\s?기간.{0,12}\d.{0,24}cv[cv] | 비밀번호\s?앞?\s?(두|2|네|4)\s?자리
        """, RegexRules.Options, RegexRules.Timeout)]
    public static partial Regex CardSecret();
}
