using System.Collections.Frozen;

namespace CustomerService.Ai.Grounding;

/// <summary>
/// Where a figure can begin. Most of a text is no such place, and the patterns, of which there are many, need not be tried there.
/// </summary>
internal static class FigureStarts
{
    private const int LongestWord = 12;
    private const string Symbols = "★⭐₩$€£¥[";
    private const string NumberSyllables = "일이삼사오육칠팔구십백천만억열스두세네다여아서마쉰한";
    private const string Weekdays = "월화수목금토일";

    private static readonly string[] PartsOfDay = ["오전", "오후", "아침", "저녁", "밤", "낮", "새벽"];

    private static readonly FrozenSet<string> Words = new[]
    {
        "a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
        "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "thousand", "dozen",
        "jan", "january", "feb", "february", "mar", "march", "apr", "april", "may", "jun", "june", "jul", "july", "aug", "august", "sep", "sept", "september",
        "oct", "october", "nov", "november", "dec", "december",
        "mon", "mons", "monday", "mondays", "tue", "tues", "tuesday", "tuesdays", "wed", "weds", "wednes", "wednesday", "wednesdays", "thu", "thur", "thurs",
        "thursday", "thursdays", "fri", "friday", "fridays", "sat", "satur", "saturday", "saturdays", "sun", "sunday", "sundays",
        "us", "krw", "usd", "eur", "jpy", "the", "of", "to",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> WordLookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <returns>The next such place from a position on; -1 when there is none.</returns>
    public static int Next(string text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (CanBegin(text, i))
                return i;
        }

        return -1;
    }

    private static bool CanBegin(string text, int at)
    {
        var c = text[at];
        if (char.IsAsciiDigit(c) || at == 0 || text[at - 1] == '\n' || Symbols.Contains(c, StringComparison.Ordinal))
            return true;
        if (char.IsAsciiLetter(c))
            return !char.IsAsciiLetter(text[at - 1]) && BeginsWord(text, at);
        if (c is < '가' or > '힣')
            return false;
        return c == '별'
            || (Weekdays.Contains(c, StringComparison.Ordinal) && string.CompareOrdinal(text, at + 1, "요일", 0, 2) == 0)
            || (NumberSyllables.Contains(c, StringComparison.Ordinal) && text[at - 1] is < '가' or > '힣')
            || (c is '오' or '아' or '저' or '밤' or '낮' or '새' && Array.Exists(PartsOfDay, part => string.CompareOrdinal(text, at, part, 0, part.Length) == 0));
    }

    /// <summary>A word that can be a number, a month or the like, or one with a digit behind it, as codes have.</summary>
    private static bool BeginsWord(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && end - at <= LongestWord && char.IsAsciiLetter(text[end]))
            end++;
        return (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '-' or '₩' or '$')) || WordLookup.Contains(text.AsSpan(at, end - at));
    }
}
