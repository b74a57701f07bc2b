using CustomerService.Core.Answers;
using CustomerService.Core.Triage;

namespace CustomerService.Core.Conversations;

/// <summary>A message that a customer sent.</summary>
/// <param name="ClientId">1 to <see cref="MaxClientId"/> characters, chosen by the sender; the same id is the same message.</param>
/// <param name="AnswerId">The id that the assistant's answer will bear, if it is the assistant's turn.</param>
/// <param name="Node">The program that will write the answer.</param>
/// <param name="ProductId">What the customer is looking at; null leaves it as it was.</param>
public sealed record IncomingMessage(string ConversationId, string ClientId, string Text, string AnswerId, string Node, string? ProductId)
{
    /// <summary>Why a person is to answer instead of the assistant; null when none needs to.</summary>
    public HandoffReason? Handoff { get; init; }
    /// <summary>The conversation as it reads with this message; null leaves it as it was.</summary>
    public Triage.TriageResult? Triage { get; init; }

    public const int MaxClientId = 64;
}

/// <param name="IsAnswered">Whether the assistant has answered it to the end.</param>
public sealed record EarlierMessage(string Text, bool IsAnswered);

/// <summary>What became of an incoming message.</summary>
/// <param name="Message">As it stands in the thread.</param>
/// <param name="Answer">The assistant's message that was begun with it; null when it is not the assistant's turn.</param>
/// <param name="IsNew">False when the message had been accepted before, and nothing was written.</param>
public sealed record AcceptedMessage(Conversation Conversation, ConversationMessage Message, ConversationMessage? Answer, bool IsNew);

/// <summary>Keeps threads. A call that returns has written durably, and all of what it says or nothing.</summary>
public interface IConversationStore
{
    /// <summary>Writes a new, empty thread. Writing the same id again changes nothing.</summary>
    Task StartAsync(Conversation conversation, CancellationToken cancellationToken);

    Task<Conversation?> FindAsync(string conversationId, CancellationToken cancellationToken);

    /// <summary>The visitor's newest thread that is not closed.</summary>
    Task<Conversation?> FindOpenAsync(string visitor, CancellationToken cancellationToken);

    /// <summary>The customer's own last messages of a thread, oldest first.</summary>
    Task<IReadOnlyList<EarlierMessage>> EarlierAsync(string conversationId, int limit, CancellationToken cancellationToken);

    /// <summary>What changed after a version, all with version 0, and what is still being answered. Null when there is no such thread.</summary>
    Task<ConversationChanges?> ReadAsync(string conversationId, long since, CancellationToken cancellationToken);

    /// <summary>
    /// Appends a customer's message and, when it is the assistant's turn, the message in which the assistant will answer. A message
    /// whose client id is known is not written again. A closed thread is opened again.
    /// </summary>
    /// <returns>Null when there is no such thread.</returns>
    Task<AcceptedMessage?> AcceptAsync(IncomingMessage message, CancellationToken cancellationToken);

    /// <summary>Begins another answer to the question that a message of the assistant answered badly or not at all. While an answer is running nothing is begun.</summary>
    /// <returns>Null when there is nothing to answer again.</returns>
    Task<AcceptedMessage?> AnswerAgainAsync(string conversationId, int sequence, string answerId, string node, CancellationToken cancellationToken);

    /// <summary>Writes how an answer ended into the assistant's message. Only the first ending counts.</summary>
    /// <returns>The thread with it; null when it had ended before.</returns>
    Task<Conversation?> EndAnswerAsync(string conversationId, string answerId, AnswerState state, string text, CancellationToken cancellationToken);

    /// <summary>Hands the thread on, with a note that says so, if it is still at the version that the caller knows.</summary>
    /// <param name="reason">Why a person is to answer, with <see cref="ConversationOwner.Waiting"/>.</param>
    /// <param name="version">The version on which the caller's decision rests; null takes whatever there is.</param>
    /// <returns>The thread as it is now: handed on, or, when it had changed meanwhile, as somebody else left it. Null when there is no such thread.</returns>
    Task<Conversation?> HandOnAsync(string conversationId, ConversationOwner owner, ConversationNote? note, HandoffReason? reason, long? version, CancellationToken cancellationToken);

    /// <summary>Gives a visitor's thread to a customer who has shown who they are.</summary>
    /// <returns>False when it is not that visitor's.</returns>
    Task<bool> ClaimAsync(string conversationId, string visitor, string customerId, CancellationToken cancellationToken);

    /// <summary>For a thread that waits for a person; counted from the last week.</summary>
    Task<ExpectedWait> ExpectWaitAsync(string conversationId, CancellationToken cancellationToken);

    /// <summary>Keeps the customer's opinion of an answer; null takes it back.</summary>
    /// <returns>False when there is no such message of the assistant.</returns>
    Task<bool> RateAnswerAsync(string conversationId, int sequence, Thumb? thumb, CancellationToken cancellationToken);

    /// <param name="stars">1 to 5.</param>
    /// <returns>False when there is no such thread.</returns>
    Task<bool> RateAsync(string conversationId, int stars, CancellationToken cancellationToken);

    /// <summary>
    /// Ends answers that were being written by programs that are no more: with what the answer's own record says, or as
    /// <see cref="AnswerState.Interrupted"/>.
    /// </summary>
    /// <param name="gone">The names of those programs.</param>
    /// <returns>The ids of their threads.</returns>
    Task<IReadOnlyList<string>> EndOrphanedAnswersAsync(IReadOnlyCollection<string> gone, CancellationToken cancellationToken);
}

/// <summary>A thread in a list.</summary>
/// <param name="LastText">The beginning of the newest message that is not a note.</param>
/// <param name="IsAnswering">Whether an answer is being written.</param>
public sealed record ConversationSummary(Conversation Conversation, MessageAuthor? LastAuthor, string LastText, bool IsAnswering)
{
    public ConversationPlace Place => new(Conversation.ChangedAt, Conversation.Id);
}

/// <summary>Where a thread stands in the order of change.</summary>
public sealed record ConversationPlace(DateTimeOffset ChangedAt, string Id)
{
    /// <summary>The order of change: by time, and those of one instant by id.</summary>
    public static IComparer<ConversationPlace> Order { get; } = Comparer<ConversationPlace>.Create(
        (a, b) => a.ChangedAt.CompareTo(b.ChangedAt) is var byTime and not 0 ? byTime : string.CompareOrdinal(a.Id, b.Id));
}
