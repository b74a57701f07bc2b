using CustomerService.Core.Lookups;
using CustomerService.Core.Text;

namespace CustomerService.Core.Answers;

public enum AnswerState
{
    /// <summary>Still being written.</summary>
    Running,
    Completed,
    /// <summary>Somebody stopped it; what was written until then is kept.</summary>
    Stopped,
    /// <summary>The program ended while it was being written; what was stored until then is kept.</summary>
    Interrupted,
    Failed,
}

/// <summary>Who wrote an answer.</summary>
public enum AnswerSource
{
    Embedded,
    Model,
}

/// <summary>Where a statement comes from. The answer's text refers to it as <c>[Number]</c>.</summary>
/// <param name="Number">From 1, in the order of first use.</param>
/// <param name="EvidenceId">What is cited, such as <c>product:E001#battery_hours</c>, <c>stock:E001@SEOUL</c>, <c>review:R-1</c>, <c>reviews:E001</c>.</param>
/// <param name="Label">How the evidence is called, in the answer's language.</param>
/// <param name="Quote">Verbatim words of the evidence, where it is a text.</param>
public sealed record Citation(int Number, LookupKind Kind, string EvidenceId, string Label, string? Quote);

/// <param name="Cost">In US dollars; null when the price is unknown.</param>
public sealed record TokenUsage(int PromptTokens, int CompletionTokens, decimal? Cost)
{
    public static TokenUsage None { get; } = new(0, 0, 0m);
}

/// <summary>All from the moment the question was accepted.</summary>
/// <param name="Lookups">Until the last lookup ended; null when they did not all end.</param>
/// <param name="FirstToken">Until the first words of the answer; null when there were none.</param>
public sealed record AnswerTimings(TimeSpan? Lookups, TimeSpan? FirstToken, TimeSpan Total);

/// <summary>A question with all that was found and answered.</summary>
/// <param name="Text">Paragraphs, <c>- </c> lists, <c>**strong**</c> and citation marks such as <c>[1]</c>; nothing else is markup.</param>
/// <param name="Lookups">Those that ended.</param>
/// <param name="Model">Null for the embedded assistant.</param>
public sealed record Answer(
    string Id,
    string Question,
    string? ProductId,
    string? CustomerId,
    Language Language,
    Surface Surface,
    AnswerState State,
    string Text,
    AnswerSource Source,
    string? Model,
    IReadOnlyList<LookupResult> Lookups,
    IReadOnlyList<Citation> Citations,
    TokenUsage Usage,
    AnswerTimings Timings,
    DateTimeOffset AskedAt);
