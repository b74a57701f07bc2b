using CustomerService.Core.Answers;
using CustomerService.Core.Text;
using CustomerService.Core.Triage;

namespace CustomerService.Core.Conversations;

/// <summary>Who is to answer the customer's next message.</summary>
public enum ConversationOwner
{
    Assistant,
    /// <summary>The customer waits for a person.</summary>
    Waiting,
    Agent,
    Closed,
}

public enum MessageAuthor
{
    Customer,
    Assistant,
    Agent,
    /// <summary>What happened, told to both sides.</summary>
    System,
}

/// <summary>What a message of <see cref="MessageAuthor.System"/> tells; each surface has its own words for it.</summary>
public enum ConversationNote
{
    /// <summary>The customer asked for a person.</summary>
    PersonWanted,
    /// <summary>The customer waits no longer, or the agent gives back, and the assistant answers again.</summary>
    AssistantBack,
    /// <summary>The assistant, or an agent, hands the customer on to whichever person is free.</summary>
    HandedOver,
    /// <summary>An agent has taken over.</summary>
    AgentJoined,
    Closed,
    Reopened,
}

public enum Thumb
{
    Up,
    Down,
}

/// <summary>A customer's thread.</summary>
/// <param name="Visitor">Whose it is: <see cref="Visitor.Key"/>.</param>
/// <param name="CustomerId">The shop's own number of a customer who has shown who they are; null for a visitor.</param>
/// <param name="ProductId">What the customer was last looking at.</param>
/// <param name="Version">From 1; grows with every write, by which each writer sees whether it still knows the newest state.</param>
/// <param name="LastSequence">The number of the newest message; 0 without one.</param>
/// <param name="Rating">1 to 5, given by the customer.</param>
public sealed record Conversation(
    string Id,
    string Visitor,
    string? CustomerId,
    Language Language,
    string? ProductId,
    ConversationOwner Owner,
    long Version,
    int LastSequence,
    DateTimeOffset StartedAt,
    DateTimeOffset ChangedAt,
    int? Rating)
{
    /// <summary>The member of staff who has it, or had it when it was closed.</summary>
    public string? AgentId { get; init; }
    /// <summary>Since when the customer has been waiting for a person's word; null when it is not a person's turn.</summary>
    public DateTimeOffset? WaitingSince { get; init; }
    /// <summary>Why the assistant last handed it to a person; null while the assistant has it.</summary>
    public HandoffReason? Handoff { get; init; }
    /// <summary>Null before the first message.</summary>
    public Triage.TriageResult? Triage { get; init; }
    /// <summary>What of <see cref="Triage"/> an agent has put right, and stays so.</summary>
    public TriageFields Corrected { get; init; }

    /// <summary>Until when agents have put it aside; null when they have not.</summary>
    public DateTimeOffset? SnoozedUntil { get; init; }
    /// <summary>What agents call it: see <see cref="Conversations.Tags"/>.</summary>
    public string Tags { get; init; } = "";

    /// <summary>What was read anew, but for what an agent has put right.</summary>
    public TriageResult? Merged(TriageResult? read) => Triage is not { } known || read is null ? read ?? Triage : read with
    {
        Topic = Corrected.HasFlag(TriageFields.Topic) ? known.Topic : read.Topic,
        Mood = Corrected.HasFlag(TriageFields.Mood) ? known.Mood : read.Mood,
        Urgency = Corrected.HasFlag(TriageFields.Urgency) ? known.Urgency : read.Urgency,
        Summary = Corrected.HasFlag(TriageFields.Summary) ? known.Summary : read.Summary,
    };

    public static string NewId() => "C" + Guid.CreateVersion7().ToString("N");

    public static bool IsWellFormed(string? id) => id is { Length: 33 } && id[0] == 'C' && Conversations.Visitor.IsHex(id.AsSpan(1));
}

/// <summary>One message of a thread.</summary>
/// <param name="Sequence">From 1, without gaps: the order of the thread.</param>
/// <param name="Version">The conversation's version with which the message last changed.</param>
/// <param name="ClientId">The sender's own id of the message, by which a repeated send is recognised.</param>
/// <param name="AnswerId">The answer that stands behind a message of the assistant.</param>
/// <param name="AnswerState">Of that answer; while it is <see cref="AnswerState.Running"/> the text is empty and grows in the run.</param>
/// <param name="Question">For a message of the assistant: the sequence of the customer's message that it answers.</param>
/// <param name="Node">The program that writes, or wrote, that answer.</param>
/// <param name="AgentId">The member of staff who wrote it, or of whom a note tells.</param>
/// <param name="Reason">With <see cref="ConversationNote.HandedOver"/>; null when an agent handed on.</param>
public sealed record ConversationMessage(
    int Sequence,
    long Version,
    MessageAuthor Author,
    string Text,
    DateTimeOffset SentAt,
    string? ClientId = null,
    string? AnswerId = null,
    AnswerState? AnswerState = null,
    int? Question = null,
    ConversationNote? Note = null,
    Thumb? Thumb = null,
    string? Node = null,
    string? AgentId = null,
    HandoffReason? Reason = null);

/// <summary>How long a customer may have to wait for a person.</summary>
/// <param name="Ahead">Customers who have been waiting for longer.</param>
/// <param name="Minutes">What half of those who lately got a person waited at most; null when nobody did.</param>
public sealed record ExpectedWait(int Ahead, double? Minutes);

/// <summary>The state of a thread at one version, as far as it changed since another.</summary>
/// <param name="Messages">Those that are new, have changed, or are still being written, in order.</param>
public sealed record ConversationChanges(Conversation Conversation, IReadOnlyList<ConversationMessage> Messages);
