using CustomerService.Core.Search;

namespace CustomerService.Core.Documents;

/// <summary>
/// Finds the passages of one document, or of few, that a question is about, by their words: Okapi BM25 (Robertson and Zaragoza, The Probabilistic Relevance
/// Framework, 2009) over tokens of both languages, in which a heading counts as much as several lines of text.
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
    public IReadOnlyList<PassageHit> Find(string question, string names, int limit)
    {
        var named = Tokens(names).ToHashSet(StringComparer.Ordinal);
        var asked = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var token in Tokens(question).Where(t => !Fillers.Contains(t)))
        {
            asked[token] = named.Contains(token) ? NameWeight : 1;
            foreach (var related in RelatedWords.Of(token))
                asked.TryAdd(related, char.IsAscii(related[0]) == char.IsAscii(token[0]) ? RelatedWeight : ForeignWeight);
        }

        return
        [
            .. _passages.Select((p, i) => (Hit: new PassageHit(p.Passage, Score(p.Counts, p.Length, asked)), Place: i))
                .Where(p => p.Hit.Score > 0).OrderByDescending(p => p.Hit.Score).ThenBy(p => p.Place).Take(limit).Select(p => p.Hit),
        ];
    }

    private double Score(Dictionary<string, int> counts, int length, Dictionary<string, double> asked)
    {
        var score = 0d;
        foreach (var (token, weight) in asked)
        {
            if (!counts.TryGetValue(token, out var count))
                continue;
            var rarity = Math.Log(1 + (_passages.Count - _frequencies[token] + 0.5) / (_frequencies[token] + 0.5));
            score += weight * rarity * count * (Saturation + 1) / (count + Saturation * (1 - LengthWeight + LengthWeight * length / _meanLength));
        }

        return score;
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
}
