using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CustomerService.Core.Answers;
using CustomerService.Core.Conversations;
using CustomerService.Core.Lookups;
using CustomerService.Core.Models;
using CustomerService.Data.Catalog;
using CustomerService.Data.Writing;
using Microsoft.EntityFrameworkCore;

namespace CustomerService.Data.Answers;

internal sealed class AnswerStore(IDbContextFactory<SupportDbContext> contexts, GroupCommit group, NodeName node) : IAnswerStore
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>An ending counts only over a row that is still running.</summary>
    private static readonly string OverRunning = OnConflict.ReplaceAllBut<AnswerRecord>(
        nameof(AnswerRecord.Id), nameof(AnswerRecord.Surface), nameof(AnswerRecord.AskedAt), nameof(AnswerRecord.Question), nameof(AnswerRecord.Language),
        nameof(AnswerRecord.Node))
        + $" WHERE \"Answers\".\"State\" = '{AnswerState.Running}'";

    public Task BeginAsync(CustomerQuery query, DateTimeOffset askedAt, CancellationToken cancellationToken) =>
        WriteAsync(
            new AnswerRecord
            {
                Id = query.AnswerId,
                Surface = query.Surface,
                State = AnswerState.Running,
                AskedAt = askedAt,
                Question = query.Question,
                Language = query.Language,
                ProductId = query.ProductId,
                CustomerId = query.CustomerId,
                Node = query.Surface == Surface.CommandLine ? null : node.Value,
            },
            OnConflict.KeepOld, cancellationToken);

    public Task FinishAsync(Answer answer, CancellationToken cancellationToken)
    {
        if (answer.State == AnswerState.Running)
            throw new ArgumentException("An answer that is finished is no longer running.", nameof(answer));
        return WriteAsync(
            new AnswerRecord
            {
                Id = answer.Id,
                Surface = answer.Surface,
                State = answer.State,
                AskedAt = answer.AskedAt,
                Question = answer.Question,
                Language = answer.Language,
                ProductId = answer.ProductId,
                CustomerId = answer.CustomerId,
                Text = answer.Text,
                Source = answer.Source,
                Model = answer.Model,
                Author = answer.Author == Authorship.Embedded ? null : JsonSerializer.Serialize(answer.Author, Json),
                HeldBack = answer.HeldBack.Count == 0 ? null : JsonSerializer.Serialize(answer.HeldBack, Json),
                Fault = answer.Fault,
                PromptTokens = answer.Usage.PromptTokens,
                CompletionTokens = answer.Usage.CompletionTokens,
                Cost = answer.Usage.Cost,
                TokensEstimated = answer.Usage.Estimated,
                LookupsMs = answer.Timings.Lookups?.TotalMilliseconds,
                FirstTokenMs = answer.Timings.FirstToken?.TotalMilliseconds,
                TotalMs = answer.Timings.Total.TotalMilliseconds,
                Lookups = JsonSerializer.Serialize(answer.Lookups, Json),
                Citations = JsonSerializer.Serialize(answer.Citations, Json),
            },
            OverRunning, cancellationToken);
    }

    public async Task<Answer?> FindAsync(string answerId, CancellationToken cancellationToken)
    {
        if (!Identifiers.IsWellFormed(answerId))
            return null;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Answers.AsNoTracking().SingleOrDefaultAsync(a => a.Id == answerId, cancellationToken) is { } record ? ToAnswer(record) : null;
    }

    public async Task<IReadOnlyList<Answer>> FindAsync(IReadOnlyCollection<string> answerIds, CancellationToken cancellationToken)
    {
        List<string> ids = [.. answerIds.Where(Identifiers.IsWellFormed)];
        if (ids.Count == 0)
            return [];
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var records = await context.Answers.AsNoTracking().Where(a => ids.Contains(a.Id)).ToListAsync(cancellationToken);
        return [.. records.Select(ToAnswer)];
    }

    public async Task<IReadOnlyList<AnswerSummary>> RecentAsync(Surface surface, int limit, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Answers
            .Where(a => a.Surface == surface)
            .OrderByDescending(a => a.AskedAt).ThenByDescending(a => a.Id)
            .Take(limit)
            .Select(a => new AnswerSummary(a.Id, a.Question, a.ProductId, a.CustomerId, a.State, a.AskedAt))
            .ToListAsync(cancellationToken);
    }

    public async Task<int> MarkInterruptedAsync(IReadOnlyCollection<string> gone, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Answers
            .Where(a => a.State == AnswerState.Running && gone.Contains(a.Node!))
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.State, AnswerState.Interrupted), cancellationToken);
    }

    private Task WriteAsync(AnswerRecord record, string onConflict, CancellationToken cancellationToken) =>
        group.WriteAsync(rows => rows.InsertAsync(record, onConflict), cancellationToken);

    private static Answer ToAnswer(AnswerRecord record) => new(
        record.Id, record.Question, record.ProductId, record.CustomerId, record.Language, record.Surface, record.State, record.Text,
        record.Author is null ? new(record.Source, record.Model) : JsonSerializer.Deserialize<Authorship>(record.Author, Json)!,
        JsonSerializer.Deserialize<IReadOnlyList<LookupResult>>(record.Lookups, Json) ?? [],
        JsonSerializer.Deserialize<IReadOnlyList<Citation>>(record.Citations, Json) ?? [],
        new TokenUsage(record.PromptTokens, record.CompletionTokens, record.Cost, record.TokensEstimated),
        new AnswerTimings(Milliseconds(record.LookupsMs), Milliseconds(record.FirstTokenMs), TimeSpan.FromMilliseconds(record.TotalMs)),
        record.AskedAt)
    {
        HeldBack = record.HeldBack is null ? [] : JsonSerializer.Deserialize<IReadOnlyList<HeldBack>>(record.HeldBack, Json)!,
        Fault = record.Fault,
    };

    private static TimeSpan? Milliseconds(double? value) => value is { } ms ? TimeSpan.FromMilliseconds(ms) : null;
}
