using System.Threading.RateLimiting;
using CustomerService.Core.Models;

namespace CustomerService.Ai.Gateway;

/// <summary>
/// The one way to the endpoint. At most so many requests at once and a minute; those that wait take turns by caller, customers
/// before batches, and one too many is told at once.
/// </summary>
internal sealed class RequestQueue : IDisposable
{
    private readonly Lock _gate = new();
    private readonly LimitOptions _limits;
    private readonly TimeProvider _time;
    private readonly ConcurrencyLimiter _slots;
    private readonly MinuteAllowance _requests;
    private readonly MinuteAllowance _tokens;
    private readonly Turns _customers = new();
    private readonly Turns _batches = new();
    private readonly ITimer _later;
    private int _open;

    public RequestQueue(LimitOptions limits, TimeProvider time)
    {
        (_limits, _time) = (limits, time);
        _slots = new(new() { PermitLimit = limits.MaxConcurrentRequests, QueueLimit = 0 });
        _requests = new(limits.RequestsPerMinute, time);
        _tokens = new(limits.TokensPerMinute, time);
        _later = time.CreateTimer(_ => LetGo(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Waits for this caller's turn. Dispose the place when the request has ended.</summary>
    /// <param name="tokens">Reckoned, prompt and completion.</param>
    /// <exception cref="ModelCallException"><see cref="ModelFault.QueueFull"/>.</exception>
    public async ValueTask<Place> EnterAsync(string caller, bool isBatch, int tokens, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Waiter waiter;
        lock (_gate)
        {
            if (_customers.Count == 0 && (!isBatch || _batches.Count == 0) && TryTake(tokens) is { } lease)
                return new Place(this, lease, tokens, TimeSpan.Zero);
            if (_customers.Count + _batches.Count >= _limits.MaxWaitingRequests)
                throw new ModelCallException(ModelFault.QueueFull, $"{_limits.MaxWaitingRequests} requests are waiting already");
            waiter = new(caller, isBatch, tokens, _time.GetTimestamp());
            (isBatch ? _batches : _customers).Add(waiter);
            LetGoLocked();
        }

        await using var registration = cancellationToken.UnsafeRegister(static (state, token) => ((Waiter)state!).Turn.TrySetCanceled(token), waiter).ConfigureAwait(false);
        try
        {
            var lease = await waiter.Turn.Task.ConfigureAwait(false);
            return new Place(this, lease, tokens, _time.GetElapsedTime(waiter.Since));
        }
        catch (OperationCanceledException)
        {
            lock (_gate)
                (isBatch ? _batches : _customers).Remove(waiter);
            throw;
        }
    }

    public QueueStatus Status()
    {
        lock (_gate)
        {
            var since = Math.Min(_customers.Oldest ?? long.MaxValue, _batches.Oldest ?? long.MaxValue);
            return new(
                _open, _limits.MaxConcurrentRequests, _customers.Count, _batches.Count, _limits.MaxWaitingRequests,
                since == long.MaxValue ? TimeSpan.Zero : _time.GetElapsedTime(since),
                (int)_requests.Left, _limits.RequestsPerMinute, (int)_tokens.Left, _limits.TokensPerMinute);
        }
    }

    public void Dispose()
    {
        _later.Dispose();
        _slots.Dispose();
    }

    private void Leave(RateLimitLease lease, int correction)
    {
        lock (_gate)
        {
            _open--;
            lease.Dispose();
            _tokens.Correct(correction);
            LetGoLocked();
        }
    }

    private void LetGo()
    {
        lock (_gate)
            LetGoLocked();
    }

    private void LetGoLocked()
    {
        while ((_customers.Next ?? _batches.Next) is { } next)
        {
            if (TryTake(next.Tokens) is not { } lease)
            {
                var wait = TimeSpan.FromTicks(Math.Max(_requests.Until(1).Ticks, _tokens.Until(next.Tokens).Ticks));
                if (wait > TimeSpan.Zero)
                    _later.Change(wait + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
                return;
            }

            (next.IsBatch ? _batches : _customers).TakeNext();
            if (!next.Turn.TrySetResult(lease))
                GiveBack(lease, next.Tokens);
        }
    }

    private RateLimitLease? TryTake(int tokens)
    {
        if (!_requests.Has(1) || !_tokens.Has(tokens))
            return null;
        var lease = _slots.AttemptAcquire();
        if (!lease.IsAcquired)
        {
            lease.Dispose();
            return null;
        }

        _requests.Take(1);
        _tokens.Take(tokens);
        _open++;
        return lease;
    }

    private void GiveBack(RateLimitLease lease, int tokens)
    {
        lease.Dispose();
        _open--;
        _requests.Correct(1);
        _tokens.Correct(tokens);
    }

    /// <summary>A place at the endpoint.</summary>
    public sealed class Place(RequestQueue queue, RateLimitLease lease, int reckoned, TimeSpan waited) : IDisposable
    {
        private int _left;

        public TimeSpan Waited => waited;
        /// <summary>What was really used, prompt and completion; null leaves the reckoning.</summary>
        public int? Used { get; set; }

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
                queue.Leave(lease, reckoned - (Used ?? reckoned));
        }
    }

    private sealed record Waiter(string Caller, bool IsBatch, int Tokens, long Since)
    {
        public TaskCompletionSource<RateLimitLease> Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>Those that wait, by caller; callers take turns.</summary>
    private sealed class Turns
    {
        private readonly Dictionary<string, LinkedListNode<LinkedList<Waiter>>> _byCaller = [];
        private readonly LinkedList<LinkedList<Waiter>> _callers = [];

        public int Count { get; private set; }
        public Waiter? Next => _callers.First?.Value.First?.Value;
        public long? Oldest => _callers.Count == 0 ? null : _callers.Min(c => c.First!.Value.Since);

        public void Add(Waiter waiter)
        {
            if (!_byCaller.TryGetValue(waiter.Caller, out var caller))
                _byCaller.Add(waiter.Caller, caller = _callers.AddLast(new LinkedList<Waiter>()));
            caller.Value.AddLast(waiter);
            Count++;
        }

        public void TakeNext()
        {
            var caller = _callers.First!;
            var waiter = caller.Value.First!.Value;
            caller.Value.RemoveFirst();
            Count--;
            _callers.RemoveFirst();
            if (caller.Value.Count > 0)
                _callers.AddLast(caller);
            else
                _byCaller.Remove(waiter.Caller);
        }

        public void Remove(Waiter waiter)
        {
            if (!_byCaller.TryGetValue(waiter.Caller, out var caller) || !caller.Value.Remove(waiter))
                return;
            Count--;
            if (caller.Value.Count > 0)
                return;
            _callers.Remove(caller);
            _byCaller.Remove(waiter.Caller);
        }
    }
}
