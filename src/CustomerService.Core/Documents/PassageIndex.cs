using CustomerService.Core.Search;
using CustomerService.Core.Text;

namespace CustomerService.Core.Documents;

/// <summary>
/// Finds the passages of one document, or of few, that a question is about, by their words: Okapi BM25 (Robertson and Zaragoza, The Probabilistic Relevance
/// Framework, 2009) over tokens of both languages, in which a heading counts as much as several lines of text. Safe for concurrent use.
/// </summary>
public sealed class PassageIndex
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
        [.. Tokens("hi hello there recently bought purchased purchase interested wondering help need want know use using used best way recommended am im ve don not been some also make sure 안녕하세요 구매했는데 궁금합니다 궁금해요 알려주세요 어떻게 있나요 하나요 되나요 인가요")];

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
    public IReadOnlyList<PassageHit> Find(string question, string names, int limit)
    {
        var asked = AskedIn(question, names);
        return
        [
            .. _passages.Select((p, i) => (Entry: p, Score: Score(p.Counts, p.Length, asked), Place: i))
                .Where(p => p.Score > 0).OrderByDescending(p => p.Score).ThenBy(p => p.Place).Take(limit)
                .Select(p => new PassageHit(p.Entry.Passage, p.Score, Coverage(p.Entry.Counts, asked), Quotation.Of(p.Entry.Passage.Text, Weights(asked)))),
        ];
    }

    private List<AskedWord> AskedIn(string question, string names)
    {
        var named = Tokens(names).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Tokens(question).Where(t => !Fillers.Contains(t)).Distinct(StringComparer.Ordinal).Select(token => new AskedWord(
                token, named.Contains(token) ? NameWeight : 1,
                [.. RelatedWords.Of(token).Select(related => (related, char.IsAscii(related[0]) == char.IsAscii(token[0]) ? RelatedWeight : ForeignWeight))])),
        ];
    }

    private double Score(Dictionary<string, int> counts, int length, List<AskedWord> asked)
    {
        var score = 0d;
        var counted = asked.Select(a => a.Token).ToHashSet(StringComparer.Ordinal);
        foreach (var word in asked)
        {
            score += Score(word.Token, word.Weight);
            foreach (var (related, weight) in word.Related)
            {
                if (counted.Add(related))
                    score += Score(related, weight);
            }
        }

        return score;

        double Score(string token, double weight) => counts.TryGetValue(token, out var count)
            ? weight * Rarity(token) * count * (Saturation + 1) / (count + Saturation * (1 - LengthWeight + LengthWeight * length / _meanLength))
            : 0;
    }

    private double Coverage(Dictionary<string, int> counts, List<AskedWord> asked)
    {
        var (covered, all) = (0d, 0d);
        foreach (var word in asked.Where(w => w.Weight >= 1))
        {
            var rarity = Rarity(word.Token);
            all += rarity;
            if (counts.ContainsKey(word.Token) || word.Related.Any(r => counts.ContainsKey(r.Token)))
                covered += rarity;
        }

        return all > 0 ? covered / all : 0;
    }

    private Dictionary<string, double> Weights(List<AskedWord> asked)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var word in asked)
            weights[word.Token] = word.Weight * Rarity(word.Token);
        foreach (var (related, weight) in asked.SelectMany(w => w.Related))
            weights.TryAdd(related, weight * Rarity(related));
        return weights;
    }

    private double Rarity(string token)
    {
        var frequency = _frequencies.GetValueOrDefault(token);
        return Math.Log(1 + (_passages.Count - frequency + 0.5) / (frequency + 0.5));
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

    private sealed record AskedWord(string Token, double Weight, IReadOnlyList<(string Token, double Weight)> Related);
}
