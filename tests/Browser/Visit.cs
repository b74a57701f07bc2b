using System.Collections.Concurrent;
using CustomerService.Browser.Tests.Ask;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace CustomerService.Browser.Tests;

/// <summary>One visitor with a profile of their own and any number of tabs.</summary>
public sealed class Visit
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _console = new();
    private readonly ConcurrentQueue<string> _scriptErrors = new();

    internal Visit(IBrowserContext context)
    {
        _context = context;
        context.SetDefaultTimeout(BrowserFixture.PatienceMilliseconds);
        context.Console += (_, message) => _console.Enqueue($"{message.Type}: {message.Text}");
        context.WebError += (_, error) =>
        {
            if (ExpectedError is not { } expected || !error.Error.Contains(expected, StringComparison.Ordinal))
                _scriptErrors.Enqueue(error.Error);
        };
    }

    /// <summary>All that the pages wrote to the console.</summary>
    public IReadOnlyCollection<string> Console => _console;

    /// <summary>What the pages' scripts threw and nobody caught.</summary>
    public IReadOnlyCollection<string> ScriptErrors => _scriptErrors;

    /// <summary>What a script that is not ours throws by nature of the test; null for nothing.</summary>
    public string? ExpectedError { get; set; }

    /// <summary>From now on the visitor is somebody of the shop at that program.</summary>
    public Task SignInAsync(Uri address, string staffCookie) => _context.AddCookiesAsync([new() { Name = SignedIn.Cookie, Value = staffCookie, Url = address.ToString() }]);

    /// <summary>A tab without a page.</summary>
    public Task<IPage> NewTabAsync() => _context.NewPageAsync();

    /// <summary>Opens an address, relative to the program's own, in a new tab.</summary>
    public async Task<IPage> OpenAsync(string address)
    {
        var page = await NewTabAsync();
        var response = await page.GotoAsync(address);
        Assert.True(response?.Ok, $"{address} answered {response?.Status}");
        return page;
    }

    /// <summary>Fails with every accessibility violation that axe sees on the page. A title is waited for: Blazor takes the prerendered one away and sets it again when the circuit starts.</summary>
    public static async Task AssertAccessibleAsync(IPage page)
    {
        await Assertions.Expect(page).ToHaveTitleAsync(AskTab.Saying("."));
        var found = await page.RunAxe();
        Assert.True(
            found.Violations.Length == 0,
            string.Join("\n", found.Violations.Select(v => $"{v.Id}: {v.Help} at {string.Join(", ", v.Nodes.Select(n => n.Html))}")));
    }

    /// <summary>Fails when the page is wider than its window, so that one would have to scroll sideways.</summary>
    public static async Task AssertFitsAsync(IPage page) =>
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), "the page is wider than the window");

    internal async Task<IReadOnlyList<string>> TakePicturesAsync(string name)
    {
        var files = new List<string>();
        foreach (var page in _context.Pages)
        {
            var file = Path.Combine(BrowserFixture.PictureFolder, $"{name}-{files.Count + 1}.png");
            await page.ScreenshotAsync(new() { Path = file, FullPage = true });
            files.Add(file);
        }

        return files;
    }
}
