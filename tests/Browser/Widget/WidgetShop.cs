using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using CustomerService.Testing;
using Xunit;

namespace CustomerService.Browser.Tests.Widget;

/// <summary>The program with a scripted model, and a shop under another origin that may embed it.</summary>
[SuppressMessage("Design", "CA1001", Justification = "xUnit calls DisposeAsync.")]
public sealed class WidgetShop : IAsyncLifetime
{
    public const string Secret = "a secret of the shop and this server";

    private AppHost? _host;

    public ScriptedEndpoint Endpoint { get; } = new();

    public ShopSite Site { get; private set; } = null!;

    public ShopSite Stranger { get; private set; } = null!;

    public AppHost Host => _host!;

    public async Task InitializeAsync()
    {
        Site = await ShopSite.StartAsync(() => Host.Address);
        Stranger = await ShopSite.StartAsync(() => Host.Address);
        _host = new(new Dictionary<string, string>
        {
            ["OpenAI:BaseUrl"] = Endpoint.Address.ToString(),
            ["OpenAI:ApiKey"] = "k",
            ["Resilience:IdleTimeout"] = "00:05:00",
            ["Resilience:TotalTimeout"] = "00:05:00",
            ["Resilience:FirstTokenTimeout"] = "00:05:00",
            ["Widget:AllowedOrigins"] = Site.Origin,
            ["Widget:IdentitySecret"] = Secret,
            ["Widget:MessagesPerMinute"] = "10000",
        });
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await Endpoint.DisposeAsync();
        await Site.DisposeAsync();
        await Stranger.DisposeAsync();
    }

    /// <summary>What a shop's server makes for a customer who has signed in.</summary>
    public static string Sign(string id, DateTimeOffset until)
    {
        var expiry = until.ToUnixTimeSeconds();
        return $"{expiry}.{Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{id}.{expiry}")))}";
    }
}
