using CustomerService.Core.Answers;
using CustomerService.Core.Catalog;
using CustomerService.Core.Conversations;
using CustomerService.Core.Lookups;
using CustomerService.Core.Text;
using CustomerService.Testing;
using CustomerService.Web.Features.Conversations;
using CustomerService.Web.Features.Conversations.Context;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace CustomerService.Web.Tests.Conversations;

public sealed class ThreadContextTests : IAsyncDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private readonly ConversationFeed _feed = new();
    private readonly InMemoryConversations _store;
    private readonly OpenThread _thread;
    private readonly Gates _gates = new();
    private readonly Directory _customers = new();
    private readonly ThreadContext _context;

    public ThreadContextTests()
    {
        _store = new(_clock, _feed);
        var answers = new InMemoryAnswerStore();
        _thread = new(
            _store, _store, _store, answers, new(_store, _feed, new OwnAnswers(new AnswerRuns(new ScriptedAnswers(answers), _clock, NullLogger<AnswerRuns>.Instance))), _clock, NullLogger<OpenThread>.Instance);
        var lookups = Enum.GetValues<LookupKind>().Select(kind => new GatedLookup(new LookupStub(kind), _gates));
        _context = new(
            _thread, _customers, Shop.Catalog(), _store,
            new(
                new(new ReaderStub(Build.Reading()), Shop.Catalog(), new InMemorySynonyms(), Shop.Customers(), new ShopOptions(), _clock),
                new(lookups, new LookupOptions(), _clock, NullLogger<LookupRunner>.Instance), _clock, NullLogger<ProductLookups>.Instance),
            NullLogger<ThreadContext>.Instance);
        _context.Follow();
    }

    public async ValueTask DisposeAsync()
    {
        _context.Dispose();
        await _thread.DisposeAsync();
    }

    [Fact]
    public async Task Product_is_read_with_the_thread_and_the_rest_when_it_is_looked_at()
    {
        var earlier = _store.Begin(customerId: Directory.Buyer.Id);
        await OpenAsync(_store.Begin(customerId: Directory.Buyer.Id));
        await UntilAsync(() => _context.Product.IsRead);
        Assert.Equal(Shop.Earphones, _context.Product.Value);
        Assert.Equal((0, 0, false), (_customers.Reads, _store.EarlierLists, _context.Customer.IsRead));

        _context.Show(true);

        await UntilAsync(() => _context.Customer.IsRead && _context.Earlier.IsRead);
        Assert.Equal(Directory.Buyer, _context.Customer.Value!.Customer);
        Assert.Equal([Shop.Speaker.Product, null], _context.Customer.Value.Purchases.Select(p => p.Product));
        Assert.Equal([earlier.Id], _context.Earlier.Value!.Select(s => s.Conversation.Id));
    }

    [Fact]
    public async Task New_message_reads_nothing_anew()
    {
        var thread = await OpenAsync(_store.Begin(customerId: Directory.Buyer.Id));
        _context.Show(true);
        await UntilAsync(() => _context.Customer.IsRead && _context.Earlier.IsRead);
        var shown = _context.Customer.Value;

        _store.Write(thread, new ConversationMessage(0, 0, MessageAuthor.Customer, "And?", _clock.GetUtcNow()));
        await UntilAsync(() => _thread.Messages.Count == 2);

        Assert.Same(shown, _context.Customer.Value);
        Assert.Equal((1, 1), (_customers.Reads, _store.EarlierLists));
    }

    [Fact]
    public async Task Visitor_is_no_customer_and_a_number_that_nobody_knows_is_told()
    {
        _context.Show(true);
        await OpenAsync(_store.Begin());
        await UntilAsync(() => _context.Earlier.IsRead);
        Assert.Null(_context.Customer.Key);
        Assert.Empty(_context.Earlier.Value!);

        await OpenAsync(_store.Begin(customerId: "C99999"));

        await UntilAsync(() => _context.Customer.IsRead);
        Assert.Null(_context.Customer.Value!.Customer);
        Assert.Empty(_context.Customer.Value.Purchases);
    }

    [Fact]
    public async Task Reading_that_failed_is_told_and_tried_again_on_request()
    {
        _customers.IsDown = true;
        _context.Show(true);
        await OpenAsync(_store.Begin(customerId: Directory.Buyer.Id));
        await UntilAsync(() => _context.Customer.HasFailed);
        Assert.False(_context.Customer.IsRead);

        _customers.IsDown = false;
        _context.Customer.Retry();

        await UntilAsync(() => _context.Customer.IsRead);
        Assert.False(_context.Customer.HasFailed);
    }

    [Fact]
    public async Task Reading_for_one_thread_is_cancelled_when_another_is_opened()
    {
        _customers.Way = new();
        _context.Show(true);
        await OpenAsync(_store.Begin(customerId: Directory.Buyer.Id));
        await UntilAsync(() => _customers.Reads == 1);

        await OpenAsync(_store.Begin());

        await UntilAsync(() => _customers.Cancelled == 1);
        Assert.False(_context.Customer.IsRead);
        Assert.False(_context.Customer.HasFailed);
    }

    [Fact]
    public async Task Each_lookup_shows_when_it_lands_and_one_that_broke_says_so()
    {
        _gates.CloseLookups();
        await OpenAsync(_store.Begin(customerId: "C99999"));
        var begun = _clock.GetUtcNow();
        _context.Lookups.Start("C99999", Language.English);
        Assert.Equal((true, begun), (_context.Lookups.IsRunning, _context.Lookups.ReadAt));

        _gates[LookupKind.StockCheck].Open();
        await UntilAsync(() => _context.Lookups.Results.Count == 1);
        Assert.Equal(LookupKind.StockCheck, _context.Lookups.Results[0].Kind);
        _gates[LookupKind.ReviewAnalysis].Break();
        await UntilAsync(() => _context.Lookups.Results.Count == 2);
        Assert.IsType<LookupResult.Failed>(_context.Lookups.Results[1]);
        Assert.True(_context.Lookups.IsRunning);

        _gates.OpenAll();
        await UntilAsync(() => !_context.Lookups.IsRunning);
        Assert.Equal(4, _context.Lookups.Results.Count);
        _clock.Advance(TimeSpan.FromMinutes(1));
        _context.Lookups.Start(null, Language.English);
        Assert.Equal(begun.AddMinutes(1), _context.Lookups.ReadAt);
        await UntilAsync(() => !_context.Lookups.IsRunning);
        Assert.Equal(4, _context.Lookups.Results.Count);
    }

    [Fact]
    public async Task Lookups_end_and_are_forgotten_when_another_thread_is_opened()
    {
        _gates.CloseLookups();
        await OpenAsync(_store.Begin());
        _context.Lookups.Start(null, Language.English);
        await _gates[LookupKind.StockCheck].Arrived.InTime();

        await OpenAsync(_store.Begin());
        _gates.OpenAll();

        Assert.Equal((false, null, 0), (_context.Lookups.IsRunning, _context.Lookups.ReadAt, _context.Lookups.Results.Count));
        _context.Lookups.Start(null, Language.English);
        await UntilAsync(() => !_context.Lookups.IsRunning);
        Assert.Equal(4, _context.Lookups.Results.Count);
    }

    private async Task<Conversation> OpenAsync(Conversation thread)
    {
        await _thread.OpenAsync(thread.Id, live: true, CancellationToken.None);
        return thread;
    }

    private static Task UntilAsync(Func<bool> condition) => Eventually.TrueAsync(condition);

    private sealed class Directory : ICustomerDirectory
    {
        private int _reads, _cancelled;

        public static Customer Buyer { get; } = new()
        {
            Id = "C77777",
            Name = "박서준",
            Language = Language.Korean,
            Purchases =
            [
                new() { Id = "P2", CustomerId = "C77777", ProductId = "E003", Quantity = 2, PurchasedOn = new(2026, 10, 1) },
                new() { Id = "P1", CustomerId = "C77777", ProductId = "GONE", Quantity = 1, PurchasedOn = new(2026, 9, 1) },
            ],
        };

        public bool IsDown { get; set; }

        /// <summary>What a reading waits for; null for nothing.</summary>
        public TaskCompletionSource? Way { get; set; }

        public int Reads => Volatile.Read(ref _reads);

        public int Cancelled => Volatile.Read(ref _cancelled);

        public async Task<Customer?> FindAsync(string customerId, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _reads);
            try
            {
                await (Way?.Task ?? Task.CompletedTask).WaitAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                Interlocked.Increment(ref _cancelled);
                throw;
            }

            return IsDown ? throw new IOException("secret detail of the database") : customerId == Buyer.Id ? Buyer : null;
        }

        public Task<IReadOnlyList<Customer>> SearchAsync(string text, int limit, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
