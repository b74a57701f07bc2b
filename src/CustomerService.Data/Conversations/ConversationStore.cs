using CustomerService.Core.Answers;
using CustomerService.Core.Conversations;
using CustomerService.Core.Triage;
using CustomerService.Data.Writing;
using Microsoft.EntityFrameworkCore;

namespace CustomerService.Data.Conversations;

internal sealed class ConversationStore(IDbContextFactory<SupportDbContext> contexts, GroupCommit group, ThreadQueries queries, ThreadChanges threads, TimeProvider clock) : IConversationStore
{
    private const int WaitsCounted = 50;
    private static readonly TimeSpan WaitsCountedFor = TimeSpan.FromDays(7);

    public Task StartAsync(Conversation conversation, CancellationToken cancellationToken) =>
        group.WriteAsync(rows => rows.InsertAsync(ConversationRecord.Of(conversation), OnConflict.KeepOld), cancellationToken);

    public async Task<Conversation?> FindAsync(string conversationId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return (await queries.ThreadAsync(context, conversationId, cancellationToken))?.ToConversation();
    }

    public async Task<Conversation?> FindOpenAsync(string visitor, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return (await context.Conversations.AsNoTracking()
            .Where(c => c.Visitor == visitor && c.Owner != ConversationOwner.Closed)
            .OrderByDescending(c => c.ChangedAt).ThenByDescending(c => c.Id)
            .FirstOrDefaultAsync(cancellationToken))?.ToConversation();
    }

    public async Task<IReadOnlyList<EarlierMessage>> EarlierAsync(string conversationId, int limit, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var earlier = new List<EarlierMessage>();
        await foreach (var message in queries.EarlierAsync(context, conversationId, limit).WithCancellation(cancellationToken))
            earlier.Add(message);
        earlier.Reverse();
        return earlier;
    }

    public async Task<ConversationChanges?> ReadAsync(string conversationId, long since, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        // The thread first: what is written between the two looks has a later version, and is told again with it.
        if (await queries.ThreadAsync(context, conversationId, cancellationToken) is not { } thread)
            return null;
        var messages = new List<ConversationMessage>();
        await foreach (var message in queries.ChangedAsync(context, conversationId, since).WithCancellation(cancellationToken))
            messages.Add(message.ToMessage());
        return new(thread.ToConversation(), messages);
    }

    public Task<AcceptedMessage?> AcceptAsync(IncomingMessage message, CancellationToken cancellationToken) =>
        threads.ChangeAsync<AcceptedMessage>(message.ConversationId, async thread =>
        {
            if (await thread.FindSentAsync(message.ClientId) is { } known)
            {
                var answer = await thread.Messages.Where(m => m.Question == known.Sequence).OrderBy(m => m.Sequence).FirstOrDefaultAsync(CancellationToken.None);
                return new(thread.Conversation, known.ToMessage(), answer?.ToMessage(), IsNew: false);
            }

            var wasClosed = thread.Conversation.Owner == ConversationOwner.Closed;
            var now = clock.GetUtcNow();
            var turn = wasClosed ? thread.Conversation with { Owner = ConversationOwner.Assistant, AgentId = null } : thread.Conversation;
            var handoff = turn.Owner == ConversationOwner.Assistant ? message.Handoff : null;
            var sequence = thread.Conversation.LastSequence + (wasClosed ? 2 : 1);
            List<ConversationMessage> messages = [New(MessageAuthor.Customer, message.Text) with { ClientId = message.ClientId }];
            if (wasClosed)
                messages.Insert(0, New(MessageAuthor.System) with { Note = ConversationNote.Reopened });
            if (handoff is not null)
                messages.Add(New(MessageAuthor.System) with { Note = ConversationNote.HandedOver, Reason = handoff });
            else if (turn.Owner == ConversationOwner.Assistant)
                messages.Add(Beginning(message.AnswerId, sequence, message.Node));
            var next = turn with
            {
                Owner = handoff is null ? turn.Owner : ConversationOwner.Waiting,
                Handoff = handoff ?? turn.Handoff,
                WaitingSince = handoff is null && turn.Owner == ConversationOwner.Assistant ? null : turn.WaitingSince ?? now,
                SnoozedUntil = null,
                ProductId = message.ProductId ?? turn.ProductId,
                Triage = turn.Merged(message.Triage),
            };
            var appended = await thread.AppendAsync(now, _ => next, messages);
            return new(thread.Conversation, appended.Single(m => m.Sequence == sequence), appended.FirstOrDefault(m => m.AnswerId is not null), IsNew: true);
        }, cancellationToken);

    public Task<AcceptedMessage?> AnswerAgainAsync(string conversationId, int sequence, string answerId, string node, CancellationToken cancellationToken) =>
        threads.ChangeAsync<AcceptedMessage>(conversationId, async thread =>
        {
            if (thread.Conversation.Owner != ConversationOwner.Assistant
                || await thread.Messages.AnyAsync(m => m.AnswerState == AnswerState.Running, CancellationToken.None)
                || await thread.Messages.SingleOrDefaultAsync(m => m.Sequence == sequence && m.AnswerId != null, CancellationToken.None) is not { Question: { } asked }
                || await thread.Messages.SingleOrDefaultAsync(m => m.Sequence == asked, CancellationToken.None) is not { } question)
                return null;
            var appended = await thread.AppendAsync(clock.GetUtcNow(), c => c, Beginning(answerId, asked, node));
            return new(thread.Conversation, question.ToMessage(), appended[0], IsNew: true);
        }, cancellationToken);

    public Task<Conversation?> EndAnswerAsync(string conversationId, string answerId, AnswerState state, string text, CancellationToken cancellationToken)
    {
        if (state == AnswerState.Running)
            throw new ArgumentException("An answer that has ended is no longer running.", nameof(state));
        return threads.ChangeAsync<Conversation>(conversationId, thread => EndAsync(thread, answerId, state, text), cancellationToken);
    }

    public Task<Conversation?> HandOnAsync(
        string conversationId, ConversationOwner owner, ConversationNote? note, HandoffReason? reason, long? version, CancellationToken cancellationToken) =>
        threads.ChangeAsync<Conversation>(conversationId, async thread =>
        {
            if (thread.Conversation.Owner == owner || (version is { } known && known != thread.Conversation.Version))
                return thread.Conversation;
            ConversationMessage[] told = note is null ? [] : [New(MessageAuthor.System) with { Note = note, Reason = note == ConversationNote.HandedOver ? reason : null }];
            var now = clock.GetUtcNow();
            await thread.AppendAsync(now, c => c with
            {
                Owner = owner,
                AgentId = owner == ConversationOwner.Closed ? c.AgentId : null,
                WaitingSince = owner == ConversationOwner.Waiting ? now : null,
                Handoff = owner == ConversationOwner.Waiting ? reason : null,
                SnoozedUntil = null,
            }, told);
            return thread.Conversation;
        }, cancellationToken);

    public async Task<bool> ClaimAsync(string conversationId, string visitor, string customerId, CancellationToken cancellationToken) =>
        await threads.ChangeAsync<Conversation>(conversationId, async thread =>
        {
            if (thread.Conversation.Visitor != visitor)
                return null;
            await thread.SaveAsync(clock.GetUtcNow(), c => c with { Visitor = Visitor.KeyOfCustomer(customerId), CustomerId = customerId });
            return thread.Conversation;
        }, cancellationToken) is not null;

    public async Task<ExpectedWait> ExpectWaitAsync(string conversationId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var since = await context.Conversations.Where(c => c.Id == conversationId && c.Owner == ConversationOwner.Waiting).Select(c => c.WaitingSince).SingleOrDefaultAsync(cancellationToken);
        var ahead = since is null ? 0 : await context.Conversations.CountAsync(c => c.WaitingSince < since && c.Owner == ConversationOwner.Waiting, cancellationToken);
        var lately = clock.GetUtcNow() - WaitsCountedFor;
        var waits = await context.Messages.AsNoTracking()
            .Where(m => (m.Note == ConversationNote.PersonWanted || m.Note == ConversationNote.HandedOver) && m.SentAt > lately)
            .OrderByDescending(m => m.SentAt).Take(WaitsCounted)
            .Select(m => new
            {
                m.SentAt,
                Came = context.Messages.Where(a => a.ConversationId == m.ConversationId && a.Sequence > m.Sequence && a.Author == MessageAuthor.Agent)
                    .OrderBy(a => a.Sequence).Select(a => (DateTimeOffset?)a.SentAt).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var minutes = waits.Where(w => w.Came is not null).Select(w => (w.Came!.Value - w.SentAt).TotalMinutes).Order().ToList();
        return new(ahead, minutes.Count == 0 ? null : minutes[minutes.Count / 2]);
    }

    public async Task<bool> RateAnswerAsync(string conversationId, int sequence, Thumb? thumb, CancellationToken cancellationToken) =>
        await threads.ChangeAsync<Conversation>(conversationId, async thread =>
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
        return await threads.ChangeAsync<Conversation>(conversationId, async thread =>
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
}
