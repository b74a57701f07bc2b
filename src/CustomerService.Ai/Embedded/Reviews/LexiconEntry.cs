using System.Globalization;

namespace CustomerService.Ai.Embedded.Reviews;

/// <summary>What a form of a lexicon does in a clause.</summary>
internal enum Role
{
    /// <summary>Says how good something is.</summary>
    Opinion,
    /// <summary>Names an aspect.</summary>
    Aspect,
    /// <summary>Turns the opinions that follow closely: not, without, 안.</summary>
    NegatesNext,
    /// <summary>Turns all opinions that follow in the clause: don't think that.</summary>
    NegatesAll,
    /// <summary>Turns the opinion before it: -지 않다, 없다.</summary>
    NegatesLast,
    /// <summary>Strengthens a negated opinion, and is a complaint on its own: 별로.</summary>
    LeansOnNegation,
    /// <summary>What is wished for is missing.</summary>
    Wish,
    /// <summary>Strengthens or weakens the opinion that follows.</summary>
    Factor,
}

/// <summary>One line's meaning in a lexicon file; the files explain their columns.</summary>
internal sealed record LexiconEntry(Role Role, double Score, double Negated, string? Aspect, IReadOnlyList<(string Aspect, double Score)> ByAspect)
{
    private const double PraiseTurned = -0.9;
    private const double ComplaintTurned = 0.7;

    /// <summary>Whether the form must begin a word.</summary>
    public bool StartsWord { get; init; }

    /// <summary>Whether the form must end a word.</summary>
    public bool EndsWord { get; init; }

    /// <summary>Whether the form itself names its aspect, so that no other aspect nearby is meant: 귀가 아프.</summary>
    public bool Outspoken { get; init; }

    public static LexiconEntry ForAspect(string aspect) => new(Role.Aspect, 0, 0, aspect, []);

    /// <summary>Reads the second and third column of a lexicon file.</summary>
    public static LexiconEntry Parse(string meaning, string notes)
    {
        var (role, score, negated) = meaning switch
        {
            "neg" or "before" => (Role.NegatesNext, 0, 0),
            "wide" => (Role.NegatesAll, 0, 0),
            "after" => (Role.NegatesLast, 0, 0),
            "npi" => (Role.LeansOnNegation, -2, -2),
            "wish" => (Role.Wish, 0, 0),
            ['x', ..] => (Role.Factor, Number(meaning[1..]), 0),
            _ => Opinion(meaning),
        };
        string? aspect = null;
        var byAspect = new List<(string, double)>();
        foreach (var note in notes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (note[0] == '@')
                aspect = note[1..];
            else if (note.Split('=') is [var key, var value])
                byAspect.Add((key, Number(value)));
        }

        return new(role, score, negated, aspect, byAspect);
    }

    /// <summary>The score where this aspect is spoken of.</summary>
    public double ScoreFor(string? aspect, bool negated)
    {
        if (aspect is not null)
        {
            foreach (var (key, score) in ByAspect)
            {
                if (key == aspect)
                    return negated ? Turned(score) : score;
            }
        }

        return negated ? Negated : Score;
    }

    private static (Role, double, double) Opinion(string meaning)
    {
        var slash = meaning.IndexOf('/', StringComparison.Ordinal);
        if (slash >= 0)
            return (Role.Opinion, Number(meaning[..slash]), Number(meaning[(slash + 1)..]));
        var score = Number(meaning);
        return (Role.Opinion, score, Turned(score));
    }

    private static double Turned(double score) => score * (score > 0 ? PraiseTurned : -ComplaintTurned);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
