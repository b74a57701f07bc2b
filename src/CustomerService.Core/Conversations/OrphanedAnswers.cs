using CustomerService.Core.Answers;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CustomerService.Core.Conversations;

/// <summary>Ends the answers that a program left unfinished when it ended. To be run where others share the database; elsewhere a look at the start is enough.</summary>
public sealed class OrphanedAnswers(
    INodes nodes, IAnswerStore answers, IConversationStore conversations, IConversationFeed feed, TimeProvider time, ILogger<OrphanedAnswers> logger)
    : BackgroundService
{
    /// <summary>From one look for programs that are gone to the next.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    /// <summary>Ends the answers of programs that are gone: with what is stored of them, or as interrupted.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        var gone = await nodes.FindGoneAsync(cancellationToken).ConfigureAwait(false);
        if (gone.Count == 0)
            return;
        // The threads after the answers, whose endings they take over.
        var interrupted = await answers.MarkInterruptedAsync(gone, cancellationToken).ConfigureAwait(false);
        foreach (var conversationId in await conversations.EndOrphanedAnswersAsync(gone, cancellationToken).ConfigureAwait(false))
            feed.Publish(conversationId);
        if (interrupted > 0)
            OrphanedAnswersLog.Interrupted(logger, interrupted);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                await EndAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                OrphanedAnswersLog.NotLooked(logger, e);
            }
        }
    }
}

internal static partial class OrphanedAnswersLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} answers were being written when their program ended; they are marked as interrupted")]
    public static partial void Interrupted(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Answers of programs that are gone could not be looked for; it is tried again")]
    public static partial void NotLooked(ILogger logger, Exception exception);
}
