using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using CustomerService.Benchmarks;
using CustomerService.Core.Lookups;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

/// <summary>
/// Loaded into the web program before its own first line (<c>DOTNET_STARTUP_HOOKS</c>): the program that is measured is the one
/// that users run, with nothing changed but how long some lookups take. The runtime wants this name, without a namespace.
/// </summary>
[SuppressMessage("Design", "MA0047", Justification = "The runtime wants it so.")]
internal static class StartupHook
{
    /// <summary>Such as <c>ProductInfo=500;StockCheck=300</c>: milliseconds.</summary>
    public const string Variable = "BENCHMARK_SLOWED";

    public static void Initialize()
    {
        var slowed = (Environment.GetEnvironmentVariable(Variable) ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(s => s.Split('=')).ToDictionary(s => Enum.Parse<LookupKind>(s[0]), s => TimeSpan.FromMilliseconds(int.Parse(s[1], null)));
        if (slowed.Count > 0)
            DiagnosticListener.AllListeners.Subscribe(new Listeners(slowed));
    }

    private static void Slow(IServiceCollection services, Dictionary<LookupKind, TimeSpan> slowed)
    {
        foreach (var inner in services.Where(s => s.ServiceType == typeof(ILookup)).ToList())
        {
            services.Remove(inner);
            services.AddSingleton<ILookup>(provider =>
            {
                var lookup = (ILookup)ActivatorUtilities.CreateInstance(provider, inner.ImplementationType!);
                return slowed.TryGetValue(lookup.Kind, out var time) ? new SlowedLookup(lookup, time, TimeProvider.System) : lookup;
            });
        }
    }

    private sealed class Listeners(Dictionary<LookupKind, TimeSpan> slowed) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.Extensions.Hosting")
                value.Subscribe(this);
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value is { Key: "HostBuilding", Value: IHostBuilder host })
                host.ConfigureServices((_, services) => Slow(services, slowed));
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
