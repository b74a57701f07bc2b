using CustomerService.Browser.Tests.Ask;
using CustomerService.Data.Staff;
using CustomerService.Web.Features.Staff;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CustomerService.Browser.Tests.Staff;

/// <summary>Who is in: invited, shut out, and what administrators see of them.</summary>
[Collection(BrowserCollection.Name)]
public sealed class MembersTests(BrowserFixture browser)
{
    private const string Password = "ten brave otters";

    public static TheoryData<string, int, ColorScheme> Looks => EntranceTests.Looks;

    [Fact]
    public async Task Invited_member_comes_in_by_the_newest_link_once()
    {
        await using var host = new AppHost();
        await browser.VisitAsync(host, Look.English, async chief =>
        {
            var members = await chief.OpenAsync("/members");
            var first = await InviteAsync(members, "Lee", "lee@shop.example");
            Assert.Contains("/invitation#", first, StringComparison.Ordinal);
            await Expect(Row(members, "Lee")).ToContainTextAsync("Invited until");
            await DoAsync(members, "Lee", "New invitation link");
            var link = await members.Locator("#once-link").InputValueAsync();

            await browser.VisitAsync(host.Address, Look.Korean, async lee =>
            {
                var page = await lee.OpenAsync(first);
                await Expect(page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("더 이상 쓸 수 없는 링크입니다");
                await page.GotoAsync("about:blank");
                await page.GotoAsync(link);
                await Expect(page.GetByLabel("이름")).ToHaveValueAsync("Lee");
                Assert.DoesNotContain('#', page.Url);
                await page.GetByLabel("비밀번호").FillAsync("short");
                await page.Locator("main button").ClickAsync();
                await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("10자 이상");
                await page.GetByLabel("이름").FillAsync("이서준");
                await page.GetByLabel("비밀번호").FillAsync(Password);
                await page.Locator("main button").ClickAsync();
                await Expect(page).ToHaveURLAsync(AskTab.Saying("/conversations$"));

                Assert.Equal(403, (await page.GotoAsync("/members"))!.Status);
                await Expect(page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("이 화면을 열 권한이 없습니다");
                await Expect(page.GetByRole(AriaRole.Navigation)).Not.ToContainTextAsync("직원");
                await page.GotoAsync(link);
                await Expect(page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("더 이상 쓸 수 없는 링크입니다");
            });

            await members.GotoAsync("/members");
            await Expect(Row(members, "이서준")).ToContainTextAsync("Active");
            // The only administrator stays one.
            await DoAsync(members, "Kim", "Make agent");
            await Expect(members.GetByRole(AriaRole.Alert)).ToContainTextAsync("Somebody must remain");
        });
    }

    [Fact]
    public async Task Invitation_that_has_expired_says_so_and_a_reset_link_sets_a_new_password()
    {
        await using var host = new AppHost(services: services => services.Configure<InvitationOptions>(o => o.TokenLifespan = TimeSpan.FromMilliseconds(1)));
        await SignedIn.AsAsync(host.Services, "Choi", StaffRole.Agent, Password);
        await browser.VisitAsync(host, Look.English, async chief =>
        {
            var members = await chief.OpenAsync("/members");
            var invitation = await InviteAsync(members, "Lee", "lee@shop.example");
            await members.GotoAsync("/members");
            await Expect(Row(members, "Lee")).ToContainTextAsync("Invitation expired");
            await DoAsync(members, "Choi", "Password reset link");
            var reset = await members.Locator("#once-link").InputValueAsync();
            await browser.VisitAsync(host.Address, Look.English, async other =>
            {
                var page = await other.OpenAsync(invitation);
                await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("ask an administrator for a new invitation");

                await page.GotoAsync(reset);
                await page.GetByLabel("Password").FillAsync("eleven brave otters");
                await page.Locator("main button").ClickAsync();
                await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("The password was changed. Sign in with it.");
                await page.GetByLabel("E-mail").FillAsync("choi@shop.example");
                await page.GetByLabel("Password").FillAsync("eleven brave otters");
                await page.Locator("main button").ClickAsync();
                await Expect(page).ToHaveURLAsync(AskTab.Saying("/conversations$"));
            });
        });
    }

    [Fact]
    public async Task Deactivated_member_is_out_also_of_an_open_page()
    {
        await using var host = new AppHost();
        var cookie = await SignedIn.AsAsync(host.Services, "Choi", StaffRole.Agent, Password);
        await browser.VisitAsync(host, Look.English, chief => browser.VisitAsync(host.Address, Look.English, async choi =>
        {
            await choi.SignInAsync(host.Address, cookie);
            var open = await choi.OpenAsync("/conversations");
            await Expect(open.Locator(".desk[data-live]")).ToHaveCountAsync(1);

            var members = await chief.OpenAsync("/members");
            await DoAsync(members, "Choi", "Deactivate");
            await Expect(members.GetByRole(AriaRole.Status).First).ToHaveTextAsync("Choi was deactivated and signed out.");
            await Expect(open).ToHaveURLAsync(AskTab.Saying("/sign-in"));
            await open.GetByLabel("E-mail").FillAsync("choi@shop.example");
            await open.GetByLabel("Password").FillAsync(Password);
            await open.Locator("main button").ClickAsync();
            await Expect(open.GetByRole(AriaRole.Alert)).ToHaveTextAsync("E-mail or password is wrong.");

            await DoAsync(members, "Choi", "Activate");
            await open.GetByLabel("Password").FillAsync(Password);
            await open.Locator("main button").ClickAsync();
            await Expect(open).ToHaveURLAsync(AskTab.Saying("/conversations"));
        }));
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Every_page_is_accessible_and_fits(string locale, int width, ColorScheme scheme)
    {
        await using var host = new AppHost();
        await SignedIn.AsAsync(host.Services, "Choi", StaffRole.Agent, Password);
        await browser.VisitAsync(host, new Look(locale, width, 844, scheme), async visit =>
        {
            var page = await visit.OpenAsync("/members");
            var link = await InviteAsync(page, "Hubert Blaine Wolfeschlegelsteinhausenbergerdorff", "a.very.long.address.indeed@customer-service.shop.example");
            await page.Locator(".member-menu summary").First.ClickAsync();
            await page.Locator(".member-menu details summary").First.ClickAsync();
            await AssertFineAsync();
            await page.Locator(".member-menu .button").First.ClickAsync();
            await Expect(page.Locator(".notice")).ToBeVisibleAsync();
            await AssertFineAsync();

            await page.GotoAsync("/account");
            await AssertFineAsync();
            await page.Locator("#two-factor button").ClickAsync();
            await Expect(page.Locator(".qr")).ToBeVisibleAsync();
            await page.Locator("#two-factor input[name='Form.Code']").FillAsync("000000");
            await page.Locator("#two-factor button").ClickAsync();
            await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
            await AssertFineAsync();
            await page.Locator("#two-factor input[name='Form.Code']").FillAsync(Totp.CodeOf(await page.Locator(".key-letters").InnerTextAsync()));
            await page.Locator("#two-factor button").ClickAsync();
            await Expect(page.Locator("#recovery-codes li")).ToHaveCountAsync(10);
            await AssertFineAsync();

            await page.GotoAsync(link);
            await Expect(page.Locator("main button")).ToBeVisibleAsync();
            await AssertFineAsync();

            async Task AssertFineAsync()
            {
                await Visit.AssertAccessibleAsync(page);
                await Visit.AssertFitsAsync(page);
            }
        });
    }

    private static ILocator Row(IPage page, string name) => page.Locator(".member").Filter(new() { HasText = name });

    private static async Task<string> InviteAsync(IPage page, string name, string email)
    {
        await page.Locator(".invite input[name='Form.Name']").FillAsync(name);
        await page.Locator(".invite input[name='Form.Email']").FillAsync(email);
        await page.Locator(".invite button").ClickAsync();
        return await page.Locator("#once-link").InputValueAsync();
    }

    /// <summary>Chooses from a member's menu, and confirms where it asks.</summary>
    private static async Task DoAsync(IPage page, string name, string action)
    {
        var menu = Row(page, name).Locator(".member-menu");
        await menu.Locator("summary").First.ClickAsync();
        var asks = menu.Locator("details").Filter(new() { HasText = action });
        if (await asks.CountAsync() > 0)
            await asks.Locator("summary").ClickAsync();
        await menu.GetByRole(AriaRole.Button, new() { Name = action, Exact = true }).ClickAsync();
    }
}
