namespace CustomerService.Core.Evaluation;

/// <summary>What was measured over several questions. Shares are 0 to 1 and null where there was nothing to measure.</summary>
/// <param name="InDocuments">Questions whose reference stands in a document: those that hits are counted over.</param>
/// <param name="Recall">Mean token recall over all questions that can be answered and have a reference.</param>
/// <param name="WrittenRecall">The same over those whose reference stands in a document.</param>
/// <param name="Citations">Share of citations whose words stand where they say.</param>
/// <param name="Supported">Share of answers in which each figure has support.</param>
/// <param name="Language">Share of answers in the question's language.</param>
/// <param name="Declined">Of the questions that cannot be answered, the share for which no document was quoted.</param>
/// <param name="P50Ms">Milliseconds, nearest rank.</param>
/// <param name="Cost">US dollars of what has a known price; null when nothing has.</param>
public sealed record EvaluationFigures(
    int Questions, int Failed, int InDocuments, double? Hit1, double? Hit3, double? Hit5, double? Recall, double? WrittenRecall, double? F1, double? Citations, double? Supported,
    double? Language, double? Declined, double? P50Ms, double? P95Ms, long PromptTokens, long CompletionTokens, decimal? Cost)
{
    public static EvaluationFigures Of(IEnumerable<EvaluationCase> all)
    {
        List<EvaluationCase> cases = [.. all];
        var written = cases.Where(c => c.InDocuments).ToList();
        var referenced = cases.Where(c => c is { Answerable: true, Recall: not null }).ToList();
        var answered = cases.Where(c => c.Failure is null).ToList();
        var citations = answered.SelectMany(c => c.Citations).ToList();
        var times = answered.Select(c => c.Ms).Order().ToList();
        var priced = answered.Where(c => c.Cost is not null).ToList();
        return new(
            cases.Count, cases.Count - answered.Count, written.Count, Share(written, c => c.Rank == 1), Share(written, c => c.Rank <= 3), Share(written, c => c.Rank <= 5),
            Mean(referenced, c => c.Recall!.Value), Mean([.. written.Where(c => c.Recall is not null)], c => c.Recall!.Value), Mean(referenced, c => c.F1!.Value),
            Share(citations, c => c.Valid), Share(answered, c => c.Unsupported.Count == 0), Share(answered, c => c.LanguageMatches),
            Share([.. cases.Where(c => !c.Answerable)], c => c is { Failure: null, QuotesDocument: false }), Percentile(times, 50), Percentile(times, 95),
            answered.Sum(c => (long)c.PromptTokens), answered.Sum(c => (long)c.CompletionTokens), answered.Count > 0 && priced.Count == 0 ? null : priced.Sum(c => c.Cost!.Value));
    }

    private static double? Share<T>(IReadOnlyCollection<T> of, Func<T, bool> counts) => of.Count == 0 ? null : of.Count(counts) / (double)of.Count;

    private static double? Mean<T>(List<T> of, Func<T, double> value) => of.Count == 0 ? null : of.Average(value);

    private static double? Percentile(List<double> sorted, double percent) => sorted.Count == 0 ? null : sorted[(int)Math.Ceiling(percent / 100 * sorted.Count) - 1];
}

/// <summary>One of the figures by its name, to compare runs and to set thresholds.</summary>
/// <param name="Name">As on the command line, such as <c>hit3</c>.</param>
/// <param name="IsShare">Whether it is 0 to 1, where more is better; otherwise milliseconds, where less is.</param>
public sealed record EvaluationMetric(string Name, bool IsShare, Func<EvaluationFigures, double?> Of)
{
    public static IReadOnlyList<EvaluationMetric> All { get; } =
    [
        new("hit1", true, f => f.Hit1), new("hit3", true, f => f.Hit3), new("hit5", true, f => f.Hit5), new("recall", true, f => f.Recall),
        new("written-recall", true, f => f.WrittenRecall), new("f1", true, f => f.F1), new("citations", true, f => f.Citations), new("supported", true, f => f.Supported),
        new("language", true, f => f.Language), new("declined", true, f => f.Declined), new("p50", false, f => f.P50Ms), new("p95", false, f => f.P95Ms),
    ];
}
