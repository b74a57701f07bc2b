using System.Text;
using CustomerService.Core.Text;

namespace CustomerService.Core.Search;

/// <summary>
/// How far what was typed is from a word as it is written. Korean is compared by the letters that are typed, so that 웨이부 is one slip away from 웨이브, and
/// ㅔ and ㅐ, which sound alike, are one letter.
/// </summary>
public static class Spelling
{
    private const int OneSlip = 5;
    private const int OneSlipKorean = 6;
    private const int TwoSlips = 9;
    private const int TwoSlipsKorean = 10;

    /// <summary>The letters that are compared: lower case, syllables taken apart.</summary>
    public static string Letters(string word)
    {
        var letters = new StringBuilder(word.Length * 3);
        foreach (var c in word)
            Hangul.AppendLetters(letters, char.ToLowerInvariant(c));
        return letters.Replace('ㅔ', 'ㅐ').Replace('ㅖ', 'ㅒ').ToString();
    }

    /// <summary>How many slips a word of these letters may have: 0 to 2. In a short word one makes another word.</summary>
    public static int Allowed(string letters)
    {
        var isKorean = letters.Length > 0 && Hangul.IsHangul(letters[0]);
        return letters.Length >= (isKorean ? TwoSlipsKorean : TwoSlips) ? 2 : letters.Length >= (isKorean ? OneSlipKorean : OneSlip) ? 1 : 0;
    }

    /// <summary>Whether what was said is the word with a slip or two, rather than the word itself. Hardly anybody gets the first letter wrong.</summary>
    public static bool IsSlipOf(string said, string word)
    {
        if (said == word)
            return false;
        var (typed, letters) = (Letters(said), Letters(word));
        return typed.Length > 0 && letters.Length > 0 && typed[0] == letters[0] && Distance(typed, letters, Math.Min(Allowed(typed), Allowed(letters))) is not null;
    }

    /// <summary>
    /// How many letters were left out, put in, replaced or swapped with their neighbour (optimal string alignment); null when more than <paramref name="most"/>.
    /// </summary>
    public static int? Distance(ReadOnlySpan<char> said, ReadOnlySpan<char> word, int most)
    {
        if (Math.Abs(said.Length - word.Length) > most || Math.Max(said.Length, word.Length) > MaxLetters)
            return null;
        Span<int> before = stackalloc int[word.Length + 1], last = stackalloc int[word.Length + 1], row = stackalloc int[word.Length + 1];
        for (var j = 0; j <= word.Length; j++)
            last[j] = j;
        for (var i = 1; i <= said.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= word.Length; j++)
            {
                var cost = said[i - 1] == word[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && said[i - 1] == word[j - 2] && said[i - 2] == word[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                least = Math.Min(least, row[j]);
            }

            if (least > most)
                return null;
            var free = before;
            before = last;
            last = row;
            row = free;
        }

        return last[word.Length] <= most ? last[word.Length] : null;
    }

    private const int MaxLetters = 200;
}
