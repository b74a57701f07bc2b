using CustomerService.Core.Answers;
using CustomerService.Web.Components.Answers;

namespace CustomerService.Web.Features.Ask;

/// <summary>What has changed, so that only what shows it is drawn anew.</summary>
[Flags]
public enum AskChanges
{
    None = 0,
    /// <summary>The answer's text and citations.</summary>
    Text = 1,
    Lookups = 2,
    /// <summary>Which answer is shown, or its state.</summary>
    Answer = 4,
    Earlier = 8,
    /// <summary>The address of the page.</summary>
    Address = 16,
}

/// <summary>Why there is no answer at the page's address.</summary>
public enum OpenProblem
{
    None,
    Missing,
    Unreadable,
}

/// <summary>The state of one Ask page: the answer shown and the earlier questions. Knows nothing of how it is drawn.</summary>
public sealed class AskSession(AskForm form, IAnswerRuns runs, IAnswerStore store, ILogger<AskSession> log) : IAsyncDisposable
{
    private const int EarlierLimit = 20;

    private AnswerRun? _run;
    private CancellationTokenSource? _leave;
    private Task _following = Task.CompletedTask;
    private int _opened;

    /// <summary>Told on any thread, after the change.</summary>
    public event Action<AskChanges>? Changed;

    public AskForm Form => form;
    public ShownAnswer? Answer { get; private set; }
    public OpenProblem OpenProblem { get; private set; }
    public bool IsStopping { get; private set; }
    /// <summary>Null when they could not be read.</summary>
    public IReadOnlyList<AnswerSummary>? Earlier { get; private set; } = [];
    public AskAddress Address { get; private set; } = AskAddress.Empty;
    /// <summary>Whether the new address takes the place of the one before in the browser's history.</summary>
    public bool ReplacesAddress { get; private set; }

    /// <summary>Shows what an address holds. The address that is shown already changes nothing.</summary>
    /// <param name="live">Whether the page has a connection: only then answers are followed, and a question without an answer is asked.</param>
    public async Task OpenAsync(AskAddress address, bool live, CancellationToken cancellationToken)
    {
        if (_opened > 0 && (address == Address || (address.AnswerId is { } shown && shown == Answer?.Id)))
            return;

        var opening = ++_opened;
        await LeaveAsync();
        (Address, Answer, OpenProblem) = (address, null, OpenProblem.None);
        form.Type(address.AnswerId is null ? address.Question ?? "" : "");
        await ReadFormAsync(address, cancellationToken);
        await ReadEarlierAsync(cancellationToken);
        var stored = address.AnswerId is { } id ? await ReadAnswerAsync(id, live, cancellationToken) : null;
        if (opening != _opened)
            return;

        if (stored is not null)
            Answer = stored;
        if (address.AnswerId is null && address.Question is not null && live)
            await SendAsync(replaceAddress: true);
        Changed?.Invoke(AskChanges.Answer | AskChanges.Text | AskChanges.Lookups | AskChanges.Earlier);
    }

    /// <summary>Asks what the form holds. What is wrong with it is told there, and nothing typed is lost.</summary>
    /// <param name="replaceAddress">Whether going back in the browser should skip the address shown so far.</param>
    public async Task SendAsync(bool replaceAddress = false)
    {
        if (Answer is { IsGrowing: true } || form.Check() is not { } query)
            return;

        await LeaveAsync();
        _opened++;
        (ReplacesAddress, OpenProblem) = (replaceAddress, OpenProblem.None);
        Follow(runs.Start(query), isNew: true);
    }

    /// <summary>Goes on with an interrupted answer: the same question again, from where its text broke off.</summary>
    public async Task GoOnAsync()
    {
        if (Answer is not { Whole: { State: AnswerState.Interrupted } soFar })
            return;

        await LeaveAsync();
        _opened++;
        (ReplacesAddress, OpenProblem) = (false, OpenProblem.None);
        Follow(runs.Start(CustomerQuery.GoOn(soFar)), isNew: true);
    }

    /// <summary>Ends the answer; what is written until then is kept.</summary>
    public async Task StopAsync()
    {
        if (_run is not { } run || Answer is not { IsGrowing: true } || IsStopping)
            return;
        IsStopping = true;
        Changed?.Invoke(AskChanges.Answer);
        await run.StopAsync();
    }

    /// <summary>Stops following. The answer goes on being written.</summary>
    public async Task LeaveAsync()
    {
        if (_leave is { } leave)
        {
            _leave = null;
            await leave.CancelAsync();
            await _following;
            leave.Dispose();
        }

        (_run, IsStopping) = (null, false);
    }

    /// <summary>Leaves, and forgets what is shown, so that coming back reads it anew.</summary>
    public async Task CloseAsync()
    {
        await LeaveAsync();
        (_opened, Answer, Address) = (0, null, AskAddress.Empty);
    }

    public async ValueTask DisposeAsync() => await LeaveAsync();

    private void Follow(AnswerRun run, bool isNew)
    {
        var before = Answer;
        (_run, Answer, _leave) = (run, ShownAnswer.Asked(run.Query), new CancellationTokenSource());
        Changed?.Invoke(AskChanges.Answer | AskChanges.Text | AskChanges.Lookups);
        _following = FollowAsync(run, before, isNew, _leave.Token);
    }

    private async Task FollowAsync(AnswerRun run, ShownAnswer? before, bool isNew, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var (_, next) in run.FollowAsync(0, cancellationToken).ConfigureAwait(false))
            {
                if (isNew && next is not AnswerEvent.Failed)
                {
                    isNew = false;
                    await AcceptAsync(run, cancellationToken).ConfigureAwait(false);
                }

                Show(next, before);
                if (next is AnswerEvent.Completed or AnswerEvent.Failed)
                    await ReadEarlierAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
    }

    /// <summary>The question was taken: from now on the answer has an address, and the box is free for the next question.</summary>
    private async Task AcceptAsync(AnswerRun run, CancellationToken cancellationToken)
    {
        if (form.Question.Trim() == run.Query.Question)
            form.Type("");
        Address = new(run.Query.ProductId, run.Query.CustomerId, run.Query.Question, run.Id);
        Changed?.Invoke(AskChanges.Address);
        await ReadEarlierAsync(cancellationToken).ConfigureAwait(false);
    }

    private void Show(AnswerEvent next, ShownAnswer? before)
    {
        if (next is AnswerEvent.Failed { Code: AnswerFailure.InvalidInput } refused)
        {
            (Answer, IsStopping) = (before, false);
            form.Refuse(refused.Problems);
        }
        else
        {
            Answer = Answer!.After(next);
            if (!Answer.IsGrowing)
                IsStopping = false;
            if (Answer.State == AnswerState.Failed)
                KeepQuestion(Answer.Question);
        }

        Changed?.Invoke(next switch
        {
            AnswerEvent.TextDelta or AnswerEvent.CitationAdded or AnswerEvent.Authored or AnswerEvent.WordsHeld => AskChanges.Text,
            AnswerEvent.LookupStarted or AnswerEvent.LookupFinished => AskChanges.Lookups,
            _ => AskChanges.Answer | AskChanges.Text | AskChanges.Lookups,
        });
    }

    private void KeepQuestion(string question)
    {
        if (form.Question.Length == 0)
            form.Type(question);
    }

    private async Task<ShownAnswer?> ReadAnswerAsync(string id, bool live, CancellationToken cancellationToken)
    {
        if (live && runs.Find(id) is { IsFinished: false } run)
        {
            Follow(run, isNew: false);
            return null;
        }

        try
        {
            var answer = await store.FindAsync(id, cancellationToken);
            if (answer is null)
                OpenProblem = OpenProblem.Missing;
            if (answer is null or { State: AnswerState.Failed })
                KeepQuestion(answer?.Question ?? Address.Question ?? "");
            return answer is null ? null : ShownAnswer.Stored(answer);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.ReadFailed("an answer", exception);
            OpenProblem = OpenProblem.Unreadable;
            return null;
        }
    }

    private async Task ReadFormAsync(AskAddress address, CancellationToken cancellationToken)
    {
        try
        {
            await form.FillAsync(address.ProductId, address.CustomerId, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.ReadFailed("the product and the customer of an address", exception);
        }
    }

    private async Task ReadEarlierAsync(CancellationToken cancellationToken)
    {
        try
        {
            Earlier = await store.RecentAsync(Surface.Page, EarlierLimit, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.ReadFailed("the earlier questions", exception);
            Earlier = null;
        }

        Changed?.Invoke(AskChanges.Earlier);
    }
}
