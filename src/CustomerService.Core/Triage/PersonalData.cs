using System.Text;
using System.Text.RegularExpressions;
using CustomerService.Core.Questions;

namespace CustomerService.Core.Triage;

/// <summary>Covers what no summary has to show: e-mail addresses, telephone, card, account and resident registration numbers.</summary>
internal static partial class PersonalData
{
    private const string Cover = "•••";

    public static string Covered(string text)
    {
        var covered = new StringBuilder(text.Length);
        var end = 0;
        foreach (var (start, length) in PaymentNumbers.Cards(text))
        {
            covered.Append(text, end, start - end).Append(Cover);
            end = start + length;
        }

        return Numbers().Replace(Address().Replace(covered.Append(text, end, text.Length - end).ToString(), Cover), Cover);
    }

    [GeneratedRegex(@"[\p{L}\d._%+-]{1,64} \s? [@＠] \s? [\p{L}\d-]{1,63} ([.．][\p{L}\d-]{1,63}){1,5}", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Address();

    // Resident registration, Korean mobile and other telephones, numbers after +, accounts; \d is a digit of any script.
    [GeneratedRegex("""
        (?<!\d) ( \d{6} \s? [-–－~] \s? [1-8１-８][\d*＊]{6}
          | [+＋] \d{1,3} ([-\s.–－()]{0,2} \d{1,4}){2,5}
          | [(]? [0０]\d{1,2} [)]? [-\s.–－]{0,2} \d{3,4} [-\s.–－]{0,2} \d{4}
          | [(]? \d{3} [)]? [-\s.–－]{1,2} \d{3} [-\s.–－] \d{4}
          | 1[5-9]\d{2} - \d{4}
          | (?<=(계좌|통장|account|은행|뱅크|농협)[^\d\n]{0,20}) \d[-\d\s.]{8,24}\d
          | (?<=주민[^\d\n]{0,20}) \d{13} ) (?!\d)
        """, RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Numbers();
}
