using CustomerService.Core.Answers;
using CustomerService.Core.Documents;
using CustomerService.Core.Evaluation;
using CustomerService.Core.Lookups;
using CustomerService.Core.Models;
using CustomerService.Core.Text;
using CustomerService.Testing;
using Xunit;

namespace CustomerService.Core.Tests.Evaluation;

public sealed class EvaluationFiguresTests
{
    [Fact]
    public void Figures_are_taken_over_those_they_are_about()
    {
        var figures = EvaluationFigures.Of(
        [
            Case("a") with { Rank = 1, Recall = 1, F1 = 1, Ms = 10, Cost = 0.5m },
            Case("b") with { Rank = 3, Recall = 0.5, F1 = 0.2, Ms = 20, Citations = [new("l", "q", true), new("l", "q", false)] },
            Case("c") with { Rank = null, Recall = 0, F1 = 0, Ms = 30, Unsupported = ["9"], LanguageMatches = false },
            Case("d") with { InDocuments = false, Rank = null, Recall = 0.5, F1 = 0, Ms = 40, Cost = null },
            Case("e") with { InDocuments = false, Answerable = false, Recall = null, F1 = null, QuotesDocument = true, Ms = 50 },
            Case("f") with { InDocuments = false, Answerable = false, Recall = null, F1 = null, Failure = "broke", Ms = 0 },
        ]);
        Assert.Equal((6, 1, 3), (figures.Questions, figures.Failed, figures.InDocuments));
        Assert.Equal([1 / 3.0, 2 / 3.0, 2 / 3.0], new[] { figures.Hit1, figures.Hit3, figures.Hit5 }.Select(h => h!.Value));
        Assert.Equal((0.5, 0.5, 0.3), (figures.Recall!.Value, figures.WrittenRecall!.Value, Math.Round(figures.F1!.Value, 6)));
        Assert.Equal((0.5, 0.8, 0.8, 0.0), (figures.Citations!.Value, figures.Supported!.Value, figures.Language!.Value, figures.Declined!.Value));
        Assert.Equal((30, 50, 0.5m), (figures.P50Ms!.Value, figures.P95Ms!.Value, figures.Cost!.Value));
    }

    [Fact]
    public void Nothing_measured_is_not_zero()
    {
        var figures = EvaluationFigures.Of([]);
        Assert.All(EvaluationMetric.All, m => Assert.Null(m.Of(figures)));
        Assert.Null(EvaluationFigures.Of([Case("a") with { Cost = null }]).Cost);
    }

    [Fact]
    public void Verdict_says_what_is_to_be_done()
    {
        var missed = Case("a") with { Recall = 0.2 };
        Assert.Equal(EvaluationVerdict.NotWritten, (missed with { InDocuments = false, Rank = null }).Verdict);
        Assert.Equal(EvaluationVerdict.NotFound, (missed with { Rank = 4 }).Verdict);
        Assert.Equal(EvaluationVerdict.NotFound, (missed with { Rank = null }).Verdict);
        Assert.Equal(EvaluationVerdict.NotSaid, (missed with { Rank = 2 }).Verdict);
        Assert.Equal(EvaluationVerdict.Fine, Case("a").Verdict);
        Assert.Equal(EvaluationVerdict.Failed, (missed with { Failure = "x" }).Verdict);
        Assert.Equal(EvaluationVerdict.Unsupported, (Case("a") with { Unsupported = ["5"] }).Verdict);
        Assert.Equal(EvaluationVerdict.WrongCitation, (Case("a") with { Citations = [new("l", null, false)] }).Verdict);
        Assert.Equal(EvaluationVerdict.WrongLanguage, (Case("a") with { LanguageMatches = false }).Verdict);
        var unanswerable = Case("a") with { Answerable = false, Recall = null, QuotesDocument = false };
        Assert.Equal((EvaluationVerdict.Fine, 1.0), (unanswerable.Verdict, unanswerable.Score));
        Assert.Equal((EvaluationVerdict.AnsweredAnyway, 0.0), unanswerable with { QuotesDocument = true } is var anyway ? (anyway.Verdict, anyway.Score) : default);
    }

    [Fact]
    public void Run_is_the_same_after_json_and_other_json_is_none()
    {
        var run = Run("한글 \"questions\".json", Case("a") with { Citations = [new("l", "q", true)], Found = ["x"] }, Case("b") with { Language = Language.Korean });
        var again = EvaluationRun.FromJson(run.ToJson())!;
        Assert.Equal(run.ToJson(), again.ToJson());
        Assert.Equal(run.Cases.Select(c => (c.Key, c.Verdict)), again.Cases.Select(c => (c.Key, c.Verdict)));
        Assert.Contains("한글", run.ToJson(), StringComparison.Ordinal);
        Assert.All(["", "[]", "{}", "null", "{\"name\": 3}", "{\"name\": \"a\"}"], json => Assert.Null(EvaluationRun.FromJson(json)));
    }

    [Fact]
    public void Comparison_names_what_got_worse_and_better_and_counts_what_both_ask()
    {
        var before = Run("f", Case("a"), Case("b") with { Recall = 0.1 }, Case("c"), Case("gone"));
        var now = Run("f", Case("a") with { Recall = 0.3 }, Case("b"), Case("c") with { Recall = 0.95 }, Case("new") with { Recall = 0 });
        var comparison = EvaluationComparison.Of(now, before, EvaluationWriter.Embedded)!;
        Assert.Equal((3, "a", "b"), (comparison.Common, comparison.Worse.Single().Now.Question, comparison.Better.Single().Now.Question));
        Assert.Equal(-0.7, comparison.Worse.Single().Change, 6);
        Assert.Null(EvaluationComparison.Of(now, before, EvaluationWriter.Model));
    }

    [Theory]
    [InlineData("document:d#1", "Wash  cold.", true)]
    [InlineData("document:d#1", "Wash hot.", false)]
    [InlineData("document:d#2", "Wash cold.", false)]
    [InlineData("document:d#1", null, true)]
    [InlineData("product:E001#x", "held", true)]
    [InlineData("product:E001#x", "not held", false)]
    public void Citation_is_valid_when_its_words_stand_where_it_says(string evidence, string? quote, bool valid)
    {
        var answer = Answer("x", new Citation(1, LookupKind.ProductInfo, evidence, "l", quote));
        var passages = new Dictionary<string, Passage> { ["document:d#1"] = new(1, "", "", "First.\nWash cold. Then dry.") };
        Assert.Equal(valid, CitationCheck.IsValid(answer.Citations[0], answer, passages, words => words == "held"));
    }

    [Fact]
    public void Citation_of_a_lookup_that_found_nothing_is_wrong()
    {
        var answer = Answer("x", new Citation(1, LookupKind.StockCheck, "stock:E001", "l", null));
        Assert.False(CitationCheck.IsValid(answer.Citations[0], answer, new Dictionary<string, Passage>(), _ => true));
    }

    [Fact]
    public void Quotation_in_another_language_is_not_the_answers_language()
    {
        const string quote = "Charge the battery fully before the first use, which takes about three hours.";
        Assert.True(CitationCheck.IsIn(Answer($"설명서에 있습니다: “{quote}”[1]", new Citation(1, LookupKind.ProductInfo, "document:d#1", "l", quote)), Language.Korean));
        Assert.False(CitationCheck.IsIn(Answer($"The manual says so: “{quote}”[1]", new Citation(1, LookupKind.ProductInfo, "document:d#1", "l", quote)), Language.Korean));
    }

    internal static EvaluationCase Case(string question) => new(
        EvaluationWriter.Embedded, "E001", question, "reference", "fact", Language.English, true, true, 1, [], "text", null, 1, 1, [], [], true, true, 5, 0, 0, 0, null);

    private static EvaluationRun Run(string name, params EvaluationCase[] cases) => new("r", name, Build.Wednesday, "", cases);

    private static Answer Answer(string text, params Citation[] citations) => new(
        "A1", "question", null, null, Language.Korean, Surface.CommandLine, AnswerState.Completed, text, Authorship.Embedded,
        [new LookupResult.Found(LookupKind.ProductInfo, TimeSpan.Zero, new DocumentData([]))], citations, TokenUsage.None, new(null, null, TimeSpan.Zero), Build.Wednesday);
}
