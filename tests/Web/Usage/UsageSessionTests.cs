using CustomerService.Core.Answers;
using CustomerService.Core.Models;
using CustomerService.Testing;
using CustomerService.Web.Components;
using CustomerService.Web.Features.Usage;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;
using static CustomerService.Web.Tests.Usage.InMemoryUsage;

namespace CustomerService.Web.Tests.Usage;

public sealed class UsageSessionTests : IAsyncDisposable
{
    private readonly InMemoryUsage _store = new() { Rows = [Row(0, "small", 2, 0.5m), Row(6, "small", 1, 1m), Row(7, "large", 1, 2m), Row(89, "large", 1, 4m)] };
    private readonly GatewayStub _gateway = new();
    private readonly ManualTimeProvider _clock = new();
    private readonly List<UsageChanges> _told = [];
    private readonly UsageSession _session;

    public UsageSessionTests()
    {
        _session = new UsageSession(_store, _gateway, new ShopOptions(), _clock, NullLogger<UsageSession>.Instance);
        _session.Changed += changes =>
        {
            lock (_told)
                _told.Add(changes);
        };
    }

    public async ValueTask DisposeAsync() => await _session.DisposeAsync();

    [Theory]
    [InlineData(7, 1.5)]
    [InlineData(30, 3.5)]
    [InlineData(90, 7.5)]
    public async Task Range_ends_today_and_has_its_days(int days, double cost)
    {
        await OpenAsync(days);

        Assert.Equal(days, _session.Report!.Days.Count);
        Assert.Equal(Today, _session.Report.Days[^1]);
        Assert.Equal((decimal)cost, _session.Report.Total.Cost);
    }

    [Fact]
    public async Task Range_that_is_shown_already_is_not_read_again()
    {
        await OpenAsync(7);
        await OpenAsync(7);

        Assert.Equal(1, _store.Reads);
    }

    [Fact]
    public async Task Report_before_stays_until_the_next_is_there()
    {
        await OpenAsync(7);
        _store.Hold = new();

        var opening = OpenAsync(90);
        Assert.True(_session.IsReading);
        Assert.Equal(7, _session.Report!.Days.Count);

        _store.Hold.SetResult();
        await opening;
        Assert.False(_session.IsReading);
        Assert.Equal(90, _session.Report!.Days.Count);
    }

    [Fact]
    public async Task Range_chosen_last_wins()
    {
        var slow = _store.Hold = new();
        var first = OpenAsync(90);
        _store.Hold = null;
        await OpenAsync(7);
        slow.SetResult();
        await first;

        Assert.Equal(7, _session.Report!.Days.Count);
    }

    [Fact]
    public async Task Unreadable_database_is_told_and_can_be_tried_again()
    {
        _store.IsDown = true;
        await OpenAsync(30);
        Assert.True(_session.IsUnreadable);
        Assert.Null(_session.Report);

        _store.IsDown = false;
        await _session.ReadAsync(CancellationToken.None);
        Assert.False(_session.IsUnreadable);
        Assert.NotNull(_session.Report);
    }

    [Fact]
    public async Task Watching_tells_what_changed_and_nothing_else()
    {
        await OpenAsync(30);
        _session.Watch();
        await TickAsync();
        Assert.Empty(Told());

        // The same in another list is no change.
        _gateway.Now = GatewayStub.Fine with { Models = [.. GatewayStub.Fine.Models] };
        await TickAsync();
        Assert.Empty(Told());

        _gateway.Now = GatewayStub.Fine with { Queue = GatewayStub.Fine.Queue with { WaitingCustomers = 3 } };
        await TickAsync();
        Assert.Equal([UsageChanges.Gateway], Told());

        _gateway.Now = _gateway.Now with { Models = [GatewayStub.Fine.Models[0] with { Breaker = BreakerState.Open, LastFault = ModelFault.ServerError }, GatewayStub.Fine.Models[1]] };
        await TickAsync();
        Assert.Equal([UsageChanges.Gateway], Told());
        Assert.Equal(BreakerState.Open, _session.Status.Models[0].Breaker);
    }

    [Fact]
    public async Task Spending_is_told_at_once_and_read_at_most_every_ten_seconds()
    {
        await OpenAsync(30);
        _session.Watch();
        _gateway.Now = GatewayStub.Fine with { Budget = GatewayStub.Fine.Budget with { SpentToday = 2m } };
        await TickAsync();
        Assert.Equal([UsageChanges.Budget], Told());
        Assert.Equal(1, _store.Reads);

        for (var second = 0; second < 12; second++)
            await TickAsync();
        Assert.Equal(2, _store.Reads);
        Assert.Equal([UsageChanges.Report], Told());
    }

    [Fact]
    public async Task Closed_page_looks_no_longer()
    {
        await OpenAsync(30);
        _session.Watch();
        await _session.CloseAsync();
        var looks = _gateway.Looks;

        _clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(looks, _gateway.Looks);
        Assert.Equal(0, _clock.PendingTimers);
    }

    [Fact]
    public async Task Asking_the_endpoint_shows_what_it_found()
    {
        await OpenAsync(30);
        _gateway.AfterProbe = GatewayStub.Fine with { Fault = ModelFault.WrongKey };

        await _session.ProbeAsync(CancellationToken.None);

        Assert.False(_session.IsProbing);
        Assert.Equal(ModelFault.WrongKey, _session.Status.Fault);
        Assert.Contains(UsageChanges.Gateway, Told());
    }

    [Fact]
    public async Task Without_endpoint_and_calls_it_is_unused()
    {
        _gateway.Now = GatewayStub.NoEndpoint;
        await OpenAsync(30);
        Assert.False(_session.IsUnused);

        _store.Rows = [];
        await OpenAsync(7);
        Assert.True(_session.IsUnused);
    }

    private async Task OpenAsync(int days)
    {
        await _session.OpenAsync(new DayRange(days), CancellationToken.None);
        Told();
    }

    /// <summary>Two looks: when the second one comes, all is done that followed from the first.</summary>
    private async Task TickAsync()
    {
        for (var look = 0; look < 2; look++)
        {
            var looks = _gateway.Looks;
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Eventually.TrueAsync(() => _gateway.Looks != looks);
        }
    }

    private List<UsageChanges> Told()
    {
        lock (_told)
        {
            List<UsageChanges> told = [.. _told.Where(t => t != UsageChanges.None)];
            _told.Clear();
            return told;
        }
    }
}
