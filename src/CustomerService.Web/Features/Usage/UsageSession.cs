using CustomerService.Core.Answers;
using CustomerService.Core.Models;
using CustomerService.Core.Usage;
using CustomerService.Web.Components;

namespace CustomerService.Web.Features.Usage;

/// <summary>What has changed, so that only what shows it is drawn anew.</summary>
[Flags]
public enum UsageChanges
{
    None = 0,
    /// <summary>The range, and what was called in it.</summary>
    Report = 1,
    Measure = 2,
    /// <summary>Endpoint, models and queue.</summary>
    Gateway = 4,
    Budget = 8,
}

/// <summary>The state of one Usage page. Knows nothing of how it is drawn.</summary>
public sealed class UsageSession(IUsageStore store, IModelGateway gateway, ShopOptions shop, TimeProvider clock, ILogger<UsageSession> log) : IAsyncDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ReadAtMostEvery = TimeSpan.FromSeconds(10);

    private CancellationTokenSource? _leave;
    private Task _watching = Task.CompletedTask;
    private int _opened;
    private DateTimeOffset _readAt;
    private decimal _readAtSpending;

    /// <summary>Told on any thread, after the change.</summary>
    public event Action<UsageChanges>? Changed;

    public DayRange Range { get; private set; } = DayRange.Default;
    public UsageMeasure Measure { get; private set; }
    /// <summary>Null until it was read. While another range is read, that of the range before.</summary>
    public UsageReport? Report { get; private set; }
    public bool IsReading { get; private set; }
    /// <summary>Whether the last reading failed.</summary>
    public bool IsUnreadable { get; private set; }
    public GatewayStatus Status { get; private set; } = gateway.Status();
    public bool IsProbing { get; private set; }

    /// <summary>Whether there is nothing to be shown but how to get an endpoint.</summary>
    public bool IsUnused => !Status.IsConfigured && Report is { IsEmpty: true };

    public async Task OpenAsync(DayRange range, CancellationToken cancellationToken)
    {
        if (_opened > 0 && range == Range)
            return;
        (Range, IsReading, IsUnreadable) = (range, true, false);
        Changed?.Invoke(UsageChanges.Report);
        Look();
        await ReadAsync(cancellationToken);
    }

    /// <summary>From now on looks at the gateway each second, and reads again when something was spent.</summary>
    public void Watch()
    {
        if (_leave is not null)
            return;
        _leave = new();
        _watching = WatchAsync(_leave.Token);
    }

    public void Choose(UsageMeasure measure)
    {
        if (measure == Measure)
            return;
        Measure = measure;
        Changed?.Invoke(UsageChanges.Measure);
    }

    /// <summary>Asks the endpoint now.</summary>
    public async Task ProbeAsync(CancellationToken cancellationToken)
    {
        if (IsProbing)
            return;
        IsProbing = true;
        Changed?.Invoke(UsageChanges.Gateway);
        try
        {
            await gateway.ProbeAsync(cancellationToken);
        }
        finally
        {
            IsProbing = false;
            Look();
            Changed?.Invoke(UsageChanges.Gateway);
        }
    }

    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        var opening = ++_opened;
        var range = Range;
        (_readAt, _readAtSpending) = (clock.GetUtcNow(), Status.Budget.SpentToday);
        var today = shop.DayOf(_readAt);
        var first = today.AddDays(1 - range.Days);
        try
        {
            var rows = await store.ReadAsync(first, today, cancellationToken);
            if (opening != _opened)
                return;
            (Report, IsReading, IsUnreadable) = (new(first, today, rows, [.. Status.Models.Select(m => m.Model)]), false, false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.ReadFailed(exception);
            if (opening != _opened)
                return;
            (IsReading, IsUnreadable) = (false, true);
            if (Report?.Days.Count != range.Days)
                Report = null;
        }

        Changed?.Invoke(UsageChanges.Report);
    }

    /// <summary>Stops watching, and forgets what is shown, so that coming back reads it anew.</summary>
    public async Task CloseAsync()
    {
        if (_leave is { } leave)
        {
            _leave = null;
            await leave.CancelAsync();
            await _watching;
            leave.Dispose();
        }

        (_opened, Report) = (0, null);
    }

    public async ValueTask DisposeAsync() => await CloseAsync();

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var timer = new PeriodicTimer(LookEvery, clock);
            while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
            {
                Look();
                if (_opened > 0 && Status.Budget.SpentToday != _readAtSpending && clock.GetUtcNow() - _readAt >= ReadAtMostEvery)
                    await ReadAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
    }

    private void Look()
    {
        var (before, now) = (Status, gateway.Status());
        Status = now;
        var changes = UsageChanges.None;
        if (before.Budget != now.Budget)
            changes |= UsageChanges.Budget;
        if (before with { Models = now.Models, Budget = now.Budget } != now || !before.Models.SequenceEqual(now.Models))
            changes |= UsageChanges.Gateway;
        if (changes != UsageChanges.None)
            Changed?.Invoke(changes);
    }
}
