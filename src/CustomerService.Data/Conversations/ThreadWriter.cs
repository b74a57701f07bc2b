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
    private readonly RowWriter _rows;

    private ThreadWriter(RowWriter rows, Conversation conversation) => (_rows, Conversation) = (rows, conversation);

    /// <summary>As it will be when all is written.</summary>
    public Conversation Conversation { get; private set; }

    public IQueryable<MessageRecord> Messages => _rows.Context.Messages.AsNoTracking().Where(m => m.ConversationId == Conversation.Id);

    /// <returns>Null when there is no such thread.</returns>
    public static async Task<ThreadWriter?> LockAsync(RowWriter rows, string conversationId)
    {
        // SQLite's transaction holds the only writer's place already.
        var records = rows.Context.Database.IsSqlite()
            ? rows.Context.Conversations.Where(c => c.Id == conversationId)
            : rows.Context.Conversations.FromSql($"SELECT * FROM \"Conversations\" WHERE \"Id\" = {conversationId} FOR UPDATE");
        return await records.AsNoTracking().SingleOrDefaultAsync() is { } record ? new(rows, record.ToConversation()) : null;
    }

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
        await SaveAsync(now, c => change(c) with { LastSequence = c.LastSequence + appended.Count }, appended.LastOrDefault(m => m.Note is null && m.Text.Length > 0));
        return appended;
    }

    /// <summary>Writes the thread's own state as the next version.</summary>
    /// <param name="last">The message that lists show; null leaves it as it is.</param>
    public async Task SaveAsync(DateTimeOffset now, Func<Conversation, Conversation> change, ConversationMessage? last = null)
    {
        var next = change(Conversation) with { Version = Conversation.Version + 1, ChangedAt = now };
        var text = last is null ? null : Shortened(last.Text);
        await _rows.Context.Conversations.Where(c => c.Id == next.Id).ExecuteUpdateAsync(set =>
        {
            set.SetProperty(c => c.Owner, next.Owner)
                .SetProperty(c => c.ProductId, next.ProductId)
                .SetProperty(c => c.Visitor, next.Visitor)
                .SetProperty(c => c.CustomerId, next.CustomerId)
                .SetProperty(c => c.Language, next.Language)
                .SetProperty(c => c.Rating, next.Rating)
                .SetProperty(c => c.Version, next.Version)
                .SetProperty(c => c.LastSequence, next.LastSequence)
                .SetProperty(c => c.ChangedAt, next.ChangedAt);
            if (last is not null)
                set.SetProperty(c => c.LastAuthor, last.Author).SetProperty(c => c.LastText, text!);
        });
        Conversation = next;
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
