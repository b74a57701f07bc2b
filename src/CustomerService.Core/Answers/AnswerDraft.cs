using System.Text;
using CustomerService.Core.Lookups;
using CustomerService.Core.Models;

namespace CustomerService.Core.Answers;

/// <summary>What there is of an answer so far.</summary>
internal sealed class AnswerDraft(CustomerQuery query, TimeProvider time)
{
    private readonly long _started = time.GetTimestamp();
    private readonly StringBuilder _text = new();
    private readonly List<Citation> _citations = [];
    private readonly List<HeldBack> _held = [];
    private Authorship _author = Authorship.Embedded;
    private TimeSpan? _lookupsDone;
    private TimeSpan? _firstToken;

    public DateTimeOffset AskedAt { get; set; } = time.GetUtcNow();
    public List<LookupResult> Lookups { get; } = [];
    public ModelFault? Fault { get; set; }

    public void LookupsDone() => _lookupsDone = time.GetElapsedTime(_started);

    public AnswerEvent? Take(AnswerPart part)
    {
        switch (part)
        {
            case AnswerPart.Text text:
                _firstToken ??= time.GetElapsedTime(_started);
                _text.Append(text.Value);
                return new AnswerEvent.TextDelta(text.Value);
            case AnswerPart.Cite cite:
                _citations.Add(cite.Citation);
                return new AnswerEvent.CitationAdded(cite.Citation);
            case AnswerPart.Author author:
                _author = author.By;
                return new AnswerEvent.Authored(author.By);
            case AnswerPart.Held held:
                _held.Add(held.Words);
                return new AnswerEvent.WordsHeld(held.Words);
            default:
                throw new InvalidOperationException($"Unknown part {part.GetType().Name}");
        }
    }

    public Answer Finish(AnswerState state, TokenUsage usage) => new(
        query.AnswerId, query.Question, query.ProductId, query.CustomerId, query.Language, query.Surface, state, _text.ToString(),
        _author, [.. Lookups.OrderBy(l => l.Kind)], [.. _citations], usage,
        new(_lookupsDone, _firstToken, time.GetElapsedTime(_started)), AskedAt)
    {
        HeldBack = [.. _held],
        Fault = Fault,
    };
}
