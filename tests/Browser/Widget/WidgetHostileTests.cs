using CustomerService.Browser.Tests.Conversations;
using CustomerService.Core.Conversations;
using CustomerService.Testing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CustomerService.Browser.Tests.Widget;

/// <summary>In the widget, too, whatever customers, reviews and models write is shown as text.</summary>
[Collection(BrowserCollection.Name)]
public sealed class WidgetHostileTests(BrowserFixture browser)
{
    private const int InAThread = 300;

    private static readonly string[] Own = ["/demo", "/widget", "/hubs/chat", "/css/", "/icons/", "/CustomerService.Web."];

    // What a text of somebody else may become in the panel; all else is an intruder.
    private const string Strange = """
        () => [...document.querySelectorAll('.text, .card, .sources')].flatMap(root => [...root.querySelectorAll('*')])
            .filter(e => !e.matches('p, ul, li, strong, b, s, q, h2, span, i, button, svg.icon, svg.icon path')
                || [...e.attributes].some(a => a.name.startsWith('on') || a.name === 'href' || a.name === 'src' || (a.name === 'style' && !e.matches('.track i'))))
            .map(e => e.outerHTML.slice(0, 300))
        """;

    // What reaches out of its message.
    private const string Beyond = """
        () => { const log = document.getElementById('log'); const edge = log.getBoundingClientRect();
            return log.scrollWidth > log.clientWidth ? [...log.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > edge.right + 1).map(e => e.outerHTML.slice(0, 300)) : []; }
        """;

    [SharedDataFact]
    public async Task Message_answer_and_evidence_of_hostile_strings_are_shown_as_text_and_nothing_else()
    {
        await using var host = new AppHost();
        // At once, so that they share their commits.
        var threads = await Task.WhenAll(HostileStrings.InBatchesOf(InAThread).Select(async strings =>
        {
            var secret = Visitor.NewSecret();
            await HostileThread.WriteAsync(host.Services, strings, Visitor.Key(secret));
            return (Secret: secret, Strings: strings);
        }));
        foreach (var (secret, strings) in threads)
        {
            await browser.VisitAsync(host.Address, Look.English, async visit =>
            {
                var chat = new ChatTab(await visit.OpenAsync("/demo"));
                await chat.Page.EvaluateAsync("secret => localStorage.setItem('customer-service.visitor', secret)", secret);
                var watch = await HostileWatch.OnAsync(chat.Page, Own);
                await chat.Page.ReloadAsync();
                await chat.OpenAsync();
                await Expect(chat.Questions).ToHaveCountAsync(strings.Length);
                var shown = await chat.Frame.Locator(".customer .text").EvaluateAllAsync<string[]>("all => all.map(e => e.textContent)");
                Assert.Equal(strings, shown);

                foreach (var answer in await chat.Answers.AllAsync())
                {
                    // What an answer rests on is fetched when it is looked at.
                    await answer.ScrollIntoViewIfNeededAsync();
                    await Expect(answer.Locator(".card")).ToHaveCountAsync(4);
                    await answer.Locator(".cite").EvaluateAllAsync<int>("marks => { marks.forEach(mark => mark.click()); return marks.length; }");
                    await Expect(answer.Locator(".source").First).ToBeAttachedAsync();
                }

                Assert.Empty(await chat.Page.Frames[1].EvaluateAsync<string[]>(Strange));
                Assert.Empty(await chat.Page.Frames[1].EvaluateAsync<string[]>(Beyond));
                Assert.Empty(await chat.Page.Frames[1].EvaluateAsync<string[]>("window.hostileRan"));
                await watch.AssertQuietAsync("iframe");
            });
        }
    }

    [SharedDataFact]
    public async Task Hostile_answer_of_a_model_grows_as_text_and_nothing_else()
    {
        var strings = HostileStrings.InBatchesOf(InAThread).First();
        var composer = new HostileComposer(strings);
        await using var host = new AppHost(services: services => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions
            .AddSingleton<Core.Answers.IAnswerComposer>(services, composer));
        await browser.VisitAsync(host.Address, Look.English.Narrow.Dark, async visit =>
        {
            var chat = new ChatTab(await visit.OpenAsync("/demo/products/E001"));
            var watch = await HostileWatch.OnAsync(chat.Page, Own);
            await chat.Page.ReloadAsync();
            await chat.OpenAsync();
            await chat.SendAsync(strings[0]);
            await Expect(chat.Answers.Locator(".text p").First).ToBeVisibleAsync();
            Assert.Empty(await chat.Page.Frames[1].EvaluateAsync<string[]>(Strange));
            composer.Rest.SetResult();

            await chat.EndedAsync(1);
            Assert.Empty(await chat.Page.Frames[1].EvaluateAsync<string[]>(Strange));
            Assert.Empty(await chat.Page.Frames[1].EvaluateAsync<string[]>(Beyond));
            await watch.AssertQuietAsync("iframe");
        });
    }
}
