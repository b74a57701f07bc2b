using CustomerService.Ai.Embedded.Reviews;
using CustomerService.Core.Text;

namespace CustomerService.Ai.Tests.Reviews;

/// <summary>A sentence with what a reader takes from it.</summary>
/// <param name="Polarity">+, - or mixed.</param>
/// <param name="Aspects">Aspects with their sign, such as sound+.</param>
internal sealed record LabelledSentence(string Polarity, IReadOnlyList<string> Aspects, string Text)
{
    public static IReadOnlyList<LabelledSentence> Read(string file) =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Reviews", "Data", file))
            .Where(l => l.Length > 0 && l[0] != '#')
            .Select(l => l.Split('\t'))
            .Select(c => new LabelledSentence(c[0], c[1].Split(' ', StringSplitOptions.RemoveEmptyEntries), c[2]))];

    /// <summary>The aspects read in a text, in the same notation.</summary>
    public static IReadOnlyList<string> AspectsIn(string text, string category = "") =>
        [.. ReviewOpinions.Of(text, Language.Korean, null, category).Mentions.Select(m => m.Aspect + (m.Score > 0 ? "+" : "-")).Distinct()];

    public static string PolarityOf(string text)
    {
        var score = ReviewOpinions.Of(text, Language.Korean).Score;
        return score >= ReviewOpinions.Undecided ? "+" : score <= -ReviewOpinions.Undecided ? "-" : "undecided";
    }
}
