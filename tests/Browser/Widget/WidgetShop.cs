using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using CustomerService.Core.Conversations;
using CustomerService.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CustomerService.Browser.Tests.Widget;

/// <summary>The program with a scripted model, and a shop under another origin that may embed it.</summary>
[SuppressMessage("Design", "CA1001", Justification = "xUnit calls DisposeAsync.")]
public sealed class WidgetShop : IAsyncLifetime
{
    public const string First = "네, 재고가 있습니다. 부산에는 ";
    public const string Rest = "45개가 있습니다.";
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

    /// <summary>From now on the model answers so, and writes the rest when the gate opens.</summary>
    public Gate Script(string first = First, string rest = Rest)
    {
        var gate = new Gate();
        gate.Close();
        Endpoint.Clear();
        Endpoint.Answer(request => request.IsStreamed ? Reply.Stream(first).Wait(gate).Text(rest) : null);
        return gate;
    }

    /// <summary>The conversation that a tab shows, as it is stored.</summary>
    internal async Task<Conversation?> KeptAsync(ChatTab chat) =>
        await Host.Services.GetRequiredService<IConversationStore>().FindAsync(await chat.ConversationIdAsync(), CancellationToken.None);

    /// <summary>What a shop's server makes for a customer who has signed in.</summary>
    public static string Sign(string id, DateTimeOffset until)
    {
        var expiry = until.ToUnixTimeSeconds();
        return $"{expiry}.{Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{id}.{expiry}")))}";
    }
}
