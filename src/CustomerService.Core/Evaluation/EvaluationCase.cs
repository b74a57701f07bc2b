using System.Text.Json.Serialization;
using CustomerService.Core.Answers;
using CustomerService.Core.Text;

namespace CustomerService.Core.Evaluation;

/// <summary>What became of a question, and with it what is to be done.</summary>
public enum EvaluationVerdict
{
    Fine,
    /// <summary>There is no answer.</summary>
    Failed,
    /// <summary>The answer is nowhere in the shop's documents, and was not given: it wants writing down.</summary>
    NotWritten,
    /// <summary>A document has it, but not among the first three passages: its heading and words are not those of the question.</summary>
    NotFound,
    /// <summary>The passage was found, but the answer leaves out what it says.</summary>
    NotSaid,
    /// <summary>The shop's data cannot answer it, but a document was quoted as if it did.</summary>
    AnsweredAnyway,
    /// <summary>It states a figure that the evidence does not hold.</summary>
    Unsupported,
    /// <summary>A citation's words do not stand where it says.</summary>
    WrongCitation,
    WrongLanguage,
}

/// <param name="Quote">Null where nothing is quoted.</param>
/// <param name="Valid">Whether the quote stands in the evidence that it names.</param>
public sealed record EvaluatedCitation(string Label, string? Quote, bool Valid);

/// <summary>One question, asked and measured.</summary>
/// <param name="Kind">Of the file, or read out of the question's words.</param>
/// <param name="InDocuments">Whether a passage of the product's, its category's or the shop's documents holds the reference; false for those that cannot be answered.</param>
/// <param name="Rank">From 1, the first passage among the first <see cref="Evaluator.Depth"/> that holds it; null when none does.</param>
/// <param name="Found">The first three passages that were found, as document and heading.</param>
/// <param name="Text">The answer; empty when there is none.</param>
/// <param name="Recall">0 to 1; null without reference.</param>
/// <param name="F1">0 to 1; null without reference.</param>
/// <param name="Unsupported">The figures without support, as they stand in the answer.</param>
/// <param name="Ms">Milliseconds from the question to the whole answer.</param>
/// <param name="Cost">US dollars; null when the price is unknown.</param>
/// <param name="Failure">Why there is no answer; null when there is one.</param>
public sealed record EvaluationCase(
    EvaluationWriter Writer, string? ProductId, string Question, string Reference, string Kind, Language Language, bool Answerable, bool InDocuments, int? Rank,
    IReadOnlyList<string> Found, string Text, string? Model, double? Recall, double? F1, IReadOnlyList<EvaluatedCitation> Citations, IReadOnlyList<string> Unsupported,
    bool QuotesDocument, bool LanguageMatches, double Ms, int PromptTokens, int CompletionTokens, decimal? Cost, string? Failure)
{
    /// <summary>Below, an answer counts as one that misses what was asked.</summary>
    public const double GoodRecall = 0.5;

    private const int Looked = 3;

    [JsonIgnore]
    public (string?, string) Key => (ProductId, Question);

    [JsonIgnore]
    public EvaluationVerdict Verdict =>
        Failure is not null ? EvaluationVerdict.Failed
        : !Answerable && QuotesDocument ? EvaluationVerdict.AnsweredAnyway
        : Answerable && Recall < GoodRecall ? !InDocuments ? EvaluationVerdict.NotWritten : Rank is null or > Looked ? EvaluationVerdict.NotFound : EvaluationVerdict.NotSaid
        : Unsupported.Count > 0 ? EvaluationVerdict.Unsupported
        : Citations.Any(c => !c.Valid) ? EvaluationVerdict.WrongCitation
        : !LanguageMatches ? EvaluationVerdict.WrongLanguage
        : EvaluationVerdict.Fine;

    /// <summary>How good the answer is, to put the worst first: 0 to 1.</summary>
    [JsonIgnore]
    public double Score => Failure is not null ? 0 : Math.Clamp(
        (Answerable ? Recall ?? 1 : QuotesDocument ? 0 : 1) * (Unsupported.Count > 0 ? 0.5 : 1) * (Citations.All(c => c.Valid) ? 1 : 0.5) * (LanguageMatches ? 1 : 0.5), 0, 1);

    internal static EvaluationCase Failed(EvaluationWriter writer, EvaluationQuestion question, string kind, Retrieval? retrieval, string failure) => new(
        writer, question.ProductId, question.Question, question.Answer, kind, question.Language, question.Answerable, retrieval?.InDocuments ?? false, retrieval?.Rank,
        retrieval?.Found ?? [], "", null, question.Answer.Length > 0 ? 0 : null, question.Answer.Length > 0 ? 0 : null, [], [], false, true, 0, 0, 0, 0, failure);

    internal static EvaluationCase Of(
        EvaluationWriter writer, EvaluationQuestion question, string kind, Retrieval retrieval, Answer answer, IReadOnlyList<EvaluatedCitation> citations, IReadOnlyList<string> unsupported) => new(
        writer, question.ProductId, question.Question, question.Answer, kind, question.Language, question.Answerable, retrieval.InDocuments, retrieval.Rank, retrieval.Found,
        answer.Text, answer.Model, question.Answer.Length > 0 ? AnswerTokens.Recall(answer.Text, question.Answer) : null,
        question.Answer.Length > 0 ? AnswerTokens.F1(answer.Text, question.Answer) : null, citations, unsupported,
        answer.Citations.Any(c => c.EvidenceId.StartsWith("document:", StringComparison.Ordinal)), CitationCheck.IsIn(answer, question.Language),
        Math.Round(answer.Timings.Total.TotalMilliseconds, 1), answer.Usage.PromptTokens, answer.Usage.CompletionTokens, answer.Usage.Cost, null);
}

/// <summary>What the search found for a question.</summary>
internal sealed record Retrieval(bool InDocuments, int? Rank, IReadOnlyList<string> Found);
