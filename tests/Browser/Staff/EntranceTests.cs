using CustomerService.Browser.Tests.Ask;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CustomerService.Browser.Tests.Staff;

/// <summary>How the shop's people come in.</summary>
[Collection(BrowserCollection.Name)]
public sealed class EntranceTests(BrowserFixture browser)
{
    public static TheoryData<string, int, ColorScheme> Looks => new()
    {
        { "ko-KR", 1280, ColorScheme.Light },
        { "en-US", 1280, ColorScheme.Dark },
        { "en-US", 390, ColorScheme.Light },
        { "ko-KR", 390, ColorScheme.Dark },
    };

    [Fact]
    public async Task First_administrator_comes_in_with_the_code_from_the_console_and_again_with_the_password()
    {
        await using var program = await RealProcess.StartAsync();
        await browser.VisitAsync(program.Address, Look.Korean, async visit =>
        {
            var entrance = new Entrance(await visit.OpenAsync("/usage"));
            await Expect(entrance.Page).ToHaveURLAsync(AskTab.Saying("/setup$"));
            await entrance.SetUpAsync("ABCD-EFGH-JKLM");
            await Expect(entrance.Problem).ToContainTextAsync("콘솔에 나온 코드와 다릅니다.");
            await entrance.SetUpAsync(Entrance.CodeOf(program).ToLowerInvariant());
            await Expect(entrance.Page).ToHaveURLAsync(AskTab.Saying("/conversations$"));

            // The code is worth nothing any more.
            await entrance.Page.GotoAsync("/setup");
            await Expect(entrance.Page).ToHaveURLAsync(AskTab.Saying("/conversations$"));
            await Expect(entrance.Page.Locator(".desk[data-live]")).ToHaveCountAsync(1);
            await entrance.SignOut.ClickAsync();
            await Expect(entrance.Page).ToHaveURLAsync(AskTab.Saying("/sign-in$"));

            await entrance.Page.GotoAsync("/usage");
            await Expect(entrance.Page).ToHaveURLAsync(AskTab.Saying("/sign-in\\?returnUrl="));
            await entrance.SignInAsync(Entrance.Password);
            await Expect(entrance.Page).ToHaveURLAsync(AskTab.Saying("/usage$"));
        });
    }

    [Fact]
    public async Task Who_guesses_passwords_is_locked_out_and_told_until_when()
    {
        await using var host = new AppHost();
        await host.StaffCookieAsync();
        await browser.VisitAsync(host.Address, Look.English, async visit =>
        {
            var entrance = new Entrance(await visit.OpenAsync("/sign-in"));
            for (var i = 0; i < 4; i++)
            {
                await entrance.SignInAsync($"a wrong password {i}");
                await Expect(entrance.Problem).ToHaveTextAsync("E-mail or password is wrong.");
            }

            await entrance.SignInAsync("a wrong password");
            await Expect(entrance.Problem).ToContainTextAsync("Too many wrong attempts. You can try again at");
        });
    }

    [Fact]
    public async Task Address_elsewhere_is_no_place_to_go_on_to()
    {
        await using var host = new AppHost();
        await browser.VisitAsync(host, Look.English, async visit =>
        {
            var page = await visit.OpenAsync("/sign-in?returnUrl=" + Uri.EscapeDataString("//shop.example/"));
            await Expect(page).ToHaveURLAsync(AskTab.Saying("/conversations$"));
        });
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Every_page_is_accessible_and_fits(string locale, int width, ColorScheme scheme)
    {
        await using var host = new AppHost();
        await browser.VisitAsync(host.Address, new Look(locale, width, 844, scheme), async visit =>
        {
            var entrance = new Entrance(await visit.OpenAsync("/setup"));
            await entrance.SetUpAsync("ABCD-EFGH-JKLM");
            await Expect(entrance.Problem).ToBeVisibleAsync();
            await Visit.AssertAccessibleAsync(entrance.Page);
            await Visit.AssertFitsAsync(entrance.Page);

            await host.StaffCookieAsync();
            await entrance.Page.GotoAsync("/sign-in");
            await entrance.SignInAsync("a wrong password");
            await Expect(entrance.Problem).ToBeVisibleAsync();
            await Visit.AssertAccessibleAsync(entrance.Page);
            await Visit.AssertFitsAsync(entrance.Page);
        });
    }
}
