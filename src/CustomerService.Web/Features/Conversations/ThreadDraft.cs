using CustomerService.Core.Answers;
using CustomerService.Core.Conversations;
using CustomerService.Core.Suggestions;
using CustomerService.Web.Components.Answers;

namespace CustomerService.Web.Features.Conversations;

/// <summary>The reply that the assistant drafts for the agent of the open thread. Knows nothing of how it is drawn, and sends nothing.</summary>
public sealed class ThreadDraft(OpenThread thread, ThreadDesk desk, SuggestionService suggestions, ISuggestionStore store, TimeProvider clock, ILogger<ThreadDraft> log) : IDisposable
{
    /// <summary>Words that come closer together than this are drawn at once.</summary>
    public static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(40);

    private CancellationTokenSource? _writing;
    private (string Id, string Text)? _sent;
    private int _asked;

    /// <summary>Told on the circuit's own thread, after the change.</summary>
    public event Action? Changed;

    /// <summary>Null when none was asked for.</summary>
    public ShownAnswer? Answer { get; private set; }
    /// <summary>What the agent wished of it.</summary>
    public SuggestionHint Hint { get; private set; } = SuggestionHint.None;
    public Thumb? Thumb { get; private set; }
    public bool IsInserted { get; private set; }
    /// <summary>The text of what went wrong, by its name in the resources; null when nothing did.</summary>
    public string? Problem { get; private set; }

    /// <summary>By which it is kept; null until it is complete.</summary>
    public string? Id => Answer?.Whole?.Id;

    /// <summary>Whether the customer has written since it was asked for.</summary>
    public bool IsOutdated => Answer is not null && LastOfCustomer > _asked;

    /// <summary>Whether the hint was not followed, because only a model could.</summary>
    public bool LacksModel => Hint.Kind == HintKind.Free && Answer is { IsGrowing: false, Author.Source: AnswerSource.Embedded };

    private int LastOfCustomer => thread.Messages.FindLast(m => m.Message.Author == MessageAuthor.Customer)?.Message.Sequence ?? 0;

    /// <summary>Asks for a draft; with a hint, for another one than that which is there.</summary>
    public async Task AskAsync(SuggestionHint hint)
    {
        if (!desk.IsMine || thread.Id is not { } thereId || desk.AgentId is not { } agent)
            return;
        var before = hint.Kind == HintKind.None ? null : Answer;
        var replaced = IsInserted ? null : Id;
        Stop();
        var writing = _writing = new();
        (Hint, Thumb, IsInserted, Problem, _asked) = (hint, null, false, null, LastOfCustomer);
        Answer = ShownAnswer.Begun("draft", "", before?.Language ?? thread.Conversation!.Triage?.Language ?? thread.Conversation.Language);
        Changed?.Invoke();
        if (replaced is not null)
            await KeepAsync(() => store.MarkAsync(replaced, agent, SuggestionOutcome.AskedAgain, CancellationToken.None));
        var drawn = clock.GetTimestamp();
        try
        {
            await foreach (var next in suggestions.SuggestAsync(new(thereId, agent, hint, before is null ? null : SuggestionText.Plain(before.Text), before?.Language), writing.Token))
            {
                if (writing != _writing)
                    return;
                Show(next);
                if (next is AnswerEvent.TextDelta && clock.GetElapsedTime(drawn) < Gathering)
                    continue;
                drawn = clock.GetTimestamp();
                Changed?.Invoke();
            }
        }
        catch (OperationCanceledException) when (writing.IsCancellationRequested)
        {
        }
        catch (Exception exception)
        {
            log.DraftFailed(exception);
            if (writing == _writing)
                (Answer, Problem) = (null, "Failed");
        }

        Changed?.Invoke();
    }

    /// <summary>Puts it into the reply that the agent is writing.</summary>
    public async Task InsertAsync()
    {
        if (Id is not { } id || desk.AgentId is not { } agent)
            return;
        IsInserted = true;
        desk.Insert(SuggestionText.Plain(Answer!.Text), id);
        Changed?.Invoke();
        await KeepAsync(() => store.MarkAsync(id, agent, SuggestionOutcome.Inserted, CancellationToken.None));
    }

    /// <summary>Leaves it alone; what is being written ends.</summary>
    public void Ignore()
    {
        Stop();
        (Answer, Hint, Thumb, IsInserted, Problem) = (null, SuggestionHint.None, null, false, null);
        Changed?.Invoke();
    }

    /// <summary>The agent's opinion; the same one again takes it back.</summary>
    public async Task RateAsync(Thumb thumb)
    {
        if (Id is not { } id || desk.AgentId is not { } agent)
            return;
        Thumb = Thumb == thumb ? null : thumb;
        Changed?.Invoke();
        await KeepAsync(() => store.RateAsync(id, agent, Thumb, CancellationToken.None));
    }

    /// <summary>A reply that was made of a suggestion is on its way.</summary>
    public async Task SentAsync(string suggestionId, string text)
    {
        if (thread.Id is not { } thereId || desk.AgentId is not { } agent)
            return;
        _sent = (suggestionId, text.Trim());
        if (suggestionId == Id)
            Ignore();
        await KeepAsync(() => store.SentAsync(suggestionId, thereId, agent, text.Trim(), CancellationToken.None));
    }

    /// <returns>The suggestion that words were made of which were taken back; null when they were the agent's own.</returns>
    public string? TakeBack(string words)
    {
        if (_sent is not var (id, text) || text != words || thread.Id is not { } thereId || desk.AgentId is not { } agent)
            return null;
        _sent = null;
        _ = KeepAsync(() => store.SentAsync(id, thereId, agent, null, CancellationToken.None));
        return id;
    }

    public void Dispose() => Stop();

    private void Show(AnswerEvent next)
    {
        Answer = Answer?.After(next);
        if (next is AnswerEvent.Failed failed)
            (Answer, Problem) = (null, failed.Code == AnswerFailure.InvalidInput ? "NothingToAnswer" : "Failed");
    }

    private void Stop()
    {
        _writing?.Cancel();
        _writing?.Dispose();
        _writing = null;
    }

    /// <summary>What is learnt from drafts never stands in the way of answering.</summary>
    private async Task KeepAsync(Func<Task> keepAsync)
    {
        try
        {
            await keepAsync();
        }
        catch (Exception exception)
        {
            log.WriteFailed(exception);
        }
    }
}
