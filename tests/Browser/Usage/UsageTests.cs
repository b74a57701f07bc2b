using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CustomerService.Browser.Tests.Ask;
using CustomerService.Core.Models;
using CustomerService.Core.Usage;
using CustomerService.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CustomerService.Browser.Tests.Usage;

/// <summary>The Usage page on the real database, with a gateway whose state the tests tell.</summary>
[Collection(BrowserCollection.Name)]
public sealed class UsageTests(BrowserFixture browser)
{
    private readonly GatewayStub _gateway = new();

    public static TheoryData<string, int, ColorScheme> Looks => new()
    {
        { "ko-KR", 1280, ColorScheme.Light },
        { "en-US", 1280, ColorScheme.Dark },
        { "en-US", 390, ColorScheme.Light },
        { "ko-KR", 390, ColorScheme.Dark },
    };

    [Fact]
    public async Task Calls_are_drawn_and_the_measure_is_chosen_by_keyboard() => await VisitAsync(Look.English, async (page, usage) =>
    {
        await RecordAsync(usage);
        await page.GotoAsync("/ask");
        // A click at the very moment in which the page becomes interactive hits a link that is being replaced.
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Question" })).ToBeEditableAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Usage" }).ClickAsync();

        await Expect(Chart(page).GetByText("$0.40", new() { Exact = true })).ToBeVisibleAsync();
        var model = page.GetByRole(AriaRole.Row, new() { NameRegex = Saying("^large ") });
        await Expect(model).ToContainTextAsync("$1.20");

        await page.GetByRole(AriaRole.Radio, new() { Name = "Cost" }).FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "Tokens" })).ToBeCheckedAsync();
        await Expect(Chart(page).GetByText("4,000", new() { Exact = true })).ToBeVisibleAsync();

        await page.GetByText("As a table").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "As a table" }).GetByRole(AriaRole.Row)).ToHaveCountAsync(4);
    });

    [Fact]
    public async Task Range_is_kept_in_the_address() => await VisitAsync(Look.English, async (page, usage) =>
    {
        await RecordAsync(usage);
        await page.GotoAsync("/usage");
        await Expect(Chart(page).GetByText("$0.40", new() { Exact = true })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "7 days" }).ClickAsync();

        await Expect(page).ToHaveURLAsync(Saying(@"/usage\?days=7$"));
        await Expect(page.GetByText("Calls, 7 days")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "7 days" })).ToHaveAttributeAsync("aria-current", "true");
    });

    [Fact]
    public async Task Queue_breaker_and_endpoint_are_told_as_they_change() => await VisitAsync(Look.Korean, async (page, _) =>
    {
        await page.GotoAsync("/usage");
        await Expect(page.GetByText("기다리는 요청이 없습니다.")).ToBeVisibleAsync();
        await Expect(page.GetByText("최근 30일 동안 모델을 호출하지 않았습니다.")).ToBeVisibleAsync();

        _gateway.Now = GatewayStub.Fine with
        {
            Fault = ModelFault.WrongKey,
            Models = [GatewayStub.Fine.Models[0] with { Breaker = BreakerState.Open, LastFault = ModelFault.WrongKey, LastFaultAt = GatewayStub.Fine.ProbedAt }],
            Queue = GatewayStub.Fine.Queue with { WaitingCustomers = 2 },
        };

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("키를 받아들이지 않음");
        await Expect(page.GetByText("대기 중: 고객 2건")).ToBeVisibleAsync();
        await Expect(page.GetByText("일시 중지", new() { Exact = true })).ToBeVisibleAsync();

        _gateway.AfterProbe = GatewayStub.Fine;
        await page.GetByRole(AriaRole.Button, new() { Name = "지금 확인" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
    });

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Every_state_of_the_page_is_accessible_and_fits(string locale, int width, ColorScheme scheme) =>
        await VisitAsync(new Look(locale, width, 844, scheme), async (page, usage) =>
        {
            _gateway.Now = GatewayStub.NoEndpoint;
            await page.GotoAsync("/usage");
            await Expect(page.GetByText("OpenAI__BaseUrl", new() { Exact = true })).ToBeVisibleAsync();
            await AssertFineAsync(page, "no endpoint");

            _gateway.Now = GatewayStub.Fine;
            await page.GotoAsync("/usage?days=7");
            await Expect(page.Locator(".usage-nothing")).ToBeVisibleAsync();
            await AssertFineAsync(page, "no calls");

            await RecordAsync(usage);
            _gateway.Now = GatewayStub.Fine with
            {
                Fault = ModelFault.ConnectionFailed,
                Models = [.. GatewayStub.Fine.Models.Select((m, i) => m with { Breaker = (BreakerState)(i + 1), LastFault = ModelFault.ServerError, LastFaultAt = GatewayStub.Fine.ProbedAt })],
                Queue = GatewayStub.Fine.Queue with { WaitingBatch = 5_000, TokensLeft = 10 },
                Budget = new(1m, 1.2m, 100m, 90m),
            };
            await page.GotoAsync("/usage?days=90");
            await Expect(Chart(page).GetByText("$0.40", new() { Exact = true })).ToBeVisibleAsync();
            await page.Locator("summary").ClickAsync();
            await AssertFineAsync(page, "calls");
        });

    private static ILocator Chart(IPage page) => page.Locator(".chart-drawing svg");

    private static Regex Saying(string pattern) => AskTab.Saying(pattern);

    private static async Task AssertFineAsync(IPage page, string state)
    {
        try
        {
            await Visit.AssertAccessibleAsync(page);
            await Visit.AssertFitsAsync(page);
        }
        catch (Xunit.Sdk.XunitException failure)
        {
            Assert.Fail($"{state}: {failure.Message}");
        }
    }

    private async Task VisitAsync(Look look, Func<IPage, IUsageStore, Task> test, [CallerMemberName] string name = "")
    {
        await using var host = new AppHost(services: services => services.AddSingleton<IModelGateway>(_gateway));
        await browser.VisitAsync(
            host, look, async visit => await test(await visit.OpenAsync("/ask"), host.Services.GetRequiredService<IUsageStore>()), name);
    }

    /// <summary>Calls of three days: $0.40 a day for the model "large", estimates without a price for another one.</summary>
    private static async Task RecordAsync(IUsageStore usage)
    {
        var now = TimeProvider.System.GetUtcNow();
        for (var day = 0; day < 3; day++)
        {
            Record(day, "large", ModelOutcome.Succeeded, 0.4m, 3_500, false);
            Record(day, "small", ModelOutcome.Failed, 0m, 0, false);
            Record(day, "small", ModelOutcome.Reused, 0.1m, 900, false);
            Record(day, "free", ModelOutcome.Succeeded, null, 500, true);
        }

        await usage.FlushAsync(CancellationToken.None);

        void Record(int daysAgo, string model, ModelOutcome outcome, decimal? cost, int tokens, bool estimated) => usage.Record(new(
            Guid.CreateVersion7().ToString("N"), now.AddDays(-daysAgo), model, ModelPurpose.Answer, null, null, 1, outcome,
            outcome == ModelOutcome.Failed ? ModelFault.ServerError : null, tokens, 0, estimated, cost, TimeSpan.Zero, null, TimeSpan.FromSeconds(1)));
    }
}
