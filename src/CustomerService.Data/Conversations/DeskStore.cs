using CustomerService.Core.Answers;
using CustomerService.Core.Conversations;
using CustomerService.Core.Triage;
using CustomerService.Data.Writing;
using Microsoft.EntityFrameworkCore;

namespace CustomerService.Data.Conversations;

internal sealed class DeskStore(IDbContextFactory<SupportDbContext> contexts, ThreadChanges threads, TimeProvider clock) : IDeskStore
{
    private const int MaxSentAtOnce = 100;

    public async Task<IReadOnlyList<ConversationSummary>> ListAsync(InboxFilter filter, int skip, int limit, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await InboxQueries.ListAsync(context, filter, skip, limit, clock.GetUtcNow(), cancellationToken);
    }

    public async Task<IReadOnlyList<ConversationSummary>> ListChangedAsync(DateTimeOffset since, int limit, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await InboxQueries.ListChangedAsync(context, since, limit, cancellationToken);
    }

    public async Task<int> CountAsync(InboxFilter filter, int upTo, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await InboxQueries.CountAsync(context, filter, upTo, clock.GetUtcNow(), cancellationToken);
    }

    public async Task<InboxCounts> CountAllAsync(int upTo, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await InboxQueries.CountAllAsync(context, upTo, clock.GetUtcNow(), cancellationToken);
    }

    public async Task<DeskChanges> ReadAsync(string conversationId, long since, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var entries = await context.StaffEntries.AsNoTracking().Where(e => e.ConversationId == conversationId && e.Version > since).OrderBy(e => e.Version).ToListAsync(cancellationToken);
        var pending = await context.PendingReplies.AsNoTracking().Where(r => r.ConversationId == conversationId).OrderBy(r => r.DueAt).ToListAsync(cancellationToken);
        return new([.. entries.Select(e => e.ToEntry())], [.. pending.Select(r => r.ToReply())]);
    }

    public async Task<HandoverResult> HandOverAsync(
        string conversationId, Handover handover, IReadOnlyDictionary<string, AnswerEnding> fenced, CancellationToken cancellationToken) =>
        await threads.ChangeAsync<HandoverResult>(conversationId, async thread =>
        {
            var before = thread.Conversation;
            if (before.Owner == handover.To && (handover.To != ConversationOwner.Agent || before.AgentId == handover.AgentId))
                return new(before, IsDone: true);
            if (before.Owner == ConversationOwner.Agent && before.AgentId is { } holder && holder != handover.By && holder != handover.HeldBy)
                return new(before, IsDone: false);
            var wasCut = false;
            if (handover.To != ConversationOwner.Assistant)
            {
                var running = await thread.Messages.Where(m => m.AnswerState == AnswerState.Running).ToListAsync(CancellationToken.None);
                if (running.Exists(m => !fenced.ContainsKey(m.AnswerId!)))
                    return new(before, IsDone: false) { Unfenced = [.. running.Where(m => !fenced.ContainsKey(m.AnswerId!)).Select(m => m.ToMessage())] };
                wasCut = running.Count > 0;
                foreach (var message in running)
                    await thread.ReplaceAsync(message.ToMessage() with { AnswerState = fenced[message.AnswerId!].State, Text = fenced[message.AnswerId!].Text });
            }

            await SendAsync(thread, await thread.Rows.Context.PendingReplies.AsNoTracking().Where(r => r.ConversationId == conversationId).OrderBy(r => r.DueAt).ToListAsync(CancellationToken.None));
            await ChangeHandsAsync(thread, handover, wasCut);
            return new(thread.Conversation, IsDone: true);
        }, cancellationToken) ?? new(null, IsDone: false);

    public async Task<bool> QueueReplyAsync(PendingReply reply, CancellationToken cancellationToken) =>
        await threads.ChangeAsync<Conversation>(reply.ConversationId, async thread =>
        {
            if (await thread.FindSentAsync(reply.ClientId) is not null
                || await thread.Rows.Context.PendingReplies.AnyAsync(r => r.ConversationId == reply.ConversationId && r.ClientId == reply.ClientId, CancellationToken.None))
                return thread.Conversation;
            if (thread.Conversation.Owner != ConversationOwner.Agent || thread.Conversation.AgentId != reply.AgentId)
                return null;
            await thread.Rows.InsertAsync(PendingReplyRecord.Of(reply), OnConflict.KeepOld);
            await thread.SaveAsync(thread.Conversation.ChangedAt, c => c);
            return thread.Conversation;
        }, cancellationToken) is not null;

    public Task<PendingReply?> WithdrawReplyAsync(string conversationId, string clientId, string agentId, CancellationToken cancellationToken) =>
        threads.ChangeAsync<PendingReply>(conversationId, async thread =>
        {
            var waiting = thread.Rows.Context.PendingReplies.Where(r => r.ConversationId == conversationId && r.ClientId == clientId && r.AgentId == agentId);
            if (await waiting.AsNoTracking().SingleOrDefaultAsync(CancellationToken.None) is not { } record)
                return null;
            await waiting.ExecuteDeleteAsync(CancellationToken.None);
            await thread.SaveAsync(thread.Conversation.ChangedAt, c => c);
            return record.ToReply();
        }, cancellationToken);

    public async Task<(IReadOnlyList<string> Sent, DateTimeOffset? Next)> SendDueAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var due = await context.PendingReplies.AsNoTracking().Where(r => r.DueAt <= now).OrderBy(r => r.DueAt).Take(MaxSentAtOnce).ToListAsync(cancellationToken);
        foreach (var reply in due)
        {
            await threads.ChangeAsync<Conversation>(reply.ConversationId, async thread =>
            {
                await SendAsync(thread, [reply]);
                return thread.Conversation;
            }, cancellationToken);
        }

        return ([.. due.Select(r => r.ConversationId).Distinct()],
            await context.PendingReplies.OrderBy(r => r.DueAt).Select(r => (DateTimeOffset?)r.DueAt).FirstOrDefaultAsync(cancellationToken));
    }

    public async Task<bool> AddNoteAsync(string conversationId, string clientId, string agentId, string text, CancellationToken cancellationToken) =>
        await threads.ChangeAsync<Conversation>(conversationId, async thread =>
        {
            if (!await thread.Rows.Context.StaffEntries.AnyAsync(e => e.ConversationId == conversationId && e.ClientId == clientId, CancellationToken.None))
                await AddAsync(thread, new(0, StaffEntryKind.Note, agentId, clock.GetUtcNow(), text, clientId));
            return thread.Conversation;
        }, cancellationToken) is not null;

    public async Task<bool> CorrectAsync(string conversationId, TriageResult triage, TriageFields fields, CancellationToken cancellationToken) =>
        await threads.ChangeAsync<Conversation>(conversationId, async thread =>
        {
            var known = thread.Conversation.Triage ?? triage;
            var corrected = known with
            {
                Topic = fields.HasFlag(TriageFields.Topic) ? triage.Topic : known.Topic,
                Mood = fields.HasFlag(TriageFields.Mood) ? triage.Mood : known.Mood,
                Urgency = fields.HasFlag(TriageFields.Urgency) ? triage.Urgency : known.Urgency,
                Summary = fields.HasFlag(TriageFields.Summary) ? triage.Summary : known.Summary,
            };
            await thread.SaveAsync(clock.GetUtcNow(), c => c with { Triage = corrected, Corrected = c.Corrected | fields });
            return thread.Conversation;
        }, cancellationToken) is not null;

    public async Task<bool> TagAsync(string conversationId, string tag, bool isSet, CancellationToken cancellationToken) =>
        await threads.ChangeAsync<Conversation>(conversationId, async thread =>
        {
            var tags = isSet ? Tags.With(thread.Conversation.Tags, tag) : Tags.Without(thread.Conversation.Tags, tag);
            if (tags == thread.Conversation.Tags)
                return isSet && !Tags.Of(tags).Contains(tag) ? null : thread.Conversation;
            if (isSet)
                await thread.Rows.InsertAsync(new ConversationTagRecord { Tag = tag, ConversationId = conversationId }, OnConflict.KeepOld);
            else
                await thread.Rows.Context.ConversationTags.Where(t => t.Tag == tag && t.ConversationId == conversationId).ExecuteDeleteAsync(CancellationToken.None);
            await thread.SaveAsync(thread.Conversation.ChangedAt, c => c with { Tags = tags });
            return thread.Conversation;
        }, cancellationToken) is not null;

    public async Task<IReadOnlyList<string>> ListTagsAsync(int limit, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.ConversationTags.GroupBy(t => t.Tag).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => g.Key).Take(limit).ToListAsync(cancellationToken);
    }

    public async Task<bool> SnoozeAsync(string conversationId, DateTimeOffset? until, CancellationToken cancellationToken) =>
        await threads.ChangeAsync<Conversation>(conversationId, async thread =>
        {
            if (thread.Conversation.Owner != ConversationOwner.Closed && thread.Conversation.SnoozedUntil != until)
                await thread.SaveAsync(clock.GetUtcNow(), c => c with { SnoozedUntil = until });
            return thread.Conversation;
        }, cancellationToken) is not null;

    public async Task<(IReadOnlyList<string> Woken, DateTimeOffset? Next)> WakeDueAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var due = await context.Conversations.Where(c => c.SnoozedUntil <= now).OrderBy(c => c.SnoozedUntil).Select(c => c.Id).Take(MaxSentAtOnce).ToListAsync(cancellationToken);
        foreach (var id in due)
        {
            await threads.ChangeAsync<Conversation>(id, async thread =>
            {
                // Somebody may have put it aside for longer meanwhile.
                if (thread.Conversation.SnoozedUntil <= now)
                    await thread.SaveAsync(clock.GetUtcNow(), c => c with { SnoozedUntil = null });
                return thread.Conversation;
            }, cancellationToken);
        }

        return (due, await context.Conversations.Where(c => c.SnoozedUntil != null).MinAsync(c => c.SnoozedUntil, cancellationToken));
    }

    public async Task<bool> RefineTriageAsync(string conversationId, int lastSequence, TriageResult triage, CancellationToken cancellationToken) =>
        await threads.ChangeAsync<Conversation>(conversationId, async thread =>
        {
            if (await thread.Messages.AnyAsync(m => m.Sequence > lastSequence && m.Author == MessageAuthor.Customer, CancellationToken.None))
                return null;
            await thread.SaveAsync(clock.GetUtcNow(), c => c with { Triage = c.Merged(triage) });
            return thread.Conversation;
        }, cancellationToken) is not null;

    public async Task<IReadOnlyList<ConversationSummary>> ListEarlierAsync(
        string visitor, string? customerId, string exceptId, int limit, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await InboxQueries.ReadAsync(
            context,
            context.Conversations.Where(c => c.LastSequence > 0 && c.Id != exceptId && (c.Visitor == visitor || (customerId != null && c.CustomerId == customerId))),
            limit,
            cancellationToken);
    }

    private async Task ChangeHandsAsync(ThreadWriter thread, Handover handover, bool wasCut)
    {
        var now = clock.GetUtcNow();
        var note = handover.To switch
        {
            ConversationOwner.Agent => ConversationNote.AgentJoined,
            ConversationOwner.Assistant => ConversationNote.AssistantBack,
            ConversationOwner.Waiting => ConversationNote.HandedOver,
            _ => ConversationNote.Closed,
        };
        var isPersons = handover.To is ConversationOwner.Agent or ConversationOwner.Waiting;
        var waits = handover.To == ConversationOwner.Waiting || (isPersons && wasCut);
        await thread.AppendAsync(
            now,
            c => c with
            {
                Owner = handover.To,
                AgentId = handover.To == ConversationOwner.Closed ? c.AgentId ?? handover.By : handover.AgentId,
                WaitingSince = isPersons ? c.WaitingSince ?? (waits ? now : null) : null,
                Handoff = isPersons ? c.Handoff : null,
                SnoozedUntil = null,
            },
            new ConversationMessage(0, 0, MessageAuthor.System, "", now, Note: note, AgentId: handover.AgentId ?? handover.By));
        if (handover.AgentId is { } to && to != handover.By)
            await AddAsync(thread, new(0, StaffEntryKind.Assigned, handover.By, now, to));
    }

    private static async Task AddAsync(ThreadWriter thread, StaffEntry entry)
    {
        await thread.Rows.InsertAsync(StaffEntryRecord.Of(thread.Conversation.Id, entry with { Version = thread.Conversation.Version + 1 }), OnConflict.KeepOld);
        await thread.SaveAsync(entry.At, c => c);
    }

    /// <summary>Whoever takes a reply out of the waiting ones sends it.</summary>
    private async Task SendAsync(ThreadWriter thread, IReadOnlyList<PendingReplyRecord> replies)
    {
        foreach (var reply in replies)
        {
            if (await thread.Rows.Context.PendingReplies.Where(r => r.ConversationId == reply.ConversationId && r.ClientId == reply.ClientId).ExecuteDeleteAsync(CancellationToken.None) > 0)
            {
                await thread.AppendAsync(
                    clock.GetUtcNow(), c => c with { WaitingSince = null },
                    new ConversationMessage(0, 0, MessageAuthor.Agent, reply.Text, clock.GetUtcNow(), reply.ClientId, AgentId: reply.AgentId));
            }
        }
    }
}
