using CustomerService.Core.Models;

namespace CustomerService.Testing;

/// <summary>A way to the models whose state a test tells.</summary>
public sealed class GatewayStub : IModelGateway
{
    private volatile GatewayStatus _status = Fine;
    private int _looks;

    public static GatewayStatus Fine { get; } = new(
        "https://models.example/v1", null, new(2026, 11, 18, 0, 30, 0, TimeSpan.Zero),
        [new("small", BreakerState.Closed, null, null, 0.07m, 0.42m), new("large", BreakerState.Closed, null, null, 3m, 15m)],
        new(1, 10, 0, 0, 5_000, TimeSpan.Zero, 480, 500, 900_000, 1_000_000),
        new(5m, 1.25m, 100m, 42m));

    public static GatewayStatus NoEndpoint { get; } = Fine with { Endpoint = null, ProbedAt = null, Budget = new(null, 0m, null, 0m) };

    /// <summary>How it is from now on.</summary>
    public GatewayStatus Now
    {
        get => _status;
        set => _status = value;
    }

    /// <summary>What asking the endpoint finds; null for the same as before.</summary>
    public GatewayStatus? AfterProbe { get; set; }

    /// <summary>How often somebody looked.</summary>
    public int Looks => Volatile.Read(ref _looks);

    public GatewayStatus Status()
    {
        Interlocked.Increment(ref _looks);
        return _status;
    }

    public Task<GatewayStatus> ProbeAsync(CancellationToken cancellationToken)
    {
        _status = AfterProbe ?? _status;
        return Task.FromResult(_status);
    }
}
