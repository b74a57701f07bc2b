namespace CustomerService.Core.Evaluation;

/// <param name="Before">The same question in the earlier run.</param>
public sealed record ChangedCase(EvaluationCase Now, EvaluationCase Before)
{
    public double Change => Now.Score - Before.Score;
}

/// <summary>What changed since an earlier run, for one writer. Questions that only one of the runs asks are in its figures, not among the changes.</summary>
/// <param name="Worse">The most changed first.</param>
/// <param name="Better">The most changed first.</param>
/// <param name="Common">Questions of both runs.</param>
public sealed record EvaluationComparison(EvaluationFigures Now, EvaluationFigures Before, IReadOnlyList<ChangedCase> Worse, IReadOnlyList<ChangedCase> Better, int Common)
{
    // Rather than any other word that an answer begins with.
    private const double Noticeable = 0.1;

    /// <returns>Null when the earlier run has no answers of the writer.</returns>
    public static EvaluationComparison? Of(EvaluationRun now, EvaluationRun before, EvaluationWriter writer)
    {
        var earlier = before.Of(writer).GroupBy(c => c.Key).ToDictionary(g => g.Key, g => g.First());
        if (earlier.Count == 0)
            return null;
        var both = now.Of(writer).Where(c => earlier.ContainsKey(c.Key)).Select(c => new ChangedCase(c, earlier[c.Key])).ToList();
        return new(
            now.Figures(writer), before.Figures(writer), [.. both.Where(c => c.Change < -Noticeable).OrderBy(c => c.Change)],
            [.. both.Where(c => c.Change > Noticeable).OrderByDescending(c => c.Change)], both.Count);
    }
}
