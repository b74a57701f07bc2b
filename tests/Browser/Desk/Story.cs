using System.Runtime.CompilerServices;
using CustomerService.Browser.Tests.Widget;

namespace CustomerService.Browser.Tests.Desk;

/// <summary>A story of a customer in the shop and agents in the workspace, each in a browser of their own.</summary>
public abstract class Story(BrowserFixture browser, WidgetShop shop)
{
    protected BrowserFixture Browser => browser;

    protected WidgetShop Shop => shop;

    private protected async Task PlayAsync(Look look, Func<ChatTab, Visit, Task> story, Look? desk = null, [CallerMemberName] string name = "") =>
        await browser.VisitAsync(shop.Site.Address, look, async customer =>
        {
            var chat = new ChatTab(await customer.OpenAsync("/"));
            await browser.VisitAsync(shop.Host, desk ?? look, visit => story(chat, visit), $"{name}-desk");
        }, name);
}
