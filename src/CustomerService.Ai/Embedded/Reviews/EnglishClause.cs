namespace CustomerService.Ai.Embedded.Reviews;

/// <summary>Reads one English clause: an adjective judges the noun right behind it, else the aspect named before, else one named after.</summary>
internal static class EnglishClause
{
    private const double WishScore = -1.6;

    // How far, in words, a form reaches.
    private const int NegationReach = 4;
    private const int FactorReach = 2;
    private const int AttributeReach = 2;
    private const int ConjoinedReach = 3;

    public static ClauseReading Read(string text, List<EnglishWord> words, ReadOnlySpan<Hit> hits)
    {
        var reading = new ClauseReading();
        var wish = false;
        var turnedAll = false;
        var negation = -1;
        double factor = 1;
        var factorEnd = -1;
        var previousEnd = 0;
        string? spoken = null;
        for (var i = 0; i < hits.Length; i++)
        {
            var hit = hits[i];
            switch (hit.Entry.Role)
            {
                case Role.NegatesNext:
                    negation = hit.PositionEnd;
                    break;
                case Role.NegatesAll:
                    turnedAll = true;
                    break;
                case Role.Wish:
                    wish = true;
                    break;
                case Role.Factor:
                    factor = hit.PositionEnd == factorEnd + 1 ? factor * hit.Entry.Score : hit.Entry.Score;
                    factorEnd = hit.PositionEnd;
                    // "not really all that good": what strengthens or weakens does not use up the reach.
                    if (negation >= 0 && hit.Position - negation < NegationReach)
                        negation += hit.PositionEnd - hit.Position;
                    break;
                case Role.Opinion:
                    var negated = turnedAll ^ (negation >= 0 && hit.Position - negation < NegationReach && !CommaBetween(text, words, negation, hit.Position));
                    var linked = Linked(text, words, hits, i, previousEnd);
                    if (hit.Entry.Aspect is { } implied && (linked.Count == 0 || hit.Entry.Outspoken))
                        linked = [implied];
                    else if (linked.Count == 0 && spoken is not null)
                        linked = [spoken];
                    var score = hit.Entry.ScoreFor(linked.Count > 0 ? linked[0] : null, negated);
                    if (factorEnd >= 0 && hit.Position - factorEnd < FactorReach)
                        score *= factor;
                    if (score != 0)
                        reading.Add(score);
                    foreach (var aspect in linked)
                        reading.Say(aspect, score);
                    if (score != 0 || linked.Count > 0)
                        previousEnd = hit.PositionEnd;
                    spoken = linked.Count > 0 ? linked[0] : spoken;
                    (factor, factorEnd) = (1, -1);
                    break;
            }
        }

        foreach (var hit in hits)
        {
            if (hit.Entry.Role == Role.Aspect)
                reading.Say(hit.Entry.Aspect, 0);
        }

        return wish ? Wished(reading) : reading;
    }

    private static List<string> Linked(string text, List<EnglishWord> words, ReadOnlySpan<Hit> hits, int index, int previousEnd)
    {
        var opinion = hits[index];
        var behind = Next(hits, index);
        if (behind is { } noun && noun.Position - opinion.PositionEnd <= AttributeReach && !VerbOrMarkBetween(text, words, opinion.PositionEnd, noun.Position))
            return [noun.Entry.Aspect!];
        var linked = new List<string>(2);
        var reached = opinion.Position;
        for (var i = index - 1; i >= 0; i--)
        {
            var hit = hits[i];
            if (hit.Entry.Role != Role.Aspect)
                continue;
            if (hit.Position < previousEnd || (linked.Count > 0 && reached - hit.PositionEnd > ConjoinedReach))
                break;
            linked.Add(hit.Entry.Aspect!);
            reached = hit.Position;
        }

        if (linked.Count == 0 && behind is { } later)
            linked.Add(later.Entry.Aspect!);
        return linked;
    }

    private static Hit? Next(ReadOnlySpan<Hit> hits, int index)
    {
        for (var i = index + 1; i < hits.Length; i++)
        {
            if (hits[i].Entry.Role == Role.Aspect)
                return hits[i];
            if (hits[i].Entry.Role == Role.Opinion && hits[i].Entry.Aspect is not null)
                return null;
        }

        return null;
    }

    private static bool VerbOrMarkBetween(string text, List<EnglishWord> words, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var word = text.AsSpan(words[i].Start, words[i].End - words[i].Start);
            if (!char.IsLetterOrDigit(word[0]) || word is "is" or "are" or "was" or "were" or "'s" or "and" or "when" or "because" or "after" or "if")
                return true;
        }

        return false;
    }

    private static bool CommaBetween(string text, List<EnglishWord> words, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (text[words[i].Start] is ',' or ';' or ':' or '(')
                return true;
        }

        return false;
    }

    private static ClauseReading Wished(ClauseReading read)
    {
        var wished = new ClauseReading();
        wished.Add(WishScore);
        foreach (var aspect in read.Aspects)
            wished.Say(aspect.Aspect, WishScore);
        return wished;
    }
}
