using CustomerService.Core.Conversations;
using CustomerService.Core.Triage;
using CustomerService.Web.Features.Staff;

namespace CustomerService.Web.Features.Conversations;

/// <summary>What the agent who looks at the open thread does with it. Knows nothing of how it is drawn.</summary>
public sealed class ThreadDesk(OpenThread thread, AgentDesk desk, IConversationFeed feed, CurrentMember member, ILogger<ThreadDesk> log)
{
    private string? _agentId;

    /// <summary>Told on the circuit's own thread, after the change.</summary>
    public event Action? Changed;

    /// <summary>Words that were taken back and want to be written anew.</summary>
    public event Action<string>? TakenBack;

    /// <summary>Words that are to stand in the reply, and the suggestion that they are.</summary>
    public event Action<string, string>? Inserted;

    /// <summary>The agent is writing to the customer right now.</summary>
    public event Action? Typed;

    /// <summary>The text of what went wrong, by its name in the resources; null when nothing did.</summary>
    public string? Problem { get; private set; }

    /// <summary>Whether something is being written right now.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>Who looks; null before that is known.</summary>
    public string? AgentId => _agentId;

    /// <summary>Tags to choose from, the most frequent first.</summary>
    public IReadOnlyList<string> KnownTags { get; private set; } = [];

    public bool IsMine => thread.Conversation is { Owner: ConversationOwner.Agent } held && held.AgentId == _agentId;

    public async Task OpenAsync() => _agentId ??= await member.IdAsync();

    /// <summary>Takes the thread over.</summary>
    /// <param name="holder">The colleague from whom it is knowingly taken: who was shown to have it when the agent pressed.</param>
    public Task TakeOverAsync(string? holder, CancellationToken cancellationToken) =>
        HandOverAsync(agent => new(ConversationOwner.Agent, agent, agent, holder), cancellationToken);

    /// <summary>Gives what the agent has to a colleague.</summary>
    public Task AssignAsync(string agentId, CancellationToken cancellationToken) =>
        HandOverAsync(agent => new(ConversationOwner.Agent, agentId, agent), cancellationToken);

    /// <summary>Gives it to the assistant, to whoever is free, or to nobody.</summary>
    public Task HandOverAsync(ConversationOwner to, CancellationToken cancellationToken) =>
        HandOverAsync(agent => new(to, null, agent), cancellationToken);

    /// <returns>Whether it was accepted; else <see cref="Problem"/> says why.</returns>
    public Task<bool> ReplyAsync(string clientId, string text, CancellationToken cancellationToken) =>
        WriteAsync((id, agent) => desk.ReplyAsync(id, agent, clientId, text, cancellationToken));

    /// <inheritdoc cref="ReplyAsync"/>
    public Task<bool> NoteAsync(string clientId, string text, CancellationToken cancellationToken) =>
        WriteAsync((id, agent) => desk.NoteAsync(id, agent, clientId, text, cancellationToken));

    public void Insert(string words, string suggestionId) => Inserted?.Invoke(words, suggestionId);

    public void Type()
    {
        if (!IsMine)
            return;
        feed.PublishTyping(thread.Id!, MessageAuthor.Agent);
        Typed?.Invoke();
    }

    /// <summary>Takes a reply back that has not gone out yet.</summary>
    public Task UndoAsync(string clientId, CancellationToken cancellationToken) => DoAsync(async (id, agent) =>
    {
        if (await desk.UndoAsync(id, agent, clientId, cancellationToken) is { } words)
            TakenBack?.Invoke(words);
        else
            Problem = "TooLateToUndo";
    });

    /// <summary>Puts right what triage read.</summary>
    public Task CorrectAsync(TriageResult triage, TriageFields fields, CancellationToken cancellationToken) =>
        DoAsync((id, _) => desk.CorrectAsync(id, triage, fields, cancellationToken));

    /// <summary>Gives a tag, or takes it away.</summary>
    public Task TagAsync(string tag, bool isSet, CancellationToken cancellationToken) => DoAsync(async (id, _) =>
    {
        if (!await desk.TagAsync(id, tag, isSet, cancellationToken))
            Problem = "NotTagged";
    });

    /// <summary>Reads the tags to choose from; without them a tag can be given all the same.</summary>
    public async Task ReadTagsAsync(CancellationToken cancellationToken)
    {
        try
        {
            KnownTags = await desk.KnownTagsAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.ReadFailed("known tags", exception);
        }
    }

    /// <summary>Puts the thread aside until an instant; null takes it up again.</summary>
    public Task SnoozeAsync(DateTimeOffset? until, CancellationToken cancellationToken) =>
        DoAsync((id, _) => desk.SnoozeAsync(id, until, cancellationToken));

    private Task HandOverAsync(Func<string, Handover> handover, CancellationToken cancellationToken) => DoAsync(async (id, agent) =>
    {
        if (await desk.HandOverAsync(id, handover(agent), cancellationToken) is { IsDone: false, Conversation: not null })
            Problem = "TakenMeanwhile";
    });

    private async Task<bool> WriteAsync(Func<string, string, Task<ReplyProblem>> writeAsync)
    {
        var isAccepted = false;
        await DoAsync(async (id, agent) =>
        {
            var problem = await writeAsync(id, agent);
            isAccepted = problem == ReplyProblem.None;
            Problem = isAccepted ? null : $"Reply_{problem}";
        });
        return isAccepted;
    }

    private async Task DoAsync(Func<string, string, Task> doAsync)
    {
        if (thread.Id is not { } id || _agentId is not { } agent)
            return;
        (Problem, IsBusy) = (null, true);
        Changed?.Invoke();
        try
        {
            await doAsync(id, agent);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.WriteFailed(exception);
            Problem = "NotWritten";
        }

        IsBusy = false;
        Changed?.Invoke();
    }
}
