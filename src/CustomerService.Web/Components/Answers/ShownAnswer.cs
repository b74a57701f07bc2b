using System.Collections.Immutable;
using CustomerService.Core.Answers;
using CustomerService.Core.Lookups;
using CustomerService.Core.Models;
using CustomerService.Core.Text;

namespace CustomerService.Web.Components.Answers;

/// <summary>An answer as far as it is known, whether it grows or was read from the store. Never changes: each event makes the next one.</summary>
/// <param name="Author">Null until it is told.</param>
/// <param name="Usage">Null until the answer has ended.</param>
/// <param name="Timings">Null until the answer has ended.</param>
public sealed record ShownAnswer(
    string Id,
    string Question,
    string? ProductId,
    string? CustomerId,
    Language Language,
    AnswerState State,
    string Text,
    ImmutableList<LookupResult> Lookups,
    ImmutableList<Citation> Citations,
    Authorship? Author,
    ImmutableList<HeldBack> HeldBack,
    TokenUsage? Usage,
    AnswerTimings? Timings,
    AnswerFailure? Failure)
{
    /// <summary>The answer as it is stored; null while it grows.</summary>
    public Answer? Whole { get; private init; }

    /// <summary>Whether more is to come to this page.</summary>
    public bool IsGrowing { get; private init; }

    public LookupResult? Lookup(LookupKind kind) => Lookups.Find(l => l.Kind == kind);

    public static ShownAnswer Asked(CustomerQuery query) =>
        Begun(query.AnswerId, query.Question, query.Language) with { ProductId = query.ProductId, CustomerId = query.CustomerId };

    /// <summary>One that is being written, of which nothing else is known yet.</summary>
    public static ShownAnswer Begun(string id, string question, Language language) =>
        new(id, question, null, null, language, AnswerState.Running, "", [], [], null, [], null, null, null) { IsGrowing = true };

    public static ShownAnswer Stored(Answer answer) => new(
        answer.Id, answer.Question, answer.ProductId, answer.CustomerId, answer.Language, answer.State, answer.Text,
        [.. answer.Lookups], [.. answer.Citations], answer.Author, [.. answer.HeldBack], answer.Usage, answer.Timings,
        answer.State == AnswerState.Failed ? AnswerFailure.Internal : null)
    {
        Whole = answer,
    };

    /// <summary>It has ended so; what it rests on is as far as it was told.</summary>
    public ShownAnswer Ended(AnswerState state, string text) => this with
    {
        State = state,
        Text = text,
        Failure = state == AnswerState.Failed ? AnswerFailure.Internal : null,
        IsGrowing = false,
    };

    public ShownAnswer After(AnswerEvent next) => next switch
    {
        AnswerEvent.LookupFinished finished => this with { Lookups = Lookups.Add(finished.Result) },
        AnswerEvent.TextDelta delta => this with { Text = Text + delta.Text },
        AnswerEvent.CitationAdded added => this with { Citations = Citations.Add(added.Citation) },
        AnswerEvent.Authored authored => this with { Author = authored.By },
        AnswerEvent.WordsHeld held => this with { HeldBack = HeldBack.Add(held.Words) },
        // What has been drawn already stays the same object, so that it is not drawn again.
        AnswerEvent.Completed completed => Stored(completed.Answer) with { Lookups = Merge(completed.Answer.Lookups) },
        AnswerEvent.Failed failed => this with { State = AnswerState.Failed, Failure = failed.Code, IsGrowing = false },
        _ => this,
    };

    private ImmutableList<LookupResult> Merge(IReadOnlyList<LookupResult> results) => [.. results.Select(r => Lookup(r.Kind) ?? r)];
}
