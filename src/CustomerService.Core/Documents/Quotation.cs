using CustomerService.Core.Search;
using CustomerService.Core.Text;

namespace CustomerService.Core.Documents;

/// <summary>Chooses what to quote of a passage: the whole of a short one, else the sentences around those that speak of what was asked.</summary>
internal static class Quotation
{
    /// <summary>Characters that are quoted at most, unless the first sentence alone is longer.</summary>
    public const int MaxLength = 420;

    /// <param name="weights">How much each token of the question says.</param>
    public static IReadOnlyList<string> Of(string text, IReadOnlyDictionary<string, double> weights)
    {
        var sentences = Sentences.Split(text).Select(s => text[s.Start..s.End]).ToList();
        if (text.Length <= MaxLength || sentences.Count == 1)
            return sentences;
        var scores = sentences.Select(s => Score(s, weights)).ToList();
        var (best, bestScore) = ((From: 0, To: 1), double.MinValue);
        for (var from = 0; from < sentences.Count; from++)
        {
            var (to, length, score) = (from, 0, 0d);
            while (to < sentences.Count && (to == from || length + sentences[to].Length <= MaxLength))
            {
                length += sentences[to].Length + 1;
                score += scores[to++];
            }

            // The first sentences tell most where nothing else does.
            if (score > bestScore + 1e-9)
                (best, bestScore) = ((from, to), score);
        }

        return sentences[best.From..best.To];
    }

    private static double Score(string sentence, IReadOnlyDictionary<string, double> weights) =>
        SearchText.Tokens(sentence).Select(EnglishStem.Of).Distinct(StringComparer.Ordinal).Sum(t => weights.GetValueOrDefault(t));
}
