using CustomerService.Core.Lookups;
using CustomerService.Core.Models;

namespace CustomerService.Core.Answers;

/// <summary>A piece of an answer in the making.</summary>
public abstract record AnswerPart
{
    private AnswerPart()
    {
    }

    public sealed record Text(string Value) : AnswerPart;

    public sealed record Cite(Citation Citation) : AnswerPart;

    /// <summary>Who wrote the text; comes first.</summary>
    public sealed record Author(Authorship By) : AnswerPart;

    /// <summary>Words that were not passed on.</summary>
    public sealed record Held(HeldBack Words) : AnswerPart;

    /// <summary>The text ends here although it is not complete; nothing follows.</summary>
    public sealed record BrokeOff(ModelFault Fault) : AnswerPart;
}

/// <summary>Turns a question and its evidence into one answer in the customer's language.</summary>
public interface IAnswerComposer
{
    /// <summary>Streams the answer. States nothing that the evidence does not hold, and says what could not be found out.</summary>
    IAsyncEnumerable<AnswerPart> ComposeAsync(ResolvedQuery query, IReadOnlyList<LookupResult> evidence, CancellationToken cancellationToken);
}
