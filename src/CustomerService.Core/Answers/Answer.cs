using CustomerService.Core.Lookups;
using CustomerService.Core.Models;
using CustomerService.Core.Text;

namespace CustomerService.Core.Answers;

public enum AnswerState
{
    /// <summary>Still being written.</summary>
    Running,
    Completed,
    /// <summary>Somebody stopped it; what was written until then is kept.</summary>
    Stopped,
    /// <summary>The program ended while it was being written, or the model broke off; what there was until then is kept.</summary>
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

/// <summary>What models used: tokens and money.</summary>
/// <param name="Cost">US dollars; null when the price of a model is unknown.</param>
/// <param name="Estimated">Whether some of the tokens are estimates, because the endpoint sent no usage.</param>
public sealed record TokenUsage(int PromptTokens, int CompletionTokens, decimal? Cost, bool Estimated = false)
{
    public static TokenUsage None { get; } = new(0, 0, 0m);

    public static TokenUsage operator +(TokenUsage a, TokenUsage b) =>
        new(a.PromptTokens + b.PromptTokens, a.CompletionTokens + b.CompletionTokens, a.Cost + b.Cost, a.Estimated || b.Estimated);
}

/// <summary>Why words of a model were not shown.</summary>
public enum HoldReason
{
    /// <summary>A price, stock figure, rating, date or quantity that the evidence does not hold.</summary>
    Figure,
    /// <summary>Says that something can or cannot be had, against the stock that was found, or though none was found.</summary>
    Availability,
    /// <summary>Words in quotation marks that occur nowhere in the evidence.</summary>
    Quote,
    /// <summary>An address, an image or markup that answers may not hold.</summary>
    Markup,
}

/// <summary>A sentence of a model that was held back.</summary>
/// <param name="Unsupported">The part without support, such as <c>150개</c>.</param>
public sealed record HeldBack(string Sentence, string Unsupported, HoldReason Reason);

/// <summary>All from the moment the question was accepted.</summary>
/// <param name="Lookups">Until the last lookup ended; null when they did not all end.</param>
/// <param name="FirstToken">Until the first words of the answer; null when there were none.</param>
public sealed record AnswerTimings(TimeSpan? Lookups, TimeSpan? FirstToken, TimeSpan Total);

/// <summary>A question with all that was found and answered.</summary>
/// <param name="Text">Paragraphs, <c>- </c> lists, <c>**strong**</c> and citation marks such as <c>[1]</c>; nothing else is markup.</param>
/// <param name="Lookups">Those that ended.</param>
public sealed record Answer(
    string Id,
    string Question,
    string? ProductId,
    string? CustomerId,
    Language Language,
    Surface Surface,
    AnswerState State,
    string Text,
    Authorship Author,
    IReadOnlyList<LookupResult> Lookups,
    IReadOnlyList<Citation> Citations,
    TokenUsage Usage,
    AnswerTimings Timings,
    DateTimeOffset AskedAt)
{
    public AnswerSource Source => Author.Source;
    /// <summary>Null for the embedded assistant.</summary>
    public string? Model => Author.Model;
    /// <summary>What the model wrote and nobody was shown.</summary>
    public IReadOnlyList<HeldBack> HeldBack { get; init; } = [];
    /// <summary>Why the model broke off, with <see cref="AnswerState.Interrupted"/>; null when the program did.</summary>
    public ModelFault? Fault { get; init; }
}
