using System.Runtime.CompilerServices;
using CustomerService.Core.Answers;
using CustomerService.Core.Conversations;
using CustomerService.Core.Lookups;
using CustomerService.Core.Text;
using CustomerService.Core.Usage;
using Microsoft.Extensions.Logging;

namespace CustomerService.Core.Suggestions;

/// <summary>An agent's wish for a draft.</summary>
/// <param name="Draft">The suggestion that the hint is about; null for a first one.</param>
/// <param name="Language">Of that draft; null for the customer's.</param>
public sealed record SuggestionAsk(string ConversationId, string AgentId, SuggestionHint Hint, string? Draft = null, Language? Language = null);

/// <summary>Drafts replies for agents: what the customer last wanted, looked up anew, and written for a person. Nothing of it reaches the customer by itself.</summary>
public sealed class SuggestionService(
    IConversationStore threads, QueryResolver resolver, LookupRunner lookups, ISuggestionWriter writer, ISuggestionStore store, AnswerSpending spending, TimeProvider time,
    ILogger<SuggestionService> logger)
{
    /// <summary>How many of the last messages a writer is given.</summary>
    public const int MessagesRead = 10;

    /// <summary>
    /// Streams a suggestion as an answer streams; <see cref="AnswerEvent.Completed"/> holds it whole, under the id by which it is kept. Cancelling ends it without a word,
    /// and nothing is kept.
    /// </summary>
    public async IAsyncEnumerable<AnswerEvent> SuggestAsync(SuggestionAsk ask, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (request, failed) = await ReadAsync(ask, cancellationToken).ConfigureAwait(false);
        if (request is null)
        {
            yield return failed!;
            yield break;
        }

        var query = request.Query.Query;
        var draft = new AnswerDraft(query, time) { AskedAt = request.Query.AskedAt };
        spending.Open(query.AnswerId);
        try
        {
            var results = lookups.Run(request.Query, cancellationToken);
            foreach (var kind in lookups.Kinds)
                yield return new AnswerEvent.LookupStarted(kind);
            await foreach (var result in results.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                draft.Lookups.Add(result);
                yield return new AnswerEvent.LookupFinished(result);
            }

            draft.LookupsDone();
            var state = AnswerState.Completed;
            await foreach (var part in writer.WriteAsync(request, [.. draft.Lookups.OrderBy(l => l.Kind)], cancellationToken).ConfigureAwait(false))
            {
                if (part is AnswerPart.BrokeOff broken)
                    (state, draft.Fault) = (AnswerState.Interrupted, broken.Fault);
                else if (draft.Take(part) is { } told)
                    yield return told;
            }

            var answer = draft.Finish(state, spending.Settle(query.AnswerId));
            await KeepAsync(ask, answer).ConfigureAwait(false);
            yield return new AnswerEvent.Completed(answer);
        }
        finally
        {
            spending.Settle(query.AnswerId);
        }
    }

    private async Task<(SuggestionRequest? Request, AnswerEvent.Failed? Failed)> ReadAsync(SuggestionAsk ask, CancellationToken cancellationToken)
    {
        try
        {
            if (await threads.ReadAsync(ask.ConversationId, 0, cancellationToken).ConfigureAwait(false) is not { } thread || CustomerWish.Of(thread.Messages) is not { } wish)
                return (null, new(AnswerFailure.InvalidInput, [new(InputField.Question, InputProblemCode.Empty)]));
            var conversation = thread.Conversation;
            var (resolved, problems) = await ResolveAsync(wish, conversation.ProductId, conversation.CustomerId, cancellationToken).ConfigureAwait(false);
            // The product may have left the catalogue since the customer looked at it.
            if (resolved is null)
                (resolved, problems) = await ResolveAsync(wish, null, null, cancellationToken).ConfigureAwait(false);
            if (resolved is null)
                return (null, new(AnswerFailure.InvalidInput, problems));
            var language = ask.Hint.Kind switch
            {
                HintKind.InKorean => Language.Korean,
                HintKind.InEnglish => Language.English,
                _ => ask.Language ?? conversation.Triage?.Language ?? conversation.Language,
            };
            var words = thread.Messages.Where(m => m.Note is null && m.Text.Length > 0).TakeLast(MessagesRead).ToList();
            return (new(resolved with { Query = resolved.Query with { Language = language } }, words, ask.Hint, ask.Draft), null);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            SuggestionLog.NotRead(logger, e, ask.ConversationId);
            return (null, new(AnswerFailure.StorageUnavailable, []));
        }
    }

    private async Task<(ResolvedQuery? Query, IReadOnlyList<InputProblem> Problems)> ResolveAsync(
        string question, string? productId, string? customerId, CancellationToken cancellationToken)
    {
        var (query, problems) = CustomerQuery.Create(question, productId, customerId, null, null, Surface.Page);
        return query is null ? (null, problems) : await resolver.ResolveAsync(query, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A draft that could not be kept is of use all the same.</summary>
    private async Task KeepAsync(SuggestionAsk ask, Answer answer)
    {
        try
        {
            await store.AddAsync(
                new(answer.Id, ask.ConversationId, ask.AgentId, answer.AskedAt, ask.Hint.Words, answer.Source, answer.Model, answer.Author.PromptVersion, SuggestionText.Plain(answer.Text)),
                CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            SuggestionLog.NotKept(logger, e, answer.Id);
        }
    }
}

internal static partial class SuggestionLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Conversation {ConversationId}: what to suggest could not be read")]
    public static partial void NotRead(ILogger logger, Exception exception, string conversationId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Suggestion {SuggestionId} could not be kept")]
    public static partial void NotKept(ILogger logger, Exception exception, string suggestionId);
}
