using CustomerService.Core.Answers;
using CustomerService.Core.Usage;

namespace CustomerService.Core.Models;

/// <summary>A message for a model, as it is: no lookups, no evidence, no checks.</summary>
/// <param name="Model">Null for the model of the tier Moderate. Must be one of <see cref="ITextModel.Names"/>.</param>
/// <param name="Purpose">Batch and benchmark wait until no customer waits.</param>
/// <param name="Caller">Whose turn it is in the queue: callers take turns.</param>
public sealed record TextRequest(string Message, string? Model, ModelPurpose Purpose, string Caller);

/// <summary>What comes of a message. The set is closed; <see cref="Ended"/> or <see cref="Failed"/> comes last, once.</summary>
public abstract record TextPiece
{
    private TextPiece()
    {
    }

    /// <summary>The model that writes; comes first.</summary>
    public sealed record Author(string Model) : TextPiece;

    public sealed record Text(string Value) : TextPiece;

    /// <param name="Waited">In the queue, before the request went out.</param>
    /// <param name="FirstToken">From the request until the first token; null when none came.</param>
    public sealed record Ended(TokenUsage Usage, TimeSpan Waited, TimeSpan? FirstToken, TimeSpan Total) : TextPiece;

    /// <summary>What was told until then stays, and is not all.</summary>
    public sealed record Failed(ModelFault Fault) : TextPiece;
}

/// <summary>Models behind the configured endpoint, asked directly. There are none without an endpoint.</summary>
public interface ITextModel
{
    /// <summary>All models that the configuration names, without repetition; empty without an endpoint.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Asks one model, with retries and without fallbacks. Cancelling ends the request and throws.</summary>
    /// <exception cref="ArgumentException">The model is not one of <see cref="Names"/>.</exception>
    IAsyncEnumerable<TextPiece> StreamAsync(TextRequest request, CancellationToken cancellationToken);
}
