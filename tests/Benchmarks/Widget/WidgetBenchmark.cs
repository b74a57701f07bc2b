using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using CustomerService.Testing;
using Microsoft.Playwright;

namespace CustomerService.Benchmarks.Widget;

/// <summary>How much the widget weighs, how soon it answers in a browser, what it costs the shop's page, and how many of them a server bears.</summary>
internal static class WidgetBenchmark
{
    private const string Name = "widget";
    private const int WarmUpRounds = 3;
    private const int LighthouseRuns = 5;
    private const float Patience = 30_000;

    private const string Watch =
        """
        () => {
          const marks = window.benchmark = {};
          addEventListener('keydown', event => { if (event.key === 'Enter') marks.sent = performance.now(); }, { capture: true, once: true });
          new MutationObserver(() => {
            for (const [name, selector] of [['first', '.card.found'], ['words', '.text p'], ['answer', '.thumb']]) {
              if (marks.sent !== undefined && !(name in marks) && document.querySelector(selector)) {
                marks[name] = null;
                requestAnimationFrame(() => marks[name] = performance.now() - marks.sent);
              }
            }
          }).observe(document.documentElement, { subtree: true, childList: true, attributes: true });
        }
        """;

    public static async Task<IReadOnlyList<Figure>> RunAsync(Effort effort, CancellationToken cancellationToken) =>
    [
        .. Weigh(),
        .. await InBrowserAsync(effort, cancellationToken),
        .. await WidgetLoad.RunAsync(effort, cancellationToken),
    ];

    private static IReadOnlyList<Figure> Weigh() =>
    [
        new(Name, "launcher, gzipped", Gzipped("widget.js"), "KB", new(Bound.AtMost, 5)),
        new(Name, "panel, script and styles, gzipped", Gzipped("panel.js") + Gzipped("panel.css"), "KB", new(Bound.AtMost, 45)),
    ];

    private static double Gzipped(string file)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            gzip.Write(File.ReadAllBytes(Path.Combine(RepositoryRoot.Path, "wwwroot", "widget", file)));
        return packed.Length / 1000d;
    }

    private static async Task<IReadOnlyList<Figure>> InBrowserAsync(Effort effort, CancellationToken cancellationToken)
    {
        await using var web = await WebProgram.StartAsync(cancellationToken);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        });
        var (opened, first, words, answer) = (new Samples(), new Samples(), new Samples(), new Samples());
        for (var round = -WarmUpRounds; round < effort.Rounds(20); round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var seen = await AskAsync(browser, web.Address);
            Effort.Tell($"widget: round {round}, open {seen.Opened:0} ms, first lookup {seen.First:0} ms, words {seen.Words:0} ms, answer {seen.Answer:0} ms");
            if (round < 0)
                continue;
            opened.Add(seen.Opened);
            first.Add(seen.First);
            words.Add(seen.Words);
            answer.Add(seen.Answer);
        }

        return
        [
            new(Name, "from the click on the launcher until one can type, p50", opened.Median, "ms"),
            new(Name, "from sending to the first lookup, p50", first.Median, "ms"),
            new(Name, "from sending to the first lookup, p95", first.Percentile(95), "ms", new(Bound.AtMost, 300)),
            new(Name, "from sending to the first words, p50", words.Median, "ms"),
            new(Name, "from sending to the whole answer, p50", answer.Median, "ms"),
            .. await LighthouseAsync(web, effort, cancellationToken),
        ];
    }

    private static async Task<(double Opened, double First, double Words, double Answer)> AskAsync(IBrowser browser, Uri address)
    {
        await using var context = await browser.NewContextAsync(new() { BaseURL = address.ToString(), Locale = "ko-KR", ReducedMotion = ReducedMotion.Reduce });
        context.SetDefaultTimeout(Patience);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/demo/products/E001");
        var started = Stopwatch.GetTimestamp();
        await page.GetByRole(AriaRole.Button, new() { Name = "상담 열기" }).ClickAsync();
        var input = page.FrameLocator("iframe").GetByRole(AriaRole.Textbox);
        await input.FillAsync("장점과 단점이 뭐예요? 재고도 알려 주세요");
        var opened = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        // The visitor's line is there by the time somebody has typed.
        await page.FrameLocator("iframe").Locator("#product span").WaitForAsync();
        var frame = page.Frames[1];
        await frame.EvaluateAsync(Watch);
        await input.PressAsync("Enter");
        await frame.WaitForFunctionAsync("() => window.benchmark.first > 0 && window.benchmark.words > 0 && window.benchmark.answer > 0");
        return (opened, await MarkAsync("first"), await MarkAsync("words"), await MarkAsync("answer"));

        Task<double> MarkAsync(string name) => frame.EvaluateAsync<double>($"window.benchmark.{name}");
    }

    /// <summary>The demo product page's performance with and without the launcher, by turns; medians. Only where Lighthouse is.</summary>
    private static async Task<IReadOnlyList<Figure>> LighthouseAsync(WebProgram web, Effort effort, CancellationToken cancellationToken)
    {
        var script = effort.Peers is null ? null : Path.Combine(effort.Peers, "node_modules", "lighthouse", "cli", "index.js");
        if (script is null || !File.Exists(script))
        {
            Effort.Tell("widget: no Lighthouse (npm install lighthouse in the folder of --peers), so that is not measured");
            return [];
        }

        var (with, without) = (new Samples(), new Samples());
        for (var run = effort.Rounds(LighthouseRuns); run > 0; run--)
        {
            with.Add(await ScoreAsync(script, web.Address, blocked: "https://nobody.invalid/*", cancellationToken));
            without.Add(await ScoreAsync(script, web.Address, blocked: "*/widget.js", cancellationToken));
        }

        return
        [
            new(Name, "Lighthouse performance of the demo product page without the launcher", without.Median, "points"),
            new(Name, "… with the launcher", with.Median, "points"),
            new(Name, "… difference", Math.Abs(with.Median - without.Median), "points", new(Bound.AtMost, 1)),
        ];
    }

    private static async Task<double> ScoreAsync(string script, Uri address, string blocked, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in new[]
        {
            script, new Uri(address, "/demo/products/E001").ToString(), "--output=json", "--quiet", "--only-categories=performance",
            "--chrome-flags=--headless=new --no-sandbox --disable-gpu", $"--blocked-url-patterns={blocked}",
        })
            start.ArgumentList.Add(argument);
        start.Environment["CHROME_PATH"] = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";
        using var lighthouse = Process.Start(start)!;
        var errors = lighthouse.StandardError.ReadToEndAsync(cancellationToken);
        using var report = JsonDocument.Parse(await lighthouse.StandardOutput.ReadToEndAsync(cancellationToken));
        await lighthouse.WaitForExitAsync(cancellationToken);
        if (lighthouse.ExitCode != 0)
            throw new InvalidOperationException($"Lighthouse ended with {lighthouse.ExitCode.ToString(CultureInfo.InvariantCulture)}: {await errors}");
        return report.RootElement.GetProperty("categories").GetProperty("performance").GetProperty("score").GetDouble() * 100;
    }
}
