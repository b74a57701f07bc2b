using CustomerService.Browser.Tests.Ask;
using CustomerService.Browser.Tests.Conversations;
using CustomerService.Browser.Tests.Widget;
using CustomerService.Core.Conversations;
using CustomerService.Testing;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CustomerService.Browser.Tests.Desk;

/// <summary>Whole stories of a customer in the shop and agents in the workspace.</summary>
[Collection(BrowserCollection.Name)]
public sealed class StoryTests(BrowserFixture browser, WidgetShop shop) : Story(browser, shop), IClassFixture<WidgetShop>
{
    private const string InStock = "재고 있나요?";

    [Fact]
    public async Task Question_goes_from_the_assistant_to_a_person_and_back_and_is_closed_and_rated() => await PlayAsync(Look.Korean, async (chat, visit) =>
    {
        Shop.Script().Open();
        await chat.OpenAsync();
        await chat.SendAsync(InStock);
        await chat.EndedAsync(1);
        await chat.SendAsync("카드가 두 번 결제됐어요. 확인해 주세요.");
        await Expect(chat.Log).ToContainTextAsync("결제");
        await Expect(chat.Banner).ToBeVisibleAsync();

        var desk = await ConversationsTab.OpenAsync(visit, "/conversations?view=waiting");
        await desk.Rows.First.ClickAsync();
        await Expect(desk.Thread).ToContainTextAsync("결제 정보·결제 문제");
        await Expect(desk.Messages.Nth(1)).ToContainTextAsync(WidgetShop.First + WidgetShop.Rest);
        await Expect(desk.Field).ToHaveCountAsync(0);
        await desk.TakeOverAsync();
        await Expect(chat.Log).ToContainTextAsync("Kim");
        await desk.Action("답변 제안 받기", "Suggest a reply").ClickAsync();
        await Expect(desk.Draft).ToHaveAttributeAsync("data-state", "done");
        await desk.Action("답장에 넣기", "Insert").ClickAsync();
        await Expect(desk.Field).Not.ToHaveValueAsync("");
        await Expect(chat.Answers).ToHaveCountAsync(1);
        await desk.ReplyAsync("안녕하세요, 결제 내역을 확인했습니다.");
        await Expect(chat.Messages.Last).ToContainTextAsync("결제 내역을 확인했습니다.");
        await Expect(chat.Messages.Last).ToContainTextAsync("Kim");

        await desk.Action("어시스턴트에게", "Back to assistant").ClickAsync();
        await Expect(chat.Log).ToContainTextAsync("자동 상담으로 돌아왔습니다");
        await chat.SendAsync("그럼 부산에는 재고가 있나요?");
        await chat.EndedAsync(2);
        await Expect(desk.Messages.Last).ToContainTextAsync(WidgetShop.First + WidgetShop.Rest);

        await desk.Action("종료", "Close").ClickAsync();
        await chat.Button("5점 만점에 5점", "5 of 5 stars").ClickAsync();
        await Expect(desk.Thread.GetByRole(AriaRole.Img, new() { Name = "고객 평점 5점 만점에 5점" })).ToBeVisibleAsync();
        var kept = await Shop.KeptAsync(chat);
        Assert.Equal((ConversationOwner.Closed, 5), (kept!.Owner, kept.Rating));
    });

    [Fact]
    public async Task Takeover_in_mid_sentence_is_the_last_the_customer_hears_of_the_assistant() => await PlayAsync(Look.English, async (chat, visit) =>
    {
        var gate = Shop.Script("Yes, it is in stock. Busan ", "has 45.");
        await chat.OpenAsync();
        await chat.SendAsync("Is it in stock?");
        await Expect(chat.Answers).ToContainTextAsync("Yes, it is in stock.");
        var desk = await ConversationsTab.OpenAsync(visit, $"/conversations/{await chat.ConversationIdAsync()}");
        await desk.TakeOverAsync();
        await Expect(chat.Log).ToContainTextAsync("Kim");
        gate.Open();
        await desk.ReplyAsync("Hello, this is Kim.");

        await Expect(chat.Messages.Last).ToContainTextAsync("Hello, this is Kim.");
        await Expect(chat.Answers.First).ToContainTextAsync("Yes, it is in stock.");
        await Expect(chat.Log).Not.ToContainTextAsync("has 45");
    });

    [Fact]
    public async Task Of_two_agents_who_grab_a_conversation_one_gets_it_and_the_other_is_told() => await PlayAsync(Look.English, async (chat, visit) =>
    {
        await chat.OpenAsync();
        await chat.Person.ClickAsync();
        await Expect(chat.Banner).ToBeVisibleAsync();
        var address = $"/conversations/{await chat.ConversationIdAsync()}";
        var cookie = await SignedIn.AsAgentAsync(Shop.Host.Services, "Lee");
        await Browser.VisitAsync(Shop.Host.Address, Look.English, cookie, async other =>
        {
            var kim = await ConversationsTab.OpenAsync(visit, address);
            var lee = await ConversationsTab.OpenAsync(other, address);
            await Expect(kim.Action("이어받기", "Take over")).ToBeEnabledAsync();
            await Expect(lee.Action("이어받기", "Take over")).ToBeEnabledAsync();
            // Pressed by the pages themselves at one instant, as two hands would at best.
            var instant = TimeProvider.System.GetUtcNow().AddSeconds(1).ToUnixTimeMilliseconds();
            await Task.WhenAll(new[] { kim, lee }.Select(d => d.Action("이어받기", "Take over").EvaluateAsync("(button, at) => { setTimeout(() => button.click(), at - Date.now()); }", instant)));

            await Expect(chat.Log).ToContainTextAsync(AskTab.Saying("Kim|Lee"));
            var isKims = (await chat.Log.InnerTextAsync()).Contains("Kim", StringComparison.Ordinal);
            var (winner, loser, name) = isKims ? (kim, lee, "Kim") : (lee, kim, "Lee");
            await Expect(winner.Field).ToBeVisibleAsync();
            await Expect(loser.Thread).ToContainTextAsync("A colleague answers this customer.");
            await Expect(loser.Action("", $"Take over from {name}")).ToBeVisibleAsync();
            Assert.Equal(1, (await chat.Log.InnerTextAsync()).Split(name).Length - 1);
        });
    });

    [Fact]
    public async Task Line_that_breaks_while_an_agent_types_takes_no_word_away() => await PlayAsync(Look.English, async (chat, _) =>
    {
        await chat.OpenAsync();
        await chat.Person.ClickAsync();
        await Expect(chat.Banner).ToBeVisibleAsync();
        await using var line = new TcpRelay(Shop.Host.Address);
        await Browser.VisitAsync(line.Address, Look.English, await Shop.Host.StaffCookieAsync(), async visit =>
        {
            // Blazor's own script of the virtual list tells the server of its size without asking whether there is a line.
            visit.ExpectedError = "Cannot send data if the connection is not in the 'Connected' State";
            var desk = await ConversationsTab.OpenAsync(visit, $"/conversations/{await chat.ConversationIdAsync()}");
            await desk.TakeOverAsync();
            await desk.Field.PressSequentiallyAsync("Hello, I am ");
            line.Cut();
            await desk.Field.PressSequentiallyAsync("looking ");
            await Expect(desk.Page.Locator("#components-reconnect-modal")).ToBeVisibleAsync();
            line.Mend();
            await Expect(desk.Page.Locator("#components-reconnect-modal")).ToBeHiddenAsync();
            await Expect(desk.Field).ToHaveValueAsync("Hello, I am looking ");

            line.Cut();
            await desk.Field.PressSequentiallyAsync("into it.");
            line.Mend();
            await desk.Page.ReloadAsync();
            await desk.LiveAsync();
            await Expect(desk.Field).ToHaveValueAsync("Hello, I am looking into it.");
            await desk.Field.PressAsync("Enter");
            await Expect(chat.Messages.Last).ToContainTextAsync("Hello, I am looking into it.");
            await Expect(desk.Field).ToHaveValueAsync("");
            await Expect(chat.Messages.Filter(new() { HasText = "looking" })).ToHaveCountAsync(1);
        });
    });

    [Fact]
    public async Task Everything_works_while_the_endpoint_is_down_all_along()
    {
        await using var host = new AppHost(new Dictionary<string, string>
        {
            ["OpenAI:BaseUrl"] = ScriptedEndpoint.Nowhere().ToString(),
            ["OpenAI:ApiKey"] = "k",
            ["Widget:AllowedOrigins"] = Shop.Site.Origin,
        });
        await Browser.VisitAsync(host.Address, Look.Korean, async customer =>
        {
            var chat = await new ChatTab(await customer.OpenAsync("/demo/products/E001")).OpenAsync();
            await chat.SendAsync(InStock);
            await chat.EndedAsync(1);
            await Expect(chat.Answers.First).ToContainTextAsync("172개");
            await Expect(chat.Answers.First).ToContainTextAsync("자동 답변");
            await chat.SendAsync("변호사와 상의하겠습니다");
            await Expect(chat.Banner).ToBeVisibleAsync();
            await Browser.VisitAsync(host, Look.Korean, async visit =>
            {
                var desk = await ConversationsTab.OpenAsync(visit, "/conversations?view=waiting");
                await desk.Rows.First.ClickAsync();
                await Expect(desk.Thread).ToContainTextAsync("법적인 문제");
                await desk.TakeOverAsync();
                await desk.ReplyAsync("무슨 일이 있으셨나요?");
                await Expect(chat.Messages.Last).ToContainTextAsync("무슨 일이 있으셨나요?");
                await desk.Action("종료", "Close").ClickAsync();
                await chat.Button("5점 만점에 3점", "3 of 5 stars").ClickAsync();
                await Expect(desk.Thread.GetByRole(AriaRole.Img, new() { Name = "고객 평점 5점 만점에 3점" })).ToBeVisibleAsync();
            });
        });
    }
}
