using System.Collections.Immutable;
using CustomerService.Core.Answers;
using CustomerService.Core.Lookups;
using CustomerService.Core.Text;

namespace CustomerService.Web.Features.Ask;

/// <summary>An answer as far as it is known, whether it grows or was read from the store. Never changes: each event makes the next one.</summary>
/// <param name="Source">Null until it is told.</param>
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
    AnswerSource? Source,
    string? Model,
    AnswerTimings? Timings,
    AnswerFailure? Failure)
{
    /// <summary>Whether more is to come to this page.</summary>
    public bool IsGrowing { get; private init; }

    public LookupResult? Lookup(LookupKind kind) => Lookups.Find(l => l.Kind == kind);

    public static ShownAnswer Asked(CustomerQuery query) =>
        new(query.AnswerId, query.Question, query.ProductId, query.CustomerId, query.Language, AnswerState.Running, "", [], [], null, null, null, null)
        {
            IsGrowing = true,
        };

    public static ShownAnswer Stored(Answer answer) => new(
        answer.Id, answer.Question, answer.ProductId, answer.CustomerId, answer.Language, answer.State, answer.Text,
        [.. answer.Lookups], [.. answer.Citations], answer.Source, answer.Model, answer.Timings,
        answer.State == AnswerState.Failed ? AnswerFailure.Internal : null);

    public ShownAnswer After(AnswerEvent next) => next switch
    {
        AnswerEvent.LookupFinished finished => this with { Lookups = Lookups.Add(finished.Result) },
        AnswerEvent.TextDelta delta => this with { Text = Text + delta.Text },
        AnswerEvent.CitationAdded added => this with { Citations = Citations.Add(added.Citation) },
        // What has been drawn already stays the same object, so that it is not drawn again.
        AnswerEvent.Completed completed => Stored(completed.Answer) with { Lookups = Merge(completed.Answer.Lookups) },
        AnswerEvent.Failed failed => this with { State = AnswerState.Failed, Failure = failed.Code, IsGrowing = false },
        _ => this,
    };

    private ImmutableList<LookupResult> Merge(IReadOnlyList<LookupResult> results) => [.. results.Select(r => Lookup(r.Kind) ?? r)];
}
