using CustomerService.Core.Answers;
using CustomerService.Core.Conversations;
using CustomerService.Core.Search;
using Microsoft.EntityFrameworkCore;

namespace CustomerService.Data.Conversations;

/// <summary>Reads the agents' lists.</summary>
internal static class InboxQueries
{
    public static async Task<IReadOnlyList<ConversationSummary>> ListAsync(
        SupportDbContext context, InboxFilter filter, int skip, int limit, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Ids first: what is skipped is read from an index only.
        var ids = await InOrder(await FilteredAsync(context, filter, now, cancellationToken)).Select(c => c.Id).Skip(skip).Take(limit).ToListAsync(cancellationToken);
        return await ReadAsync(context, context.Conversations.Where(c => ids.Contains(c.Id)), limit, cancellationToken);
    }

    public static Task<IReadOnlyList<ConversationSummary>> ListChangedAsync(SupportDbContext context, DateTimeOffset since, int limit, CancellationToken cancellationToken) =>
        ReadAsync(context, context.Conversations.Where(c => c.LastSequence > 0 && c.ChangedAt >= since), limit, cancellationToken);

    public static async Task<int> CountAsync(SupportDbContext context, InboxFilter filter, int upTo, DateTimeOffset now, CancellationToken cancellationToken) =>
        await (await FilteredAsync(context, filter, now, cancellationToken)).OrderBy(c => c.ChangedAt).Take(upTo).CountAsync(cancellationToken);

    public static async Task<InboxCounts> CountAllAsync(SupportDbContext context, int upTo, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var byView = new Dictionary<InboxView, int>();
        foreach (var view in Enum.GetValues<InboxView>().Where(v => v != InboxView.Mine))
            byView[view] = await CountAsync(context, new(view, ""), upTo, now, cancellationToken);
        var byAgent = await context.Conversations.Where(c => c.Owner == ConversationOwner.Agent && c.SnoozedUntil == null && c.AgentId != null)
            .GroupBy(c => c.AgentId!).Select(g => new { Agent = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Agent, g => g.Count, StringComparer.Ordinal, cancellationToken);
        return new(byView, byAgent);
    }

    private static async Task<IQueryable<ConversationRecord>> FilteredAsync(SupportDbContext context, InboxFilter filter, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var threads = filter.Search is { } words ? await ThreadSearch.FindAsync(context, SearchText.Required(words), cancellationToken) : context.Conversations;
        threads = filter.View switch
        {
            InboxView.Unassigned => threads.Where(c => c.LastSequence > 0 && c.Owner == ConversationOwner.Waiting && c.SnoozedUntil == null),
            InboxView.Mine => threads.Where(c => c.Owner == ConversationOwner.Agent && c.AgentId == filter.AgentId && c.SnoozedUntil == null),
            InboxView.Everyone => threads.Where(c => c.LastSequence > 0 && c.Owner != ConversationOwner.Closed),
            InboxView.Waiting => threads.Where(c => c.LastSequence > 0 && c.WaitingSince != null && c.SnoozedUntil == null),
            InboxView.Snoozed => threads.Where(c => c.LastSequence > 0 && c.SnoozedUntil != null),
            _ => threads.Where(c => c.LastSequence > 0 && c.Owner == ConversationOwner.Closed),
        };
        if (filter.Topic is { } topic)
            threads = threads.Where(c => c.Topic == topic);
        if (filter.Mood is { } mood)
            threads = threads.Where(c => c.Mood == mood);
        if (filter.Language is { } language)
            threads = threads.Where(c => c.Language == language);
        if (filter.Tag is { } tag)
            threads = threads.Where(c => context.ConversationTags.Where(t => t.Tag == tag).Select(t => t.ConversationId).Contains(c.Id));
        if (filter.ProductId is { } product)
            threads = threads.Where(c => c.ProductId == product);
        if (filter.WaitingFor is { } minutes)
        {
            var since = now.AddMinutes(-minutes);
            threads = threads.Where(c => c.WaitingSince <= since);
        }

        return threads;
    }

    public static async Task<IReadOnlyList<ConversationSummary>> ReadAsync(
        SupportDbContext context, IQueryable<ConversationRecord> threads, int limit, CancellationToken cancellationToken)
    {
        var rows = await InOrder(threads.AsNoTracking())
            .Take(limit)
            .Select(c => new { Thread = c, IsAnswering = context.Messages.Any(m => m.ConversationId == c.Id && m.AnswerState == AnswerState.Running) })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(r => new ConversationSummary(r.Thread.ToConversation(), r.Thread.LastAuthor, r.Thread.LastText, r.IsAnswering))];
    }

    private static IOrderedQueryable<ConversationRecord> InOrder(IQueryable<ConversationRecord> threads) => threads.OrderByDescending(c => c.ChangedAt).ThenByDescending(c => c.Id);
}
