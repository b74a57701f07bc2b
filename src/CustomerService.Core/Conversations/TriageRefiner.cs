using System.Threading.Channels;
using CustomerService.Core.Triage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CustomerService.Core.Conversations;

/// <summary>
/// Lets a model read conversations again that rules have read, after the customer's message was accepted and beside its answer. One at a time for a conversation, with
/// all that was written until then. Who is to answer stays a matter of <see cref="HandoffRules"/> alone.
/// </summary>
public sealed class TriageRefiner(
    IConversationStore threads, IDeskStore desk, IConversationFeed feed, ILogger<TriageRefiner> logger, ITriage? triage = null) : BackgroundService
{
    /// <summary>Conversations that are read at the same time.</summary>
    private const int MaxAtOnce = 4;

    /// <summary>Beyond so many that wait, what the rules read has to do.</summary>
    private const int MaxWaiting = 1_000;

    private const int MessagesRead = 5;

    private readonly Channel<string> _waiting = Channel.CreateUnbounded<string>();
    private readonly Lock _gate = new();
    // Those that wait or are being read, and whether they have changed since.
    private readonly Dictionary<string, bool> _known = new(StringComparer.Ordinal);

    /// <summary>A customer has written. Costs nothing where there is no model.</summary>
    public void Queue(string conversationId)
    {
        if (triage is null)
            return;
        lock (_gate)
        {
            if (_known.ContainsKey(conversationId))
                _known[conversationId] = true;
            else if (_known.Count < MaxWaiting && _known.TryAdd(conversationId, false))
                _waiting.Writer.TryWrite(conversationId);
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        triage is null ? Task.CompletedTask : Task.WhenAll(Enumerable.Range(0, MaxAtOnce).Select(_ => Task.Run(() => WorkAsync(triage, stoppingToken), CancellationToken.None)));

    private async Task WorkAsync(ITriage reader, CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var id in _waiting.Reader.ReadAllAsync(stoppingToken).ConfigureAwait(false))
            {
                lock (_gate)
                    _known[id] = false;
                await RefineAsync(reader, id, stoppingToken).ConfigureAwait(false);
                lock (_gate)
                {
                    if (_known[id])
                        _waiting.Writer.TryWrite(id);
                    else
                        _known.Remove(id);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task RefineAsync(ITriage reader, string id, CancellationToken cancellationToken)
    {
        try
        {
            if (await threads.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { Triage: { } known } conversation)
                return;
            var messages = await threads.EarlierAsync(id, MessagesRead, cancellationToken).ConfigureAwait(false);
            if (await reader.ReadAsync(id, [.. messages.Select(m => m.Text)], known.Language, cancellationToken).ConfigureAwait(false) is not { } read)
                return;
            var summary = SummaryLine.Of(read.Summary, null);
            var refined = read with
            {
                Summary = summary.Length > 0 ? summary : known.Summary,
                // No words of a customer make a danger less urgent.
                Urgency = conversation.Handoff is HandoffReason.Anger or HandoffReason.Health or HandoffReason.Legal or HandoffReason.Payment ? known.Urgency : read.Urgency,
            };
            if (refined != known && await desk.RefineTriageAsync(id, conversation.LastSequence, refined, cancellationToken).ConfigureAwait(false))
                feed.Publish(id);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            TriageLog.NotRefined(logger, e, id);
        }
    }
}

internal static partial class TriageLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Conversation {ConversationId}: triage could not be refined")]
    public static partial void NotRefined(ILogger logger, Exception exception, string conversationId);
}
