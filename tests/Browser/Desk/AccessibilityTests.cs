using CustomerService.Browser.Tests.Conversations;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CustomerService.Browser.Tests.Desk;

/// <summary>axe finds nothing in what agents open beside a conversation, and the page is never wider than its window.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AccessibilityTests(BrowserFixture browser)
{
    public static TheoryData<string, int, ColorScheme> Looks => Conversations.AccessibilityTests.Looks;

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Suggestion_details_and_insight_are_accessible_and_fit(string locale, int width, ColorScheme scheme)
    {
        await using var host = new AppHost();
        await browser.VisitAsync(host, new Look(locale, width, 844, scheme), async visit =>
        {
            var customer = await (await (await Customer.ComeAsync(host.Services)).SayAsync("이 이어폰 장점과 단점이 뭐예요?")).AnsweredAsync();
            await customer.WantPersonAsync();
            var desk = await ConversationsTab.OpenAsync(visit, customer.Address);
            await desk.TakeOverAsync();
            await desk.Action("답변 제안 받기", "Suggest a reply").ClickAsync();
            await Expect(desk.Draft).ToHaveAttributeAsync("data-state", "done");
            await AssertFineAsync();

            var details = desk.Action("상세 정보", "Details");
            if (await details.IsVisibleAsync())
                await details.ClickAsync();
            await desk.Page.Locator(".context").GetByRole(AriaRole.Button, new() { NameRegex = Ask.AskTab.Saying("^(조회|Look up)$") }).ClickAsync();
            await Expect(desk.Page.Locator(".context .card")).ToHaveCountAsync(4);
            await AssertFineAsync();

            await desk.Page.GotoAsync("/insight");
            await Expect(desk.Page.Locator(".insight .writer")).ToBeVisibleAsync();
            await AssertFineAsync();

            async Task AssertFineAsync()
            {
                await Visit.AssertAccessibleAsync(desk.Page);
                await Visit.AssertFitsAsync(desk.Page);
            }
        });
    }
}
