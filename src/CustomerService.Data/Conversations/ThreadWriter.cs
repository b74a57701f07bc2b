using CustomerService.Core.Conversations;
using CustomerService.Data.Writing;
using Microsoft.EntityFrameworkCore;

namespace CustomerService.Data.Conversations;

/// <summary>
/// Changes one thread within a transaction. The thread's row is locked from the first look on, so that sequence numbers have no gaps
/// and versions grow one by one, whichever program writes.
/// </summary>
internal sealed class ThreadWriter
{
    private static readonly string ReplaceThread = OnConflict.ReplaceAllBut<ConversationRecord>(nameof(ConversationRecord.Id), nameof(ConversationRecord.StartedAt));
    private static readonly string ReplaceMessage = OnConflict.ReplaceAllBut<MessageRecord>(nameof(MessageRecord.ConversationId), nameof(MessageRecord.Sequence));

    private readonly RowWriter _rows;
    private readonly ThreadQueries _queries;
    private readonly (string? Customer, string? Product) _named;
    private readonly List<string> _texts = [];
    private MessageAuthor? _lastAuthor;
    private string _lastText;

    private ThreadWriter(RowWriter rows, ThreadQueries queries, ConversationRecord record) =>
        (_rows, _queries, Conversation, _named, _lastAuthor, _lastText) =
            (rows, queries, record.ToConversation(), (record.CustomerId, record.ProductId), record.LastAuthor, record.LastText);

    /// <summary>As it will be when all is written.</summary>
    public Conversation Conversation { get; private set; }

    public RowWriter Rows => _rows;

    public IQueryable<MessageRecord> Messages => _rows.Context.Messages.AsNoTracking().Where(m => m.ConversationId == Conversation.Id);

    /// <returns>Null when there is no such thread.</returns>
    public static async Task<ThreadWriter?> LockAsync(RowWriter rows, ThreadQueries queries, string conversationId)
    {
        // SQLite's transaction holds the only writer's place already.
        var record = rows.Context.Database.IsSqlite()
            ? await queries.ThreadAsync(rows.Context, conversationId, CancellationToken.None)
            : await rows.Context.Conversations.FromSql($"SELECT * FROM \"Conversations\" WHERE \"Id\" = {conversationId} FOR UPDATE").AsNoTracking().SingleOrDefaultAsync();
        return record is null ? null : new(rows, queries, record);
    }

    /// <summary>The message that its sender gave an id.</summary>
    public Task<MessageRecord?> FindSentAsync(string clientId) => _queries.SentAsync(_rows.Context, Conversation.Id, clientId);

    /// <summary>The message in which an answer is being written.</summary>
    public Task<MessageRecord?> FindRunningAsync(string answerId) => _queries.RunningAsync(_rows.Context, Conversation.Id, answerId);

    /// <summary>Appends messages as the next version, and writes the thread's own state.</summary>
    /// <param name="change">The thread's new state, but for version, numbers and time.</param>
    public async Task<IReadOnlyList<ConversationMessage>> AppendAsync(
        DateTimeOffset now, Func<Conversation, Conversation> change, params IReadOnlyList<ConversationMessage> messages)
    {
        var appended = messages.Select((m, i) => m with
        {
            Sequence = Conversation.LastSequence + 1 + i,
            Version = Conversation.Version + 1,
            SentAt = now,
        }).ToList();
        foreach (var message in appended)
            await _rows.InsertAsync(MessageRecord.Of(Conversation.Id, message), OnConflict.KeepOld);
        _texts.AddRange(appended.Select(m => m.Text));
        await SaveAsync(now, c => change(c) with { LastSequence = c.LastSequence + appended.Count }, appended.LastOrDefault(m => m.Note is null && m.Text.Length > 0));
        return appended;
    }

    /// <summary>Writes a message anew, as part of the next version.</summary>
    public Task ReplaceAsync(ConversationMessage message)
    {
        _texts.Add(message.Text);
        return _rows.InsertAsync(MessageRecord.Of(Conversation.Id, message with { Version = Conversation.Version + 1 }), ReplaceMessage);
    }

    /// <summary>Writes the thread's own state as the next version.</summary>
    /// <param name="last">The message that lists show; null leaves it as it is.</param>
    public async Task SaveAsync(DateTimeOffset now, Func<Conversation, Conversation> change, ConversationMessage? last = null)
    {
        if (last is not null)
            (_lastAuthor, _lastText) = (last.Author, Shortened(last.Text));
        Conversation = change(Conversation) with { Version = Conversation.Version + 1, ChangedAt = now };
        await _rows.InsertAsync(ConversationRecord.Of(Conversation, _lastAuthor, _lastText), ReplaceThread);
        var isRenamed = _named != (Conversation.CustomerId, Conversation.ProductId);
        if (Conversation.LastSequence > 0 && (isRenamed || _texts.Exists(t => t.Length > 0)))
            await ThreadText.AddAsync(_rows.Context, Conversation, _texts, isRenamed);
        _texts.Clear();
    }

    private static string Shortened(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        if (line.Length <= ConversationRecord.LastTextLength)
            return line;
        var end = ConversationRecord.LastTextLength - 1;
        return string.Concat(line.AsSpan(0, char.IsHighSurrogate(line[end - 1]) ? end - 1 : end), "…");
    }
}
