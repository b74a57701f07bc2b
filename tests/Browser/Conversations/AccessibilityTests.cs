using CustomerService.Core.Conversations;
using CustomerService.Core.Lookups;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CustomerService.Browser.Tests.Conversations;

/// <summary>axe finds nothing in any state of the page, and the page is never wider than its window.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AccessibilityTests(BrowserFixture browser)
{
    public static TheoryData<string, int, ColorScheme> Looks => new()
    {
        { "ko-KR", 1280, ColorScheme.Light },
        { "en-US", 1280, ColorScheme.Dark },
        { "en-US", 1024, ColorScheme.Light },
        { "en-US", 390, ColorScheme.Light },
        { "ko-KR", 390, ColorScheme.Dark },
    };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Every_state_of_the_page_is_accessible_and_fits(string locale, int width, ColorScheme scheme)
    {
        await using var host = new AppHost(new Dictionary<string, string> { ["Lookups:Deadline"] = "00:10:00" });
        await browser.VisitAsync(host, new Look(locale, width, 844, scheme), async visit =>
        {
            var tab = await ConversationsTab.OpenAsync(visit, "/conversations");
            await Expect(tab.List.Locator(".inbox-empty")).ToBeVisibleAsync();
            await AssertFineAsync("empty");

            await tab.GoToAsync("/conversations/C00000000000000000000000000000000");
            await Expect(tab.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
            await AssertFineAsync("missing");

            foreach (var owner in Enum.GetValues<ConversationOwner>().Where(o => o != ConversationOwner.Assistant))
            {
                var other = await (await (await Customer.ComeAsync(host.Services)).SayAsync("Is this one in stock, and when does it ship?")).AnsweredAsync();
                await host.Services.GetRequiredService<IConversationStore>().HandOnAsync(other.Thread.Id, owner, null, null, null, CancellationToken.None);
            }

            host.Gates.CloseLookups();
            host.Gates.TextsBeforeGate = 1;
            host.Gates.Text.Close();
            var customer = await (await Customer.ComeAsync(host.Services)).SayAsync("이 이어폰 장점과 단점이 뭐예요?\n소음이 많은 지하철에서 쓰려고 해요.");
            await tab.GoToAsync(customer.Address);
            await Expect(tab.Messages.Nth(1).Locator("[data-state=Running]")).ToHaveCountAsync(4);
            await AssertFineAsync("looking");

            host.Gates[LookupKind.StockCheck].Break();
            foreach (var kind in Enum.GetValues<LookupKind>().Where(k => k != LookupKind.StockCheck))
                host.Gates[kind].Open();
            await Expect(tab.Messages.Nth(1).Locator(".answer-text")).Not.ToBeEmptyAsync();
            await AssertFineAsync("writing");

            host.Gates.Text.Open();
            await Expect(tab.Messages.Nth(1)).ToHaveAttributeAsync("aria-busy", "false");
            await customer.RateAsync(2, Thumb.Down);
            await customer.WantPersonAsync();
            await customer.RateAsync(3);
            await Expect(tab.Thread.Locator(".thread-rating")).ToBeVisibleAsync();
            await tab.Messages.Nth(1).Locator("summary").First.ClickAsync();
            await Expect(tab.Messages.Nth(1).Locator(".card")).ToHaveCountAsync(4);
            await AssertFineAsync("answered");

            await tab.GoToAsync("/conversations");
            await Expect(tab.Rows).ToHaveCountAsync(3);
            await AssertFineAsync("list");

            async Task AssertFineAsync(string state)
            {
                try
                {
                    await Visit.AssertAccessibleAsync(tab.Page);
                    await Visit.AssertFitsAsync(tab.Page);
                }
                catch (Xunit.Sdk.XunitException failure)
                {
                    Assert.Fail($"{state}: {failure.Message}");
                }
            }
        });
    }
}
