using System.Text.RegularExpressions;
using CustomerService.Core.Questions;

namespace CustomerService.Core.Triage;

/// <summary>Whether a message asks what an earlier one asked, in nearly the same words. Another number, model or product is another question.</summary>
internal static partial class Repetition
{
    /// <summary>The least share of common pairs of letters (Dice coefficient) between repeated questions.</summary>
    private const double NearlyEqual = 0.85;

    /// <summary>The least of what two differing words share when one is a misspelling of the other.</summary>
    private const double Misspelled = 0.5;

    /// <summary>Letters and digits; of shorter texts single letters decide.</summary>
    private const int ShortestCompared = 6;

    public static bool IsAgain(MessageText message, IReadOnlyList<string> earlier)
    {
        if (Pleasantries.IsAll(message))
            return false;
        foreach (var text in earlier)
        {
            var other = new MessageText(text);
            if (message.Packed == other.Packed || IsNearly(message, other))
                return true;
        }

        return false;
    }

    private static bool IsNearly(MessageText one, MessageText other) =>
        Math.Min(one.Packed.Length, other.Packed.Length) >= ShortestCompared
        && Dice(one.Packed, other.Packed) >= NearlyEqual
        && Codes(one).SetEquals(Codes(other))
        && DiffersInSpellingOnly(one.Packed, other.Packed);

    /// <summary>Numbers and words with digits; in Korean all Latin words, since those are names.</summary>
    private static HashSet<string> Codes(MessageText text)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var match in LatinWords().EnumerateMatches(text.Spaced))
        {
            var word = text.Spaced.AsSpan(match.Index, match.Length);
            if (text.HasHangul || word.ContainsAnyInRange('0', '9'))
                codes.Add(word.ToString());
        }

        return codes;
    }

    /// <summary>In long questions the name of another product weighs little: what stands between the common beginning and end must be the same word.</summary>
    private static bool DiffersInSpellingOnly(string one, string other)
    {
        var start = one.AsSpan().CommonPrefixLength(other);
        var end = 0;
        while (end < Math.Min(one.Length, other.Length) - start && one[^(end + 1)] == other[^(end + 1)])
            end++;
        var mine = one[start..^end];
        var theirs = other[start..^end];
        if (mine.Length == 0 || theirs.Length == 0)
            return start == 0 || end == 0 || mine.Length + theirs.Length <= 1 || Fillers().IsMatch(mine + theirs);
        return Math.Min(mine.Length, theirs.Length) == 1 || Dice(mine, theirs) >= Misspelled || mine.Order().SequenceEqual(theirs.Order());
    }

    private static double Dice(string one, string other)
    {
        if (one.Length < 2 || other.Length < 2)
            return one == other ? 1 : 0;
        var pairs = new Dictionary<(char, char), int>(one.Length);
        for (var i = 1; i < one.Length; i++)
            pairs[(one[i - 1], one[i])] = pairs.GetValueOrDefault((one[i - 1], one[i])) + 1;
        var common = 0;
        for (var i = 1; i < other.Length; i++)
        {
            var pair = (other[i - 1], other[i]);
            if (pairs.GetValueOrDefault(pair) is var left and > 0)
            {
                pairs[pair] = left - 1;
                common++;
            }
        }

        return 2.0 * common / (one.Length + other.Length - 2);
    }

    [GeneratedRegex(@"[a-z\d]+", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex LatinWords();

    [GeneratedRegex("^(please|pls|plz|even|still|again|really|just|actually|so|then|now|좀|제발|진짜|정말|아직|도대체|대체|혹시|그래서|다시|빨리|요|은|는|이|가|을|를|도)$", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Fillers();
}
