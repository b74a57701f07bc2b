using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CustomerService.Core.Answers;
using CustomerService.Core.Conversations;
using CustomerService.Core.Text;

namespace CustomerService.Data.Nodes;

/// <summary>
/// Running answers over all programs on one PostgreSQL. Events of another program's answer are asked for while somebody here follows it,
/// and kept meanwhile; the other way round, those of this program's answers are told to the programs that have asked lately.
/// </summary>
internal sealed class AnswersOfAllNodes : IRunningAnswers
{
    private static readonly TimeSpan Asking = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Interest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Replying = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan OnItsWay = TimeSpan.FromMilliseconds(500);

    private readonly NodeName _node;
    private readonly NodeSender _others;
    private readonly IAnswerRuns _runs;
    private readonly TimeProvider _time;
    private readonly OwnAnswers _own;
    private readonly ConcurrentDictionary<(string Node, string AnswerId), CancellationTokenSource> _wanting = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<AnswerEnding>> _fences = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ForeignAnswer> _foreign = new(StringComparer.Ordinal);

    /// <summary>An answer that another program writes, as far as it is known here.</summary>
    private sealed class ForeignAnswer(string node, string id)
    {
        public string Node => node;
        public string Id => id;
        public AnswerEvents Events { get; } = new();
        public Language Language { get; set; }
        public int Followers { get; set; }
        public bool IsForCustomer { get; set; }
        public CancellationTokenSource Left { get; } = new();
    }

    public AnswersOfAllNodes(NodeName node, NodeListener listener, NodeSender others, IAnswerRuns runs, TimeProvider time)
    {
        (_node, _others, _runs, _time, _own) = (node, others, runs, time, new(runs));
        listener.Told += Take;
        listener.Connected += AskAgain;
    }

    public IAsyncEnumerable<RunningEvent>? Follow(string node, string answerId, int from, bool forCustomer, CancellationToken cancellationToken) =>
        node == _node.Value ? _own.Follow(node, answerId, from, forCustomer, cancellationToken) : FollowAsync(node, answerId, from, forCustomer, cancellationToken);

    // The fence of another program's answer stands there.
    public bool MayReach(string answerId, int number) => _own.MayReach(answerId, number);

    public async Task<AnswerEnding?> FenceAsync(string node, string answerId, CancellationToken cancellationToken)
    {
        if (node == _node.Value)
            return await _own.FenceAsync(node, answerId, cancellationToken);
        var reply = _fences.GetOrAdd(answerId, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        try
        {
            _others.Send(node, new NodeMessage.Fence(_node.Value, answerId));
            return await reply.Task.WaitAsync(Replying, _time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return null;
        }
        finally
        {
            _fences.TryRemove(new(answerId, reply));
        }
    }

    public void Ended(string answerId)
    {
        if (Find(answerId) is { } answer)
            _ = EndAsync(answer);
    }

    public Task StopAsync(string node, string answerId)
    {
        if (node == _node.Value)
            return _own.StopAsync(node, answerId);
        _others.Send(node, new NodeMessage.Stop(answerId));
        return Task.CompletedTask;
    }

    private async IAsyncEnumerable<RunningEvent> FollowAsync(
        string node, string answerId, int from, bool forCustomer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ForeignAnswer? answer;
        bool isFirst;
        lock (_gate)
        {
            if (!_foreign.TryGetValue(answerId, out answer))
                _foreign[answerId] = answer = new(node, answerId);
            isFirst = answer.Followers++ == 0;
            answer.IsForCustomer |= forCustomer;
        }

        if (isFirst)
            _ = AskAsync(answer);
        try
        {
            await foreach (var next in answer.Events.FollowAsync(from, cancellationToken))
                yield return new(answer.Language, next);
        }
        finally
        {
            bool wasLast;
            lock (_gate)
            {
                wasLast = --answer.Followers == 0;
                if (wasLast)
                    _foreign.Remove(answerId);
            }

            if (wasLast)
                await answer.Left.CancelAsync();
        }
    }

    private ForeignAnswer? Find(string answerId)
    {
        lock (_gate)
            return _foreign.GetValueOrDefault(answerId);
    }

    private async Task AskAsync(ForeignAnswer answer)
    {
        while (!answer.Left.IsCancellationRequested && !answer.Events.IsFinished)
        {
            Ask(answer);
            await Task.Delay(Asking, _time, answer.Left.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Ask(ForeignAnswer answer) => _others.Send(answer.Node, new NodeMessage.Wanted(_node.Value, answer.Id, answer.Events.Count, answer.IsForCustomer));

    private void AskAgain()
    {
        ForeignAnswer[] wanted;
        lock (_gate)
            wanted = [.. _foreign.Values];
        foreach (var answer in wanted)
            Ask(answer);
    }

    private async Task EndAsync(ForeignAnswer answer)
    {
        await Task.Delay(OnItsWay, _time, answer.Left.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        answer.Events.Append([], last: true);
    }

    private void Take(NodeMessage message)
    {
        switch (message)
        {
            case NodeMessage.Events told when Find(told.AnswerId) is { } answer:
                Take(answer, told);
                break;
            case NodeMessage.Wanted wanted when _runs.Find(wanted.AnswerId) is { } run:
                _ = TellAsync(run, wanted);
                break;
            case NodeMessage.Fence fence:
                _others.Send(fence.Node, new NodeMessage.Fenced(fence.AnswerId, _runs.Fence(fence.AnswerId)));
                break;
            case NodeMessage.Fenced fenced when _fences.TryGetValue(fenced.AnswerId, out var reply):
                reply.TrySetResult(fenced.Ending);
                break;
            case NodeMessage.Stop stop when _runs.Find(stop.AnswerId) is { } run:
                _ = run.StopAsync();
                break;
        }
    }

    /// <summary>Only the listener appends, one message at a time. Events may come twice; after a gap those that follow are asked for again.</summary>
    private static void Take(ForeignAnswer answer, NodeMessage.Events told)
    {
        var known = answer.Events.Count - told.First;
        if (known < 0)
            return;
        answer.Language = told.Language;
        answer.Events.Append(told.Told.Skip(known), told.Last);
    }

    /// <summary>Tells what is asked for and what comes, until the end, or until it is asked for anew or no longer.</summary>
    private async Task TellAsync(AnswerRun run, NodeMessage.Wanted wanted)
    {
        var asked = (wanted.Node, wanted.AnswerId);
        // Not disposed, since who asks anew may be about to cancel it; its timer ends of itself.
        var interest = new CancellationTokenSource(Interest, _time);
        CancellationTokenSource? before = null;
        _wanting.AddOrUpdate(asked, interest, (_, old) =>
        {
            before = old;
            return interest;
        });
        try
        {
            if (before is not null)
                await before.CancelAsync();
            var next = wanted.From;
            bool last;
            do
            {
                var events = await run.Events.ReadAsync(next, interest.Token);
                // What stands before the fence is told whole: a piece of it may be there already.
                if (wanted.ForCustomer && !run.MayReach(next + events.Count - 1))
                    events = [.. events.Where((_, i) => run.MayReach(next + i))];
                last = events is [] or [.., AnswerEvent.Completed or AnswerEvent.Failed];
                _others.Send(wanted.Node, new NodeMessage.Events(run.Id, run.Query.Language, next, [.. events.Where(e => e is not (AnswerEvent.Completed or AnswerEvent.Failed))], last));
                next += events.Count;
            }
            while (!last);
        }
        catch (OperationCanceledException) when (interest.IsCancellationRequested)
        {
        }
        finally
        {
            _wanting.TryRemove(new(asked, interest));
        }
    }
}
