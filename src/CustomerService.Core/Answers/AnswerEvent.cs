using System.Text.Json.Serialization;
using CustomerService.Core.Lookups;
using CustomerService.Core.Models;

namespace CustomerService.Core.Answers;

/// <summary>What happens while a question is answered. The set is closed; <see cref="Completed"/> or <see cref="Failed"/> comes last, once.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(LookupStarted), "lookupStarted")]
[JsonDerivedType(typeof(LookupFinished), "lookupFinished")]
[JsonDerivedType(typeof(TextDelta), "text")]
[JsonDerivedType(typeof(CitationAdded), "citation")]
[JsonDerivedType(typeof(Authored), "author")]
[JsonDerivedType(typeof(WordsHeld), "held")]
public abstract record AnswerEvent
{
    private AnswerEvent()
    {
    }

    public sealed record LookupStarted(LookupKind Kind) : AnswerEvent;

    public sealed record LookupFinished(LookupResult Result) : AnswerEvent;

    /// <summary>More of the answer's text.</summary>
    public sealed record TextDelta(string Text) : AnswerEvent;

    /// <summary>A citation whose number stands in the text that follows or has just been sent.</summary>
    public sealed record CitationAdded(Citation Citation) : AnswerEvent;

    /// <summary>Who writes the text; comes before it.</summary>
    public sealed record Authored(Authorship By) : AnswerEvent;

    /// <summary>Words of the model that are not in the text, because nothing supports them.</summary>
    public sealed record WordsHeld(HeldBack Words) : AnswerEvent;

    /// <summary>The whole answer, stored.</summary>
    public sealed record Completed(Answer Answer) : AnswerEvent;

    /// <summary>There is no answer. With <see cref="AnswerFailure.InvalidInput"/> the problems say what to correct and nothing was stored.</summary>
    public sealed record Failed(AnswerFailure Code, IReadOnlyList<InputProblem> Problems) : AnswerEvent;
}

public enum AnswerFailure
{
    InvalidInput,
    /// <summary>The database could not be read or written.</summary>
    StorageUnavailable,
    /// <summary>A fault of the program; the log has it under the answer's id.</summary>
    Internal,
}

/// <summary>The pipeline: one question in, its answer out.</summary>
public interface IAnswerService
{
    /// <summary>
    /// Answers a question. Lookups start together; each is told when it ends; then the text streams. The answer is stored before
    /// <see cref="AnswerEvent.Completed"/> is told. Cancelling stops the work and is not an exception: what was written is stored
    /// and told as completed with <see cref="AnswerState.Stopped"/>.
    /// </summary>
    IAsyncEnumerable<AnswerEvent> AnswerAsync(CustomerQuery query, CancellationToken cancellationToken);
}
