using System.Globalization;
using System.Text.RegularExpressions;
using CustomerService.Ai.Embedded.Reviews;
using CustomerService.Core.Text;
using CustomerService.Testing;
using Xunit;
using Xunit.Abstractions;

namespace CustomerService.Ai.Tests.Reviews;

/// <summary>How often the analyzer is right. The thresholds lie a little below what it reached when they were set.</summary>
public partial class AccuracyTests(ITestOutputHelper output)
{
    // The trainer learns from all lines but every tenth, so these are new to the model.
    private const int HeldOutEvery = 10;

    [Theory]
    [InlineData("sentences-ko.tsv", 0.95)]
    [InlineData("sentences-en.tsv", 0.93)]
    public void Polarity_of_shop_sentences_is_right(string file, double least)
    {
        var sentences = LabelledSentence.Read(file).Where(s => s.Polarity != "mixed").ToList();

        var wrong = sentences.Where(s => LabelledSentence.PolarityOf(s.Text) != s.Polarity).ToList();

        AssertShare(sentences.Count - wrong.Count, sentences.Count, least, wrong.Select(s => $"{s.Polarity} {s.Text}"));
    }

    [Theory]
    [InlineData("sentences-ko.tsv", 0.92)]
    [InlineData("sentences-en.tsv", 0.92)]
    public void Aspects_of_shop_sentences_are_right(string file, double least)
    {
        var labels = LabelledSentence.Read(file).SelectMany(s => s.Aspects.Select(a => (Aspect: a, s.Text))).ToList();

        var wrong = labels.Where(l => !LabelledSentence.AspectsIn(l.Text).Contains(l.Aspect)).ToList();

        AssertShare(labels.Count - wrong.Count, labels.Count, least, wrong.Select(l => $"{l.Aspect} {l.Text}"));
    }

    [SharedDataFact]
    public void Polarity_of_korean_reviews_that_were_not_learnt_from_is_right()
    {
        var reviews = File.ReadLines(Path.Combine(SharedData.Path, "reviews-ko", "movie-reviews.tsv")).Skip(1)
            .Where((_, line) => line % HeldOutEvery == 0)
            .Select(l => l.Split('\t', 3))
            .Where(c => c.Length == 3 && c[2].Length > 0)
            .Select(c => (Praises: c[0] == "1", Text: c[2]))
            .ToList();

        var right = reviews.Count(r => ReviewOpinions.Of(r.Text, Language.Korean).Score > 0 == r.Praises);

        AssertShare(right, reviews.Count, 0.84, []);
    }

    [SharedDataFact]
    public void Polarity_of_english_sentences_is_right()
    {
        var sentences = Directory.EnumerateFiles(Path.Combine(SharedData.Path, "reviews-en"), "*.txt")
            .SelectMany(File.ReadLines)
            .Select(line => (Line: line, Cut: line.IndexOf("##", StringComparison.Ordinal)))
            .Where(l => l.Cut > 0 && l.Line[0] != '*')
            .Select(l => (Sign: Label().Matches(l.Line[..l.Cut]).Sum(m => int.Parse(m.Groups["label"].Value, CultureInfo.InvariantCulture)), Text: l.Line[(l.Cut + 2)..]))
            .Where(s => s.Sign != 0)
            .ToList();

        var right = sentences.Count(s => LabelledSentence.PolarityOf(s.Text) == (s.Sign > 0 ? "+" : "-"));

        AssertShare(right, sentences.Count, 0.82, []);
    }

    private void AssertShare(int right, int all, double least, IEnumerable<string> wrong)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{right} of {all} right, {100.0 * right / all:0.0}%"));
        foreach (var line in wrong)
            output.WriteLine(line);
        Assert.True(all > 100, "Too few sentences to judge by.");
        Assert.True(right >= least * all, string.Create(CultureInfo.InvariantCulture, $"{right} of {all} right, {least:P0} wanted."));
    }

    [GeneratedRegex(@"\[(?<label>[+-]\d)\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Label();
}
