using System.Text.RegularExpressions;
using CustomerService.Core.Questions;
using CustomerService.Core.Search;
using CustomerService.Core.Text;

namespace CustomerService.Core.Documents;

/// <summary>
/// Finds the passages of one document, or of few, that a question is about, by their words: Okapi BM25 (Robertson and Zaragoza, The Probabilistic Relevance
/// Framework, 2009) over tokens of both languages, in which a heading counts as much as several lines of text. Safe for concurrent use.
/// </summary>
public sealed partial class PassageIndex
{
    // As usual in the literature.
    private const double Saturation = 1.2;
    private const double LengthWeight = 0.75;
    private const int HeadingWeight = 3;
    // Of a manual's own product each passage speaks.
    private const double NameWeight = 0.25;
    private const double RelatedWeight = 0.4;
    private const double ForeignWeight = 0.2;

    // How shoppers begin: in a manual these words belong to something else.
    private static readonly HashSet<string> Fillers =
        [.. Tokens("hi hello there recently bought purchased purchase interested wondering help need want know use using used best way recommended am im ve don provide guidance guide steps walk tips details sure just got wanted please trouble figuring instructions properly experiencing able not been some also make sure 안녕하세요 구매했는데 궁금합니다 궁금해요 알려주세요 어떻게 있나요 하나요 되나요 인가요")];

    private readonly List<(Passage Passage, Dictionary<string, int> Counts, int Length)> _passages = [];
    private readonly Dictionary<string, int> _frequencies = new(StringComparer.Ordinal);
    private readonly double _meanLength;

    public PassageIndex(IEnumerable<Passage> passages)
    {
        foreach (var passage in passages)
        {
            var counts = new Dictionary<string, int>(StringComparer.Ordinal);
            Count(passage.Text, 1, counts);
            Count(passage.Chapter, 1, counts);
            Count(passage.Heading, HeadingWeight, counts);
            foreach (var token in counts.Keys)
                _frequencies[token] = _frequencies.GetValueOrDefault(token) + 1;
            _passages.Add((passage, counts, counts.Values.Sum()));
        }

        _meanLength = _passages.Count > 0 ? _passages.Average(p => p.Length) : 0;
    }

    /// <summary>The best first; none that shares no word with the question.</summary>
    /// <param name="names">What the documents are all about, such as the product's name and brand, which tells passages apart only little.</param>
    /// <param name="limit">At least 1.</param>
    /// <param name="synonyms">The shop's own; null for none.</param>
    public IReadOnlyList<PassageHit> Find(string question, string names, int limit, SynonymBook? synonyms = null)
    {
        var related = synonyms?.Related ?? RelatedWords.Common;
        var asked = AskedIn(question, names, related);
        List<(string Token, double Weight)> weights = [.. TokensOf(asked, related)];
        var rarities = weights.ToDictionary(t => t.Token, t => t.Weight * Rarity(t.Token), StringComparer.Ordinal);
        return
        [
            .. _passages.Select((p, i) => (Entry: p, Score: Score(p.Counts, p.Length, weights), Place: i))
                .Where(p => p.Score > 0).OrderByDescending(p => p.Score).ThenBy(p => p.Place).Take(limit)
                .Select(p => new PassageHit(p.Entry.Passage, p.Score, Coverage(p.Entry.Counts, asked, related), Quotation.Of(p.Entry.Passage.Text, rarities))),
        ];
    }

    private double Score(Dictionary<string, int> counts, int length, List<(string Token, double Weight)> asked)
    {
        var score = 0d;
        foreach (var (token, weight) in asked)
        {
            if (counts.TryGetValue(token, out var count))
                score += weight * Rarity(token) * count * (Saturation + 1) / (count + Saturation * (1 - LengthWeight + LengthWeight * length / _meanLength));
        }

        return score;
    }

    private double Coverage(Dictionary<string, int> counts, List<AskedWord> asked, RelatedWords related)
    {
        var (covered, all) = (0d, 0d);
        foreach (var word in asked.Where(w => w.Tells))
        {
            var rarity = word.Tokens.Average(Rarity);
            all += rarity;
            // In Korean the stem comes first, and endings differ.
            if (word.Tokens.Take((word.Tokens.Count + 1) / 2).Any(t => counts.ContainsKey(t) || related.Of(t).Any(counts.ContainsKey)))
                covered += rarity;
        }

        return all > 0 ? covered / all : 0;
    }

    /// <summary>Each token once: those of the question, then those that mean much the same.</summary>
    private static IEnumerable<(string Token, double Weight)> TokensOf(List<AskedWord> asked, RelatedWords related)
    {
        var own = asked.SelectMany(w => w.Tokens.Select(t => (Token: t, w.Weight))).ToList();
        return own.Concat(own.SelectMany(t => related.Of(t.Token).Select(r => (Token: r, Weight: char.IsAscii(r[0]) == char.IsAscii(t.Token[0]) ? RelatedWeight : ForeignWeight))))
            .DistinctBy(t => t.Token, StringComparer.Ordinal);
    }

    /// <summary>A word that no passage has says no more than one that stands in a single one.</summary>
    private double Rarity(string token)
    {
        var frequency = Math.Max(1, _frequencies.GetValueOrDefault(token));
        return Math.Log(1 + (_passages.Count - frequency + 0.5) / (frequency + 0.5));
    }

    private static List<AskedWord> AskedIn(string question, string names, RelatedWords related)
    {
        var named = Tokens(names).ToHashSet(StringComparer.Ordinal);
        var asked = new List<AskedWord>();
        var text = SearchText.Fold(question);
        foreach (var spoken in Word().EnumerateMatches(text))
        {
            var word = text.Substring(spoken.Index, spoken.Length);
            var isKorean = Hangul.IsHangul(word[0]);
            var stem = isKorean ? KoreanWords.Stem(word) : word;
            var tells = !Vocabulary.IsStopWord(word) && !Vocabulary.IsStopWord(stem) && !(isKorean && stem == word && KoreanWords.IsAuxiliary(word));
            // Of the words of every question only those help that mean another: 언제까지 asks for a 기간.
            List<string> tokens = [.. Tokens(stem).Where(t => !Fillers.Contains(t) && (tells || !isKorean || related.Of(t).Count > 0))];
            if (tokens.Count == 0)
                continue;
            var isName = tokens.TrueForAll(named.Contains);
            asked.Add(new(tokens, isName ? NameWeight : 1, tells && !isName));
        }

        return asked;
    }

    private static void Count(string text, int weight, Dictionary<string, int> counts)
    {
        foreach (var token in SearchText.Words(text).SelectMany(w => w))
        {
            var stem = EnglishStem.Of(token);
            counts[stem] = counts.GetValueOrDefault(stem) + weight;
        }
    }

    private static IEnumerable<string> Tokens(string text) => SearchText.Tokens(text).Select(EnglishStem.Of);

    [GeneratedRegex(@"[\p{L}\p{N}]{1,64}([-'.][\p{L}\p{N}]{1,64}){0,8}", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Word();

    /// <param name="Tells">Whether it is part of what is asked about, rather than the product's name or a word of every question.</param>
    private sealed record AskedWord(IReadOnlyList<string> Tokens, double Weight, bool Tells);
}
