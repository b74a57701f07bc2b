using CustomerService.Core.Conversations;
using CustomerService.Core.Suggestions;
using CustomerService.Data.Writing;
using Microsoft.EntityFrameworkCore;

namespace CustomerService.Data.Conversations;

internal sealed class SuggestionStore(IDbContextFactory<SupportDbContext> contexts, GroupCommit group) : ISuggestionStore
{
    public Task AddAsync(Suggestion suggestion, CancellationToken cancellationToken) =>
        group.WriteAsync(rows => rows.InsertAsync(SuggestionRecord.Of(suggestion), OnConflict.KeepOld), cancellationToken);

    public async Task<Suggestion?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return (await context.Suggestions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellationToken))?.ToSuggestion();
    }

    public Task MarkAsync(string id, string agentId, SuggestionOutcome outcome, CancellationToken cancellationToken) =>
        group.WriteAsync(
            rows => rows.Context.Suggestions
                .Where(s => s.Id == id && s.AgentId == agentId && s.Outcome != SuggestionOutcome.Sent && s.Outcome != SuggestionOutcome.SentEdited)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.Outcome, outcome), CancellationToken.None),
            cancellationToken);

    public Task SentAsync(string id, string conversationId, string agentId, string? text, CancellationToken cancellationToken) =>
        group.WriteAsync(
            async rows =>
            {
                var own = rows.Context.Suggestions.Where(s => s.Id == id && s.ConversationId == conversationId && s.AgentId == agentId);
                if (await own.Select(s => s.Text).SingleOrDefaultAsync(CancellationToken.None) is not { } suggested)
                    return;
                var edited = text is null ? (double?)null : SuggestionText.Edited(suggested, text);
                var outcome = edited switch
                {
                    null => SuggestionOutcome.Inserted,
                    0 => SuggestionOutcome.Sent,
                    _ => SuggestionOutcome.SentEdited,
                };
                await own.ExecuteUpdateAsync(
                    set => set.SetProperty(s => s.Outcome, outcome).SetProperty(s => s.SentText, text).SetProperty(s => s.Edited, edited), CancellationToken.None);
            },
            cancellationToken);

    public Task RateAsync(string id, string agentId, Thumb? thumb, CancellationToken cancellationToken) =>
        group.WriteAsync(
            rows => rows.Context.Suggestions.Where(s => s.Id == id && s.AgentId == agentId).ExecuteUpdateAsync(set => set.SetProperty(s => s.Thumb, thumb), CancellationToken.None),
            cancellationToken);

    public async Task<IReadOnlyList<SuggestionTally>> TallyAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.Suggestions.Where(s => s.AskedAt >= since)
            .GroupBy(s => new { s.Source, s.Model, s.PromptVersion })
            .Select(g => new
            {
                g.Key,
                Count = g.Count(),
                Sent = g.Count(s => s.Outcome == SuggestionOutcome.Sent),
                SentEdited = g.Count(s => s.Outcome == SuggestionOutcome.SentEdited),
                AskedAgain = g.Count(s => s.Outcome == SuggestionOutcome.AskedAgain),
                Edited = g.Average(s => s.Edited),
                Up = g.Count(s => s.Thumb == Thumb.Up),
                Down = g.Count(s => s.Thumb == Thumb.Down),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.OrderByDescending(r => r.Count).ThenBy(r => r.Key.Model, StringComparer.Ordinal).ThenBy(r => r.Key.PromptVersion, StringComparer.Ordinal)
                .Select(r => new SuggestionTally(
                    r.Key.Source, r.Key.Model, r.Key.PromptVersion, r.Count, r.Sent, r.SentEdited, r.AskedAgain, r.Count - r.Sent - r.SentEdited - r.AskedAgain, r.Edited, r.Up, r.Down)),
        ];
    }
}
