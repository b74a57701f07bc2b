using CustomerService.Core.Text;
using CustomerService.Core.Triage;

namespace CustomerService.Core.Conversations;

/// <summary>What agents list.</summary>
public enum InboxView
{
    /// <summary>A person is wanted, and nobody has it yet.</summary>
    Unassigned,
    Mine,
    /// <summary>All that are not closed, whoever has them.</summary>
    Everyone,
    /// <summary>The customer waits for a person's word, be it the first or the next.</summary>
    Waiting,
    /// <summary>Put aside for a while.</summary>
    Snoozed,
    Closed,
}

/// <summary>Which conversations a list holds.</summary>
/// <param name="AgentId">Who looks.</param>
public sealed record InboxFilter(InboxView View, string AgentId)
{
    public Topic? Topic { get; init; }
    public Mood? Mood { get; init; }
    public Language? Language { get; init; }
    public string? Tag { get; init; }
    /// <summary>What the customer was last looking at.</summary>
    public string? ProductId { get; init; }
    /// <summary>Minutes for which the customer has been waiting at least.</summary>
    public int? WaitingFor { get; init; }
    /// <summary>Words that all are in the messages, or the names of customer and product; see <see cref="Search.SearchText.Required"/>.</summary>
    public string? Search { get; init; }

    /// <summary>Whether it holds fewer than its view.</summary>
    public bool IsNarrowed => this != new InboxFilter(View, AgentId);

    /// <summary>The same as the database decides, which alone can decide about <see cref="Search"/>.</summary>
    public bool Holds(Conversation conversation, DateTimeOffset now) => View switch
    {
        InboxView.Unassigned => conversation is { Owner: ConversationOwner.Waiting, SnoozedUntil: null },
        InboxView.Mine => conversation is { Owner: ConversationOwner.Agent, SnoozedUntil: null } && conversation.AgentId == AgentId,
        InboxView.Everyone => conversation.Owner != ConversationOwner.Closed,
        InboxView.Waiting => conversation is { WaitingSince: not null, SnoozedUntil: null },
        InboxView.Snoozed => conversation is { SnoozedUntil: not null },
        _ => conversation.Owner == ConversationOwner.Closed,
    } && (Topic is null || conversation.Triage?.Topic == Topic)
        && (Mood is null || conversation.Triage?.Mood == Mood)
        && (Language is null || conversation.Language == Language)
        && (Tag is null || Tags.Of(conversation.Tags).Contains(Tag))
        && (ProductId is null || conversation.ProductId == ProductId)
        && (WaitingFor is not { } minutes || conversation.WaitingSince <= now.AddMinutes(-minutes));
}

/// <summary>A change of hands that a member of staff makes.</summary>
/// <param name="To">Who is to answer next.</param>
/// <param name="AgentId">Who has it then, with <see cref="ConversationOwner.Agent"/>.</param>
/// <param name="By">Who makes the change.</param>
/// <param name="HeldBy">The colleague from whom it is knowingly taken; null for nobody.</param>
public sealed record Handover(ConversationOwner To, string? AgentId, string By, string? HeldBy = null);

/// <summary>What became of a change of hands.</summary>
/// <param name="Conversation">As it is now; null when there is none.</param>
/// <param name="IsDone">False when a colleague has it meanwhile.</param>
public sealed record HandoverResult(Conversation? Conversation, bool IsDone)
{
    /// <summary>Answers that are being written and not fenced yet; nothing was changed because of them.</summary>
    public IReadOnlyList<ConversationMessage> Unfenced { get; init; } = [];
}

public enum StaffEntryKind
{
    /// <summary>Words for colleagues.</summary>
    Note,
    /// <summary>Handed to a colleague, whose id is the text.</summary>
    Assigned,
}

/// <summary>What customers never see of a conversation.</summary>
/// <param name="Version">The conversation's version with which it was written, by which it is known.</param>
/// <param name="AgentId">Who wrote it.</param>
public sealed record StaffEntry(long Version, StaffEntryKind Kind, string AgentId, DateTimeOffset At, string Text, string? ClientId = null);

/// <summary>An agent's reply that can still be taken back.</summary>
/// <param name="ClientId">1 to <see cref="IncomingMessage.MaxClientId"/> characters; the same id is the same reply.</param>
/// <param name="DueAt">When it goes to the customer.</param>
public sealed record PendingReply(string ConversationId, string ClientId, string AgentId, string Text, DateTimeOffset DueAt);

/// <summary>What agents see of a thread beside its messages.</summary>
public sealed record DeskChanges(IReadOnlyList<StaffEntry> Entries, IReadOnlyList<PendingReply> Pending);

/// <summary>Keeps what agents do. A call that returns has written durably, and all of what it says or nothing.</summary>
public interface IDeskStore
{
    /// <summary>Threads with a message, those that changed last first.</summary>
    /// <param name="skip">How many come before the first one.</param>
    Task<IReadOnlyList<ConversationSummary>> ListAsync(InboxFilter filter, int skip, int limit, CancellationToken cancellationToken);

    /// <summary>Threads with a message that changed at an instant or later, those that changed last first.</summary>
    Task<IReadOnlyList<ConversationSummary>> ListChangedAsync(DateTimeOffset since, int limit, CancellationToken cancellationToken);

    /// <param name="upTo">Where counting ends, so that it takes no longer the more there are.</param>
    Task<int> CountAsync(InboxFilter filter, int upTo, CancellationToken cancellationToken);

    /// <param name="upTo">Where counting ends in each view.</param>
    Task<InboxCounts> CountAllAsync(int upTo, CancellationToken cancellationToken);

    /// <summary>Entries after a version, all with 0, and all replies that are pending.</summary>
    Task<DeskChanges> ReadAsync(string conversationId, long since, CancellationToken cancellationToken);

    /// <summary>
    /// Changes hands, unless a colleague other than <see cref="Handover.HeldBy"/> has it. Replies that are pending are sent before. Answers that are being written end
    /// as they were fenced, unless the assistant goes on.
    /// </summary>
    /// <param name="fenced">By answer, how it ends.</param>
    Task<HandoverResult> HandOverAsync(
        string conversationId, Handover handover, IReadOnlyDictionary<string, Answers.AnswerEnding> fenced, CancellationToken cancellationToken);

    /// <summary>Keeps a reply until it is due, if its writer has the conversation. One whose client id is known is not written again.</summary>
    /// <returns>False when its writer does not have the conversation.</returns>
    Task<bool> QueueReplyAsync(PendingReply reply, CancellationToken cancellationToken);

    /// <returns>The reply that was taken back; null when it has gone to the customer.</returns>
    Task<PendingReply?> WithdrawReplyAsync(string conversationId, string clientId, string agentId, CancellationToken cancellationToken);

    /// <summary>Sends replies that are due, each once, whichever program does it.</summary>
    /// <returns>The ids of their threads, and when the next one is due.</returns>
    Task<(IReadOnlyList<string> Sent, DateTimeOffset? Next)> SendDueAsync(CancellationToken cancellationToken);

    /// <summary>Keeps words for colleagues. Those whose client id is known are not written again.</summary>
    /// <returns>False when there is no such thread.</returns>
    Task<bool> AddNoteAsync(string conversationId, string clientId, string agentId, string text, CancellationToken cancellationToken);

    /// <summary>Puts right what triage read; the fields stay as they are put.</summary>
    /// <returns>False when there is no such thread.</returns>
    Task<bool> CorrectAsync(string conversationId, Triage.TriageResult triage, TriageFields fields, CancellationToken cancellationToken);

    /// <summary>Gives a tag, or takes it away.</summary>
    /// <param name="tag">As <see cref="Tags.Normalized"/> gives it.</param>
    /// <returns>False when there is no such thread, or no place for another tag.</returns>
    Task<bool> TagAsync(string conversationId, string tag, bool isSet, CancellationToken cancellationToken);

    /// <summary>Tags that conversations bear, the most frequent first.</summary>
    Task<IReadOnlyList<string>> ListTagsAsync(int limit, CancellationToken cancellationToken);

    /// <summary>Puts a thread aside until an instant, or until the customer writes; null takes it up again. A closed one stays as it is.</summary>
    /// <returns>False when there is no such thread.</returns>
    Task<bool> SnoozeAsync(string conversationId, DateTimeOffset? until, CancellationToken cancellationToken);

    /// <summary>Takes up the threads whose time has come.</summary>
    /// <returns>Their ids, and when the next one is due.</returns>
    Task<(IReadOnlyList<string> Woken, DateTimeOffset? Next)> WakeDueAsync(CancellationToken cancellationToken);

    /// <summary>Keeps what was read of a thread more closely than at first, but for what agents have put right.</summary>
    /// <param name="lastSequence">The newest message that was known when it was read.</param>
    /// <returns>False when the customer has written since, or there is no such thread.</returns>
    Task<bool> RefineTriageAsync(string conversationId, int lastSequence, Triage.TriageResult triage, CancellationToken cancellationToken);

    /// <summary>Other threads with a message of the same visitor or customer, those that changed last first.</summary>
    /// <param name="exceptId">The thread that is open.</param>
    Task<IReadOnlyList<ConversationSummary>> ListEarlierAsync(string visitor, string? customerId, string exceptId, int limit, CancellationToken cancellationToken);
}
