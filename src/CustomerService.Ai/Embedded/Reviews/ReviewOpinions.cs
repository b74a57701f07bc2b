using System.Runtime.InteropServices;
using CustomerService.Core.Text;

namespace CustomerService.Ai.Embedded.Reviews;

/// <summary>An aspect spoken of in a clause; positive scores praise, negative ones complain.</summary>
/// <param name="Start">Where the clause begins in the review.</param>
/// <param name="Sentence">Index of its sentence.</param>
/// <param name="InWords">Whether the clause's own words say so; else the stars and the learnt model do, and the clause makes no quote.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct AspectMention(string Aspect, double Score, int Start, int End, int Sentence, bool InWords);

/// <summary>A sentence and what it says in all: above 0 praise, below 0 complaint, 0 where nothing decides.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SentenceOpinion(int Start, int End, double Score)
{
    public int Polarity => Math.Abs(Score) < ReviewOpinions.Undecided ? 0 : Math.Sign(Score);
}

/// <summary>What one review says. Pure: the same text gives the same opinions, so that they may be kept.</summary>
internal sealed record ReviewOpinions(IReadOnlyList<SentenceOpinion> Sentences, IReadOnlyList<AspectMention> Mentions, bool GivesOrders)
{
    /// <summary>Scores nearer to 0 say nothing.</summary>
    public const double Undecided = 0.25;

    // What the learnt model, which knows reviews of films, counts beside the lexicon, which knows reviews of goods.
    private const double LearntShareOfGoods = 0.5;
    private const double LearntShareOfNothingNamed = 1.6;
    private const double LearntShareOfWorks = 5;
    private const double LearntAlone = 0.35;
    // Less than one clear word of the lexicon: outside of works the model decides only where words are weak or absent.
    private const double LearntLimit = 1.7;
    private const double LearntLimitWhereWordsAreSilent = 3;

    // What words say counts from here on; where they are silent, only one star, or stars and model together, are enough.
    private const double CountedFrom = 0.5;
    private const double CountedFromSilent = 0.8;

    /// <summary>The score of the whole text.</summary>
    public double Score => Sentences.Sum(s => s.Score);

    /// <param name="text">A review, a sentence or a clause.</param>
    /// <param name="language">The language where the text itself does not tell.</param>
    /// <param name="stars">1 to 5: decides, weakly, where words do not; null where unknown.</param>
    /// <param name="categoryId">The kind of goods, such as earphones; empty where unknown.</param>
    public static ReviewOpinions Of(string text, Language language, int? stars = null, string categoryId = "")
    {
        if (OrdersToModels.In(text))
            return new([], [], true);
        var sentences = new List<SentenceOpinion>();
        var mentions = new List<AspectMention>();
        var korean = LanguageExtensions.Detect(text, language) == Language.Korean;
        var meanings = CategoryAspects.For(categoryId);
        var hits = new List<Hit>();
        var lower = korean ? Lower(text) : "";
        foreach (var (start, end) in Core.Text.Sentences.Split(text))
        {
            hits.Clear();
            var score = korean
                ? ReadKorean(lower, start, end, hits, sentences.Count, mentions, stars, meanings)
                : ReadEnglish(text, start, end, hits, sentences.Count, mentions, stars, meanings);
            sentences.Add(new(start, end, score));
        }

        return new(sentences, mentions, false);
    }

    private static double ReadKorean(
        string lower, int start, int end, List<Hit> hits, int sentence, List<AspectMention> mentions, int? stars, IReadOnlyDictionary<string, string> meanings)
    {
        KoreanLexicon.Instance.Find(lower, start, end, hits);
        var clauses = new List<ClauseSpan>();
        KoreanClauses.Split(lower, start, end, hits, clauses);
        double total = 0;
        var next = 0;
        var opened = new List<(string Aspect, int Start)>();
        foreach (var clause in clauses)
        {
            var first = next;
            while (next < hits.Count && hits[next].Start < clause.End)
                next++;
            var reading = KoreanClause.Read(lower, CollectionsMarshal.AsSpan(hits)[first..next]);
            total += reading.Score * clause.Weight;
            Carry(reading, clause.Start, opened);
            var prior = Math.Clamp(KoreanPolarityModel.Instance.Score(lower, clause.Start, clause.End) * LearntAlone, -0.5, 0.5) + Prior(stars);
            AddMentions(reading, clause.Start, clause.End, sentence, prior, mentions, meanings);
        }

        var learnt = KoreanPolarityModel.Instance.Score(lower, start, end);
        if (KoreanPolarityModel.SpeaksOfWorks(lower))
            return total + learnt * LearntShareOfWorks;
        var share = hits.Exists(h => h.Entry.Aspect is not null) ? LearntShareOfGoods : LearntShareOfNothingNamed;
        var limit = total == 0 ? LearntLimitWhereWordsAreSilent : LearntLimit;
        return total + Math.Clamp(learnt * share, -limit, limit);
    }

    private static double ReadEnglish(
        string text, int start, int end, List<Hit> hits, int sentence, List<AspectMention> mentions, int? stars, IReadOnlyDictionary<string, string> meanings)
    {
        var words = new List<EnglishWord>();
        EnglishLexicon.Instance.Words.Read(text, start, end, words);
        EnglishLexicon.Instance.Find(words, hits);
        double total = 0;
        var next = 0;
        var opened = new List<(string Aspect, int Start)>();
        foreach (var (from, to, weight) in EnglishClauses.Split(text, words, hits))
        {
            var first = next;
            while (next < hits.Count && hits[next].Position < to)
                next++;
            var reading = EnglishClause.Read(text, words, CollectionsMarshal.AsSpan(hits)[first..next]);
            total += reading.Score * weight;
            Carry(reading, words[from].Start, opened);
            AddMentions(reading, words[from].Start, words[to - 1].End, sentence, Prior(stars), mentions, meanings);
        }

        return total;
    }

    /// <summary>An aspect that was named but not judged is what the next clause judges if it names none: 음질은 기대했는데, 그저 그래요.</summary>
    private static void Carry(ClauseReading reading, int start, List<(string Aspect, int Start)> opened)
    {
        if (reading.HasOpinion && reading.Aspects.Count == 0)
        {
            foreach (var (aspect, _) in opened)
                reading.Say(aspect, reading.Score);
        }

        opened.Clear();
        if (reading.HasOpinion)
            return;
        foreach (var aspect in reading.Aspects)
            opened.Add((aspect.Aspect, start));
    }

    private static void AddMentions(
        ClauseReading reading, int start, int end, int sentence, double prior, List<AspectMention> mentions, IReadOnlyDictionary<string, string> meanings)
    {
        foreach (var (aspect, said) in reading.Aspects)
        {
            var inWords = Math.Abs(said) >= Undecided;
            var score = inWords ? said : prior;
            var meant = meanings.GetValueOrDefault(aspect, aspect);
            if (Math.Abs(score) >= (inWords ? CountedFrom : CountedFromSilent) && meant != CategoryAspects.TheProduct)
                mentions.Add(new(meant, score, start, end, sentence, inWords));
        }
    }

    private static double Prior(int? stars) => stars switch
    {
        1 => -0.8,
        2 => -0.5,
        4 => 0.2,
        5 => 0.4,
        _ => 0,
    };

    private static string Lower(string text) =>
        string.Create(text.Length, text, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
                target[i] = char.ToLowerInvariant(source[i]);
        });
}
