using System.Globalization;
using System.Resources;
using Bunit;
using CustomerService.Core.Answers;
using CustomerService.Core.Models;
using CustomerService.Core.Usage;
using CustomerService.Testing;
using CustomerService.Web.Features.Usage;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Radzen;
using Radzen.Blazor.Rendering;
using Xunit;
using static CustomerService.Web.Tests.Usage.InMemoryUsage;

namespace CustomerService.Web.Tests.Usage;

public sealed class UsagePageTests : BunitContext, IAsyncLifetime
{
    private readonly ManualTimeProvider _clock = new();
    private readonly GatewayStub _gateway = new();
    private readonly InMemoryUsage _store = new()
    {
        Rows =
        [
            Row(1, "small", 1_200, 0.5m, failed: 3, prompt: 1_500_000, completion: 200_000),
            Row(0, "large", 40, 7.25m, ModelPurpose.ReviewAnalysis, reused: 12, savedTokens: 30_000, savedCost: 1.5m),
            Row(0, "free", 5, 0m, ModelPurpose.Stream, unpriced: 5, estimated: 5),
        ],
    };

    public UsagePageTests()
    {
        DefaultWaitTimeout = TimeSpan.FromSeconds(30);
        Services.AddLocalization();
        Services.AddSingleton<TimeProvider>(_clock);
        Services.AddSingleton<IUsageStore>(_store);
        Services.AddSingleton<IModelGateway>(_gateway);
        Services.AddSingleton(new ShopOptions());
        Services.AddUsage();
        Services.AddRadzenComponents();
        JSInterop.Mode = JSRuntimeMode.Loose;
        JSInterop.Setup<Rect>("Radzen.createChart", _ => true).SetResult(new Rect { Width = 700, Height = 260 });
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        Speak("en");
    }

    Task IAsyncLifetime.InitializeAsync() => Task.CompletedTask;

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Fact]
    public void Totals_tell_money_tokens_calls_and_what_reuse_saved()
    {
        var page = Open();

        Assert.Equal("Cost, 30 days $7.75 5 without a price", Tile(page, "cost"));
        Assert.Equal("Tokens, 30 days ≈ 1.7M 1.5M in · 200K out", Tile(page, "tokens"));
        Assert.Equal("Calls, 30 days 1,245 3 failed", Tile(page, "calls"));
        Assert.Equal("Saved by reuse, 30 days $1.50 12 results, 30K tokens", Tile(page, "saved"));
        Assert.Equal("Today $1.25 of $5.00, 25 %", Tile(page, "today"));
        Assert.Equal("42", page.Find("[data-name=month] .tile-bar").GetAttribute("width"));
        Assert.Equal(2, page.FindAll(".totals-note").Count);
    }

    [Fact]
    public void Tables_compare_models_and_purposes()
    {
        var page = Open();

        Assert.Equal(["large", "small", "free"], page.FindAll(".shares:first-child .shares-name").Select(n => n.TextContent));
        Assert.Equal(["Review analysis", "Answers", "Direct messages (API)"], page.FindAll(".shares:last-child .shares-name").Select(n => n.TextContent));
        var free = page.FindAll(".shares:first-child tbody tr")[2];
        Assert.Contains("partly estimated", free.TextContent, StringComparison.Ordinal);
        Assert.Equal("? 5 without a price", Words(free.Children[3]));
        Assert.Equal("40 12 reused", Words(page.Find(".shares:first-child tbody td")));
    }

    [Fact]
    public void Bars_compare_what_the_chart_shows()
    {
        var page = Open();
        Assert.Equal(["100", "6.9", "0"], Bars(page));

        page.FindAll(".segments input")[2].Change("on");

        page.WaitForAssertion(() => Assert.Equal(["3.33", "100", "0.6"], Bars(page)));

        static IEnumerable<string?> Bars(IRenderedComponent<UsagePage> page) =>
            page.FindAll(".shares:first-child svg rect:last-child").Select(r => r.GetAttribute("width"));
    }

    [Fact]
    public void Chart_has_a_table_with_the_same_figures()
    {
        var page = Open();

        Assert.Equal("true", page.Find(".chart-drawing").GetAttribute("aria-hidden"));
        Assert.Equal(["Day", "small", "large", "Sum"], page.FindAll(".chart thead th").Select(c => c.TextContent));
        Assert.Equal(
            ["Wed, Nov 18 $0 $7.25 $7.25", "Tue, Nov 17 $0.50 $0 $0.50"],
            page.FindAll(".chart tbody tr").Select(Words));
    }

    [Theory]
    [InlineData("usage?days=7", "7 days", "Cost, 7 days")]
    [InlineData("usage", "30 days", "Cost, 30 days")]
    [InlineData("usage?days=90", "90 days", "Cost, 90 days")]
    public void Range_is_in_the_address(string address, string chosen, string told)
    {
        var page = Open(address);

        Assert.Equal(chosen, page.Find(".segments a[aria-current=true]").TextContent);
        Assert.StartsWith(told, Tile(page, "cost"), StringComparison.Ordinal);
        Assert.Equal(["usage?days=7", "usage?days=30", "usage?days=90"], page.FindAll(".segments a").Select(a => a.GetAttribute("href")));
    }

    [Theory]
    [InlineData("en", "No model endpoint is set")]
    [InlineData("ko", "모델 엔드포인트가 설정되지 않았습니다")]
    public void Without_endpoint_the_three_settings_are_told_and_nothing_else(string culture, string title)
    {
        Speak(culture);
        (_gateway.Now, _store.Rows) = (GatewayStub.NoEndpoint, []);
        var page = Open();

        Assert.Equal(title, page.Find(".no-endpoint h2").TextContent);
        Assert.Equal(["OpenAI__BaseUrl", "OpenAI__ApiKey", "Models__Tiers__Simple…"], page.FindAll(".no-endpoint dt").Select(t => t.TextContent));
        Assert.Empty(page.FindAll(".tile, .gateway, .segments, .notice"));
    }

    [Fact]
    public void Without_endpoint_earlier_calls_are_still_shown()
    {
        _gateway.Now = GatewayStub.NoEndpoint;
        var page = Open();

        Assert.NotNull(page.Find(".no-endpoint"));
        Assert.NotEmpty(page.FindAll(".shares"));
        Assert.Empty(page.FindAll(".gateway"));
    }

    [Fact]
    public void Endpoint_without_calls_leads_to_the_first_question()
    {
        _store.Rows = [];
        var page = Open();

        Assert.Equal("No model was called in the last 30 days.", page.Find(".usage-nothing h2").TextContent);
        Assert.Equal("ask", page.Find(".usage-nothing a").GetAttribute("href"));
    }

    [Fact]
    public void Unreadable_database_leaves_the_rest_and_can_be_tried_again()
    {
        _store.IsDown = true;
        var page = Open();
        Assert.Contains("could not be read", page.Find(".usage-problem").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", page.Markup, StringComparison.Ordinal);
        Assert.NotNull(page.Find(".gateway"));

        _store.IsDown = false;
        page.Find(".usage-problem button").Click();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".usage-problem")));
        Assert.NotEmpty(page.FindAll(".shares"));
    }

    [Fact]
    public void Wrong_key_is_told_with_what_to_do()
    {
        _gateway.AfterProbe = GatewayStub.Fine with { Fault = ModelFault.WrongKey };
        var page = Open();
        Assert.Empty(page.FindAll(".notice"));

        page.Find(".gateway button").Click();

        page.WaitForAssertion(() => Assert.Contains("Set OpenAI:ApiKey", page.Find(".notice[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal("Unusable", page.Find(".gateway-chip").TextContent);
    }

    [Theory]
    [InlineData(1.25, 100, "Until the month ends")]
    [InlineData(5, 42, "Until midnight")]
    public void Spent_budget_is_told(double today, double month, string expected)
    {
        _gateway.Now = GatewayStub.Fine with { Budget = new(5m, (decimal)today, 100m, (decimal)month) };

        Assert.Contains(expected, Open().Find(".notice").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Queue_and_breakers_are_live_and_draw_nothing_else()
    {
        var page = Open();
        Assert.Contains("Nobody waits.", page.Find(".gateway").TextContent, StringComparison.Ordinal);
        var (chart, totals, panel) = (page.FindComponent<UsageChart>(), page.FindComponent<UsageTotals>(), page.FindComponent<GatewayPanel>());
        page.WaitForElement(".chart-drawing svg text");
        int[] before = [chart.RenderCount, totals.RenderCount];

        _gateway.Now = GatewayStub.Fine with
        {
            Models = [GatewayStub.Fine.Models[0] with { Breaker = BreakerState.Open, LastFault = ModelFault.RateLimited, LastFaultAt = _clock.GetUtcNow() }],
            Queue = GatewayStub.Fine.Queue with { WaitingCustomers = 2, WaitingBatch = 14, LongestWait = TimeSpan.FromSeconds(3.2) },
        };
        _clock.Advance(TimeSpan.FromSeconds(1));

        page.WaitForAssertion(() => Assert.Contains("Waiting: 2 for customers, 14 of batches; the longest for 3.20 s.", panel.Markup, StringComparison.Ordinal));
        Assert.Equal("Paused", page.Find(".gateway-models .gateway-chip").TextContent);
        Assert.Contains("Last fault at 10:00:00: too many requests", panel.Markup, StringComparison.Ordinal);
        Assert.Equal(before.AsEnumerable(), [chart.RenderCount, totals.RenderCount]);

        var drawn = panel.RenderCount;
        var looks = _gateway.Looks;
        _clock.Advance(TimeSpan.FromSeconds(1));
        page.WaitForState(() => _gateway.Looks > looks);
        Assert.Equal(drawn, panel.RenderCount);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ko")]
    public void Every_state_has_its_words(string culture)
    {
        var texts = new ResourceManager(typeof(UsageText)).GetResourceSet(CultureInfo.GetCultureInfo(culture == "en" ? "" : culture), createIfNotExists: true, tryParents: false)!;
        string[] keys =
        [
            .. Enum.GetNames<ModelFault>().SelectMany(f => new[] { $"Fault_{f}", $"Advice_{f}" }), .. Enum.GetNames<ModelPurpose>().Select(p => $"Purpose_{p}"),
            .. Enum.GetNames<BreakerState>().Select(b => $"Breaker_{b}"), .. Enum.GetNames<UsageMeasure>().SelectMany(m => new[] { $"Measure_{m}", $"ChartOf_{m}", $"NothingDrawn_{m}" }),
        ];

        Assert.All(keys, k => Assert.NotNull(texts.GetString(k)));
    }

    private static void Speak(string culture) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

    private static string Tile(IRenderedComponent<UsagePage> page, string name) => Words(page.Find($"[data-name={name}]"));

    private static string Words(AngleSharp.Dom.INode node) =>
        string.Join(' ', node.ChildNodes.Select(c => c.NodeType == AngleSharp.Dom.NodeType.Text ? c.TextContent : Words(c))
            .SelectMany(t => t.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    private IRenderedComponent<UsagePage> Open(string address = "usage")
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Render<UsagePage>();
    }
}
