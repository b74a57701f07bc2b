using System.Globalization;
using CustomerService.Core.Lookups;
using CustomerService.Core.Reviews;
using CustomerService.Core.Text;

namespace CustomerService.Ai.Embedded.Answers;

/// <summary>What buyers say: strengths and weaknesses, one aspect, or the whole.</summary>
internal static class ReviewSection
{
    private const int MaxPoints = 3;
    private static readonly string[] ForStrengths = ["장점", "좋은 점", "좋은점", "강점", "pros", "strength", "advantage", "good thing", "like about"];
    private static readonly string[] ForWeaknesses = ["단점", "불만", "아쉬운", "나쁜 점", "문제점", "cons", "weakness", "disadvantage", "complain", "downside", "drawback", "bad thing", "dislike"];

    /// <summary>An aspect counts as a strength when at least this many praise it for each who complains.</summary>
    private const int ClearMajority = 2;

    public static void WriteProsAndCons(AnswerWriter writer, EvidenceView evidence)
    {
        if (!Introduce(writer, evidence))
            return;
        var analysis = evidence.Reviews!.Analysis;
        var praised = analysis.Aspects.Where(a => a.Praise >= ClearMajority * a.Complaints && a.Praise > 0)
            .OrderByDescending(a => a.Praise - a.Complaints).Take(MaxPoints).ToList();
        var criticised = analysis.Aspects.Where(a => a.Complaints >= a.Praise && a.Complaints > 0)
            .OrderByDescending(a => a.Complaints - a.Praise).ThenByDescending(a => a.Complaints).Take(MaxPoints).ToList();
        var divided = analysis.Aspects.FirstOrDefault(a => a.Complaints > 0 && a.Praise > a.Complaints && a.Praise < ClearMajority * a.Complaints);
        if (criticised.Count == 0)
            criticised = [.. analysis.Aspects.Where(a => a.Complaints > 0 && a != divided).OrderByDescending(a => a.Complaints / (double)a.Mentions).Take(1)];
        var quoted = new HashSet<ReviewQuote>();

        if (praised.Count > 0 && !OnlyAsks(evidence, ForWeaknesses, ForStrengths))
        {
            writer.Break();
            writer.Say("**장점**", "**Strengths**");
            foreach (var aspect in praised)
                WritePoint(writer, evidence, aspect, praise: true, quoted);
        }

        writer.Break();
        if (OnlyAsks(evidence, ForStrengths, ForWeaknesses))
            return;
        if (criticised.Count > 0)
        {
            writer.Say("**단점**", "**Weaknesses**");
            foreach (var aspect in criticised)
                WritePoint(writer, evidence, aspect, praise: false, quoted);
        }
        else
        {
            writer.Say(
                "리뷰에서 불만으로 꼽힌 점은 찾지 못했습니다.", "I found no complaints in the reviews.",
                evidence.ReviewTally(evidence.Reviews.ProductId));
        }

        if (divided is not null)
        {
            var label = Label(divided);
            writer.Break();
            writer.Say(
                $"{Hangul.With(label.Ko, "은/는")} {divided.Praise}명이 만족하고 {divided.Complaints}명이 아쉬워해 의견이 갈립니다.",
                $"Buyers are divided on {label.En.ToLowerInvariant()}: {divided.Praise} are happy with it, {divided.Complaints} {(divided.Complaints == 1 ? "is" : "are")} not.",
                evidence.ReviewTally(evidence.Reviews.ProductId));
        }

        if (praised.Count == 0)
        {
            writer.Break();
            writer.Say(
                "리뷰에서 뚜렷하게 칭찬받은 점은 찾지 못했습니다.", "I found nothing that reviewers praise more than they criticise.",
                evidence.ReviewTally(evidence.Reviews.ProductId));
        }
    }

    public static void WriteOpinion(AnswerWriter writer, EvidenceView evidence, IReadOnlyList<string> aspects)
    {
        if (aspects.Count == 0)
        {
            WriteSummary(writer, evidence);
            return;
        }

        if (Unavailable(writer, evidence))
            return;
        var analysis = evidence.Reviews!.Analysis;
        var source = evidence.ReviewTally(evidence.Reviews.ProductId);
        foreach (var key in aspects)
        {
            var label = AspectDefinitions.Find(key)?.Label ?? new LocalizedText(key, key);
            if (analysis.Aspects.FirstOrDefault(a => a.Aspect == key) is not { } opinion)
            {
                writer.Say(
                    $"리뷰 {analysis.AnalyzedCount}개 가운데 {Hangul.With(label.Ko, "을/를")} 평가한 것은 없어 구매자들의 의견은 알 수 없습니다.",
                    $"None of the {analysis.AnalyzedCount} reviews speaks of {label.En.ToLowerInvariant()}, so I do not know what buyers think of it.", source);
                continue;
            }

            writer.Say(OpinionKo(label.Ko, opinion, analysis.AnalyzedCount), OpinionEn(label.En, opinion, analysis.AnalyzedCount), source);
            Cite(writer, evidence, opinion.PraiseQuote, "좋은 평", "One buyer praises");
            Cite(writer, evidence, opinion.ComplaintQuote, "아쉬운 평", "One buyer criticises");
        }
    }

    public static void WriteSummary(AnswerWriter writer, EvidenceView evidence)
    {
        if (Unavailable(writer, evidence))
            return;
        var source = evidence.ReviewTally(evidence.Reviews!.ProductId);
        foreach (var line in evidence.Reviews.Analysis.Summary)
            writer.Say(line, line, source);
    }

    /// <summary>One sentence with the rating, for answers about something else.</summary>
    public static void WriteRating(AnswerWriter writer, EvidenceView evidence)
    {
        if (evidence.Reviews?.Analysis is not { Average: { } average } analysis)
            return;
        var best = analysis.Aspects.Where(a => a.Praise > a.Complaints).Take(2).ToList();
        var praisedKo = best.Count == 0 ? "" : $", 특히 {string.Join("·", best.Select(a => Label(a).Ko))}에서 좋은 평을 받았습니다";
        var praisedEn = best.Count == 0 ? "" : $"; buyers like its {string.Join(" and ", best.Select(a => Label(a).En.ToLowerInvariant()))} best";
        writer.Say(
            praisedKo.Length > 0 ? $"구매자 평점은 {Stars(average)}점(리뷰 {analysis.ReviewCount:N0}개)이고{praisedKo}." : $"구매자 평점은 {Stars(average)}점(리뷰 {analysis.ReviewCount:N0}개)입니다.",
            $"Buyers rate it {Stars(average)} of 5 in {Count(analysis.ReviewCount)}{praisedEn}.",
            evidence.ReviewTally(evidence.Reviews.ProductId));
    }

    private static bool OnlyAsks(EvidenceView evidence, string[] these, string[] notThose)
    {
        var question = evidence.Query.Query.Question;
        return these.Any(Says) && !notThose.Any(Says);

        bool Says(string word) => question.Contains(word, StringComparison.OrdinalIgnoreCase);
    }

    public static string Stars(double average) => average.ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>Says why there are no reviews to speak of, where that is so.</summary>
    public static bool Unavailable(AnswerWriter writer, EvidenceView evidence)
    {
        if (evidence.Reviews is not null)
            return false;
        if (evidence.Missing(LookupKind.ReviewAnalysis))
        {
            writer.Say(
                "리뷰를 지금 확인하지 못해 구매자들의 평가를 말씀드릴 수 없습니다. 잠시 후 다시 물어봐 주세요.",
                "I could not read the reviews just now, so I cannot tell what buyers think. Please ask again in a moment.");
        }
        else
        {
            writer.Say(
                $"{Hangul.With(evidence.Name, "은/는")} 아직 리뷰가 없어 구매자들의 평가를 알 수 없습니다.",
                $"The {evidence.Name} has no reviews yet, so I do not know what buyers think of it.",
                evidence.Product(evidence.Subject!));
        }

        return true;
    }

    private static bool Introduce(AnswerWriter writer, EvidenceView evidence)
    {
        if (Unavailable(writer, evidence))
            return false;
        var analysis = evidence.Reviews!.Analysis;
        var few = analysis.ReviewCount < 3;
        writer.Say(
            few
                ? $"{evidence.Name}의 리뷰는 {analysis.ReviewCount}개뿐(평균 {Stars(analysis.Average ?? 0)}점)이라 참고로만 봐 주세요."
                : $"{evidence.Name}의 구매자 리뷰 {analysis.ReviewCount:N0}개(평균 {Stars(analysis.Average ?? 0)}점)를 바탕으로 정리했습니다.",
            few
                ? $"There {(analysis.ReviewCount == 1 ? "is only one review" : $"are only {analysis.ReviewCount} reviews")} of the {evidence.Name} ({Stars(analysis.Average ?? 0)} of 5), so take this with care."
                : $"This is what {Count(analysis.ReviewCount)} of the {evidence.Name} say ({Stars(analysis.Average ?? 0)} of 5 on average).",
            evidence.ReviewTally(evidence.Reviews.ProductId));
        return true;
    }

    private static void WritePoint(AnswerWriter writer, EvidenceView evidence, AspectOpinion aspect, bool praise, HashSet<ReviewQuote> quoted)
    {
        var label = Label(aspect);
        var count = praise ? aspect.Praise : aspect.Complaints;
        var against = praise ? aspect.Complaints : aspect.Praise;
        var quote = praise ? aspect.PraiseQuote : aspect.ComplaintQuote;
        if (quote is not null && !quoted.Add(quote))
            quote = null;
        var againstKo = against == 0 ? "" : praise ? $", {against}명은 아쉬워했습니다" : $", {against}명은 만족했습니다";
        var againstEn = against == 0 ? "" : praise ? $", {against} {(against == 1 ? "complains" : "complain")}" : $", {against} {(against == 1 ? "is" : "are")} happy with it";
        var saidKo = praise ? "만족했고" : "아쉬워했고";
        var endKo = praise ? "만족했습니다" : "아쉬워했습니다";
        var said = quote is null ? "" : $" “{AnswerWriter.Plain(quote.Text)}”";
        writer.Point(
            $"**{label.Ko}**: {count}명이 {(against == 0 ? endKo : saidKo + againstKo)}.{said}",
            $"**{label.En}**: {count} {(praise ? count == 1 ? "praises it" : "praise it" : count == 1 ? "complains" : "complain")}{againstEn}.{said}",
            quote is null ? [evidence.ReviewTally(evidence.Reviews!.ProductId)] : [evidence.Quote(quote)]);
    }

    private static void Cite(AnswerWriter writer, EvidenceView evidence, ReviewQuote? quote, string korean, string english)
    {
        if (quote is not null)
            writer.Say($"{korean}: “{AnswerWriter.Plain(quote.Text)}”", $"{english}: “{AnswerWriter.Plain(quote.Text)}”", evidence.Quote(quote));
    }

    private static string OpinionKo(string label, AspectOpinion opinion, int read)
    {
        var verdict = (opinion.Praise, opinion.Complaints) switch
        {
            (_, 0) => "평이 좋습니다",
            (0, _) => "아쉽다는 평이 있습니다",
            var (p, c) when p >= 2 * c => "대체로 평이 좋습니다",
            var (p, c) when c >= 2 * p => "아쉽다는 평이 더 많습니다",
            _ => "평이 엇갈립니다",
        };
        return $"{Hangul.With(label, "은/는")} {verdict}. 리뷰 {read:N0}개 가운데 {opinion.Praise}명이 칭찬하고 {opinion.Complaints}명이 아쉬워했습니다.";
    }

    private static string OpinionEn(string label, AspectOpinion opinion, int read)
    {
        var verdict = (opinion.Praise, opinion.Complaints) switch
        {
            (_, 0) => "is well received",
            (0, _) => "is criticised",
            var (p, c) when p >= 2 * c => "is mostly well received",
            var (p, c) when c >= 2 * p => "is criticised more than praised",
            _ => "divides buyers",
        };
        return $"{label} {verdict}: of {Count(read)}, {opinion.Praise} {(opinion.Praise == 1 ? "praises" : "praise")} it and {opinion.Complaints} {(opinion.Complaints == 1 ? "complains" : "complain")}.";
    }

    private static string Count(int reviews) => reviews == 1 ? "one review" : $"{reviews:N0} reviews";

    private static LocalizedText Label(AspectOpinion opinion) => AspectDefinitions.Find(opinion.Aspect)?.Label ?? new(opinion.Aspect, opinion.Aspect);
}
