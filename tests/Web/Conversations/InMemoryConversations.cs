using System.Collections.Concurrent;
using CustomerService.Core.Answers;
using CustomerService.Core.Conversations;
using CustomerService.Core.Text;
using CustomerService.Core.Triage;
using CustomerService.Data.Staff;
using CustomerService.Testing;

namespace CustomerService.Web.Tests.Conversations;

/// <summary>Threads as a test writes them.</summary>
public sealed class InMemoryConversations(ManualTimeProvider clock, IConversationFeed feed) : IConversationStore, IDeskStore, IStaffNames
{
    private readonly ConcurrentDictionary<string, ConversationChanges> _threads = new(StringComparer.Ordinal);
    private int _lists, _changedLists, _counts, _earlierLists, _started;

    /// <summary>Whether the database can be reached.</summary>
    public bool IsDown { get; set; }

    /// <summary>How often the list was read from its beginning or from a place on.</summary>
    public int Lists => Volatile.Read(ref _lists);
    /// <summary>How often only what had changed was read.</summary>
    public int ChangedLists => Volatile.Read(ref _changedLists);
    /// <summary>How often earlier threads were read.</summary>
    public int EarlierLists => Volatile.Read(ref _earlierLists);
    public int Counts => Volatile.Read(ref _counts);

    /// <summary>A thread with one message of its customer.</summary>
    public Conversation Begin(string text = "Is it in stock?", ConversationOwner owner = ConversationOwner.Assistant, string? customerId = null, string? productId = "E001")
    {
        var now = clock.GetUtcNow();
        var visitor = Visitor.Key(Interlocked.Increment(ref _started).ToString(System.Globalization.CultureInfo.InvariantCulture));
        var thread = new Conversation(Conversation.NewId(), visitor, customerId, Language.English, productId, owner, 1, 0, now, now, null);
        _threads[thread.Id] = new(thread, []);
        return Write(thread, new ConversationMessage(0, 0, MessageAuthor.Customer, text, now));
    }

    /// <summary>Appends messages, or replaces those with a number, as the next version, and tells of it.</summary>
    public Conversation Write(Conversation known, params IReadOnlyList<ConversationMessage> messages) => Write(known.Id, c => c, true, messages);

    public Conversation Write(string id, Func<Conversation, Conversation> change, bool publish = true, params IReadOnlyList<ConversationMessage> messages)
    {
        var (before, all) = _threads[id];
        var next = all.ToList();
        foreach (var message in messages)
        {
            var written = message with { Version = before.Version + 1, Sequence = message.Sequence == 0 ? next.Count + 1 : message.Sequence };
            next.RemoveAll(m => m.Sequence == written.Sequence);
            next.Add(written);
        }

        var thread = change(before) with { Version = before.Version + 1, LastSequence = next.Count, ChangedAt = clock.GetUtcNow() };
        _threads[id] = new(thread, [.. next.OrderBy(m => m.Sequence)]);
        if (publish)
            feed.Publish(id);
        return thread;
    }

    /// <summary>A place for an answer to the newest message, which is being written.</summary>
    public static ConversationMessage Beginning(string answerId, DateTimeOffset at) =>
        new(0, 0, MessageAuthor.Assistant, "", at, AnswerId: answerId, AnswerState: AnswerState.Running, Question: 1);

    public Task<Conversation?> FindAsync(string conversationId, CancellationToken cancellationToken) =>
        Answer(() => _threads.GetValueOrDefault(conversationId)?.Conversation);

    public Task<IReadOnlyList<ConversationSummary>> ListAsync(InboxFilter filter, int skip, int limit, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _lists);
        return Answer<IReadOnlyList<ConversationSummary>>(() => [.. Held(filter).Skip(skip).Take(limit)]);
    }

    public Task<IReadOnlyList<ConversationSummary>> ListChangedAsync(DateTimeOffset since, int limit, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _changedLists);
        return Answer<IReadOnlyList<ConversationSummary>>(() => [.. All().Where(s => s.Conversation.ChangedAt >= since).Take(limit)]);
    }

    public Task<int> CountAsync(InboxFilter filter, int upTo, CancellationToken cancellationToken) => Answer(() => Held(filter).Take(upTo).Count());

    public Task<InboxCounts> CountAllAsync(int upTo, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _counts);
        return Answer(() => new InboxCounts(
            Enum.GetValues<InboxView>().Where(v => v != InboxView.Mine).ToDictionary(v => v, v => Held(new(v, "")).Take(upTo).Count()),
            new[] { "minji", "joon" }.ToDictionary(a => a, a => Held(new(InboxView.Mine, a)).Count())));
    }

    public Task<ConversationChanges?> ReadAsync(string conversationId, long since, CancellationToken cancellationToken) => Answer(() =>
        _threads.GetValueOrDefault(conversationId) is { } thread
            ? thread with { Messages = [.. thread.Messages.Where(m => m.Version > since || m.AnswerState == AnswerState.Running)] }
            : null);

    public Task StartAsync(Conversation conversation, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Conversation?> FindOpenAsync(string visitor, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<AcceptedMessage?> AcceptAsync(IncomingMessage message, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<AcceptedMessage?> AnswerAgainAsync(string conversationId, int sequence, string answerId, string node, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<Conversation?> EndAnswerAsync(string conversationId, string answerId, AnswerState state, string text, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<Conversation?> HandOnAsync(
        string conversationId, ConversationOwner owner, ConversationNote? note, HandoffReason? reason, long? version, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<bool> RateAnswerAsync(string conversationId, int sequence, Thumb? thumb, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> RateAsync(string conversationId, int stars, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> ClaimAsync(string conversationId, string visitor, string customerId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ExpectedWait> ExpectWaitAsync(string conversationId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<string>> EndOrphanedAnswersAsync(IReadOnlyCollection<string> gone, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<EarlierMessage>> EarlierAsync(string conversationId, int limit, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task<DeskChanges> IDeskStore.ReadAsync(string conversationId, long since, CancellationToken cancellationToken) => Answer(() => new DeskChanges([], []));

    public Task<HandoverResult> HandOverAsync(
        string conversationId, Handover handover, IReadOnlyDictionary<string, AnswerEnding> fenced, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> QueueReplyAsync(PendingReply reply, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<PendingReply?> WithdrawReplyAsync(string conversationId, string clientId, string agentId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<(IReadOnlyList<string> Sent, DateTimeOffset? Next)> SendDueAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> AddNoteAsync(string conversationId, string clientId, string agentId, string text, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> CorrectAsync(string conversationId, TriageResult triage, TriageFields fields, CancellationToken cancellationToken) =>
        Answer(() => Write(conversationId, c => c with { Triage = triage, Corrected = c.Corrected | fields }, publish: false) is not null);

    public ValueTask<IReadOnlySet<string>> ActiveAsync(CancellationToken cancellationToken) => new(new HashSet<string> { "minji" });

    public ValueTask<IReadOnlyDictionary<string, string>> ReadAsync(string? wanted, CancellationToken cancellationToken) =>
        new(new Dictionary<string, string> { ["minji"] = "Minji", ["joon"] = "Joon" });

    private IEnumerable<ConversationSummary> Held(InboxFilter filter) =>
        All().Where(s => filter.Holds(s.Conversation, clock.GetUtcNow()) && (filter.Search is null || s.LastText.Contains(filter.Search, StringComparison.Ordinal)));

    private IEnumerable<ConversationSummary> All() => _threads.Values.Where(t => t.Messages.Count > 0)
        .Select(t => new ConversationSummary(
            t.Conversation, t.Messages.Last(m => m.Text.Length > 0).Author, t.Messages.Last(m => m.Text.Length > 0).Text, t.Messages.Any(m => m.AnswerState == AnswerState.Running)))
        .OrderByDescending(s => s.Place, ConversationPlace.Order);

    private Task<T> Answer<T>(Func<T> found) => IsDown ? Task.FromException<T>(new IOException("secret detail of the database")) : Task.FromResult(found());

    public Task<bool> RefineTriageAsync(string conversationId, int lastSequence, TriageResult triage, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> TagAsync(string conversationId, string tag, bool isSet, CancellationToken cancellationToken) =>
        Answer(() => Write(conversationId, c => c with { Tags = isSet ? Tags.With(c.Tags, tag) : Tags.Without(c.Tags, tag) }, publish: false) is not null);

    public Task<IReadOnlyList<string>> ListTagsAsync(int limit, CancellationToken cancellationToken) =>
        Answer<IReadOnlyList<string>>(() => [.. _threads.Values.SelectMany(t => Tags.Of(t.Conversation.Tags)).Distinct().Take(limit)]);

    public Task<bool> SnoozeAsync(string conversationId, DateTimeOffset? until, CancellationToken cancellationToken) =>
        Answer(() => Write(conversationId, c => c with { SnoozedUntil = until }, publish: false) is not null);

    public Task<(IReadOnlyList<string> Woken, DateTimeOffset? Next)> WakeDueAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<ConversationSummary>> ListEarlierAsync(string visitor, string? customerId, string exceptId, int limit, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _earlierLists);
        return Answer<IReadOnlyList<ConversationSummary>>(() =>
            [.. All().Where(s => s.Conversation.Id != exceptId && (s.Conversation.Visitor == visitor || (customerId is not null && s.Conversation.CustomerId == customerId))).Take(limit)]);
    }
}
