using System.Globalization;
using System.Text.RegularExpressions;
using CustomerService.Ai.Embedded.Reviews;
using CustomerService.Core.Catalog;
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

        AssertShare(right, reviews.Count, 0.85, []);
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

    /// <summary>What is said of the labelled nouns in the analyzer's own terms; what stands for the whole product is left out.</summary>
    private static readonly Dictionary<string, string> AspectOfLabel = new[]
    {
        "picture: picture, picture quality, photo, photo quality, image, image quality, print, color, indoor shot, shot, indoor picture, resolution, low light", "ease_of_use: use, ease of use, learning curve",
        "viewfinder: viewfinder, optical viewfinder", "software: software, download, transfer", "controls: control, dial, button, manual control", "battery: battery, battery life",
        "zoom: zoom, optical zoom, digital zoom", "features: feature, function, option, mode, auto mode, scene mode, manual mode, auto setting, setting, macro, macro mode, movie mode", "design: design, look, finish",
        "menu: menu, user interface", "lens: lens, lens cap, lens quality", "screen: lcd, lcd screen, screen", "flash: flash", "price: price, value", "size: size, weight, compact, body", "video: movie, video",
        "performance: focus, delay, speed, lag, shutter lag, auto focus", "storage: memory card, compactflash, memory", "noise: noise",
    }.Select(l => l.Split(": ")).SelectMany(l => l[1].Split(", ").Select(label => (Label: label, Aspect: l[0]))).ToDictionary(l => l.Label, l => l.Aspect);

    [SharedDataFact]
    public async Task Aspects_that_most_reviewers_name_are_among_the_first_with_the_right_polarity()
    {
        var (right, all) = (0, 0);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(SharedData.Path, "reviews-en"), "*.txt"))
        {
            var reviews = string.Join('\n', File.ReadLines(file).Where(l => !l.StartsWith('*'))).Split("[t]").Skip(1).Select(r => r.Split('\n').Skip(1).Select(l => l.Split("##")).Where(l => l.Length == 2).ToList()).ToList();
            var labelled = reviews.SelectMany((r, i) => r.SelectMany(l => NamedLabel().Matches(l[0]).Select(m => (Review: i, Aspect: AspectOfLabel.GetValueOrDefault(m.Groups["name"].Value.Trim()), Sign: int.Parse(m.Groups["label"].Value, CultureInfo.InvariantCulture)))))
                .Where(l => l.Aspect is not null).GroupBy(l => l.Aspect!)
                .Select(g => (Aspect: g.Key, Reviewers: g.Select(l => l.Review).Distinct().Count(), Praises: g.Sum(l => Math.Sign(l.Sign)) > 0))
                .OrderByDescending(a => a.Reviewers).ToList();
            var fifth = labelled[4].Reviewers;
            var found = await new EmbeddedReviewAnalyzer().AnalyzeAsync(
                new("P", "camera", new() { ProductId = "P", Three = reviews.Count },
                    [.. reviews.Select((r, i) => new Review { Id = $"R{i}", ProductId = "P", Stars = 3, Language = Language.English, Text = string.Join(' ', r.Select(l => l[1])), Author = "", WrittenAt = default })],
                    Language.English), default);
            var first = found.Aspects.Take(5).ToDictionary(a => a.Aspect, a => a.Praise >= a.Complaints);
            output.WriteLine($"{Path.GetFileName(file)}: labelled {string.Join(", ", labelled.Take(9))}; found {string.Join(", ", found.Aspects.Take(9).Select(a => $"{a.Aspect} +{a.Praise} -{a.Complaints}"))}");
            right += labelled.Where(l => l.Reviewers >= fifth).Count(l => first.TryGetValue(l.Aspect, out var praises) && praises == l.Praises);
            all += 5;
        }

        output.WriteLine($"{right} of {all}");
        Assert.InRange(right, 0.8 * all, 2 * all);
    }

    private void AssertShare(int right, int all, double least, IEnumerable<string> wrong)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{right} of {all} right, {100.0 * right / all:0.0}%"));
        foreach (var line in wrong)
            output.WriteLine(line);
        Assert.True(all > 100, "Too few sentences to judge by.");
        Assert.True(right >= least * all, string.Create(CultureInfo.InvariantCulture, $"{right} of {all} right, {least:P0} wanted."));
    }

    [GeneratedRegex(@"(?<name>[a-z][a-z0-9 ]{1,40})\[(?<label>[+-]\d)\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamedLabel();

    [GeneratedRegex(@"\[(?<label>[+-]\d)\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Label();
}
