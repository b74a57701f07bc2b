namespace CustomerService.Ai.Embedded.Reviews;

/// <summary>Reads one Korean clause: aspects stand before the verb that judges them, or after an adjective that describes them.</summary>
internal static class KoreanClause
{
    private const double WishScore = -1.6;
    private const double DecidedFrom = 0.5;

    // How far, in characters, a form reaches.
    private const int FactorReach = 5;
    private const int NegationBeforeReach = 2;
    private const int NegationAfterReach = 9;
    private const int AdnominalReach = 3;

    public static ClauseReading Read(string text, ReadOnlySpan<Hit> hits)
    {
        var reading = new ClauseReading();
        var opinions = new List<Judgement>(4);
        var aspects = new List<Hit>(4);
        var wish = false;
        Hit? leaning = null;
        Hit? negation = null;
        Hit? factor = null;
        foreach (var hit in hits)
        {
            switch (hit.Entry.Role)
            {
                case Role.Aspect:
                    aspects.Add(hit);
                    break;
                case Role.Factor:
                    factor = hit;
                    break;
                case Role.Wish:
                    wish = true;
                    break;
                case Role.LeansOnNegation:
                    leaning = hit;
                    break;
                case Role.NegatesNext:
                    negation = hit;
                    break;
                case Role.NegatesLast when opinions.Count > 0 && hit.Start - opinions[^1].Hit.End <= NegationAfterReach:
                    opinions[^1] = opinions[^1] with { Negated = !opinions[^1].Negated };
                    break;
                case Role.Opinion:
                    opinions.Add(new(
                        hit,
                        negation is { } no && hit.Start - no.End <= NegationBeforeReach,
                        factor is { } by && hit.Start - by.End <= FactorReach ? by.Entry.Score : 1,
                        leaning is { } weak && weak.Start < hit.Start));
                    (negation, factor) = (null, null);
                    break;
            }
        }

        Judge(text, opinions, aspects, reading);
        if (leaning is { } alone && !reading.HasOpinion)
            SayOfAll(aspects, alone.Entry.Score, reading);
        if (wish)
            return Wished(reading, aspects);
        foreach (var aspect in aspects)
            reading.Say(aspect.Entry.Aspect, 0);
        return reading;
    }

    private readonly record struct Judgement(Hit Hit, bool Negated, double Factor, bool Leaning);

    private static void Judge(string text, List<Judgement> opinions, List<Hit> aspects, ClauseReading reading)
    {
        var spoken = new List<string>(2);
        var previousEnd = -1;
        var scores = new double[opinions.Count];
        var general = new bool[opinions.Count];
        var about = new List<string>[opinions.Count];
        for (var i = 0; i < opinions.Count; i++)
        {
            var (hit, negated, factor, leaning) = opinions[i];
            var linked = Linked(text, hit, aspects, previousEnd);
            general[i] = linked.Count == 0;
            if (hit.Entry.Aspect is { } implied && (linked.Count == 0 || hit.Entry.Outspoken))
                linked = [implied];
            else if (linked.Count == 0)
                linked = spoken;
            // "별로 좋은" without a negation that the lexicon knows is still no praise.
            if (leaning && !negated && hit.Entry.Score > 0)
                negated = true;
            scores[i] = hit.Entry.ScoreFor(linked.Count > 0 ? linked[0] : null, negated) * factor;
            about[i] = [.. linked];
            general[i] &= hit.Entry.Aspect is null;
            spoken = about[i];
            previousEnd = hit.End;
        }

        LetConsequencesDecide(text, opinions, scores, general);
        for (var i = 0; i < opinions.Count; i++)
        {
            if (scores[i] == 0 && about[i].Count == 0)
                continue;
            if (scores[i] != 0)
                reading.Add(scores[i]);
            foreach (var aspect in about[i])
                reading.Say(aspect, scores[i]);
        }
    }

    /// <summary>작아서 좋아요 praises and 커서 아쉬워요 complains, whatever the cause alone would say.</summary>
    private static void LetConsequencesDecide(string text, List<Judgement> opinions, double[] scores, bool[] general)
    {
        for (var i = 0; i + 1 < opinions.Count; i++)
        {
            if (!general[i + 1] || Math.Abs(scores[i + 1]) < DecidedFrom)
                continue;
            var between = text.AsSpan(opinions[i].Hit.End, opinions[i + 1].Hit.Start - opinions[i].Hit.End);
            var because = between.Contains("서 ", StringComparison.Ordinal) || text[opinions[i].Hit.End - 1] == '서' || between.Contains("니까", StringComparison.Ordinal);
            if (because && scores[i] * scores[i + 1] <= 0)
                scores[i] = Math.Sign(scores[i + 1]) * Math.Max(1, Math.Abs(scores[i]));
        }
    }

    private static List<string> Linked(string text, Hit opinion, List<Hit> aspects, int previousEnd)
    {
        var linked = new List<string>(2);
        foreach (var aspect in aspects)
        {
            if (aspect.Start >= opinion.End && IsAdnominal(text, opinion.End, aspect.Start))
                return [aspect.Entry.Aspect!];
            if (aspect.End <= opinion.Start && aspect.Start >= previousEnd)
                linked.Add(aspect.Entry.Aspect!);
        }

        return linked;
    }

    /// <summary>Whether only an adjective's ending stands between: 좋은 음질, 빠른 배송.</summary>
    private static bool IsAdnominal(string text, int from, int to)
    {
        if (to - from > AdnominalReach || to == from)
            return false;
        var between = text.AsSpan(from, to - from);
        if (between[^1] != ' ')
            return false;
        var last = between.Length > 1 ? between[^2] : text[from - 1];
        return last is >= '가' and <= '힣' && (last - '가') % 28 == 4;
    }

    private static void SayOfAll(List<Hit> aspects, double score, ClauseReading reading)
    {
        reading.Add(score);
        foreach (var aspect in aspects)
            reading.Say(aspect.Entry.Aspect, score);
    }

    private static ClauseReading Wished(ClauseReading read, List<Hit> aspects)
    {
        var wished = new ClauseReading();
        wished.Add(WishScore);
        foreach (var aspect in aspects)
            wished.Say(aspect.Entry.Aspect, WishScore);
        foreach (var aspect in read.Aspects)
        {
            if (!wished.Aspects.Exists(a => a.Aspect == aspect.Aspect))
                wished.Say(aspect.Aspect, WishScore);
        }

        return wished;
    }
}
