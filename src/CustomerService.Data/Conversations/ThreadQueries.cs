using CustomerService.Core.Answers;
using CustomerService.Core.Conversations;
using Microsoft.EntityFrameworkCore;

namespace CustomerService.Data.Conversations;

/// <summary>What is asked at every message, compiled once.</summary>
internal sealed class ThreadQueries
{
    private readonly Func<SupportDbContext, string, CancellationToken, Task<ConversationRecord?>> _thread =
        EF.CompileAsyncQuery((SupportDbContext context, string id, CancellationToken cancellationToken) =>
            context.Conversations.AsNoTracking().SingleOrDefault(c => c.Id == id));

    private readonly Func<SupportDbContext, string, long, IAsyncEnumerable<MessageRecord>> _changed =
        EF.CompileAsyncQuery((SupportDbContext context, string id, long since) => context.Messages.AsNoTracking()
            .Where(m => m.ConversationId == id && (m.Version > since || m.AnswerState == AnswerState.Running))
            .OrderBy(m => m.Sequence)
            .AsQueryable());

    private readonly Func<SupportDbContext, string, string, Task<MessageRecord?>> _sent =
        EF.CompileAsyncQuery((SupportDbContext context, string id, string clientId) =>
            context.Messages.AsNoTracking().SingleOrDefault(m => m.ConversationId == id && m.ClientId == clientId));

    private readonly Func<SupportDbContext, string, string, Task<MessageRecord?>> _running =
        EF.CompileAsyncQuery((SupportDbContext context, string id, string answerId) =>
            context.Messages.AsNoTracking().SingleOrDefault(m => m.ConversationId == id && m.AnswerId == answerId && m.AnswerState == AnswerState.Running));

    private readonly Func<SupportDbContext, string, int, IAsyncEnumerable<EarlierMessage>> _earlier =
        EF.CompileAsyncQuery((SupportDbContext context, string id, int limit) => context.Messages.AsNoTracking()
            .Where(m => m.ConversationId == id && m.Author == MessageAuthor.Customer)
            .OrderByDescending(m => m.Sequence)
            .Take(limit)
            .Select(m => new EarlierMessage(m.Text, context.Messages.Any(a => a.ConversationId == id && a.Question == m.Sequence && a.AnswerState == AnswerState.Completed)))
            .AsQueryable());

    public Task<ConversationRecord?> ThreadAsync(SupportDbContext context, string id, CancellationToken cancellationToken) => _thread(context, id, cancellationToken);

    /// <summary>What changed after a version, and what is still being written, in order.</summary>
    public IAsyncEnumerable<MessageRecord> ChangedAsync(SupportDbContext context, string id, long since) => _changed(context, id, since);

    /// <summary>The customer's last messages, the newest first.</summary>
    public IAsyncEnumerable<EarlierMessage> EarlierAsync(SupportDbContext context, string id, int limit) => _earlier(context, id, limit);

    public Task<MessageRecord?> SentAsync(SupportDbContext context, string id, string clientId) => _sent(context, id, clientId);

    public Task<MessageRecord?> RunningAsync(SupportDbContext context, string id, string answerId) => _running(context, id, answerId);
}
