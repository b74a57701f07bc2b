using System.Text.RegularExpressions;
using CustomerService.Core.Questions;
using CustomerService.Core.Text;

namespace CustomerService.Core.Search;

/// <summary>
/// Puts right the words of a search that no product has. A word that some product has is never touched, nor is one that means nothing by itself, so that an exact
/// hit stays one.
/// </summary>
public static partial class SpellingCorrection
{
    private const int MaxMeant = 3;
    private const int MaxBegun = 6;
    private const int MinKoreanPart = 3;
    private const int MaxKoreanPart = 12;
    // Long texts are read for what is known in them.
    private const int MaxLookedUp = 120;

    /// <summary>The words that were meant, beside those that were said; empty when all is well.</summary>
    /// <param name="isKnown">Whether some product has a token.</param>
    /// <param name="isUnfinished">Whether the last word is still being typed.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<SpokenWord> spoken, Func<string, bool> isKnown, SpellingWords words, bool isUnfinished)
    {
        var meant = new List<string>();
        var left = MaxLookedUp;
        for (var i = 0; i < spoken.Count && left > 0; i++)
        {
            var isLast = isUnfinished && i == spoken.Count - 1;
            if (spoken[i].IsPaired)
                meant.AddRange(Korean(spoken, i, isKnown, words, isLast, ref left));
            else if (!spoken[i].Tokens.Any(isKnown))
                meant.AddRange(Parts().Matches(spoken[i].Text) is { Count: > 1 } parts ? parts.SelectMany(p => Spelled(p.Value, words, false)) : Spelled(spoken[i].Tokens[^1], words, isLast));
            left--;
        }

        return [.. meant.Distinct(StringComparer.Ordinal)];
    }

    private static IReadOnlyList<string> Spelled(string said, SpellingWords words, bool isLast)
    {
        // What the index finds by its beginning needs no help.
        if (words.Knows(said) || char.IsAsciiDigit(said[0]))
            return [said];
        if (Vocabulary.IsStopWord(said) || (isLast && words.Beginning(said, 1) is [var begun] && begun.StartsWith(said, StringComparison.Ordinal)))
            return [];
        if (words.Meant(said, MaxMeant) is { Count: > 0 } meant)
            return meant;
        if (words.Parts(said) is var (first, second))
            return [first, second];
        return isLast ? words.Beginning(said, MaxBegun) : [];
    }

    private static IReadOnlyList<string> Korean(
        IReadOnlyList<SpokenWord> spoken, int at, Func<string, bool> isKnown, SpellingWords words, bool isLast, ref int left)
    {
        var (said, stem) = (spoken[at].Text, KoreanWords.Stem(spoken[at].Text));
        if (!Hangul.IsHangul(said[0]) || spoken[at].Tokens.All(isKnown) || words.Knows(stem) || Vocabulary.IsStopWord(said) || Vocabulary.IsStopWord(stem))
            return [];
        // While 소닉 is typed it is 손 for a moment.
        if (isLast && words.Beginning(said, MaxBegun) is { Count: > 0 } begun && IsBegun(said, begun[0]))
            return begun;
        if (KoreanWords.IsAuxiliary(said))
            return [];
        // 소닉 웨이부 is 소닉웨이부.
        string?[] spaced = [stem, said, at > 0 && spoken[at - 1].IsPaired ? spoken[at - 1].Text + stem : null, at + 1 < spoken.Count && spoken[at + 1].IsPaired ? said + KoreanWords.Stem(spoken[at + 1].Text) : null];
        foreach (var word in spaced.OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (words.Meant(word, MaxMeant) is { Count: > 0 } meant)
                return meant;
        }

        for (var start = 0; start <= said.Length - MinKoreanPart; start++)
        {
            for (var length = Math.Min(MaxKoreanPart, said.Length - start); length >= MinKoreanPart && left > 0; length--, left--)
            {
                var part = said.Substring(start, length);
                if (!words.Knows(part) && words.Meant(part, MaxMeant) is { Count: > 0 } meant)
                    return meant;
            }
        }

        return isLast ? words.Beginning(said, MaxBegun) : [];
    }

    private static bool IsBegun(string said, string word) => Spelling.Letters(word).StartsWith(Spelling.Letters(said), StringComparison.Ordinal);

    // pro48, 48h
    [GeneratedRegex(@"\d{1,20} | \D{1,40}", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Parts();
}
