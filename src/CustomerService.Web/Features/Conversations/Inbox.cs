using System.Collections.Immutable;
using CustomerService.Core.Catalog;
using CustomerService.Core.Conversations;
using CustomerService.Core.Text;
using CustomerService.Data.Staff;

namespace CustomerService.Web.Features.Conversations;

/// <summary>A conversation in the list. The same object as long as nothing of it has changed.</summary>
/// <param name="Product">The name of what the customer was last looking at.</param>
/// <param name="Agent">The name of whoever has it.</param>
public sealed record InboxRow(ConversationSummary Summary, LocalizedText? Product, string? Agent)
{
    public string Id => Summary.Conversation.Id;
}

/// <summary>The list of conversations, the newest change first, as it changes. Knows nothing of how it is drawn.</summary>
public sealed class Inbox(IDeskStore store, IConversationFeed feed, IProductCatalog catalog, IStaffNames names, TimeProvider clock, ILogger<Inbox> log) : IAsyncDisposable
{
    public const int PageSize = 50;

    /// <summary>From so many on, conversations are not counted but many.</summary>
    public const int MaxCounted = 1_000;

    /// <summary>However busy the shop is, the list is not read more often.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>How often the whole list is read without a signal: signals may be lost, and the clocks of programs differ.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);
    // What is being written bears a time that lies a little before the time at which it can be read.
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(1);
    private const int MaxChanged = 200;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<string, LocalizedText?> _products = new(StringComparer.Ordinal);
    private CancellationTokenSource? _leave;
    private Task _watching = Task.CompletedTask;
    private DateTimeOffset _readAt;
    private int _wanted = PageSize;

    /// <summary>Told on any thread, after the change.</summary>
    public event Action? Changed;

    /// <summary>Which conversations are listed; null before the first look.</summary>
    public InboxFilter? Filter { get; private set; }
    /// <summary>Null until they were read.</summary>
    public IReadOnlyList<InboxRow>? Rows { get; private set; }
    /// <summary>Null until they were read.</summary>
    public IReadOnlyDictionary<InboxView, int>? Counts { get; private set; }
    public bool HasMore { get; private set; }
    public bool IsReadingMore { get; private set; }
    /// <summary>Whether the last reading failed; what is there may be old.</summary>
    public bool IsUnreadable { get; private set; }

    /// <param name="live">Whether the page has a connection: only then the list follows what happens.</param>
    public async Task OpenAsync(InboxFilter filter, bool live, CancellationToken cancellationToken)
    {
        if (Rows is not null && filter == Filter)
            return;
        if (live && _leave is null)
        {
            _leave = new();
            // Before the first look, so that nothing falls between the two.
            var signals = feed.SubscribeToAll();
            _watching = WatchAsync(signals, _leave.Token);
        }

        (Filter, Rows, HasMore, _wanted) = (filter, null, false, PageSize);
        Changed?.Invoke();
        await ReadAsync(cancellationToken);
    }

    /// <summary>Reads all that is shown anew.</summary>
    public Task ReadAsync(CancellationToken cancellationToken) => InTurnAsync(ReadAllAsync, cancellationToken);

    /// <summary>Lists older ones, too.</summary>
    public async Task ReadMoreAsync(CancellationToken cancellationToken)
    {
        if (IsReadingMore || !HasMore)
            return;
        IsReadingMore = true;
        Changed?.Invoke();
        await InTurnAsync(async cancellation =>
        {
            if (Filter is not { } filter || Rows is not [.., var last] rows)
                return;
            var page = await store.ListAsync(filter, last.Summary.Place, PageSize + 1, cancellation);
            var more = await RowsAsync(page.Take(PageSize), cancellation);
            if (filter == Filter)
                (Rows, HasMore, _wanted) = ([.. rows, .. more], page.Count > PageSize, rows.Count + PageSize);
        }, cancellationToken);
        IsReadingMore = false;
        Changed?.Invoke();
    }

    /// <summary>Follows no longer, and forgets what is shown, so that coming back reads it anew.</summary>
    public async Task CloseAsync()
    {
        if (_leave is { } leave)
        {
            _leave = null;
            await leave.CancelAsync();
            await _watching;
            leave.Dispose();
        }

        (Rows, Counts, IsUnreadable, IsReadingMore) = (null, null, false, false);
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _turn.Dispose();
    }

    private async Task WatchAsync(FeedSubscription signals, CancellationToken cancellationToken)
    {
        using var subscription = signals;
        try
        {
            while (true)
            {
                var told = await IsToldAsync(signals, IsUnreadable ? RetryAfter : LookEvery, cancellationToken).ConfigureAwait(false);
                await InTurnAsync(told && !IsUnreadable && Rows is not null ? ReadChangedAsync : ReadAllAsync, cancellationToken).ConfigureAwait(false);
                await Task.Delay(Pause, clock, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
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

    /// <summary>One reading after another, so that none puts an older state over a newer one.</summary>
    private async Task InTurnAsync(Func<CancellationToken, Task> readAsync, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await readAsync(cancellationToken).ConfigureAwait(false);
            IsUnreadable = false;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.ReadFailed("the list of conversations", exception);
            IsUnreadable = true;
        }
        finally
        {
            _turn.Release();
        }

        Changed?.Invoke();
    }

    private async Task ReadAllAsync(CancellationToken cancellationToken)
    {
        if (Filter is not { } filter)
            return;
        var now = clock.GetUtcNow();
        var page = await store.ListAsync(filter, null, _wanted + 1, cancellationToken).ConfigureAwait(false);
        var rows = await RowsAsync(page.Take(_wanted), cancellationToken).ConfigureAwait(false);
        Counts = await store.CountAsync(filter.AgentId, MaxCounted, cancellationToken).ConfigureAwait(false);
        if (filter == Filter)
            (Rows, HasMore, _readAt) = (rows, page.Count > _wanted, now);
    }

    private async Task ReadChangedAsync(CancellationToken cancellationToken)
    {
        if (Filter is not { } filter)
            return;
        var now = clock.GetUtcNow();
        var changed = await store.ListChangedAsync(_readAt - Overlap, MaxChanged, cancellationToken).ConfigureAwait(false);
        if (Rows is not { } shown || changed.Count == MaxChanged)
        {
            await ReadAllAsync(cancellationToken).ConfigureAwait(false);
            return;
        }

        var known = shown.ToDictionary(r => r.Id, StringComparer.Ordinal);
        var news = changed.Where(c => !known.TryGetValue(c.Conversation.Id, out var row) || row.Summary != c).ToList();
        if (news.Exists(c => !known.TryGetValue(c.Conversation.Id, out var row) || IsMoved(row.Summary.Conversation, c.Conversation)))
            Counts = await store.CountAsync(filter.AgentId, MaxCounted, cancellationToken).ConfigureAwait(false);
        var listed = await RowsAsync(news.Where(c => filter.Holds(c.Conversation)), cancellationToken).ConfigureAwait(false);
        var gone = news.Select(c => c.Conversation.Id).ToHashSet(StringComparer.Ordinal);
        List<InboxRow> rows = [.. shown.Where(r => !gone.Contains(r.Id)).Concat(listed).OrderByDescending(r => r.Summary.Place, ConversationPlace.Order)];
        if (filter == Filter)
            (Rows, HasMore, _readAt) = ([.. rows.Take(_wanted)], HasMore || rows.Count > _wanted, now);
    }

    private static bool IsMoved(Conversation before, Conversation now) =>
        before.Owner != now.Owner || before.AgentId != now.AgentId || before.WaitingSince is null != now.WaitingSince is null;

    /// <summary>Rows of these; one that is shown already stays the same object.</summary>
    private async Task<ImmutableArray<InboxRow>> RowsAsync(IEnumerable<ConversationSummary> summaries, CancellationToken cancellationToken)
    {
        List<ConversationSummary> all = [.. summaries];
        List<string> unnamed = [.. all.Select(s => s.Conversation.ProductId).OfType<string>().Distinct().Where(id => !_products.ContainsKey(id))];
        if (unnamed.Count > 0)
        {
            var found = (await catalog.FindAsync(unnamed, cancellationToken).ConfigureAwait(false)).ToDictionary(p => p.Product.Id, p => p.Product.Name, StringComparer.Ordinal);
            foreach (var id in unnamed)
                _products[id] = found.GetValueOrDefault(id);
        }

        var known = (Rows ?? []).ToDictionary(r => r.Id, StringComparer.Ordinal);
        var staff = await names.ReadAsync(all.Select(s => s.Conversation.AgentId).FirstOrDefault(id => id is not null), cancellationToken).ConfigureAwait(false);
        return [.. all.Select(s => known.TryGetValue(s.Conversation.Id, out var row) && row.Summary == s ? row
            : new InboxRow(s, s.Conversation.ProductId is { } id ? _products.GetValueOrDefault(id) : null, s.Conversation.AgentId is { } agent ? staff.GetValueOrDefault(agent) : null))];
    }
}
