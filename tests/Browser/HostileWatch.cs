using System.Collections.Concurrent;
using Microsoft.Playwright;
using Xunit;

namespace CustomerService.Browser.Tests;

/// <summary>Notices when a page runs or loads something that it was only to show.</summary>
internal sealed class HostileWatch
{
    // What scripts of the lists call when they run. A dialog that opened by itself would hold up the page.
    private const string Traps = """
        window.hostileRan = [];
        for (const name of ["alert", "confirm", "prompt", "print", "open"]) window[name] = (...given) => { window.hostileRan.push(`${name}(${given})`); };
        """;

    private const string Intruders = """
        within => [...document.querySelectorAll(within)].flatMap(root => [...root.querySelectorAll("*")]).filter(e =>
            e.matches("img, style, script, iframe, frame, object, embed, link, meta, base, video, audio, source, form, math, template, marquee, svg image, svg use, foreignObject")
            || [...e.attributes].some(a => a.name.startsWith("on") || a.name === "style" || a.name === "srcdoc")
            || (e.matches("a") && !(e.protocol === location.protocol && e.host === location.host))).map(e => e.outerHTML.slice(0, 300))
        """;

    private readonly ConcurrentQueue<string> _incidents = new();
    private readonly IPage _page;

    private HostileWatch(IPage page) => _page = page;

    /// <summary>Watches a page from its next address on.</summary>
    /// <param name="own">Beginnings of the paths from which the page's own parts come.</param>
    public static async Task<HostileWatch> OnAsync(IPage page, params string[] own)
    {
        var watch = new HostileWatch(page);
        var host = new Uri(page.Url).Authority;
        await page.AddInitScriptAsync(Traps);
        page.Dialog += async (_, dialog) =>
        {
            watch._incidents.Enqueue($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        page.PageError += (_, error) => watch._incidents.Enqueue($"script error: {error}");
        page.Popup += (_, popup) => watch._incidents.Enqueue($"popup: {popup.Url}");
        page.Download += (_, download) => watch._incidents.Enqueue($"download: {download.Url}");
        page.Console += (_, message) =>
        {
            // Said when something tried and was refused: then it is the policy that held, and not the page.
            if (message.Text.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase))
                watch._incidents.Enqueue($"console: {message.Text}");
        };
        page.Request += (_, request) =>
        {
            if (!(Uri.TryCreate(request.Url, UriKind.Absolute, out var address) && address.Authority == host
                && own.Any(path => address.AbsolutePath.StartsWith(path, StringComparison.Ordinal))))
                watch._incidents.Enqueue($"request: {request.Url}");
        };
        return watch;
    }

    /// <summary>Fails with all that ran or was loaded since the page was opened, and with elements that a text may not have made.</summary>
    /// <param name="within">Selector of what shows strangers' words.</param>
    public async Task AssertQuietAsync(string within)
    {
        var ran = await _page.EvaluateAsync<string[]>("window.hostileRan");
        var intruders = await _page.EvaluateAsync<string[]>(Intruders, within);
        Assert.Empty(_incidents.Concat(ran.Select(r => $"ran: {r}")).Concat(intruders.Select(i => $"element: {i}")));
    }
}
