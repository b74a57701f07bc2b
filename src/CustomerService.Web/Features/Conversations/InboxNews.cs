using System.Collections.Immutable;
using CustomerService.Core.Catalog;
using CustomerService.Core.Conversations;
using CustomerService.Core.Text;
using CustomerService.Data.Staff;

namespace CustomerService.Web.Features.Conversations;

/// <summary>A conversation that has changed.</summary>
/// <param name="Before">As it was told last; null when it was not.</param>
public sealed record InboxChange(ConversationSummary? Before, InboxRow Now);

/// <summary>What became known by one reading.</summary>
/// <param name="IsPartial">Whether more has changed than is told.</param>
/// <param name="IsFailed">Whether the database could not be read.</param>
public sealed record InboxWave(IReadOnlyList<InboxChange> Changes, bool IsPartial = false, bool IsFailed = false);

/// <summary>What happens in all conversations, read once for all agents who look, however many they are.</summary>
public sealed class InboxNews(IDeskStore store, IConversationFeed feed, IProductCatalog catalog, IStaffNames names, TimeProvider clock, ILogger<InboxNews> log) : IDisposable
{
    /// <summary>From so many on, conversations are not counted but many.</summary>
    public const int MaxCounted = 1_000;

    /// <summary>Nothing is read more often. In a busy shop it is read less often: telling takes no more than half of the time.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>How often it is looked for changes without a signal: signals may be lost, and the clocks of programs differ.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);
    // What is being written bears a time that lies a little before the time at which it can be read.
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongOverlap = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan NamesKept = TimeSpan.FromMinutes(10);
    private const int MaxChanged = 500;
    private const int MaxKnown = 10_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, ConversationSummary> _known = new(StringComparer.Ordinal);
    private ImmutableList<Func<InboxWave, Task>> _followers = [];
    private CancellationTokenSource? _leave;
    private (ImmutableDictionary<string, LocalizedText?> ById, DateTimeOffset Since) _products = (ImmutableDictionary<string, LocalizedText?>.Empty, DateTimeOffset.MinValue);
    private Task<InboxCounts>? _counting;
    private DateTimeOffset _countedAt;
    private DateTimeOffset _readAt;

    /// <summary>Tells what happens from now on, one wave after another.</summary>
    public IDisposable Follow(Func<InboxWave, Task> told)
    {
        lock (_gate)
        {
            _followers = _followers.Add(told);
            if (_leave is null)
            {
                _leave = new();
                (_readAt, _counting) = (clock.GetUtcNow(), null);
                _known.Clear();
                // From this moment on, so that nothing falls between it and the first look of who follows.
                _ = WatchAsync(feed.SubscribeToAll(), _leave);
            }
        }

        return new Following(() => End(told));
    }

    /// <summary>How many there are, as it was known at most <see cref="Pause"/> ago or with the last wave.</summary>
    public Task<InboxCounts> CountAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var isKept = _counting is { IsFaulted: false } && (_leave is not null || clock.GetUtcNow() - _countedAt < Pause);
            return (isKept ? _counting! : Count()).WaitAsync(cancellationToken);
        }
    }

    /// <summary>These with the names in them.</summary>
    public async Task<IReadOnlyList<InboxRow>> RowsAsync(IReadOnlyList<ConversationSummary> summaries, CancellationToken cancellationToken)
    {
        var (products, since) = _products;
        if (clock.GetUtcNow() - since > NamesKept)
            (products, since) = (ImmutableDictionary<string, LocalizedText?>.Empty, clock.GetUtcNow());
        List<string> unnamed = [.. summaries.Select(s => s.Conversation.ProductId).OfType<string>().Distinct().Where(id => !products.ContainsKey(id))];
        if (unnamed.Count > 0)
        {
            var found = (await catalog.FindAsync(unnamed, cancellationToken).ConfigureAwait(false)).ToDictionary(p => p.Product.Id, p => p.Product.Name, StringComparer.Ordinal);
            products = products.SetItems(unnamed.Select(id => KeyValuePair.Create(id, found.GetValueOrDefault(id))));
            _products = (products, since);
        }

        var staff = await names.ReadAsync(summaries.Select(s => s.Conversation.AgentId).FirstOrDefault(id => id is not null), cancellationToken).ConfigureAwait(false);
        return
        [
            .. summaries.Select(s => new InboxRow(
                s, s.Conversation.ProductId is { } id ? products.GetValueOrDefault(id) : null, s.Conversation.AgentId is { } agent ? staff.GetValueOrDefault(agent) : null)),
        ];
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _leave?.Cancel();
            _leave = null;
        }
    }

    private void End(Func<InboxWave, Task> told)
    {
        lock (_gate)
        {
            _followers = _followers.Remove(told);
            if (!_followers.IsEmpty || _leave is null)
                return;
            _leave.Cancel();
            _leave = null;
        }
    }

    private async Task WatchAsync(FeedSubscription signals, CancellationTokenSource leave)
    {
        using var subscription = signals;
        using var left = leave;
        var ended = leave.Token;
        var isFailed = false;
        try
        {
            while (true)
            {
                var isTold = await IsToldAsync(signals, isFailed ? RetryAfter : LookEvery, ended).ConfigureAwait(false);
                var started = clock.GetTimestamp();
                var wave = await ReadAsync(isTold && !isFailed ? Overlap : LongOverlap, ended).ConfigureAwait(false);
                if (wave.Changes.Count > 0 || wave.IsPartial || wave.IsFailed != isFailed)
                    await Task.WhenAll(_followers.Select(tell => Task.Run(() => tell(wave), ended))).ConfigureAwait(false);
                isFailed = wave.IsFailed;
                var spent = clock.GetElapsedTime(started);
                await Task.Delay(spent > Pause ? spent : Pause, clock, ended).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
        }
    }

    /// <returns>False when nothing was told for so long.</returns>
    private async Task<bool> IsToldAsync(FeedSubscription signals, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            await signals.WaitAsync(either.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task<InboxWave> ReadAsync(TimeSpan overlap, CancellationToken cancellationToken)
    {
        try
        {
            var now = clock.GetUtcNow();
            var changed = await store.ListChangedAsync(_readAt - overlap, MaxChanged, cancellationToken).ConfigureAwait(false);
            var isPartial = changed.Count == MaxChanged;
            List<(ConversationSummary? Before, ConversationSummary Now)> news = [.. changed.Select(c => (_known.GetValueOrDefault(c.Conversation.Id), c)).Where(c => c.Item1 != c.c)];
            if (isPartial || news.Exists(n => n.Before is null || IsMoved(n.Before.Conversation, n.Now.Conversation)))
            {
                Task<InboxCounts> counting;
                lock (_gate)
                    counting = Count();
                await counting.ConfigureAwait(false);
            }

            var rows = await RowsAsync(news.ConvertAll(n => n.Now), cancellationToken).ConfigureAwait(false);
            if (_known.Count > MaxKnown)
                _known.Clear();
            foreach (var (_, summary) in news)
                _known[summary.Conversation.Id] = summary;
            _readAt = now;
            return new([.. news.Zip(rows, (n, row) => new InboxChange(n.Before, row))], isPartial);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.ReadFailed("what has changed in the conversations", exception);
            return new([], IsFailed: true);
        }
    }

    private Task<InboxCounts> Count()
    {
        _countedAt = clock.GetUtcNow();
        return _counting = store.CountAllAsync(MaxCounted, CancellationToken.None);
    }

    private static bool IsMoved(Conversation before, Conversation now) =>
        before.Owner != now.Owner || before.AgentId != now.AgentId || before.WaitingSince is null != now.WaitingSince is null || before.SnoozedUntil is null != now.SnoozedUntil is null;

    private sealed class Following(Action end) : IDisposable
    {
        private Action? _end = end;

        public void Dispose() => Interlocked.Exchange(ref _end, null)?.Invoke();
    }
}
