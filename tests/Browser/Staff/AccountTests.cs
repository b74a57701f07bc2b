using CustomerService.Browser.Tests.Ask;
using CustomerService.Data.Staff;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CustomerService.Browser.Tests.Staff;

/// <summary>What members settle about themselves.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AccountTests(BrowserFixture browser)
{
    private const string Password = "ten brave otters";

    [Fact]
    public async Task Second_factor_is_asked_for_and_a_recovery_code_stands_in_for_it_once()
    {
        await using var host = new AppHost();
        await host.StaffCookieAsync();
        var cookie = await SignedIn.AsAsync(host.Services, "Choi", StaffRole.Agent, Password);
        await browser.VisitAsync(host.Address, Look.English, async visit =>
        {
            await visit.SignInAsync(host.Address, cookie);
            var page = await visit.OpenAsync("/account");
            await page.GetByRole(AriaRole.Button, new() { Name = "Turn on" }).ClickAsync();
            var key = await page.Locator(".key-letters").InnerTextAsync();
            await page.GetByLabel("Code from the app").FillAsync(Totp.CodeOf(key));
            await page.GetByRole(AriaRole.Button, new() { Name = "Confirm and turn on" }).ClickAsync();
            var recovery = (await page.Locator("#recovery-codes li").First.InnerTextAsync()).ToLowerInvariant();
            await SignOutAndInAsync();
            await SendAsync("000000");
            await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("check that your phone sets its clock by itself");
            await SendAsync(Totp.CodeOf(key));
            await Expect(page).ToHaveURLAsync(AskTab.Saying("/conversations$"));

            await SignOutAndInAsync();
            await SendAsync(recovery);
            await Expect(page).ToHaveURLAsync(AskTab.Saying("/conversations$"));
            await SignOutAndInAsync();
            for (var attempt = 0; attempt < 4; attempt++)
                await SendAsync(recovery);
            await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("A recovery code works once");
            await SendAsync(recovery);
            await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Too many wrong attempts.");
            // Nor does the right code help now.
            await SendAsync(Totp.CodeOf(key));
            await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Too many wrong attempts.");

            async Task SignOutAndInAsync()
            {
                await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
                await page.GetByLabel("E-mail").FillAsync("choi@shop.example");
                await page.GetByLabel("Password").FillAsync(Password);
                await page.Locator("main button").ClickAsync();
                await Expect(page).ToHaveURLAsync(AskTab.Saying("/sign-in/code"));
            }

            async Task SendAsync(string code)
            {
                await page.GetByLabel("Code", new() { Exact = true }).FillAsync(code);
                await page.RunAndWaitForResponseAsync(() => page.Locator("main button").ClickAsync(), r => r.Request.Method == "POST");
            }
        });
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_other_browsers_and_a_new_password_holds()
    {
        await using var host = new AppHost();
        await host.StaffCookieAsync();
        var cookie = await SignedIn.AsAsync(host.Services, "Choi", StaffRole.Agent, Password);
        await browser.VisitAsync(host.Address, Look.English, here => browser.VisitAsync(host.Address, Look.English, async elsewhere =>
        {
            await here.SignInAsync(host.Address, cookie);
            await elsewhere.SignInAsync(host.Address, cookie);
            var open = await elsewhere.OpenAsync("/conversations");
            await Expect(open.Locator(".desk[data-live]")).ToHaveCountAsync(1);
            var page = await here.OpenAsync("/account");
            await page.GetByRole(AriaRole.Button, new() { Name = "Sign out everywhere else" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("All other browsers were signed out.");
            await Expect(open).ToHaveURLAsync(AskTab.Saying("/sign-in"));

            await page.GetByLabel("Current password").FillAsync("a wrong password");
            await page.GetByLabel("New password").FillAsync("eleven brave otters");
            await page.GetByRole(AriaRole.Button, new() { Name = "Change password" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("The current password is wrong.");
            await page.GetByLabel("Current password").FillAsync(Password);
            await page.GetByLabel("New password").FillAsync("eleven brave otters");
            await page.GetByRole(AriaRole.Button, new() { Name = "Change password" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Your password was changed");
            await page.GetByLabel("Your name").FillAsync("최민지");
            await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
            await Expect(page.Locator(".account")).ToContainTextAsync("최민지");

            await open.GetByLabel("E-mail").FillAsync("choi@shop.example");
            await open.GetByLabel("Password").FillAsync("eleven brave otters");
            await open.Locator("main button").ClickAsync();
            await Expect(open).ToHaveURLAsync(AskTab.Saying("/conversations"));
        }));
    }
}
