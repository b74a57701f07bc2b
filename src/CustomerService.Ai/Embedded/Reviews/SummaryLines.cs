using System.Globalization;
using CustomerService.Core.Reviews;
using CustomerService.Core.Text;

namespace CustomerService.Ai.Embedded.Reviews;

/// <summary>Three lines that sum an analysis up: how many stars, what is praised, what is complained about.</summary>
internal static class SummaryLines
{
    private const int FewReviews = 2;
    private const int AspectsNamed = 3;

    public static IReadOnlyList<string> Of(ReviewAnalysis analysis, Language language)
    {
        if (analysis.ReviewCount == 0 || analysis.Average is not { } average)
            return [];
        var praise = analysis.Aspects.Where(a => a.Praise > 0).OrderByDescending(a => a.Praise).ThenBy(a => a.Complaints).Take(AspectsNamed).ToList();
        var complaints = analysis.Aspects.Where(a => a.Complaints > 0).OrderByDescending(a => a.Complaints).ThenBy(a => a.Praise).Take(AspectsNamed).ToList();
        return language == Language.Korean
            ? [.. Korean(analysis, average, praise, complaints)]
            : [.. English(analysis, average, praise, complaints)];
    }

    private static IEnumerable<string> Korean(ReviewAnalysis analysis, double average, List<AspectOpinion> praise, List<AspectOpinion> complaints)
    {
        var stars = Stars(average);
        yield return analysis.ReviewCount <= FewReviews
            ? $"리뷰가 아직 {analysis.ReviewCount}건뿐이라 참고만 해 주세요. 평균 별점은 5점 만점에 {stars}점입니다."
            : $"리뷰 {Count(analysis.ReviewCount)}건의 평균 별점은 5점 만점에 {stars}점입니다({Distribution(analysis, n => $"{n}점", " {0}건")}).";
        var scope = analysis.AnalyzedCount < analysis.ReviewCount ? $"최근 리뷰 {Count(analysis.AnalyzedCount)}건에서는 " : "";
        if (praise.Count > 0)
            yield return $"{scope}{Names(praise, a => a.Praise, Language.Korean)}에 대한 {(praise[0].Praise > 2 ? "칭찬이 많습니다." : "칭찬이 있습니다.")}";
        if (complaints.Count > 0)
            yield return $"아쉽다는 의견은 {Names(complaints, a => a.Complaints, Language.Korean)}에서 나왔습니다.";
        else if (LowStars(analysis) is var low && low > 0)
            yield return $"별점 2점 이하가 {low}건 있지만, 무엇이 아쉬웠는지 구체적으로 적은 리뷰는 찾지 못했습니다.";
        else if (praise.Count > 0)
            yield return "구체적인 불만은 아직 보이지 않습니다.";
    }

    private static IEnumerable<string> English(ReviewAnalysis analysis, double average, List<AspectOpinion> praise, List<AspectOpinion> complaints)
    {
        var stars = Stars(average);
        yield return analysis.ReviewCount <= FewReviews
            ? $"Only {(analysis.ReviewCount == 1 ? "one review" : "two reviews")} so far, so take this as a first impression: {stars} out of 5 stars{(analysis.ReviewCount == 1 ? "" : " on average")}."
            : $"{Count(analysis.ReviewCount)} reviews average {stars} out of 5 stars ({Distribution(analysis, n => n == 1 ? "1 star" : $"{n} stars", ": {0}")}).";
        var scope = analysis.AnalyzedCount < analysis.ReviewCount ? $"In the latest {Count(analysis.AnalyzedCount)} reviews, reviewers" : "Reviewers";
        if (praise.Count > 0)
            yield return $"{scope} {(praise[0].Praise > 2 ? "most often praise" : "praise")} {Names(praise, a => a.Praise, Language.English)}.";
        if (complaints.Count > 0)
            yield return $"Complaints are about {Names(complaints, a => a.Complaints, Language.English)}.";
        else if (LowStars(analysis) is var low && low > 0)
            yield return $"{low} {(low == 1 ? "reviewer" : "reviewers")} gave 2 stars or fewer, but none said what exactly was wrong.";
        else if (praise.Count > 0)
            yield return "No specific complaints so far.";
    }

    private static string Names(List<AspectOpinion> aspects, Func<AspectOpinion, int> count, Language language)
    {
        var names = aspects.ConvertAll(a =>
        {
            var label = AspectDefinitions.Find(a.Aspect)?.Label.In(language) ?? a.Aspect;
            return language == Language.Korean ? $"{label}({count(a)}건)" : $"{InSentence(label)} ({count(a)})";
        });
        return language == Language.Korean || names.Count == 1
            ? string.Join(", ", names)
            : $"{string.Join(", ", names[..^1])} and {names[^1]}";
    }

    /// <summary>Lower case, but for names such as LED.</summary>
    private static string InSentence(string label) =>
        label.Length > 1 && char.IsUpper(label[1]) ? label : char.ToLowerInvariant(label[0]) + label[1..];

    private static string Distribution(ReviewAnalysis analysis, Func<int, string> stars, string count) =>
        string.Join(", ", Enumerable.Range(1, 5).Reverse()
            .Where(n => analysis.Distribution[n - 1] > 0)
            .Select(n => stars(n) + string.Format(CultureInfo.InvariantCulture, count, Count(analysis.Distribution[n - 1]))));

    private static int LowStars(ReviewAnalysis analysis) => analysis.Distribution[0] + analysis.Distribution[1];

    private static string Stars(double average) => average.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
