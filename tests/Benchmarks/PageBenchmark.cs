using System.Globalization;
using Microsoft.Playwright;

namespace CustomerService.Benchmarks;

/// <summary>What a shopper waits for on the Ask page, measured in the page itself: from the form's submit to the frame that shows it.</summary>
internal static class PageBenchmark
{
    private const string Name = "page";
    private const int WarmUpRounds = 3;
    private const float Patience = 30_000;

    // Waits for a state by watching the document, and notes the time of the frame after the change.
    private const string Watch =
        """
        () => {
          const marks = window.benchmark = {};
          const states = {
            first: () => document.querySelector('.card[data-state="Found"]'),
            lookups: () => document.querySelectorAll('.card').length === 4 && !document.querySelector('.card[data-state="Running"]'),
            words: () => document.querySelector('article.answer .answer-text'),
            answer: () => document.querySelector('article.answer[data-state="Completed"]'),
          };
          addEventListener('submit', () => marks.sent = performance.now(), { capture: true, once: true });
          new MutationObserver(() => {
            if (marks.sent === undefined) return;
            for (const [name, isThere] of Object.entries(states)) {
              if (!(name in marks) && isThere()) {
                marks[name] = null;
                requestAnimationFrame(() => marks[name] = performance.now() - marks.sent);
              }
            }
          }).observe(document.documentElement, { subtree: true, childList: true, attributes: true });
        }
        """;

    public static async Task<IReadOnlyList<Figure>> RunAsync(Effort effort, CancellationToken cancellationToken)
    {
        await using var web = await WebProgram.StartAsync(cancellationToken);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        });

        var staff = await SetUpAsync(browser, web);
        var (first, lookups, answer) = (new Samples(), new Samples(), new Samples());
        var asked = Questions.Demo.Where(q => q.ProductId is not null).ToList();
        for (var round = -WarmUpRounds; round < effort.Rounds(20); round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var seen = await AskAsync(browser, web.Address, staff, asked[(round + WarmUpRounds) % asked.Count]);
            Effort.Tell($"page: round {round}, first lookup {seen.First:0} ms, all lookups {seen.Lookups:0} ms, answer {seen.Answer:0} ms");
            if (round < 0)
                continue;
            first.Add(seen.First);
            lookups.Add(seen.Lookups);
            answer.Add(seen.Answer);
        }

        return
        [
            new(Name, "until the first lookup shows its result, p50", first.Median, "ms"),
            new(Name, "until the first lookup shows its result, p95", first.Percentile(95), "ms", new(Bound.AtMost, 300)),
            new(Name, "until all lookups show theirs, p50", lookups.Median, "ms"),
            new(Name, "until all lookups show theirs, p95", lookups.Percentile(95), "ms"),
            new(Name, "until the answer is complete, p50", answer.Median, "ms"),
            new(Name, "until the answer is complete, p95", answer.Percentile(95), "ms"),
        ];
    }

    /// <summary>Comes in as the first administrator; gives back the cookies of the sign-in.</summary>
    private static async Task<string> SetUpAsync(IBrowser browser, WebProgram web)
    {
        await using var context = await browser.NewContextAsync(new() { BaseURL = web.Address.ToString(), Locale = "en-US" });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/setup");
        await page.GetByLabel("Code").FillAsync(web.SetupCode ?? throw new InvalidOperationException("The web program printed no code."));
        await page.GetByLabel("Your name").FillAsync("Benchmark");
        await page.GetByLabel("E-mail").FillAsync("benchmark@shop.example");
        await page.GetByLabel("Password").FillAsync("nine brave otters");
        await page.Locator("main button").ClickAsync();
        await page.WaitForURLAsync("**/conversations");
        return await context.StorageStateAsync();
    }

    private static async Task<(double First, double Lookups, double Answer)> AskAsync(IBrowser browser, Uri address, string staff, AskedQuestion asked)
    {
        await using var context = await browser.NewContextAsync(new() { BaseURL = address.ToString(), StorageState = staff, Locale = "ko-KR", ReducedMotion = ReducedMotion.Reduce });
        context.SetDefaultTimeout(Patience);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/ask?product={asked.ProductId}");
        var send = page.Locator("form.question button[type=submit]");
        await TypeAsync(page, asked.Question);
        await page.EvaluateAsync(Watch);
        await send.ClickAsync();
        await page.WaitForFunctionAsync("() => window.benchmark.first > 0 && window.benchmark.lookups > 0 && window.benchmark.answer > 0");
        return (await MarkAsync("first"), await MarkAsync("lookups"), await MarkAsync("answer"));

        Task<double> MarkAsync(string name) => page.EvaluateAsync<double>($"window.benchmark.{name}");
    }

    /// <summary>Types until the server has heard it: before its circuit is there, the page takes no input.</summary>
    private static async Task TypeAsync(IPage page, string question)
    {
        var count = page.Locator(".question-count");
        var heard = question.Length.ToString(CultureInfo.InvariantCulture);
        while (true)
        {
            await page.Locator("#question").FillAsync(question);
            try
            {
                await count.Filter(new() { HasText = heard }).WaitForAsync(new() { Timeout = 500 });
                return;
            }
            catch (TimeoutException)
            {
                await page.Locator("#question").FillAsync("");
            }
        }
    }
}
