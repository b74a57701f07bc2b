using System.Runtime.CompilerServices;
using CustomerService.Testing;
using static Microsoft.Playwright.Assertions;

namespace CustomerService.Browser.Tests.Ask;

/// <summary>What the tests of the Ask page on the shared program have in common.</summary>
public abstract class AskTests(BrowserFixture browser, SharedShop shop) : IDisposable
{
    protected BrowserFixture Browser => browser;

    protected Gates Gates => shop.Host.Gates;

    protected IServiceProvider Services => shop.Host.Services;

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        Gates.OpenAll();
        Gates.TextsBeforeGate = 0;
    }

    private protected Task VisitAsync(Look look, Func<Visit, Task> test, [CallerMemberName] string name = "") =>
        Browser.VisitAsync(shop.Host, look, test, name);

    private protected Task VisitAsync(Look look, string address, Func<AskTab, Task> test, [CallerMemberName] string name = "") =>
        VisitAsync(look, async visit => await test(new AskTab(await visit.OpenAsync(address))), name);

    /// <summary>From now on a text holds after its first piece.</summary>
    protected void HoldText()
    {
        Gates.TextsBeforeGate = 1;
        Gates.Text.Close();
    }

    /// <summary>Sends the question about E001 and returns the part of the answer that is on the page while the rest is held back.</summary>
    private protected async Task<string> AskUntilTheMiddleAsync(AskTab tab)
    {
        HoldText();
        await tab.AskAsync(AskTab.ProsAndCons);
        await Gates.Text.Arrived;
        return await TextInTheMiddleAsync(tab);
    }

    private protected static async Task<string> TextInTheMiddleAsync(AskTab tab)
    {
        await Expect(tab.Text).Not.ToBeEmptyAsync();
        await Expect(tab.Stop).ToBeVisibleAsync();
        return await tab.Text.InnerTextAsync();
    }
}
