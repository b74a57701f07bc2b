using System.Threading.Channels;
using CustomerService.Core.Lookups;
using CustomerService.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace CustomerService.Core.Tests.Lookups;

public sealed class LookupRunnerTests
{
    private static readonly LookupKind[] Kinds = Enum.GetValues<LookupKind>();

    private readonly ManualTimeProvider _clock = new();
    private readonly Gates _gates = new();
    private readonly LookupOptions _options = new();
    private readonly Dictionary<LookupKind, LookupStub> _stubs = Kinds.ToDictionary(k => k, k => new LookupStub(k));
    private readonly ShopStub _shop = new();

    public LookupRunnerTests() => _gates.CloseLookups();

    [Fact]
    public async Task All_four_have_started_before_any_ends()
    {
        var results = Run();

        await Task.WhenAll(Kinds.Select(k => _gates[k].Arrived)).InTime();

        Assert.False(results.TryRead(out _));
        _gates.OpenAll();
        Assert.Equal(Kinds, (await RestAsync(results)).Select(r => r.Kind).Order());
    }

    [Fact]
    public async Task Results_come_in_the_order_in_which_lookups_end()
    {
        var results = Run();
        LookupKind[] order = [LookupKind.Recommendation, LookupKind.StockCheck, LookupKind.ProductInfo, LookupKind.ReviewAnalysis];

        foreach (var kind in order)
        {
            _gates[kind].Open();
            Assert.Equal(kind, (await NextAsync(results)).Kind);
        }

        Assert.Empty(await RestAsync(results));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_that_throws_is_failed_and_leaves_the_others_untouched(bool atOnce)
    {
        _stubs[LookupKind.StockCheck].Work = _ => atOnce ? throw new IOException("disk") : Task.FromException<LookupFinding>(new IOException("disk"));
        _gates.OpenAll();

        var results = await RestAsync(Run());

        Assert.All(results, r => Assert.Equal(r.Kind == LookupKind.StockCheck ? LookupState.Failed : LookupState.Empty, r.State));
        Assert.Equal(4, results.Count);
    }

    [Fact]
    public async Task One_that_cancels_itself_is_failed_and_not_stopped()
    {
        _stubs[LookupKind.StockCheck].Work = _ => throw new OperationCanceledException("its own");
        _gates.OpenAll();

        var results = await RestAsync(Run());

        Assert.Equal(LookupState.Failed, results.Single(r => r.Kind == LookupKind.StockCheck).State);
    }

    [Fact]
    public async Task A_late_one_times_out_at_its_own_deadline()
    {
        _options.StockCheck.Deadline = TimeSpan.FromSeconds(1);
        var results = Run();
        await Task.WhenAll(Kinds.Select(k => _gates[k].Arrived)).InTime();

        _clock.Advance(TimeSpan.FromSeconds(1));

        var late = Assert.IsType<LookupResult.TimedOut>(await NextAsync(results));
        Assert.Equal((LookupKind.StockCheck, TimeSpan.FromSeconds(1)), (late.Kind, late.Elapsed));
        _clock.Advance(TimeSpan.FromSeconds(6.9));
        _gates.OpenAll();
        Assert.All(await RestAsync(results), r => Assert.Equal(LookupState.Empty, r.State));
    }

    [Fact]
    public async Task One_that_ignores_its_token_times_out_all_the_same()
    {
        var never = new TaskCompletionSource<LookupFinding>();
        await AssertTimesOutAsync(_ => never.Task);
    }

    [Fact]
    public async Task One_that_blocks_its_thread_times_out_all_the_same()
    {
        using var released = new ManualResetEventSlim();
        await AssertTimesOutAsync(_ =>
        {
            released.Wait(Eventually.Limit, CancellationToken.None);
            return Task.FromResult(LookupFinding.None(EmptyReason.NoMatch));
        });
        released.Set();
    }

    [Fact]
    public async Task Cancelling_ends_without_the_unfinished()
    {
        using var stop = new CancellationTokenSource();
        var results = Run(stop.Token);
        _gates[LookupKind.StockCheck].Open();
        Assert.Equal(LookupKind.StockCheck, (await NextAsync(results)).Kind);

        await stop.CancelAsync();

        Assert.Empty(await RestAsync(results));
    }

    [Fact]
    public async Task Elapsed_times_count_from_the_common_start()
    {
        var results = Run();
        await Task.WhenAll(Kinds.Select(k => _gates[k].Arrived)).InTime();

        _clock.Advance(TimeSpan.FromMilliseconds(300));
        _gates[LookupKind.StockCheck].Open();
        var first = await NextAsync(results);
        _clock.Advance(TimeSpan.FromMilliseconds(200));
        _gates[LookupKind.ProductInfo].Open();
        var second = await NextAsync(results);

        Assert.Equal((300, 500), (first.Elapsed.TotalMilliseconds, second.Elapsed.TotalMilliseconds));
        _gates.OpenAll();
        await RestAsync(results);
    }

    [Fact]
    public async Task A_finding_becomes_found_with_its_data_or_empty_with_its_reason()
    {
        var data = new StockData("E001", Core.Catalog.ProductStatus.Active, 1, true, []);
        _stubs[LookupKind.StockCheck].Work = _ => Task.FromResult(LookupFinding.Of(data));
        _stubs[LookupKind.ReviewAnalysis].Work = _ => Task.FromResult(LookupFinding.None(EmptyReason.NoReviews));
        _gates.OpenAll();

        var results = await RestAsync(Run());

        Assert.Same(data, Assert.IsType<LookupResult.Found>(results.Single(r => r.Kind == LookupKind.StockCheck)).Data);
        Assert.Equal(EmptyReason.NoReviews, Assert.IsType<LookupResult.Empty>(results.Single(r => r.Kind == LookupKind.ReviewAnalysis)).Reason);
    }

    private async Task AssertTimesOutAsync(Func<CancellationToken, Task<LookupFinding>> work)
    {
        _stubs[LookupKind.StockCheck].Work = work;
        _options.StockCheck.Deadline = TimeSpan.FromSeconds(1);
        _gates[LookupKind.StockCheck].Open();
        var results = Run();
        await Task.WhenAll(Kinds.Select(k => _gates[k].Arrived)).InTime();

        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal((LookupKind.StockCheck, LookupState.TimedOut), await NextAsync(results) is var r ? (r.Kind, r.State) : default);
        _gates.OpenAll();
        Assert.Equal(3, (await RestAsync(results)).Count);
    }

    private ChannelReader<LookupResult> Run(CancellationToken cancellationToken = default) =>
        new LookupRunner(_stubs.Values.Select(s => new GatedLookup(s, _gates)), _options, _clock, NullLogger<LookupRunner>.Instance)
            .Run(Build.Resolved(_shop, Build.Reading(), []), cancellationToken);

    private static Task<LookupResult> NextAsync(ChannelReader<LookupResult> results) => results.ReadAsync().AsTask().InTime();

    private static async Task<List<LookupResult>> RestAsync(ChannelReader<LookupResult> results) =>
        await results.ReadAllAsync().ToListAsync().AsTask().InTime();
}
