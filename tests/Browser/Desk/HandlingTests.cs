using CustomerService.Browser.Tests.Ask;
using CustomerService.Browser.Tests.Conversations;
using CustomerService.Browser.Tests.Widget;
using CustomerService.Core.Triage;
using CustomerService.Testing;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CustomerService.Browser.Tests.Desk;

/// <summary>What agents do with a conversation besides answering it.</summary>
[Collection(BrowserCollection.Name)]
public sealed class HandlingTests(BrowserFixture browser, WidgetShop shop) : Story(browser, shop), IClassFixture<WidgetShop>
{
    [Fact]
    public async Task Colleague_is_shown_looking_and_writing_until_the_last_of_their_pages_is_closed() => await PlayAsync(Look.English, async (chat, visit) =>
    {
        var address = await WaitForPersonAsync(chat);
        var kim = await ConversationsTab.OpenAsync(visit, address);
        await Browser.VisitAsync(Shop.Host.Address, Look.English, await SignedIn.AsAgentAsync(Shop.Host.Services, "Lee"), async other =>
        {
            var lee = await ConversationsTab.OpenAsync(other, address);
            var again = await ConversationsTab.OpenAsync(other, address);
            await Expect(Present(kim)).ToHaveTextAsync(["Lee is looking"]);
            await Expect(Present(lee)).ToHaveTextAsync(["Kim is looking"]);

            await lee.TakeOverAsync();
            await lee.Field.PressSequentiallyAsync("Hello");
            await Expect(Present(kim)).ToHaveTextAsync(["Lee is writing a reply"]);

            await again.Page.CloseAsync();
            await Expect(Present(kim)).ToHaveTextAsync(["Lee is looking"]);
            await lee.GoToAsync("/conversations");
            await Expect(Present(kim)).ToHaveCountAsync(0);
        });
    });

    [Fact]
    public async Task Snoozed_conversation_is_out_of_the_way_until_its_customer_writes() => await PlayAsync(Look.Korean, async (chat, visit) =>
    {
        var desk = await ConversationsTab.OpenAsync(visit, await WaitForPersonAsync(chat));
        await desk.TakeOverAsync();
        await Expect(desk.Field).ToBeVisibleAsync();
        await desk.GoToAsync(new Uri(desk.Page.Url).AbsolutePath + "?view=mine");
        var row = desk.Row((await Shop.KeptAsync(chat))!);
        await Expect(row).ToBeVisibleAsync();

        await desk.Page.Keyboard.PressAsync("z");
        await desk.Action("1시간 뒤", "For 1 hour").ClickAsync();
        await Expect(desk.Thread.Locator(".snoozed")).ToContainTextAsync("미뤄 둠");
        await Expect(row).ToHaveCountAsync(0);
        await desk.Filter.GetByRole(AriaRole.Link, new() { NameRegex = AskTab.Saying("^(미뤄 둠|Snoozed)") }).ClickAsync();
        await Expect(row).ToBeVisibleAsync();

        await chat.SendAsync("아직 계신가요?");
        await Expect(desk.Thread.Locator(".snoozed")).ToHaveCountAsync(0);
        await Expect(row).ToHaveCountAsync(0);
        Assert.Null((await Shop.KeptAsync(chat))!.SnoozedUntil);
    });

    [Fact]
    public async Task What_an_agent_puts_right_in_triage_stays_when_the_customer_writes_on() => await PlayAsync(Look.English, async (chat, visit) =>
    {
        var desk = await ConversationsTab.OpenAsync(visit, await WaitForPersonAsync(chat));
        await desk.TakeOverAsync();
        var topic = desk.Thread.GetByLabel("Topic");
        await topic.SelectOptionAsync(nameof(Topic.Return));
        await desk.Thread.GetByLabel("Summary in a line").FillAsync("Wants to send earphones back");
        await desk.Thread.GetByLabel("Summary in a line").PressAsync("Enter");
        await Expect(desk.Thread.GetByLabel("Summary in a line (Corrected by a person)")).ToHaveValueAsync("Wants to send earphones back");
        await desk.Thread.GetByLabel("Summary in a line").FillAsync(" ");
        await desk.Thread.GetByLabel("Summary in a line").PressAsync("Enter");
        await Expect(desk.Thread.GetByLabel("Summary in a line")).ToHaveValueAsync("Wants to send earphones back");

        await chat.SendAsync("You sold me rubbish!! I am furious, where is my parcel?");
        await Expect(desk.Messages.Last).ToContainTextAsync("rubbish");
        await Expect(desk.Thread.GetByLabel("Mood")).ToHaveValueAsync(nameof(Mood.Angry));
        await Expect(topic).ToHaveValueAsync(nameof(Topic.Return));
        await Expect(desk.Rows.First.Locator(".row-topic")).ToHaveTextAsync("Return");

        await desk.Page.ReloadAsync();
        await desk.LiveAsync();
        await Expect(desk.Thread.GetByLabel("Topic (Corrected by a person)")).ToHaveValueAsync(nameof(Topic.Return));
        await Expect(desk.Thread.GetByLabel("Summary in a line")).ToHaveValueAsync("Wants to send earphones back");
        Assert.Equal(TriageFields.Topic | TriageFields.Summary, (await Shop.KeptAsync(chat))!.Corrected);
    });

    [Fact]
    public async Task Customer_and_agent_of_different_languages_understand_each_other() => await PlayAsync(Look.Korean, async (chat, visit) =>
    {
        Shop.Endpoint.Clear();
        Shop.Endpoint.Answer(request => request.Prompt!.Contains("언제 도착하나요", StringComparison.Ordinal) && IsTranslation(request) ? Reply.Says("When will it arrive?")
            : request.Prompt!.Contains("Tomorrow", StringComparison.Ordinal) && IsTranslation(request) ? Reply.Says("내일 도착합니다.") : null);
        var address = await WaitForPersonAsync(chat);
        await chat.SendAsync("언제 도착하나요?");
        var desk = await ConversationsTab.OpenAsync(visit, address);
        await Expect(desk.Thread).ToContainTextAsync("The customer writes in Korean.");
        await desk.TakeOverAsync();
        await desk.Action("", "Translate everything").ClickAsync();
        var asked = desk.Messages.Filter(new() { HasText = "언제 도착하나요?" });
        await Expect(asked).ToContainTextAsync("When will it arrive?");
        await Expect(asked).ToContainTextAsync("Translated by");
        await Visit.AssertAccessibleAsync(desk.Page);

        await desk.Field.FillAsync("Tomorrow.");
        await desk.Action("", "Translate into Korean").ClickAsync();
        await Expect(desk.Field).ToHaveValueAsync("내일 도착합니다.");
        await desk.Field.PressAsync("Enter");
        await Expect(chat.Messages.Last).ToContainTextAsync("내일 도착합니다.");
        await Expect(chat.Log).Not.ToContainTextAsync("Tomorrow");
    }, Look.English);

    private static bool IsTranslation(ScriptedRequest request) => request.Text.Contains("You translate one message", StringComparison.Ordinal);

    private static ILocator Present(ConversationsTab desk) => desk.Thread.GetByRole(AriaRole.List, new() { Name = "Colleagues in this conversation" }).Locator("li bdi");

    /// <returns>The conversation's address in the workspace.</returns>
    private static async Task<string> WaitForPersonAsync(ChatTab chat)
    {
        await chat.OpenAsync();
        await chat.Person.ClickAsync();
        await Expect(chat.Banner).ToBeVisibleAsync();
        return $"/conversations/{await chat.ConversationIdAsync()}";
    }
}
