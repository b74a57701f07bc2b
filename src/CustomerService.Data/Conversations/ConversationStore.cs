using CustomerService.Core.Answers;
using CustomerService.Core.Conversations;
using CustomerService.Data.Writing;
using Microsoft.EntityFrameworkCore;

namespace CustomerService.Data.Conversations;

internal sealed class ConversationStore(IDbContextFactory<SupportDbContext> contexts, GroupCommit group, TimeProvider clock) : IConversationStore
{
    private const int WaitsCounted = 50;
    private static readonly TimeSpan WaitsCountedFor = TimeSpan.FromDays(7);

    private readonly ThreadQueries _queries = new();

    public Task StartAsync(Conversation conversation, CancellationToken cancellationToken) =>
        group.WriteAsync(rows => rows.InsertAsync(ConversationRecord.Of(conversation), OnConflict.KeepOld), cancellationToken);

    public async Task<Conversation?> FindAsync(string conversationId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return (await _queries.ThreadAsync(context, conversationId, cancellationToken))?.ToConversation();
    }

    public async Task<Conversation?> FindOpenAsync(string visitor, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return (await context.Conversations.AsNoTracking()
            .Where(c => c.Visitor == visitor && c.Owner != ConversationOwner.Closed)
            .OrderByDescending(c => c.ChangedAt).ThenByDescending(c => c.Id)
            .FirstOrDefaultAsync(cancellationToken))?.ToConversation();
    }

    public async Task<IReadOnlyList<ConversationSummary>> ListAsync(
        ConversationOwner? owner, ConversationPlace? after, int limit, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var threads = context.Conversations.Where(c => c.LastSequence > 0);
        if (owner is { } held)
            threads = threads.Where(c => c.Owner == held);
        // The first condition alone bounds the index's range; the second only decides between threads of one instant.
        if (after is var (at, id))
#pragma warning disable CA1309 // The database compares, in the order in which it lists.
            threads = threads.Where(c => c.ChangedAt <= at && (c.ChangedAt < at || string.Compare(c.Id, id) < 0));
#pragma warning restore CA1309
        return await ReadAsync(context, threads, limit, cancellationToken);
    }

    public async Task<IReadOnlyList<ConversationSummary>> ListChangedAsync(DateTimeOffset since, int limit, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await ReadAsync(context, context.Conversations.Where(c => c.LastSequence > 0 && c.ChangedAt >= since), limit, cancellationToken);
    }

    public async Task<IReadOnlyDictionary<ConversationOwner, int>> CountAsync(int upTo, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var counts = new Dictionary<ConversationOwner, int>();
        foreach (var owner in Enum.GetValues<ConversationOwner>())
            counts[owner] = await context.Conversations.Where(c => c.LastSequence > 0 && c.Owner == owner).OrderBy(c => c.ChangedAt).Take(upTo).CountAsync(cancellationToken);
        return counts;
    }

    public async Task<ConversationChanges?> ReadAsync(string conversationId, long since, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        // The thread first: what is written between the two looks has a later version, and is told again with it.
        if (await _queries.ThreadAsync(context, conversationId, cancellationToken) is not { } thread)
            return null;
        var messages = new List<ConversationMessage>();
        await foreach (var message in _queries.ChangedAsync(context, conversationId, since).WithCancellation(cancellationToken))
            messages.Add(message.ToMessage());
        return new(thread.ToConversation(), messages);
    }

    public Task<AcceptedMessage?> AcceptAsync(IncomingMessage message, CancellationToken cancellationToken) =>
        ChangeAsync<AcceptedMessage>(message.ConversationId, async thread =>
        {
            if (await thread.FindSentAsync(message.ClientId) is { } known)
            {
                var answer = await thread.Messages.Where(m => m.Question == known.Sequence).OrderBy(m => m.Sequence).FirstOrDefaultAsync(CancellationToken.None);
                return new(thread.Conversation, known.ToMessage(), answer?.ToMessage(), IsNew: false);
            }

            var wasClosed = thread.Conversation.Owner == ConversationOwner.Closed;
            var owner = wasClosed ? ConversationOwner.Assistant : thread.Conversation.Owner;
            var sequence = thread.Conversation.LastSequence + (wasClosed ? 2 : 1);
            List<ConversationMessage> messages = [New(MessageAuthor.Customer, message.Text) with { ClientId = message.ClientId }];
            if (wasClosed)
                messages.Insert(0, New(MessageAuthor.System) with { Note = ConversationNote.Reopened });
            if (owner == ConversationOwner.Assistant)
                messages.Add(Beginning(message.AnswerId, sequence, message.Node));
            var appended = await thread.AppendAsync(clock.GetUtcNow(), c => c with { Owner = owner, ProductId = message.ProductId ?? c.ProductId }, messages);
            return new(thread.Conversation, appended.Single(m => m.Sequence == sequence), appended.FirstOrDefault(m => m.AnswerId is not null), IsNew: true);
        }, cancellationToken);

    public Task<AcceptedMessage?> AnswerAgainAsync(string conversationId, int sequence, string answerId, string node, CancellationToken cancellationToken) =>
        ChangeAsync<AcceptedMessage>(conversationId, async thread =>
        {
            if (thread.Conversation.Owner != ConversationOwner.Assistant
                || await thread.Messages.AnyAsync(m => m.AnswerState == AnswerState.Running, CancellationToken.None)
                || await thread.Messages.SingleOrDefaultAsync(m => m.Sequence == sequence && m.AnswerId != null, CancellationToken.None) is not { Question: { } asked }
                || await thread.Messages.SingleOrDefaultAsync(m => m.Sequence == asked, CancellationToken.None) is not { } question)
                return null;
            var appended = await thread.AppendAsync(clock.GetUtcNow(), c => c, Beginning(answerId, asked, node));
            return new(thread.Conversation, question.ToMessage(), appended[0], IsNew: true);
        }, cancellationToken);

    public async Task EndAnswerAsync(string conversationId, string answerId, AnswerState state, string text, CancellationToken cancellationToken)
    {
        if (state == AnswerState.Running)
            throw new ArgumentException("An answer that has ended is no longer running.", nameof(state));
        await ChangeAsync<Conversation>(conversationId, thread => EndAsync(thread, answerId, state, text), cancellationToken);
    }

    public Task<Conversation?> HandOnAsync(string conversationId, ConversationOwner owner, ConversationNote? note, long? version, CancellationToken cancellationToken) =>
        ChangeAsync<Conversation>(conversationId, async thread =>
        {
            if (thread.Conversation.Owner == owner || (version is { } known && known != thread.Conversation.Version))
                return thread.Conversation;
            ConversationMessage[] told = note is null ? [] : [New(MessageAuthor.System) with { Note = note }];
            await thread.AppendAsync(clock.GetUtcNow(), c => c with { Owner = owner }, told);
            return thread.Conversation;
        }, cancellationToken);

    public async Task<bool> ClaimAsync(string conversationId, string visitor, string customerId, CancellationToken cancellationToken) =>
        await ChangeAsync<Conversation>(conversationId, async thread =>
        {
            if (thread.Conversation.Visitor != visitor)
                return null;
            await thread.SaveAsync(clock.GetUtcNow(), c => c with { Visitor = Visitor.KeyOfCustomer(customerId), CustomerId = customerId });
            return thread.Conversation;
        }, cancellationToken) is not null;

    public async Task<ExpectedWait> ExpectWaitAsync(string conversationId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var wanted = context.Messages.AsNoTracking().Where(m => m.Note == ConversationNote.PersonWanted);
        var waiting = await wanted
            .Where(m => context.Conversations.Any(c => c.Id == m.ConversationId && c.Owner == ConversationOwner.Waiting))
            .GroupBy(m => m.ConversationId, (id, notes) => new { Id = id, Since = notes.Max(n => n.SentAt) })
            .ToListAsync(cancellationToken);
        var since = waiting.SingleOrDefault(w => w.Id == conversationId)?.Since;
        var lately = clock.GetUtcNow() - WaitsCountedFor;
        var waits = await wanted.Where(m => m.SentAt > lately)
            .OrderByDescending(m => m.SentAt).Take(WaitsCounted)
            .Select(m => new
            {
                m.SentAt,
                Came = context.Messages.Where(a => a.ConversationId == m.ConversationId && a.Sequence > m.Sequence && a.Author == MessageAuthor.Agent)
                    .OrderBy(a => a.Sequence).Select(a => (DateTimeOffset?)a.SentAt).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var minutes = waits.Where(w => w.Came is not null).Select(w => (w.Came!.Value - w.SentAt).TotalMinutes).Order().ToList();
        return new(waiting.Count(w => w.Since < since), minutes.Count == 0 ? null : minutes[minutes.Count / 2]);
    }

    public async Task<bool> RateAnswerAsync(string conversationId, int sequence, Thumb? thumb, CancellationToken cancellationToken) =>
        await ChangeAsync<Conversation>(conversationId, async thread =>
        {
            var version = thread.Conversation.Version + 1;
            if (await thread.Messages.Where(m => m.Sequence == sequence && m.AnswerId != null)
                    .ExecuteUpdateAsync(set => set.SetProperty(m => m.Thumb, thumb).SetProperty(m => m.Version, version), CancellationToken.None) == 0)
                return null;
            await thread.SaveAsync(clock.GetUtcNow(), c => c);
            return thread.Conversation;
        }, cancellationToken) is not null;

    public async Task<bool> RateAsync(string conversationId, int stars, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stars, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(stars, 5);
        return await ChangeAsync<Conversation>(conversationId, async thread =>
        {
            await thread.SaveAsync(clock.GetUtcNow(), c => c with { Rating = stars });
            return thread.Conversation;
        }, cancellationToken) is not null;
    }

    public async Task<IReadOnlyList<string>> EndOrphanedAnswersAsync(IReadOnlyCollection<string> gone, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var orphans = await context.Messages.AsNoTracking()
            .Where(m => m.AnswerState == AnswerState.Running && gone.Contains(m.Node!))
            .LeftJoin(context.Answers, m => m.AnswerId, a => a.Id, (m, a) => new { m.ConversationId, m.AnswerId, State = (AnswerState?)a!.State, a.Text })
            .ToListAsync(cancellationToken);
        foreach (var orphan in orphans)
        {
            var state = orphan.State is null or AnswerState.Running ? AnswerState.Interrupted : orphan.State.Value;
            await EndAnswerAsync(orphan.ConversationId, orphan.AnswerId!, state, orphan.Text ?? "", cancellationToken);
        }

        return [.. orphans.Select(o => o.ConversationId).Distinct()];
    }

    private static async Task<IReadOnlyList<ConversationSummary>> ReadAsync(
        SupportDbContext context, IQueryable<ConversationRecord> threads, int limit, CancellationToken cancellationToken)
    {
        var rows = await threads.AsNoTracking()
            .OrderByDescending(c => c.ChangedAt).ThenByDescending(c => c.Id)
            .Take(limit)
            .Select(c => new { Thread = c, IsAnswering = context.Messages.Any(m => m.ConversationId == c.Id && m.AnswerState == AnswerState.Running) })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(r => new ConversationSummary(r.Thread.ToConversation(), r.Thread.LastAuthor, r.Thread.LastText, r.IsAnswering))];
    }

    private async Task<Conversation?> EndAsync(ThreadWriter thread, string answerId, AnswerState state, string text)
    {
        if (await thread.FindRunningAsync(answerId) is not { } running)
            return null;
        var ended = running.ToMessage() with { AnswerState = state, Text = text };
        await thread.ReplaceAsync(ended);
        // A later message of the customer stays the one that lists show.
        await thread.SaveAsync(clock.GetUtcNow(), c => c, thread.Conversation.LastSequence == running.Sequence && text.Length > 0 ? ended : null);
        return thread.Conversation;
    }

    private ConversationMessage New(MessageAuthor author, string text = "") => new(0, 0, author, text, clock.GetUtcNow());

    private ConversationMessage Beginning(string answerId, int question, string node) =>
        New(MessageAuthor.Assistant) with { AnswerId = answerId, AnswerState = AnswerState.Running, Question = question, Node = node };

    /// <summary>Does a change in a transaction that holds the thread. It may be done again, so that only the last result counts.</summary>
    private async Task<T?> ChangeAsync<T>(string conversationId, Func<ThreadWriter, Task<T?>> changeAsync, CancellationToken cancellationToken)
        where T : class
    {
        T? result = null;
        await group.WriteAsync(
            async rows => result = await ThreadWriter.LockAsync(rows, _queries, conversationId) is { } thread ? await changeAsync(thread) : null,
            cancellationToken);
        return result;
    }
}
