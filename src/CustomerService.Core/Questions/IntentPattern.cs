using System.Text.RegularExpressions;

namespace CustomerService.Core.Questions;

/// <summary>How an intent is asked for. The named groups of a <see cref="Intent.Fact"/> pattern are attribute keys.</summary>
internal sealed record IntentPattern(Intent Intent, Regex Pattern)
{
    private readonly string[] _keys = [.. Pattern.GetGroupNames().Where(name => !char.IsAsciiDigit(name[0]))];

    /// <summary>Where the intents are asked for in a sentence, by their first place in <see cref="QuestionText.Spaced"/>. What matched is explained.</summary>
    /// <param name="text">The sentence.</param>
    /// <param name="factKeys">Receives the attributes that are asked for without being named.</param>
    public static Dictionary<Intent, int> Match(QuestionText text, List<string> factKeys)
    {
        var found = new Dictionary<Intent, int>();
        foreach (var pattern in text.HasHangul ? KoreanIntents.All : [])
            pattern.AddTo(found, text, text.Packed, packed: true, factKeys);
        foreach (var pattern in text.HasLatin ? EnglishIntents.All : [])
            pattern.AddTo(found, text, text.Spaced, packed: false, factKeys);
        return found;
    }

    private void AddTo(Dictionary<Intent, int> found, QuestionText text, string searched, bool packed, List<string> factKeys)
    {
        foreach (Match match in Pattern.Matches(searched))
        {
            if (match.Length == 0)
                continue;
            var start = packed ? text.ToSpaced(match.Index) : match.Index;
            if (!found.TryGetValue(Intent, out var first) || start < first)
                found[Intent] = start;
            if (packed)
                text.ExplainPacked(match.Index, match.Length);
            else
                text.ExplainSpaced(match.Index, match.Length);
            foreach (var key in _keys)
            {
                if (match.Groups[key].Success && !factKeys.Contains(key))
                    factKeys.Add(key);
            }
        }
    }
}
