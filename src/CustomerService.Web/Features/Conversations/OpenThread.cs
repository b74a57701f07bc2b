using System.Collections.Immutable;
using CustomerService.Core.Answers;
using CustomerService.Core.Conversations;
using CustomerService.Data.Staff;
using CustomerService.Web.Components.Answers;

namespace CustomerService.Web.Features.Conversations;

/// <summary>A message as it is shown. The same object as long as nothing of it has changed.</summary>
/// <param name="Answer">Behind a message of the assistant.</param>
/// <param name="LacksEvidence">Whether what the answer rests on could not be read, or is not there.</param>
public sealed record ThreadMessage(ConversationMessage Message, ShownAnswer? Answer, bool LacksEvidence = false);

/// <summary>Why there is no thread at the page's address.</summary>
public enum ThreadProblem
{
    None,
    Missing,
    Unreadable,
}

/// <summary>The thread that is open on the page, as it goes on. Knows nothing of how it is drawn.</summary>
public sealed class OpenThread(
    IConversationStore store, IDeskStore desk, IStaffNames names, IAnswerStore answers, ConversationFollower follower, TimeProvider clock, ILogger<OpenThread> log) : IAsyncDisposable
{
    /// <summary>When following broke, it is tried again after this time.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    /// <summary>How long after the last sign of it a customer is taken to be writing.</summary>
    public static readonly TimeSpan TypingFor = TimeSpan.FromSeconds(6);

    // Evidence is large: that of a long thread is read and shown piece by piece, the newest first.
    private const int AnswersAtOnce = 20;

    private readonly Dictionary<string, int> _progress = new(StringComparer.Ordinal);
    private CancellationTokenSource? _leave;
    private Task _following = Task.CompletedTask;
    private bool _isOpen;
    private ITimer? _typing;

    /// <summary>Told on any thread, after the change.</summary>
    public event Action? Changed;

    /// <summary>Null when none is open.</summary>
    public string? Id { get; private set; }
    /// <summary>Null until it was read.</summary>
    public Conversation? Conversation { get; private set; }
    public ImmutableList<ThreadMessage> Messages { get; private set; } = [];
    /// <summary>What customers do not see, in order.</summary>
    public ImmutableList<StaffEntry> Entries { get; private set; } = [];
    /// <summary>Replies that can still be taken back.</summary>
    public IReadOnlyList<PendingReply> Pending { get; private set; } = [];
    /// <summary>What members of staff are called, by id.</summary>
    public IReadOnlyDictionary<string, string> Staff { get; private set; } = ImmutableDictionary<string, string>.Empty;
    public ThreadProblem Problem { get; private set; }
    /// <summary>Whether following broke and is being tried again; what is there may be old.</summary>
    public bool IsLost { get; private set; }
    public bool IsCustomerTyping { get; private set; }
    /// <summary>The newest message that was written, or answer that ended, while the page was looking.</summary>
    public ThreadMessage? Arrived { get; private set; }

    /// <param name="live">Whether the page has a connection: only then the thread is followed.</param>
    public async Task OpenAsync(string? id, bool live, CancellationToken cancellationToken)
    {
        if (_isOpen && id == Id)
            return;
        await LeaveAsync();
        (_isOpen, Id) = (true, id);
        Changed?.Invoke();
        if (id is not null)
            await ReadAsync(id, live, cancellationToken);
    }

    /// <summary>Tries again to read a thread that could not be read.</summary>
    public Task ReadAgainAsync(CancellationToken cancellationToken) => Id is { } id && Conversation is null ? ReadAsync(id, true, cancellationToken) : Task.CompletedTask;

    /// <summary>Follows no longer, and forgets what is shown, so that coming back reads it anew.</summary>
    public async Task LeaveAsync()
    {
        if (_leave is { } leave)
        {
            _leave = null;
            await leave.CancelAsync();
            await _following;
            leave.Dispose();
        }

        StopTyping();
        _progress.Clear();
        (_isOpen, Id, Conversation, Messages, Problem, IsLost, Arrived) = (false, null, null, [], ThreadProblem.None, false, null);
        (Entries, Pending) = ([], []);
    }

    public async ValueTask DisposeAsync() => await LeaveAsync();

    private async Task ReadAsync(string id, bool live, CancellationToken cancellationToken)
    {
        try
        {
            var all = Conversation.IsWellFormed(id) ? await store.ReadAsync(id, 0, cancellationToken) : null;
            if (id != Id)
                return;
            if (all is null)
                Problem = ThreadProblem.Missing;
            else
                await ShowAsync(all, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.ReadFailed("a conversation", exception);
            if (id == Id)
                Problem = ThreadProblem.Unreadable;
        }

        if (live && id == Id && Conversation is not null && _leave is null)
        {
            Problem = ThreadProblem.None;
            _leave = new();
            _following = FollowAsync(id, _leave.Token);
        }

        Changed?.Invoke();
    }

    private async Task FollowAsync(string id, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                var progress = new Dictionary<string, int>(_progress, StringComparer.Ordinal);
                await foreach (var update in follower.FollowAsync(id, IsLost ? 0 : Conversation!.Version, progress, forCustomer: false, cancellationToken).ConfigureAwait(false))
                {
                    IsLost = false;
                    if (update is ConversationUpdate.Changed changed)
                        await ShowAsync(changed.Changes, cancellationToken).ConfigureAwait(false);
                    else if (update is ConversationUpdate.Progress told)
                        Show(told);
                    else if (update is ConversationUpdate.Typing { Author: MessageAuthor.Customer })
                        ShowTyping();
                    Changed?.Invoke();
                }
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                log.ReadFailed("what goes on in a conversation", exception);
                IsLost = true;
                Changed?.Invoke();
                await Task.Delay(RetryAfter, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ShowAsync(ConversationChanges changes, CancellationToken cancellationToken)
    {
        var isFirst = Conversation is null;
        var (entries, pending) = await desk.ReadAsync(changes.Conversation.Id, Entries is [.., var last] ? last.Version : 0, cancellationToken).ConfigureAwait(false);
        Staff = await names.ReadAsync(changes.Conversation.AgentId, cancellationToken).ConfigureAwait(false);
        (Entries, Pending) = (Entries.AddRange(entries), pending);
        var messages = Messages.ToBuilder();
        foreach (var message in changes.Messages)
        {
            var index = message.Sequence - 1;
            var before = index < messages.Count ? messages[index] : null;
            if (before?.Message == message)
                continue;
            if (message.Author == MessageAuthor.Customer)
                StopTyping();
            var shown = new ThreadMessage(message, AnswerOf(message, before?.Answer, changes.Conversation));
            if (before is not null)
                messages[index] = shown;
            else
                messages.Insert(Math.Min(index, messages.Count), shown);
            if (!isFirst && message.Author != MessageAuthor.System && message.AnswerState != AnswerState.Running && (before is null || before.Answer is { IsGrowing: true }))
                Arrived = shown;
        }

        (Conversation, Messages) = (changes.Conversation, messages.ToImmutable());
        Changed?.Invoke();
        await ReadEvidenceAsync(cancellationToken).ConfigureAwait(false);
    }

    private ShownAnswer? AnswerOf(ConversationMessage message, ShownAnswer? before, Conversation conversation) => message switch
    {
        { AnswerId: null } => null,
        _ when before is { Whole: not null } => before,
        _ => (before ?? ShownAnswer.Begun(message.AnswerId, Messages.ElementAtOrDefault((message.Question ?? 0) - 1)?.Message.Text ?? "", conversation.Language)) is var answer
            && message.AnswerState is { } state and not AnswerState.Running ? answer.Ended(state, message.Text) : answer,
    };

    private void Show(ConversationUpdate.Progress told)
    {
        var (number, next) = told.Event;
        if (Messages.ElementAtOrDefault(told.Sequence - 1) is not { Answer: { IsGrowing: true } answer } message || number < _progress.GetValueOrDefault(told.AnswerId))
            return;
        _progress[told.AnswerId] = number + 1;
        Messages = Messages.SetItem(told.Sequence - 1, message with { Answer = answer.After(next) with { Language = told.Language } });
    }

    private void ShowTyping()
    {
        IsCustomerTyping = true;
        _typing?.Dispose();
        _typing = clock.CreateTimer(_ =>
        {
            IsCustomerTyping = false;
            Changed?.Invoke();
        }, null, TypingFor, Timeout.InfiniteTimeSpan);
    }

    private void StopTyping()
    {
        _typing?.Dispose();
        (_typing, IsCustomerTyping) = (null, false);
    }

    /// <summary>What ended answers rest on, who wrote them and what they cost.</summary>
    private async Task ReadEvidenceAsync(CancellationToken cancellationToken)
    {
        var ended = Messages.Where(m => m.Answer is { IsGrowing: false, Whole: null } && !m.LacksEvidence).Reverse();
        foreach (var some in ended.Chunk(AnswersAtOnce))
        {
            IReadOnlyList<Answer>? found = null;
            try
            {
                found = await answers.FindAsync([.. some.Select(m => m.Answer!.Id)], cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                log.ReadFailed("what answers rest on", exception);
            }

            var byId = (found ?? []).Where(a => a.State != AnswerState.Running).ToDictionary(a => a.Id, StringComparer.Ordinal);
            var messages = Messages.ToBuilder();
            foreach (var shown in some)
            {
                var answer = shown.Answer!;
                messages[shown.Message.Sequence - 1] = byId.TryGetValue(answer.Id, out var whole)
                    ? shown with { Answer = answer.After(new AnswerEvent.Completed(whole)) with { State = answer.State, Text = answer.Text, Failure = answer.Failure } }
                    : shown with { LacksEvidence = true };
            }

            Messages = messages.ToImmutable();
            Changed?.Invoke();
        }
    }
}
