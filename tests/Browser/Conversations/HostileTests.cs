using CustomerService.Core.Answers;
using CustomerService.Core.Conversations;
using CustomerService.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CustomerService.Browser.Tests.Conversations;

/// <summary>Whatever customers, reviews and models write is shown as what it is: text.</summary>
[Collection(BrowserCollection.Name)]
public sealed class HostileTests(BrowserFixture browser)
{
    private const int InAThread = 600;

    private static readonly string[] Own = ["/conversations", "/_blazor", "/_framework/", "/_content/", "/css/", "/js/", "/icons/", "/CustomerService.Web."];

    /// <summary>What reaches out of the column in which it stands.</summary>
    private const string Beyond = """
        [...document.querySelectorAll(".thread-scroll, .inbox-rows")].filter(column => column.scrollWidth > column.clientWidth).flatMap(column =>
            [...column.querySelectorAll("*")].filter(e => !e.closest('.card, .author') && e.getBoundingClientRect().right > column.getBoundingClientRect().right + 1).map(e => `${e.className}: ${e.outerHTML.slice(0, 400)}`))
        """;

    // Agents' own fields and buttons lie beside these.
    private const string StrangersWords = ".thread > header, .handoff, .thread-scroll, .inbox-list [role=listitem]";

    [SharedDataFact]
    public async Task Message_answer_and_evidence_of_hostile_strings_are_shown_as_text_and_nothing_else()
    {
        await using var host = new AppHost();
        // At once, so that they share their commits.
        var threads = await Task.WhenAll(HostileStrings.InBatchesOf(InAThread).Select(async strings => (Thread: await HostileThread.WriteAsync(host.Services, strings, Visitor.Key(Visitor.NewSecret())), Strings: strings)));

        await browser.VisitAsync(host, Look.English, async visit =>
        {
            var tab = new ConversationsTab(await visit.OpenAsync("/ask"));
            var watch = await HostileWatch.OnAsync(tab.Page, Own);
            await tab.GoToAsync("/conversations");
            foreach (var (thread, strings) in threads)
            {
                await tab.Page.Locator($"a[href^='conversations/{thread.Id}']").ClickAsync();
                await tab.Page.WaitForFunctionAsync("text => document.querySelector('.bubble-text')?.textContent === text", Shown(strings[0]));
                var shown = await tab.Page.Locator(".bubble-text").EvaluateAllAsync<string[]>("all => all.map(e => e.textContent)");
                Assert.Equal(strings.Select(Shown), shown);

                var folds = (strings.Length + HostileThread.InAnAnswer - 1) / HostileThread.InAnAnswer;
                await Expect(tab.Page.Locator("[data-evidence-fold]")).ToHaveCountAsync(folds);
                var texts = await AnswerTextsAsync(tab.Page);
                Assert.Equal(strings.Chunk(HostileThread.InAnAnswer).Select(Bare), texts.Select(Bare1));
                await tab.Page.EvaluateAsync("document.querySelectorAll('.thread details').forEach(d => { d.open = true; })");
                await Expect(tab.Page.Locator(".thread .card")).ToHaveCountAsync(4 * folds);
                await tab.Page.EvaluateAsync("document.querySelectorAll('.thread details').forEach(d => { d.open = true; })");
                Assert.Equal(strings.Select(Shown), await tab.Page.Locator(".stock-row > span:first-child").EvaluateAllAsync<string[]>("all => all.map(e => e.textContent)"));
                Assert.Equal(strings.Select(s => Shown(s.Trim())), await tab.Page.Locator(".author q").EvaluateAllAsync<string[]>("all => all.map(e => e.textContent)"));
                Assert.Empty(strings.Select(Shown).Except(await tab.Page.Locator("blockquote").EvaluateAllAsync<string[]>("all => all.map(e => e.textContent)")));
                await watch.AssertQuietAsync(StrangersWords);
                await Visit.AssertFitsAsync(tab.Page);
                Assert.Empty(await tab.Page.EvaluateAsync<string[]>(Beyond));
            }
        });
    }

    [SharedDataFact]
    public async Task Hostile_answer_of_a_model_grows_as_text_and_nothing_else()
    {
        var strings = HostileStrings.InBatchesOf(InAThread).First();
        var composer = new HostileComposer(strings);
        await using var host = new AppHost(services: services => services.AddSingleton<IAnswerComposer>(composer));
        await browser.VisitAsync(host, Look.English, async visit =>
        {
            var customer = await Customer.ComeAsync(host.Services);
            var tab = new ConversationsTab(await visit.OpenAsync("/ask"));
            var watch = await HostileWatch.OnAsync(tab.Page, Own);
            await tab.GoToAsync(customer.Address);
            await Expect(tab.Thread.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToBeVisibleAsync();

            await customer.SayAsync(strings[0]);
            await Expect(tab.Page.Locator(".answer-text")).Not.ToBeEmptyAsync();
            await watch.AssertQuietAsync(StrangersWords);
            composer.Rest.SetResult();

            await Expect(tab.Messages.Nth(1)).ToHaveAttributeAsync("aria-busy", "false");
            Assert.Equal([Bare(strings)], (await AnswerTextsAsync(tab.Page)).Select(Bare1));
            await watch.AssertQuietAsync(StrangersWords);
            await Visit.AssertFitsAsync(tab.Page);
        });
    }

    private static async Task<string[]> AnswerTextsAsync(IPage page) => await page.Locator(".answer-text").EvaluateAllAsync<string[]>(
        "all => all.map(e => { const copy = e.cloneNode(true); copy.querySelectorAll('sup').forEach(s => s.remove()); return copy.textContent; })");

    // The browser takes a byte order mark at the beginning of what it is sent for just that.
    private static string Shown(string text) => text.StartsWith('\uFEFF') ? text[1..] : text;

    private static string Bare(string[] strings) => Bare1(string.Concat(strings));

    /// <summary>Without what an answer's own few marks are made of.</summary>
    private static string Bare1(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('*' or '-' or '\u2060' or '\uFEFF')));
}
