using System.Runtime.CompilerServices;
using System.Threading.Channels;
using CustomerService.Core.Answers;

namespace CustomerService.Core.Conversations;

/// <summary>Lets any surface follow a thread from any version on, running answers included.</summary>
public sealed class ConversationFollower(IConversationStore store, IConversationFeed feed, IRunningAnswers answers)
{
    // A follower that reads slower than this much ahead holds up its own reading, nobody else's.
    private const int MaxAhead = 64;

    /// <summary>
    /// First what changed since a version, then what changes, as it does, until it is cancelled. A thread that is not there yet is waited for.
    /// </summary>
    /// <param name="since">The version that is known; 0 for all.</param>
    /// <param name="progress">By answer, the number of the next event that is wanted of those that were half followed.</param>
    /// <param name="forCustomer">Whether a customer is to see it: then nothing of an answer passes the fence of a person who took over.</param>
    public async IAsyncEnumerable<ConversationUpdate> FollowAsync(
        string conversationId, long since, IReadOnlyDictionary<string, int> progress, bool forCustomer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var updates = Channel.CreateBounded<ConversationUpdate>(MaxAhead);
        var following = FollowAsync(conversationId, since, progress, forCustomer, updates.Writer, ending.Token);
        try
        {
            await foreach (var update in updates.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                if (!forCustomer || update is not ConversationUpdate.Progress(_, var answerId, _, var (number, _)) || answers.MayReach(answerId, number))
                    yield return update;
            }
        }
        finally
        {
            await ending.CancelAsync().ConfigureAwait(false);
            await following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task FollowAsync(
        string conversationId, long since, IReadOnlyDictionary<string, int> progress, bool forCustomer, ChannelWriter<ConversationUpdate> updates, CancellationToken cancellationToken)
    {
        var running = new Dictionary<string, Task>(StringComparer.Ordinal);
        try
        {
            using var signals = feed.Subscribe(conversationId);
            for (var signal = new FeedSignal(HasChanged: true, null); ; signal = await signals.WaitAsync(cancellationToken).ConfigureAwait(false))
            {
                if (signal.Typing is { } author)
                    await updates.WriteAsync(new ConversationUpdate.Typing(author), cancellationToken).ConfigureAwait(false);
                if (!signal.HasChanged)
                    continue;
                if (await store.ReadAsync(conversationId, since, cancellationToken).ConfigureAwait(false) is not { } changes)
                    continue;

                if (changes.Conversation.Version > since)
                {
                    since = changes.Conversation.Version;
                    // All of an answer's progress is told before its end.
                    foreach (var message in changes.Messages.Where(m => m.AnswerId is not null && m.AnswerState != AnswerState.Running))
                    {
                        if (!running.Remove(message.AnswerId!, out var told))
                            continue;
                        answers.Ended(message.AnswerId!);
                        await told.ConfigureAwait(false);
                    }

                    await updates.WriteAsync(new ConversationUpdate.Changed(changes), cancellationToken).ConfigureAwait(false);
                }

                foreach (var message in changes.Messages.Where(m => m.AnswerState == AnswerState.Running && !running.ContainsKey(m.AnswerId!)))
                {
                    var (sequence, id) = (message.Sequence, message.AnswerId!);
                    if (answers.Follow(message.Node!, id, progress.GetValueOrDefault(id), forCustomer, cancellationToken) is { } events)
                        running[id] = FollowAsync(sequence, id, events, updates, cancellationToken);
                }
            }
        }
        catch (Exception e)
        {
            updates.TryComplete(e);
        }

        await Task.WhenAll(running.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static async Task FollowAsync(
        int sequence, string answerId, IAsyncEnumerable<RunningEvent> events, ChannelWriter<ConversationUpdate> updates, CancellationToken cancellationToken)
    {
        await foreach (var (language, next) in events.ConfigureAwait(false))
        {
            // How it ended is told by the thread, when that is written.
            if (next.Event is not (AnswerEvent.Completed or AnswerEvent.Failed))
                await updates.WriteAsync(new ConversationUpdate.Progress(sequence, answerId, language, next), cancellationToken).ConfigureAwait(false);
        }
    }
}
