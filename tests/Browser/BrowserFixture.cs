using System.Runtime.CompilerServices;
using CustomerService.Testing;
using Microsoft.Playwright;
using Xunit;
using Xunit.Sdk;

namespace CustomerService.Browser.Tests;

/// <summary>How a visitor's browser is set up.</summary>
public sealed record Look(string Locale = "ko-KR", int Width = 1280, int Height = 800, ColorScheme Scheme = ColorScheme.Light)
{
    public static Look Korean { get; } = new();
    public static Look English { get; } = new("en-US");

    public Look Narrow => this with { Width = 390, Height = 844 };
    public Look Dark => this with { Scheme = ColorScheme.Dark };

    public override string ToString() => $"{Locale}, {Width}x{Height}, {Scheme}";
}

/// <summary>One Chromium for the whole run; each visit gets a profile of its own.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    /// <summary>How long a test waits for something before it fails. Long, because machines that run tests are busy.</summary>
    public const float PatienceMilliseconds = 60_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where pictures of failed visits go.</summary>
    public static string PictureFolder { get; } = Path.Combine(RepositoryRoot.Path, "TestResults", "browser");

    public async Task InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(PatienceMilliseconds);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>
    /// Runs a test in a fresh profile. When it fails, or the page's script broke, a picture of each tab is kept and the failure
    /// tells where, with what the console said.
    /// </summary>
    public Task VisitAsync(Uri address, Look look, Func<Visit, Task> test, [CallerMemberName] string name = "") => VisitAsync(address, look, null, test, name);

    /// <summary>The same by somebody of the shop, who has signed in.</summary>
    public async Task VisitAsync(AppHost host, Look look, Func<Visit, Task> test, [CallerMemberName] string name = "") =>
        await VisitAsync(host.Address, look, await host.StaffCookieAsync(), test, name);

    /// <summary>The same by the holder of a sign-in.</summary>
    public async Task VisitAsync(Uri address, Look look, string? staffCookie, Func<Visit, Task> test, [CallerMemberName] string name = "")
    {
        await using var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            Locale = look.Locale,
            ViewportSize = new() { Width = look.Width, Height = look.Height },
            ColorScheme = look.Scheme,
            ReducedMotion = ReducedMotion.Reduce,
        });
        var visit = new Visit(context);
        if (staffCookie is not null)
            await visit.SignInAsync(address, staffCookie);
        try
        {
            await test(visit);
            Assert.Empty(visit.ScriptErrors);
        }
        catch (Exception failure)
        {
            var pictures = await visit.TakePicturesAsync(name);
            throw new XunitException(
                $"{failure.Message}\nLook: {look}\nPictures: {string.Join(", ", pictures)}\nConsole:\n  {string.Join("\n  ", visit.Console)}", failure);
        }
    }
}

[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<BrowserFixture>, ICollectionFixture<SharedShop>
{
    public const string Name = "Browser";
}
