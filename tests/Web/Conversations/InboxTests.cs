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
    private readonly Inbox _inbox;

    public InboxTests()
    {
        _store = new(_clock, _feed);
        _inbox = new(_store, _feed, _catalog, _store, _clock, NullLogger<Inbox>.Instance);
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
        await _clock.FireAsync(Inbox.Pause);

        await UntilAsync(() => _inbox.Rows![0].Summary.LastText == "100");
        Assert.Equal(2, _store.ChangedLists);
        Assert.Equal(1, _store.Counts);
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
    public async Task Older_ones_are_read_from_the_last_row_on()
    {
        for (var i = 0; i < Inbox.PageSize + 3; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(i % 2));
            Begin();
        }

        await OpenAsync();
        Assert.True(_inbox.HasMore);
        Assert.Equal(Inbox.PageSize, _inbox.Rows!.Count);

        await _inbox.ReadMoreAsync(CancellationToken.None);

        Assert.False(_inbox.HasMore);
        Assert.Equal(Inbox.PageSize + 3, Listed.Distinct().Count());
        Assert.Equal(_inbox.Rows.OrderByDescending(r => r.Summary.Place, ConversationPlace.Order), _inbox.Rows);
    }

    [Fact]
    public async Task List_does_not_grow_beyond_what_was_asked_for()
    {
        for (var i = 0; i < Inbox.PageSize; i++)
            Begin();
        await OpenAsync();
        Assert.False(_inbox.HasMore);

        Later();
        var newest = Begin();

        await UntilAsync(() => _inbox.Rows![0].Id == newest.Id);
        Assert.Equal(Inbox.PageSize, _inbox.Rows!.Count);
        Assert.True(_inbox.HasMore);
    }

    [Fact]
    public async Task Lost_signal_is_made_up_for_by_looking_now_and_then()
    {
        var thread = Begin();
        await OpenAsync();

        _store.Write(thread.Id, c => c, publish: false, Said("Nobody was told"));
        await _clock.FireAsync(Inbox.LookEvery);

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
        await _clock.FireAsync(Inbox.Pause);
        await _clock.FireAsync(TimeSpan.FromSeconds(2));

        await UntilAsync(() => !_inbox.IsUnreadable);
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
