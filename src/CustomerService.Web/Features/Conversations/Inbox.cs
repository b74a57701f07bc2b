using CustomerService.Core.Conversations;
using CustomerService.Core.Text;

namespace CustomerService.Web.Features.Conversations;

/// <summary>A conversation in the list. The same object as long as nothing of it has changed.</summary>
/// <param name="Product">The name of what the customer was last looking at.</param>
/// <param name="Agent">The name of whoever has it.</param>
public sealed record InboxRow(ConversationSummary Summary, LocalizedText? Product, string? Agent)
{
    public string Id => Summary.Conversation.Id;
}

/// <summary>A stretch of the list, and how many rows the whole has.</summary>
public sealed record InboxRange(IReadOnlyList<InboxRow> Rows, int Total);

/// <summary>
/// The list of conversations, the newest change first, as it changes. Of a long list it holds the stretch that is looked at. Its beginning follows what happens; further
/// down rows change where they stand, so that nothing moves under the reader. Knows nothing of how it is drawn.
/// </summary>
public sealed class Inbox(IDeskStore store, InboxNews news, TimeProvider clock, ILogger<Inbox> log) : IAsyncDisposable
{
    public const int PageSize = 50;

    /// <summary>How long after a change the list is read anew, where only the database knows what belongs to it.</summary>
    public static readonly TimeSpan SearchAgainAfter = TimeSpan.FromSeconds(2);

    /// <summary>From so many on, no more are listed.</summary>
    public const int MaxListed = 1_000_000;

    /// <summary>The most hits of a search.</summary>
    public const int MaxFound = 1_000;

    private const int Margin = PageSize / 2;
    private static readonly TimeSpan TotalKept = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan WaitingKept = TimeSpan.FromSeconds(20);

    private readonly Lock _gate = new();
    private Task _turn = Task.CompletedTask;
    private IDisposable? _following;
    private CancellationTokenSource? _leave;
    private ITimer? _again;
    private DateTimeOffset _countedAt;

    /// <summary>Told on any thread, after the change.</summary>
    public event Action? Changed;

    /// <summary>Told on any thread, with what the list was told.</summary>
    public event Action<InboxWave>? Told;

    /// <summary>Which conversations are listed; null before the first look.</summary>
    public InboxFilter? Filter { get; private set; }
    /// <summary>The stretch that is held; null until it was read.</summary>
    public IReadOnlyList<InboxRow>? Rows { get; private set; }
    /// <summary>How many come before <see cref="Rows"/>.</summary>
    public int First { get; private set; }
    public int Total { get; private set; }
    /// <summary>Null until they were read.</summary>
    public IReadOnlyDictionary<InboxView, int>? Counts { get; private set; }
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
            _following = news.Follow(HearAsync);
        }

        (Filter, Rows, First, Total) = (filter, null, 0, 0);
        Changed?.Invoke();
        await ReadAsync(cancellationToken);
    }

    /// <summary>Reads what is held anew.</summary>
    public Task ReadAsync(CancellationToken cancellationToken) => InTurnAsync(ReadAgainAsync, cancellationToken);

    /// <summary>Rows from a place on; read when they are not held.</summary>
    public async ValueTask<InboxRange> RangeAsync(int start, int count, CancellationToken cancellationToken)
    {
        if (Held(start, count) is { } held)
            return held;
        await InTurnAsync(cancellation => Held(start, count) is null ? ReadAsync(Math.Max(0, start - Margin), Math.Max(PageSize, count + 2 * Margin), cancellation) : Task.CompletedTask, cancellationToken);
        return Held(start, count) ?? new([], Total);
    }

    /// <summary>Follows no longer, and forgets what is shown, so that coming back reads it anew.</summary>
    public async Task CloseAsync()
    {
        _following?.Dispose();
        _following = null;
        if (_leave is { } leave)
        {
            _leave = null;
            await leave.CancelAsync();
            leave.Dispose();
        }

        if (_again is { } again)
            await again.DisposeAsync();
        await _turn;
        (Rows, First, Total, Counts, IsUnreadable, _again) = (null, 0, 0, null, false, null);
    }

    public async ValueTask DisposeAsync() => await CloseAsync();

    private async Task HearAsync(InboxWave wave)
    {
        if (_leave is not { } leave)
            return;
        try
        {
            await InTurnAsync(cancellation => wave.IsFailed ? throw new IOException("The news could not be read.") : TakeAsync(wave, cancellation), leave.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        Told?.Invoke(wave);
    }

    /// <summary>One reading after another, so that none puts an older state over a newer one.</summary>
    private Task InTurnAsync(Func<CancellationToken, Task> readAsync, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var before = _turn;
            var mine = TurnAsync(before, readAsync, cancellationToken);
            _turn = mine.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            return mine;
        }
    }

    private async Task TurnAsync(Task before, Func<CancellationToken, Task> readAsync, CancellationToken cancellationToken)
    {
        await before.ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        var known = (Rows, First, Total, Counts, IsUnreadable);
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

        if (known != (Rows, First, Total, Counts, IsUnreadable))
            Changed?.Invoke();
    }

    private InboxRange? Held(int start, int count) =>
        Rows is { } rows && start >= First && (start + count <= First + rows.Count || First + rows.Count >= Total)
            ? new([.. rows.Skip(start - First).Take(count)], Total)
            : null;

    private Task ReadAgainAsync(CancellationToken cancellationToken) => ReadAsync(First, Math.Max(PageSize, Rows?.Count ?? 0), cancellationToken);

    private async Task ReadAsync(int first, int count, CancellationToken cancellationToken)
    {
        if (Filter is not { } filter)
            return;
        var now = clock.GetUtcNow();
        var page = await store.ListAsync(filter, first, count, cancellationToken).ConfigureAwait(false);
        var known = (Rows ?? []).ToDictionary(r => r.Id, StringComparer.Ordinal);
        var rows = (await news.RowsAsync(page, cancellationToken).ConfigureAwait(false)).Select(r => known.TryGetValue(r.Id, out var same) && same == r ? same : r).ToList();
        var counts = await news.CountAsync(cancellationToken).ConfigureAwait(false);
        var total = page.Count < count && (page.Count > 0 || first == 0) ? first + page.Count
            : Rows is not null && now - _countedAt < TotalKept ? Math.Max(Total, first + page.Count)
            : await CountAsync(filter, cancellationToken).ConfigureAwait(false);
        if (filter != Filter)
            return;
        (First, Total) = (first, total);
        if (page.Count < count)
            _countedAt = now;
        Take(counts, filter);
        if (Rows is null || !Rows.SequenceEqual(rows, ReferenceEqualityComparer.Instance))
            Rows = rows;
        if (filter.WaitingFor is not null)
            ReadLater(WaitingKept);
    }

    private async Task<int> CountAsync(InboxFilter filter, CancellationToken cancellationToken)
    {
        _countedAt = clock.GetUtcNow();
        return await store.CountAsync(filter, filter.Search is null ? MaxListed : MaxFound, cancellationToken).ConfigureAwait(false);
    }

    private async Task TakeAsync(InboxWave wave, CancellationToken cancellationToken)
    {
        if (Filter is not { } filter)
            return;
        if (wave.IsPartial || IsUnreadable || Rows is not { } shown)
        {
            await ReadAgainAsync(cancellationToken).ConfigureAwait(false);
            return;
        }

        Take(await news.CountAsync(cancellationToken).ConfigureAwait(false), filter);
        var now = clock.GetUtcNow();
        // Few change at once, so that looking for each is cheaper than an index of all.
        List<InboxChange> changes = [.. wave.Changes.Where(c => Find(c) is var row && row != c.Now && (row is not null || filter.Search is null))];
        if (filter.Search is not null && wave.Changes.Any(c => Find(c) is null))
        {
            // Only the database knows whether it has the words; what is listed has them and keeps them.
            ReadLater(SearchAgainAfter);
        }

        if (changes.Count == 0)
            return;
        var held = changes.Where(c => filter.Holds(c.Now.Summary.Conversation, now)).Select(c => c.Now).ToList();
        var change = held.Count - changes.Count(c => Find(c) is not null || WasListed(c, filter, now));
        var isWhole = First == 0 && shown.Count >= Total;
        if (First > 0)
        {
            if (changes.Exists(c => Find(c) is not null))
                Rows = [.. shown.Select(r => changes.Find(c => c.Now.Id == r.Id)?.Now ?? r)];
            Total = Math.Max(First + shown.Count, Total + change);
            return;
        }

        // What is older than the last row belongs to a stretch that is not held.
        if (!isWhole && shown is [.., var last])
            held.RemoveAll(r => IsOlder(r, last));
        List<InboxRow> rows = [.. shown.Where(r => !changes.Exists(c => c.Now.Id == r.Id))];
        foreach (var row in held)
            rows.Insert(rows.FindIndex(r => IsOlder(r, row)) is >= 0 and var place ? place : rows.Count, row);
        Total = isWhole ? rows.Count : Math.Max(rows.Count, Total + change);
        if (Math.Max(PageSize, shown.Count) is var most && rows.Count > most)
            rows.RemoveRange(most, rows.Count - most);
        if (!rows.SequenceEqual(shown, ReferenceEqualityComparer.Instance))
            Rows = rows;

        InboxRow? Find(InboxChange change) => shown.FirstOrDefault(r => r.Id == change.Now.Id);
        static bool IsOlder(InboxRow row, InboxRow than) => ConversationPlace.Order.Compare(row.Summary.Place, than.Summary.Place) < 0;
    }

    private void Take(InboxCounts counts, InboxFilter filter)
    {
        var known = Enum.GetValues<InboxView>().ToDictionary(v => v, v => counts.Of(v, filter.AgentId));
        if (Counts is null || !known.SequenceEqual(Counts))
            Counts = known;
    }

    // Of what was never told it is known only whether it is new.
    private bool WasListed(InboxChange change, InboxFilter filter, DateTimeOffset now) =>
        change.Before is { } before ? filter.Holds(before.Conversation, now)
        : change.Now.Summary.Conversation is var thread && filter.Holds(thread, now) && thread.StartedAt <= _countedAt;

    private void ReadLater(TimeSpan after)
    {
        if (_leave is { IsCancellationRequested: false } leave && _again is null)
            _again = clock.CreateTimer(_ => _ = ReadSilentlyAsync(leave), null, after, Timeout.InfiniteTimeSpan);
    }

    private async Task ReadSilentlyAsync(CancellationTokenSource leave)
    {
        try
        {
            await InTurnAsync(async cancellation =>
            {
                _again?.Dispose();
                _again = null;
                if (First == 0)
                    await ReadAgainAsync(cancellation).ConfigureAwait(false);
            }, leave.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The page was left.
        }
    }
}
