using CustomerService.Testing;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CustomerService.Browser.Tests.Ask;

/// <summary>The Ask page when a model writes, over the real wire.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ModelTests(BrowserFixture browser)
{
    private const string InStock = "재고 있나요?";

    [Fact]
    public async Task Three_settings_show_a_models_answer_its_name_and_its_price() => await VisitAsync(Look.Korean, async (tab, endpoint) =>
    {
        endpoint.Always(Reply.Says("네, 재고가 있습니다."));
        await tab.AskAsync(InStock);
        await tab.EndedAsync(InStock);

        await Expect(tab.Text).ToContainTextAsync("네, 재고가 있습니다.");
        await Expect(tab.Answer).ToContainTextAsync("shop-model");
        await Expect(tab.Answer).ToContainTextAsync("토큰 90개");
        await tab.Page.GetByText("작성 과정").ClickAsync();
        await Expect(tab.Answer).ToContainTextAsync("단순 · 한 가지 사실 질문");
        await Visit.AssertAccessibleAsync(tab.Page);
    });

    [Fact]
    public async Task Words_grow_while_the_model_writes_and_what_is_held_back_is_shown_to_the_agent() => await VisitAsync(Look.Korean.Dark.Narrow, async (tab, endpoint) =>
    {
        var gate = new Gate();
        gate.Close();
        endpoint.Answer(r => r.IsStreamed ? Reply.Stream("네, 재고가 있습니다. 서울에는 ").Wait(gate).Text("999개가 있습니다. ") : null);
        await tab.AskAsync(InStock);

        await Expect(tab.Text).ToContainTextAsync("네, 재고가 있습니다.");
        await Expect(tab.Stop).ToBeVisibleAsync();
        gate.Open();
        await tab.EndedAsync(InStock);

        Assert.DoesNotContain("999", await tab.Text.InnerTextAsync(), StringComparison.Ordinal);
        await tab.Page.GetByText("1건 보류").ClickAsync();
        await Expect(tab.Answer).ToContainTextAsync("999개: 근거에 없는 수치입니다.");
        await Visit.AssertAccessibleAsync(tab.Page);
        await Visit.AssertFitsAsync(tab.Page);
    });

    [Fact]
    public async Task Interrupted_answer_says_so_and_can_be_gone_on_with() => await VisitAsync(Look.Korean, async (tab, endpoint) =>
    {
        var isFirst = true;
        endpoint.Answer(r =>
        {
            if (!r.IsStreamed)
                return null;
            var reply = isFirst ? Reply.Stream("네, 재고가 있습니다. ").ThenReset() : Reply.Stream("부산에는 45개가 있습니다.");
            isFirst = false;
            return reply;
        });
        await tab.AskAsync(InStock);
        await tab.EndedAsync(InStock);
        await Expect(tab.Answer).ToContainTextAsync("모델과의 연결이 끊어졌습니다.");

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "이어서 쓰기" }).ClickAsync();

        await Expect(tab.Text).ToContainTextAsync("네, 재고가 있습니다. 부산에는 45개가 있습니다.");
        await tab.EndedAsync(InStock);
        await Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "이어서 쓰기" })).ToHaveCountAsync(0);
    });

    [Fact]
    public async Task Model_that_is_down_leaves_no_trace_of_its_errors() => await VisitAsync(Look.English, async (tab, endpoint) =>
    {
        endpoint.Always(Reply.Status(500, message: "System.NullReferenceException at Upstream.Secret()"));
        await tab.AskAsync("Is it in stock?");
        await tab.EndedAsync("Is it in stock?");

        await Expect(tab.Answer).ToContainTextAsync("Embedded assistant");
        await tab.Page.GetByText("How this was written").ClickAsync();
        await Expect(tab.Answer).ToContainTextAsync("shop-model – the model’s server failed.");
        Assert.DoesNotContain("NullReference", await tab.Page.ContentAsync(), StringComparison.Ordinal);
    });

    private async Task VisitAsync(Look look, Func<AskTab, ScriptedEndpoint, Task> test, [System.Runtime.CompilerServices.CallerMemberName] string name = "")
    {
        await using var endpoint = new ScriptedEndpoint();
        await using var host = new AppHost(new Dictionary<string, string>
        {
            ["OpenAI:BaseUrl"] = endpoint.Address.ToString(),
            ["OpenAI:ApiKey"] = "sk-of-the-shop",
            ["Models:Tiers:Simple"] = "shop-model",
            ["Resilience:MaxRetries"] = "0",
        });
        await browser.VisitAsync(host, look, async visit => await test(new AskTab(await visit.OpenAsync("/ask?product=E001")), endpoint), name);
    }
}
