using System.Collections.Concurrent;
using CustomerService.Core.Answers;
using CustomerService.Core.Text;
using CustomerService.Core.Triage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CustomerService.Core.Conversations;

/// <summary>The thread with the message, or why it was not accepted; neither when the thread is gone.</summary>
public sealed record SendResult(AcceptedMessage? Accepted, IReadOnlyList<InputProblem> Problems);

/// <summary>
/// What customers do in a thread. An accepted message is written before anything else happens; the answer to it belongs to the thread,
/// not to the connection that asked.
/// </summary>
public sealed class ConversationService(
    IConversationStore store, IConversationFeed feed, IAnswerRuns runs, IRunningAnswers running, IAnswerStore answers, EvidenceRule evidence, NodeName node,
    TimeProvider time, ILogger<ConversationService> logger, TriageRefiner? refiner = null)
    : IHostedService
{
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMilliseconds(200);
    private const int MaxRetries = 8;
    // What came before is of another matter.
    private const int EarlierRead = 4;

    private readonly ConcurrentDictionary<string, Task> _answering = new(StringComparer.Ordinal);

    /// <summary>A new, empty thread of a visitor; the one that is there when somebody else has begun it under the same id meanwhile.</summary>
    public async Task<Conversation> StartAsync(
        string conversationId, string visitor, string? customerId, Language language, string? productId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await store.StartAsync(
            new(conversationId, visitor, customerId, language, productId, ConversationOwner.Assistant, 1, 0, now, now, null), cancellationToken).ConfigureAwait(false);
        feed.Publish(conversationId);
        return (await store.FindAsync(conversationId, cancellationToken).ConfigureAwait(false))!;
    }

    /// <summary>
    /// Accepts a message exactly once, however often it is sent. When it is the assistant's turn the assistant answers, unless a rule of <see cref="HandoffRules"/>
    /// wants a person to.
    /// </summary>
    /// <param name="clientId">The sender's own id of the message.</param>
    public async Task<SendResult> SendAsync(Conversation conversation, string clientId, string? text, string? productId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(clientId);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(clientId.Length, IncomingMessage.MaxClientId, nameof(clientId));
        var (query, problems) = CustomerQuery.Create(text, productId ?? conversation.ProductId, conversation.CustomerId, null, null, Surface.Widget);
        if (query is null)
            return new(null, problems);
        var earlier = conversation.LastSequence == 0 ? [] : await store.EarlierAsync(conversation.Id, EarlierRead, cancellationToken).ConfigureAwait(false);
        var incoming = new IncomingMessage(conversation.Id, clientId, query.Question, query.AnswerId, node.Value, query.ProductId)
        {
            Handoff = HandoffRules.Of(query.Question, [.. earlier.Where(m => m.IsAnswered).Select(m => m.Text)]),
            Triage = TriageReader.Read([.. earlier.Select(m => m.Text), query.Question], query.Language, null),
        };
        var accepted = await store.AcceptAsync(incoming, cancellationToken).ConfigureAwait(false);
        if (accepted is { IsNew: true, Answer: not null })
            Answer(conversation.Id, query);
        if (accepted is { IsNew: true })
        {
            feed.Publish(conversation.Id);
            refiner?.Queue(conversation.Id);
        }

        return new(accepted, []);
    }

    /// <summary>Answers a question again whose answer failed or did not help. One that broke off is gone on with.</summary>
    /// <returns>False when there is nothing to answer again, or an answer is still running.</returns>
    public async Task<bool> AnswerAgainAsync(Conversation conversation, int sequence, CancellationToken cancellationToken)
    {
        var known = await store.ReadAsync(conversation.Id, 0, cancellationToken).ConfigureAwait(false);
        if (known?.Messages.SingleOrDefault(m => m.Sequence == sequence && m.AnswerId is not null) is not { } old
            || known.Messages.SingleOrDefault(m => m.Sequence == old.Question) is not { } question)
            return false;
        var before = old.AnswerState == AnswerState.Interrupted && old.Text.Length > 0 ? await answers.FindAsync(old.AnswerId!, cancellationToken).ConfigureAwait(false) : null;
        var query = before is { State: AnswerState.Interrupted }
            ? CustomerQuery.GoOn(before)
            : CustomerQuery.Create(question.Text, conversation.ProductId, conversation.CustomerId, null, null, Surface.Widget).Query;
        if (query is null || await store.AnswerAgainAsync(conversation.Id, sequence, query.AnswerId, node.Value, cancellationToken).ConfigureAwait(false) is null)
            return false;
        Answer(conversation.Id, query);
        feed.Publish(conversation.Id);
        return true;
    }

    /// <summary>Ends the answers that are being written for a thread; what is there is kept.</summary>
    public async Task StopAsync(Conversation conversation, CancellationToken cancellationToken)
    {
        var known = await store.ReadAsync(conversation.Id, 0, cancellationToken).ConfigureAwait(false);
        foreach (var message in known?.Messages.Where(m => m.AnswerState == AnswerState.Running) ?? [])
            await running.StopAsync(message.Node!, message.AnswerId!).ConfigureAwait(false);
    }

    /// <summary>The customer wants a person. Asking twice is asking once.</summary>
    public async Task AskForPersonAsync(Conversation conversation, CancellationToken cancellationToken)
    {
        var now = await store.FindAsync(conversation.Id, cancellationToken).ConfigureAwait(false);
        while (now is { Owner: ConversationOwner.Assistant or ConversationOwner.Closed })
            now = await store.HandOnAsync(now.Id, ConversationOwner.Waiting, ConversationNote.PersonWanted, HandoffReason.Asked, now.Version, cancellationToken).ConfigureAwait(false);
        await StopAsync(conversation, cancellationToken).ConfigureAwait(false);
        feed.Publish(conversation.Id);
    }

    /// <summary>The customer does not want to wait for a person any longer.</summary>
    public async Task BackToAssistantAsync(Conversation conversation, CancellationToken cancellationToken)
    {
        // Somebody may take it over at this very moment, and other changes must not be in the way.
        var now = conversation;
        while (now is { Owner: ConversationOwner.Waiting })
            now = await store.HandOnAsync(now.Id, ConversationOwner.Assistant, ConversationNote.AssistantBack, null, now.Version, cancellationToken).ConfigureAwait(false);
        feed.Publish(conversation.Id);
    }

    /// <summary>Gives a visitor's thread to the customer that the visitor has turned out to be.</summary>
    /// <returns>False when it is not that visitor's.</returns>
    public async Task<bool> ClaimAsync(string conversationId, string visitor, string customerId, CancellationToken cancellationToken)
    {
        var claimed = await store.ClaimAsync(conversationId, visitor, customerId, cancellationToken).ConfigureAwait(false);
        feed.Publish(conversationId);
        return claimed;
    }

    /// <summary>Ends the thread; a later message opens it again.</summary>
    public async Task CloseAsync(Conversation conversation, CancellationToken cancellationToken)
    {
        await store.HandOnAsync(conversation.Id, ConversationOwner.Closed, ConversationNote.Closed, null, null, cancellationToken).ConfigureAwait(false);
        feed.Publish(conversation.Id);
    }

    /// <summary>The customer's opinion of an answer; null takes it back.</summary>
    /// <returns>False when there is no such answer.</returns>
    public async Task<bool> RateAnswerAsync(Conversation conversation, int sequence, Thumb? thumb, CancellationToken cancellationToken)
    {
        var found = await store.RateAnswerAsync(conversation.Id, sequence, thumb, cancellationToken).ConfigureAwait(false);
        if (found)
            feed.Publish(conversation.Id);
        return found;
    }

    /// <param name="stars">1 to 5.</param>
    public async Task RateAsync(Conversation conversation, int stars, CancellationToken cancellationToken)
    {
        if (await store.RateAsync(conversation.Id, stars, cancellationToken).ConfigureAwait(false))
            feed.Publish(conversation.Id);
    }

    Task IHostedService.StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The runs have been ended before; waits until their endings are written.</summary>
    async Task IHostedService.StopAsync(CancellationToken cancellationToken) =>
        await Task.WhenAll(_answering.Values).WaitAsync(cancellationToken).ConfigureAwait(false);

    private void Answer(string conversationId, CustomerQuery query)
    {
        var run = runs.Start(query);
        var work = Task.Run(() => EndAsync(conversationId, run));
        _answering[run.Id] = work;
        _ = work.ContinueWith(_ => _answering.TryRemove(run.Id, out var _), TaskScheduler.Default);
    }

    /// <summary>Waits for the end of the answer and writes it into the thread.</summary>
    private async Task EndAsync(string conversationId, AnswerRun run)
    {
        AnswerEvent? last = null;
        await foreach (var next in run.FollowAsync(0, CancellationToken.None).ConfigureAwait(false))
            last = next.Event;
        var (state, text) = run.End(last is AnswerEvent.Completed completed ? new(completed.Answer.State, completed.Answer.Text) : new(AnswerState.Failed, ""));
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                var ended = await store.EndAnswerAsync(conversationId, run.Id, state, text, CancellationToken.None).ConfigureAwait(false);
                if (ended is { Owner: ConversationOwner.Assistant } && state == AnswerState.Completed && evidence.IsMissing(((AnswerEvent.Completed)last!).Answer))
                    await store.HandOnAsync(
                        conversationId, ConversationOwner.Waiting, ConversationNote.HandedOver, HandoffReason.NoEvidence, ended.Version, CancellationToken.None).ConfigureAwait(false);
                break;
            }
            catch (Exception e)
            {
                ConversationLog.EndNotWritten(logger, e, conversationId, run.Id);
                if (attempt == MaxRetries)
                    return;
            }

            await Task.Delay(FirstRetry * (1 << attempt), time).ConfigureAwait(false);
        }

        feed.Publish(conversationId);
    }
}

internal static partial class ConversationLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Conversation {ConversationId}: how answer {AnswerId} ended could not be written")]
    public static partial void EndNotWritten(ILogger logger, Exception exception, string conversationId, string answerId);
}
