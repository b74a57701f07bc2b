using CustomerService.Core.Answers;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CustomerService.Browser.Tests.Ask;

/// <summary>What happens in the middle of an answer: Stop, a reload, a second tab, a tab that is closed.</summary>
[Collection(BrowserCollection.Name)]
public sealed class MiddleTests(BrowserFixture browser, SharedShop shop) : AskTests(browser, shop)
{
    private const string AboutE001 = "/ask?product=E001";

    [Fact]
    public async Task Stop_keeps_the_part_that_is_there() =>
        await VisitAsync(Look.Korean, AboutE001, async tab =>
        {
            var part = await AskUntilTheMiddleAsync(tab);
            await tab.Stop.ClickAsync();
            await AssertStoppedAsync();
            await tab.Page.ReloadAsync();
            await AssertStoppedAsync();

            async Task AssertStoppedAsync()
            {
                await tab.EndedAsync(AskTab.ProsAndCons);
                await Expect(tab.Answer).ToContainTextAsync("중지했습니다. 그때까지 쓴 내용입니다.");
                Assert.Equal(part, await tab.Text.InnerTextAsync());
            }
        });

    [Fact]
    public async Task Stop_while_lookups_run_says_that_nothing_was_written() =>
        await VisitAsync(Look.Korean, AboutE001, async tab =>
        {
            Gates.CloseLookups();
            await tab.AskAsync(AskTab.ProsAndCons);
            await tab.CardsSayAsync("찾는 중");
            await tab.Stop.ClickAsync();
            await tab.EndedAsync(AskTab.ProsAndCons);
            await Expect(tab.Answer).ToContainTextAsync("아직 쓴 내용이 없습니다.");
            await Expect(tab.Page.GetByText("찾는 중")).ToHaveCountAsync(0);
        });

    [Fact]
    public async Task Reload_in_the_middle_follows_on() =>
        await VisitAsync(Look.Korean, AboutE001, async tab =>
        {
            var part = await AskUntilTheMiddleAsync(tab);
            await tab.Page.ReloadAsync();
            Assert.Equal(part, await TextInTheMiddleAsync(tab));
            Gates.Text.Open();
            await AssertWholeAsync(tab, part);
        });

    [Fact]
    public async Task Two_tabs_see_the_same_text_grow() =>
        await VisitAsync(Look.Korean, async visit =>
        {
            var first = new AskTab(await visit.OpenAsync(AboutE001));
            var part = await AskUntilTheMiddleAsync(first);
            var second = new AskTab(await visit.OpenAsync(first.Page.Url));
            Assert.Equal(part, await TextInTheMiddleAsync(second));

            Gates.Text.Open();
            await AssertWholeAsync(first, part);
            await AssertWholeAsync(second, part);
            Assert.Equal(await first.Text.InnerTextAsync(), await second.Text.InnerTextAsync());
        });

    [Fact]
    public async Task Stop_in_one_tab_stops_in_the_other() =>
        await VisitAsync(Look.Korean, async visit =>
        {
            var first = new AskTab(await visit.OpenAsync(AboutE001));
            var part = await AskUntilTheMiddleAsync(first);
            var second = new AskTab(await visit.OpenAsync(first.Page.Url));
            await TextInTheMiddleAsync(second);
            await second.Stop.ClickAsync();
            await Expect(first.Answer).ToContainTextAsync("중지했습니다. 그때까지 쓴 내용입니다.");
            Assert.Equal(part, await first.Text.InnerTextAsync());
        });

    [Fact]
    public async Task Answer_ends_whole_though_its_tab_was_closed() =>
        await VisitAsync(Look.Korean, async visit =>
        {
            var tab = new AskTab(await visit.OpenAsync(AboutE001));
            var part = await AskUntilTheMiddleAsync(tab);
            var address = tab.Page.Url;
            await tab.Page.CloseAsync();
            Gates.Text.Open();
            var store = Services.GetRequiredService<IAnswerStore>();
            await foreach (var _ in Services.GetRequiredService<IAnswerRuns>().Find(IdIn(address))!.FollowAsync(0, CancellationToken.None))
            {
                // Nobody but the program itself sees the answer end.
            }

            Assert.Equal(AnswerState.Completed, (await store.FindAsync(IdIn(address), CancellationToken.None))?.State);
            await AssertWholeAsync(new AskTab(await visit.OpenAsync(address)), part);
        });

    private static async Task AssertWholeAsync(AskTab tab, string part)
    {
        await tab.EndedAsync(AskTab.ProsAndCons);
        await Expect(tab.Answer).ToContainTextAsync("내장 도우미");
        await Expect(tab.Text).ToContainTextAsync("127");
        var whole = await tab.Text.InnerTextAsync();
        Assert.StartsWith(part.TrimEnd(), whole, StringComparison.Ordinal);
        Assert.True(whole.Length > part.Length);
    }

    private static string IdIn(string address) => Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri(address).Query)["answer"].Single()!;
}
