namespace CustomerService.Ai.Embedded.Reviews;

/// <summary>Cuts English sentences at contrasts, semicolons, dashes, and commas and "and" that join two judged things.</summary>
internal static class EnglishClauses
{
    private const double BeforeContrast = 0.7;
    private const double AfterContrast = 1.3;
    private const double Conceded = 0.6;

    /// <summary>Clauses as ranges of words, with their weight.</summary>
    public static List<(int From, int To, double Weight)> Split(string text, List<EnglishWord> words, List<Hit> hits)
    {
        var clauses = new List<(int, int, double)>();
        var from = 0;
        double weight = 1;
        for (var i = 0; i < words.Count; i++)
        {
            if (InsideHit(hits, i))
                continue;
            var word = text.AsSpan(words[i].Start, words[i].End - words[i].Start);
            if (IsBut(word))
            {
                Add(text, words, from, i, weight * BeforeContrast, clauses);
                (from, weight) = (i, AfterContrast);
            }
            else if (IsConcession(word))
            {
                Add(text, words, from, i, weight, clauses);
                (from, weight) = (i, Conceded);
            }
            else if (word is ";" or "-" or "–" or "—" || (word is "," && (weight == Conceded || Judges(hits, from, i))) || (IsAnd(word) && Judges(hits, from, i) && Judges(hits, i, words.Count)))
            {
                Add(text, words, from, i, weight, clauses);
                (from, weight) = (i, weight == Conceded ? 1 : weight);
            }
        }

        Add(text, words, from, words.Count, weight, clauses);
        return clauses;
    }

    /// <summary>Adds a clause without the mark or the "and" that parts it from the one before.</summary>
    private static void Add(string text, List<EnglishWord> words, int from, int to, double weight, List<(int From, int To, double Weight)> clauses)
    {
        while (from < to && (!char.IsLetterOrDigit(text[words[from].Start]) || IsAnd(text.AsSpan(words[from].Start, words[from].End - words[from].Start)) || IsBut(text.AsSpan(words[from].Start, words[from].End - words[from].Start))))
            from++;
        if (from < to)
            clauses.Add((from, to, weight));
    }

    private static bool IsBut(ReadOnlySpan<char> word) =>
        Is(word, "but") || Is(word, "however") || Is(word, "yet") || Is(word, "except") || Is(word, "unfortunately");

    private static bool IsConcession(ReadOnlySpan<char> word) =>
        Is(word, "although") || Is(word, "though") || Is(word, "despite") || Is(word, "while") || Is(word, "whereas");

    private static bool IsAnd(ReadOnlySpan<char> word) => Is(word, "and") || Is(word, "&");

    private static bool Is(ReadOnlySpan<char> word, string other) => word.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static bool InsideHit(List<Hit> hits, int at)
    {
        foreach (var hit in hits)
        {
            if (hit.Position < at && at < hit.PositionEnd)
                return true;
        }

        return false;
    }

    /// <summary>Whether an aspect has been judged between the words.</summary>
    private static bool Judges(List<Hit> hits, int from, int to)
    {
        var (opinion, aspect) = (false, false);
        foreach (var hit in hits)
        {
            if (hit.Position < from || hit.Position >= to)
                continue;
            opinion |= hit.Entry.Role == Role.Opinion;
            aspect |= hit.Entry.Aspect is not null;
        }

        return opinion && aspect;
    }

}
