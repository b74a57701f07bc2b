using System.Text.Json.Serialization;
using CustomerService.Core.Answers;
using CustomerService.Core.Text;

namespace CustomerService.Data.Nodes;

/// <summary>What one program tells another. It may be lost.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Wanted), "wanted")]
[JsonDerivedType(typeof(Events), "events")]
[JsonDerivedType(typeof(Stop), "stop")]
[JsonDerivedType(typeof(Fence), "fence")]
[JsonDerivedType(typeof(Fenced), "fenced")]
internal abstract record NodeMessage
{
    /// <summary>Somebody follows an answer of yours there, and knows its events before a number. To be said again while it holds.</summary>
    /// <param name="ForCustomer">Whether a customer is among those who follow.</param>
    public sealed record Wanted(string Node, string AnswerId, int From, bool ForCustomer) : NodeMessage;

    /// <summary>A person has taken over there: nothing more of an answer of yours is to be told to customers, and how it stands is wanted.</summary>
    public sealed record Fence(string Node, string AnswerId) : NodeMessage;

    public sealed record Fenced(string AnswerId, AnswerEnding Ending) : NodeMessage;

    /// <param name="First">The number of the first of the events.</param>
    /// <param name="Last">Whether nothing more will come.</param>
    public sealed record Events(string AnswerId, Language Language, int First, IReadOnlyList<AnswerEvent> Told, bool Last) : NodeMessage;

    public sealed record Stop(string AnswerId) : NodeMessage;
}
