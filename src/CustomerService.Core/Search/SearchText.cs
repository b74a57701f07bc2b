using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using CustomerService.Core.Text;

namespace CustomerService.Core.Search;

/// <summary>A word of a text that is searched for.</summary>
/// <param name="Text">Its letters and digits, folded, lower case.</param>
/// <param name="IsPaired">Whether it is cut into pairs of syllables: Korean, Japanese and Chinese.</param>
/// <param name="Tokens">At least one; see <see cref="SearchText.Words"/>.</param>
public sealed record SpokenWord(string Text, bool IsPaired, IReadOnlyList<string> Tokens);

/// <summary>
/// Splits Korean and English text into the tokens that full-text search compares. Korean is cut into overlapping pairs of
/// syllables, so that particles and spacing matter little: 소닉웨이브프로는 and 소닉웨이브 프로 share all but one or two tokens.
/// </summary>
public static partial class SearchText
{
    private static readonly FrozenSet<string> StopWords =
    ((string[])[
        "a", "about", "an", "and", "any", "are", "as", "at", "be", "but", "by", "can", "could", "did", "do", "does", "for", "from", "get",
        "had", "has", "have", "how", "i", "if", "in", "is", "it", "its", "just", "like", "me", "my", "no", "not", "of", "on", "one", "or",
        "please", "should", "so", "some", "tell", "than", "that", "the", "them", "there", "these", "they", "this", "to", "was", "we", "what",
        "when", "where", "which", "who", "why", "will", "with", "would", "you", "your",
    ]).ToFrozenSet(StringComparer.Ordinal);

    private const int MaxSpellable = 40;

    private const string Particles = "은는이가을를도의에로와과랑만";

    private enum Script
    {
        None,
        /// <summary>Written without spaces or with endings that cling to words: cut into pairs.</summary>
        Paired,
        Spelled,
    }

    /// <param name="IsAttached">Whether it follows another script without a space.</param>
    private readonly record struct Run(Script Script, List<Rune> Runes, bool IsAttached);

    /// <summary>The distinct tokens of a text, in the order of their first use. See <see cref="Words"/>.</summary>
    public static IReadOnlyList<string> Tokens(string text) => [.. Words(text).SelectMany(w => w).Distinct(StringComparer.Ordinal)];

    /// <summary>
    /// The words of a text in their order, each as its tokens: letters and digits only, lower case, without accents, full width folded
    /// to half width (NFKC). Any text is accepted, unpaired surrogates and control characters included.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<string>> Words(string text) => [.. Spoken(text).Select(w => w.Tokens)];

    /// <summary>The same words with their letters as well.</summary>
    public static IReadOnlyList<SpokenWord> Spoken(string text)
    {
        var words = new List<SpokenWord>();
        foreach (var run in Runs(text))
        {
            var tokens = new List<string>();
            if (run.Script == Script.Paired)
                AddPairs(run.Runes, tokens);
            else
                AddParts(run.Runes, tokens);
            if (tokens.Count > 0)
                words.Add(new(Joined(run.Runes).ToLowerInvariant(), run.Script == Script.Paired, tokens));
        }

        return words;
    }

    /// <summary>The words of a name by which slips are put right: Latin ones of three letters or more, and their parts, Korean ones of two syllables or more. None with digits.</summary>
    public static IEnumerable<string> Spellable(string name) => Spoken(name)
        .SelectMany(w => w.IsPaired ? [w.Text] : w.Tokens)
        .Where(t => t.Length is >= 2 and <= MaxSpellable && (t.Length > 2 || Hangul.IsHangul(t[0])) && t.All(char.IsLetter))
        .Distinct(StringComparer.Ordinal);

    /// <summary>Stretches of one script, in their order.</summary>
    private static IEnumerable<Run> Runs(string text)
    {
        var (runes, script, isAttached) = (new List<Rune>(), Script.None, false);
        foreach (var rune in Fold(text).EnumerateRunes())
        {
            var next = ScriptOf(rune);
            if (next != script)
            {
                if (script != Script.None)
                    yield return new(script, runes, isAttached);
                (runes, script, isAttached) = ([], next, script != Script.None);
            }

            if (next != Script.None)
                runes.Add(rune);
        }

        if (script != Script.None)
            yield return new(script, runes, isAttached);
    }

    // Decomposing frees the accents, composing again restores Hangul. Normalize throws on what is no character, so that goes first.
    internal static string Fold(string text)
    {
        var valid = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            valid.Append(Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherNotAssigned or UnicodeCategory.Control ? " " : rune.ToString());
        var bare = new StringBuilder(valid.Length);
        foreach (var c in valid.ToString().Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                bare.Append(c);
        }

        return bare.ToString().Normalize(NormalizationForm.FormKC);
    }

    private static Script ScriptOf(Rune rune) =>
        !Rune.IsLetterOrDigit(rune) ? Script.None
        : rune.IsBmp && Hangul.IsHangul((char)rune.Value) ? Script.Paired
        : rune.Value is (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0x20000 and <= 0x3FFFF) ? Script.Paired
        : Script.Spelled;

    private static void AddPairs(List<Rune> run, List<string> tokens)
    {
        // "핏은" must find the product named "핏".
        if (run.Count == 1 || (run.Count == 2 && run[1].IsBmp && Particles.Contains((char)run[1].Value, StringComparison.Ordinal)))
            tokens.Add(run[0].ToString());
        for (var i = 1; i < run.Count; i++)
            tokens.Add($"{run[i - 1]}{run[i]}");
    }

    // SonicWave is found as sonicwave, sonic and wave.
    private static void AddParts(List<Rune> run, List<string> tokens)
    {
        var start = 0;
        for (var i = 1; i < run.Count; i++)
        {
            if (Rune.IsLower(run[i - 1]) && Rune.IsUpper(run[i]))
            {
                AddPart(start, i);
                start = i;
            }
        }

        if (start > 0)
            AddPart(start, run.Count);
        AddPart(0, run.Count);

        void AddPart(int from, int to)
        {
            var word = new StringBuilder();
            for (var i = from; i < to; i++)
                word.Append(Rune.ToLowerInvariant(run[i]));
            var token = Singular(word.ToString());
            if (!StopWords.Contains(token))
                tokens.Add(token);
        }
    }

    private static string Singular(string word)
    {
        if (word.Length < 4 || word[^1] != 's' || word[^2] is 's' or 'u' or 'i' || !word.All(char.IsAsciiLetter))
            return word;
        if (word.EndsWith("ies", StringComparison.Ordinal))
            return word[..^3] + "y";
        return word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal)
            || word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal)
            ? word[..^2]
            : word[..^1];
    }
}
