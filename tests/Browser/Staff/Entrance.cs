using System.Text.RegularExpressions;
using CustomerService.Browser.Tests.Ask;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CustomerService.Browser.Tests.Staff;

/// <summary>The pages on which the shop's people come in, found as they find them, in either language.</summary>
internal sealed partial class Entrance(IPage page)
{
    public const string Email = "kim@shop.example";
    public const string Password = "nine brave otters";

    public IPage Page => page;
    public ILocator Code => page.GetByLabel(AskTab.Saying("^(콘솔에 나온 코드|Code from the console)"));
    public ILocator Name => page.GetByLabel(AskTab.Saying("^(이름|Your name)"));
    public ILocator EmailBox => page.GetByLabel(AskTab.Saying("^(이메일|E-mail)"));
    public ILocator PasswordBox => page.GetByLabel(AskTab.Saying("^(비밀번호|Password)"));
    public ILocator Submit => page.Locator("main").GetByRole(AriaRole.Button);
    public ILocator Problem => page.GetByRole(AriaRole.Alert);
    public ILocator SignOut => page.GetByRole(AriaRole.Button, new() { NameRegex = AskTab.Saying("^(로그아웃|Sign out)$") });

    /// <summary>Makes the first administrator with the code that the program printed, and stays signed in.</summary>
    public static async Task SetUpAsync(Visit visit, RealProcess program)
    {
        var entrance = new Entrance(await visit.OpenAsync(new Uri(program.Address, "/setup").ToString()));
        await entrance.SetUpAsync(CodeOf(program));
        await Expect(entrance.Page).ToHaveURLAsync(AskTab.Saying("/conversations$"));
        await entrance.Page.CloseAsync();
    }

    public static async Task SignInAsync(Visit visit)
    {
        var entrance = new Entrance(await visit.OpenAsync("/sign-in"));
        await entrance.SignInAsync(Password);
        await Expect(entrance.Page).ToHaveURLAsync(AskTab.Saying("/conversations$"));
        await entrance.Page.CloseAsync();
    }

    public static string CodeOf(RealProcess program) => Printed().Match(program.Output).Groups[1].Value;

    public async Task SetUpAsync(string code)
    {
        await Code.FillAsync(code);
        await Name.FillAsync("Kim");
        await EmailBox.FillAsync(Email);
        await PasswordBox.FillAsync(Password);
        await Submit.ClickAsync();
    }

    public async Task SignInAsync(string password)
    {
        await EmailBox.FillAsync(Email);
        await PasswordBox.FillAsync(password);
        await Submit.ClickAsync();
    }

    [GeneratedRegex("enter the code ([A-Z2-9-]{14})", RegexOptions.NonBacktracking)]
    private static partial Regex Printed();
}
