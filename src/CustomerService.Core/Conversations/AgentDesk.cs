using CustomerService.Core.Answers;
using CustomerService.Core.Triage;

namespace CustomerService.Core.Conversations;

/// <summary>Why words of an agent were not accepted.</summary>
public enum ReplyProblem
{
    None,
    Empty,
    TooLong,
    /// <summary>Somebody else has the conversation, or nobody.</summary>
    NotHeld,
    /// <summary>A variable of a canned reply stands there still.</summary>
    Unfilled,
}

/// <summary>What agents do with conversations.</summary>
public sealed class AgentDesk(IDeskStore store, IConversationFeed feed, IRunningAnswers running, PendingReplies pending, TimeProvider time)
{
    /// <summary>How long a reply can be taken back.</summary>
    public static readonly TimeSpan UndoFor = TimeSpan.FromSeconds(5);

    /// <summary>Characters of a reply or note.</summary>
    public const int MaxText = 4_000;

    private const int MaxKnownTags = 100;

    /// <summary>
    /// Changes hands. When a person is to answer, it is a fence: from its return on nothing that the assistant was writing reaches the
    /// customer, and what had reached them stays as it was.
    /// </summary>
    public async Task<HandoverResult> HandOverAsync(string conversationId, Handover handover, CancellationToken cancellationToken)
    {
        var fenced = new Dictionary<string, AnswerEnding>(StringComparer.Ordinal);
        while (true)
        {
            var result = await store.HandOverAsync(conversationId, handover, fenced, cancellationToken).ConfigureAwait(false);
            if (result.Unfenced.Count == 0)
            {
                feed.Publish(conversationId);
                return result;
            }

            foreach (var message in result.Unfenced)
                fenced[message.AnswerId!] = await running.FenceAsync(message.Node!, message.AnswerId!, cancellationToken).ConfigureAwait(false) ?? new(AnswerState.Interrupted, "");
        }
    }

    /// <summary>Sends a reply to the customer after <see cref="UndoFor"/>. It is kept from now on, and goes out once, however often it is sent.</summary>
    /// <param name="clientId">The sender's own id of the reply.</param>
    public async Task<ReplyProblem> ReplyAsync(string conversationId, string agentId, string clientId, string? text, CancellationToken cancellationToken)
    {
        if (Problem(clientId, text) is var problem and not ReplyProblem.None)
            return problem;
        if (CannedText.HasGaps(text!))
            return ReplyProblem.Unfilled;
        var reply = new PendingReply(conversationId, clientId, agentId, text!.Trim(), time.GetUtcNow() + UndoFor);
        if (!await store.QueueReplyAsync(reply, cancellationToken).ConfigureAwait(false))
            return ReplyProblem.NotHeld;
        pending.Queued();
        feed.Publish(conversationId);
        return ReplyProblem.None;
    }

    /// <returns>The words that were taken back; null when they have gone to the customer.</returns>
    public async Task<string?> UndoAsync(string conversationId, string agentId, string clientId, CancellationToken cancellationToken)
    {
        var reply = await store.WithdrawReplyAsync(conversationId, clientId, agentId, cancellationToken).ConfigureAwait(false);
        feed.Publish(conversationId);
        return reply?.Text;
    }

    /// <summary>Keeps words for colleagues, once, however often they are sent.</summary>
    public async Task<ReplyProblem> NoteAsync(string conversationId, string agentId, string clientId, string? text, CancellationToken cancellationToken)
    {
        if (Problem(clientId, text) is var problem and not ReplyProblem.None)
            return problem;
        await store.AddNoteAsync(conversationId, clientId, agentId, text!.Trim(), cancellationToken).ConfigureAwait(false);
        feed.Publish(conversationId);
        return ReplyProblem.None;
    }

    /// <summary>Puts right what triage read.</summary>
    public async Task CorrectAsync(string conversationId, Triage.TriageResult triage, TriageFields fields, CancellationToken cancellationToken)
    {
        await store.CorrectAsync(conversationId, triage, fields, cancellationToken).ConfigureAwait(false);
        feed.Publish(conversationId);
    }

    /// <summary>Gives a tag, or takes it away.</summary>
    /// <returns>False when it is no tag, or there is no place for another one.</returns>
    public async Task<bool> TagAsync(string conversationId, string? tag, bool isSet, CancellationToken cancellationToken)
    {
        if (Tags.Normalized(tag) is not { } normalized || !await store.TagAsync(conversationId, normalized, isSet, cancellationToken).ConfigureAwait(false))
            return false;
        feed.Publish(conversationId);
        return true;
    }

    /// <summary>Tags to choose from: those that conversations bear most.</summary>
    public Task<IReadOnlyList<string>> KnownTagsAsync(CancellationToken cancellationToken) => store.ListTagsAsync(MaxKnownTags, cancellationToken);

    /// <summary>Puts a conversation aside until an instant, or until the customer writes; null takes it up again.</summary>
    public async Task SnoozeAsync(string conversationId, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        await store.SnoozeAsync(conversationId, until, cancellationToken).ConfigureAwait(false);
        pending.Queued();
        feed.Publish(conversationId);
    }

    private static ReplyProblem Problem(string clientId, string? text)
    {
        ArgumentException.ThrowIfNullOrEmpty(clientId);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(clientId.Length, IncomingMessage.MaxClientId, nameof(clientId));
        return string.IsNullOrWhiteSpace(text) ? ReplyProblem.Empty : text.Trim().Length > MaxText ? ReplyProblem.TooLong : ReplyProblem.None;
    }
}
