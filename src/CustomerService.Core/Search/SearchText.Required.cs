using System.Text;
using CustomerService.Core.Questions;

namespace CustomerService.Core.Search;

/// <summary>What a text must hold to be found.</summary>
/// <param name="AnyOf">Tokens of which one must be there.</param>
/// <param name="IsPrefix">Whether the beginning of a token is enough.</param>
public sealed record RequiredToken(IReadOnlyList<string> AnyOf, bool IsPrefix = false);

public static partial class SearchText
{
    private const int MaxRequired = 24;
    // A shorter beginning is that of half of all words.
    private const int MinPrefix = 2;

    /// <summary>
    /// The tokens that all must be in a text which is searched for by these words, at most 24, in their order: without what only a particle adds (환불은 requires
    /// 환불), and with the last word as the beginning of one.
    /// </summary>
    public static IReadOnlyList<RequiredToken> Required(string text)
    {
        var required = new List<RequiredToken>();
        Run[] runs = [.. Runs(text)];
        for (var i = 0; i < runs.Length && required.Count < MaxRequired; i++)
        {
            var isLast = i == runs.Length - 1;
            if (runs[i].Script == Script.Spelled)
                RequireParts(runs[i].Runes, isLast || (i == runs.Length - 2 && IsParticle(runs[^1])), required);
            else if (!IsParticle(runs[i]))
                RequirePairs(runs[i].Runes, isLast, required);
        }

        return [.. required.Take(MaxRequired)];
    }

    // E001은 is cut into E001 and 은.
    private static bool IsParticle(Run run) => run is { IsAttached: true, Script: Script.Paired } && KoreanWords.IsParticle(Joined(run.Runes));

    private static void RequirePairs(List<Rune> run, bool isLast, List<RequiredToken> required)
    {
        if (run.Count <= 2)
        {
            var tokens = new List<string>();
            AddPairs(run, tokens);
            required.Add(new([.. tokens], isLast && run.Count == 1));
            return;
        }

        var stem = KoreanWords.Stem(Joined(run)).EnumerateRunes().ToList();
        for (var i = 1; i < stem.Count; i++)
            required.Add(new([$"{stem[i - 1]}{stem[i]}"]));
    }

    private static void RequireParts(List<Rune> run, bool isLast, List<RequiredToken> required)
    {
        var tokens = new List<string>();
        AddParts(run, tokens);
        var isPrefix = isLast && run.Count >= MinPrefix;
        var whole = tokens.Count > 0 ? tokens[^1] : Joined(run).ToLowerInvariant();
        if (tokens.Count > 1)
            required.AddRange(tokens.SkipLast(1).Select(part => new RequiredToken([part, whole], isPrefix)));
        else if (tokens.Count > 0 || isPrefix)
            required.Add(new([whole], isPrefix));
    }

    private static string Joined(List<Rune> run) => string.Concat(run);
}
