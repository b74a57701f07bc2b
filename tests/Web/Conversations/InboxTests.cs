using CustomerService.Core.Catalog;
using CustomerService.Core.Conversations;
using CustomerService.Testing;
using CustomerService.Web.Features.Conversations;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace CustomerService.Web.Tests.Conversations;

public sealed class InboxTests : IAsyncDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private readonly ConversationFeed _feed = new();
    private readonly InMemoryConversations _store;
    private readonly CountingCatalog _catalog = new();
    private readonly InboxNews _news;
    private readonly Inbox _inbox;

    public InboxTests()
    {
        _store = new(_clock, _feed);
        _news = new(_store, _feed, _catalog, _store, _clock, NullLogger<InboxNews>.Instance);
        _inbox = New();
    }

    private IEnumerable<string> Listed => _inbox.Rows!.Select(r => r.Id);

    public async ValueTask DisposeAsync() => await _inbox.DisposeAsync();

    [Fact]
    public async Task Opened_list_has_the_newest_change_first_with_counts_and_product_names()
    {
        var (first, second) = (Begin(), Begin(owner: ConversationOwner.Waiting));
        Later();
        _store.Write(first, Said("And in blue?"));

        await OpenAsync();

        Assert.Equal([first.Id, second.Id], Listed);
        Assert.Equal("And in blue?", _inbox.Rows![0].Summary.LastText);
        Assert.Equal(Shop.Earphones.Product.Name, _inbox.Rows[0].Product);
        Assert.Equal((2, 1, 0), (_inbox.Counts![InboxView.Everyone], _inbox.Counts[InboxView.Unassigned], _inbox.Counts[InboxView.Closed]));
        Assert.Equal(1, _catalog.Reads);
    }

    [Fact]
    public async Task New_message_moves_its_row_to_the_top_and_leaves_the_others_the_same_objects()
    {
        var (first, second) = (Begin(), Begin());
        await OpenAsync();
        var untouched = _inbox.Rows!.Single(r => r.Id == second.Id);

        Later();
        _store.Write(first, Said("Hello?"));

        await UntilAsync(() => _inbox.Rows![0].Summary.LastText == "Hello?");
        Assert.Equal([first.Id, second.Id], Listed);
        Assert.Same(untouched, _inbox.Rows![1]);
        Assert.Equal(1, _store.Lists);
        Assert.Equal(1, _catalog.Reads);
    }

    [Fact]
    public async Task Storm_of_signals_is_one_reading_a_pause()
    {
        var thread = Begin();
        await OpenAsync();
        Later();
        _store.Write(thread, Said("0"));
        await UntilAsync(() => _inbox.Rows![0].Summary.LastText == "0");

        for (var i = 1; i <= 100; i++)
            _store.Write(thread, Said($"{i}"));
        Assert.Equal(1, _store.ChangedLists);
        await _clock.FireAsync(InboxNews.Pause);

        await UntilAsync(() => _inbox.Rows![0].Summary.LastText == "100");
        Assert.Equal(2, _store.ChangedLists);
        // At the beginning, and when the thread was first heard of.
        Assert.Equal(2, _store.Counts);
    }

    [Fact]
    public async Task Row_leaves_the_filter_with_its_owner_and_the_counts_follow()
    {
        var (stays, goes) = (Begin(owner: ConversationOwner.Waiting), Begin(owner: ConversationOwner.Waiting));
        Begin();
        await OpenAsync(InboxView.Unassigned);
        Assert.Equal(2, _inbox.Rows!.Count);

        Later();
        _store.Write(goes.Id, c => c with { Owner = ConversationOwner.Agent, AgentId = "minji" });

        await UntilAsync(() => _inbox.Rows!.Count == 1);
        Assert.Equal([stays.Id], Listed);
        Assert.Equal((1, 1), (_inbox.Counts![InboxView.Unassigned], _inbox.Counts[InboxView.Mine]));
    }

    [Fact]
    public async Task Long_list_is_read_where_it_is_looked_at()
    {
        for (var i = 0; i < 400; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(i % 2));
            Begin();
        }

        await OpenAsync();
        Assert.Equal((Inbox.PageSize, 400), (_inbox.Rows!.Count, _inbox.Total));
        var first = await _inbox.RangeAsync(0, 20, default);
        Assert.Equal(1, _store.Lists);

        var middle = await _inbox.RangeAsync(300, 20, default);

        Assert.Equal((20, 400, 2), (middle.Rows.Count, middle.Total, _store.Lists));
        var all = (await _store.ListAsync(new(InboxView.Everyone, "minji"), 0, 1_000, default)).Select(s => s.Conversation.Id).ToList();
        Assert.Equal(all[300..320], middle.Rows.Select(r => r.Id));
        Assert.Equal(all[..20], first.Rows.Select(r => r.Id));
        Assert.Equal(all[390..], (await _inbox.RangeAsync(390, 20, default)).Rows.Select(r => r.Id));
    }

    [Fact]
    public async Task Rows_further_down_change_where_they_stand()
    {
        for (var i = 0; i < 200; i++)
            Begin();
        Later();
        await OpenAsync();
        var before = (await _inbox.RangeAsync(100, 20, default)).Rows;

        Later();
        _store.Write(before[7].Summary.Conversation, Said("Are you there?"));
        Begin();

        await UntilAsync(() =>
        {
            _clock.Advance(InboxNews.Pause);
            return _inbox.Total == 201;
        });
        var after = await _inbox.RangeAsync(100, 20, default);
        Assert.Equal(before.Select(r => r.Id), after.Rows.Select(r => r.Id));
        Assert.Equal("Are you there?", after.Rows[7].Summary.LastText);
        Assert.All(before.Zip(after.Rows).Where((_, i) => i != 7), pair => Assert.Same(pair.First, pair.Second));
        Assert.Equal("Is it in stock?", (await _inbox.RangeAsync(0, 20, default)).Rows[0].Summary.LastText);
        Assert.Equal("Are you there?", (await _inbox.RangeAsync(0, 20, default)).Rows.First(r => r.Id == before[7].Id).Summary.LastText);
    }

    [Fact]
    public async Task New_conversation_grows_the_total_and_not_what_is_held()
    {
        for (var i = 0; i < 2 * Inbox.PageSize; i++)
            Begin();
        await OpenAsync();

        Later();
        var newest = Begin();

        await UntilAsync(() => _inbox.Rows![0].Id == newest.Id);
        Assert.Equal((Inbox.PageSize, 2 * Inbox.PageSize + 1), (_inbox.Rows!.Count, _inbox.Total));
        Assert.Equal(1, _store.Lists);
    }

    [Fact]
    public async Task Two_hundred_agents_cost_one_reading_a_wave()
    {
        var thread = Begin();
        var others = Enumerable.Range(0, 200).Select(_ => New()).ToList();
        foreach (var inbox in others)
            await inbox.OpenAsync(new(InboxView.Everyone, "joon"), live: true, default);
        var (lists, counts) = (_store.Lists, _store.Counts);

        Later();
        _store.Write(thread.Id, c => c with { Owner = ConversationOwner.Waiting, WaitingSince = _clock.GetUtcNow() }, true, Said("A person, please"));

        await UntilAsync(() => others.TrueForAll(i => i.Rows![0].Summary.LastText == "A person, please" && i.Counts![InboxView.Waiting] == 1));
        Assert.Single(others.Select(i => i.Rows![0]).Distinct(ReferenceEqualityComparer.Instance));
        Assert.Equal((lists, 1, 1), (_store.Lists, _store.ChangedLists, _store.Counts - counts));
        foreach (var inbox in others)
            await inbox.DisposeAsync();
        Assert.Equal(0, _clock.PendingTimers);
    }

    [Fact]
    public async Task Nobody_is_told_of_what_makes_no_difference_to_them()
    {
        Begin(ConversationOwner.Waiting);
        var other = _store.Begin();
        await OpenAsync(InboxView.Unassigned);
        var told = 0;
        var heard = 0;
        _inbox.Changed += () => Interlocked.Increment(ref told);
        _inbox.Told += _ => Interlocked.Increment(ref heard);

        Later();
        _store.Write(other, Said("Still with the assistant"));
        await UntilAsync(() => heard == 1);
        Assert.Equal(0, told);

        _store.Write(other.Id, c => c with { Owner = ConversationOwner.Waiting });
        await _clock.FireAsync(InboxNews.Pause);
        await UntilAsync(() => told == 1);
    }

    [Fact]
    public async Task Search_is_read_anew_a_while_after_a_change_and_not_at_every_one()
    {
        var found = Begin();
        await _inbox.OpenAsync(new(InboxView.Everyone, "minji") { Search = "stock" }, live: true, default);
        Assert.Equal([found.Id], Listed);

        Later();
        var (no, yes) = (_store.Begin("Hello"), _store.Begin("Is the blue one in stock?"));
        await UntilAsync(() => _store.ChangedLists > 0);
        Assert.Equal(1, _store.Lists);

        await UntilAsync(() =>
        {
            _clock.Advance(InboxNews.Pause);
            return _inbox.Rows!.Count == 2;
        });

        Assert.Equal([yes.Id, found.Id], Listed);
        Assert.DoesNotContain(no.Id, Listed);
        Assert.Equal(2, _store.Lists);
    }

    [Fact]
    public async Task Lost_signal_is_made_up_for_by_looking_now_and_then()
    {
        var thread = Begin();
        await OpenAsync();

        _store.Write(thread.Id, c => c, publish: false, Said("Nobody was told"));
        await _clock.FireAsync(InboxNews.LookEvery);

        await UntilAsync(() => _inbox.Rows![0].Summary.LastText == "Nobody was told");
    }

    [Fact]
    public async Task Unreachable_database_is_told_and_what_is_there_stays_until_it_is_back()
    {
        var thread = Begin();
        await OpenAsync();
        _store.IsDown = true;
        Later();
        _store.Write(thread, Said("Later"));
        await UntilAsync(() => _inbox.IsUnreadable);
        Assert.Single(_inbox.Rows!);

        _store.IsDown = false;
        await _clock.FireAsync(InboxNews.Pause);
        await _clock.FireAsync(TimeSpan.FromSeconds(2));

        await UntilAsync(() => !_inbox.IsUnreadable && _inbox.Rows![0].Summary.LastText == "Later");
        Assert.Equal("Later", _inbox.Rows![0].Summary.LastText);
    }

    [Fact]
    public async Task Closed_page_follows_nothing_and_comes_back_with_what_happened()
    {
        var thread = Begin();
        await OpenAsync();
        await _inbox.CloseAsync();
        Assert.Null(_inbox.Rows);

        Later();
        _store.Write(thread, Said("While you were away"));
        await OpenAsync();

        Assert.Equal("While you were away", _inbox.Rows![0].Summary.LastText);
        Assert.Equal(0, _store.ChangedLists);
    }

    private Inbox New() => new(_store, _news, _clock, NullLogger<Inbox>.Instance);

    private Conversation Begin(ConversationOwner owner = ConversationOwner.Assistant) => _store.Begin(owner: owner);

    private ConversationMessage Said(string text) => new(0, 0, MessageAuthor.Customer, text, _clock.GetUtcNow());

    private void Later() => _clock.Advance(TimeSpan.FromSeconds(5));

    private Task OpenAsync(InboxView view = InboxView.Everyone) => _inbox.OpenAsync(new(view, "minji"), live: true, CancellationToken.None);

    private static Task UntilAsync(Func<bool> condition) => Eventually.TrueAsync(condition);

    private sealed class CountingCatalog : IProductCatalog
    {
        private readonly InMemoryCatalog _inner = Shop.Catalog();
        private int _reads;

        public int Reads => Volatile.Read(ref _reads);

        public Task<IReadOnlyList<CatalogProduct>> FindAsync(IReadOnlyCollection<string> productIds, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _reads);
            return _inner.FindAsync(productIds, cancellationToken);
        }

        public Task<IReadOnlyList<ProductHit>> SearchAsync(string text, int limit, CancellationToken cancellationToken) => _inner.SearchAsync(text, limit, cancellationToken);

        public Task<Page<CatalogProduct>> ListAsync(string? search, string? categoryId, int page, int pageSize, CancellationToken cancellationToken) =>
            _inner.ListAsync(search, categoryId, page, pageSize, cancellationToken);

        public Task<IReadOnlyList<CatalogProduct>> FindCandidatesAsync(CandidateFilter filter, CancellationToken cancellationToken) =>
            _inner.FindCandidatesAsync(filter, cancellationToken);

        public ValueTask<IReadOnlyList<Category>> CategoriesAsync(CancellationToken cancellationToken) => _inner.CategoriesAsync(cancellationToken);
    }
}
