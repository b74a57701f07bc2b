using CustomerService.Core.Answers;
using CustomerService.Data.Staff;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace CustomerService.Web.Features.Staff;

/// <summary>The second step of a sign-in: a code of the app, or one that was kept for the day when the phone is gone.</summary>
public sealed partial class CodePage
{
    private const int RecoveryLetters = 10;

    private StaffMember? _member;
    private string? _problem;

    public sealed class Input
    {
        public string Code { get; set; } = "";
        public bool Remember { get; set; }
    }

    [Inject]
    private SignInManager<StaffMember> Entrance { get; set; } = null!;

    [Inject]
    private ShopOptions Shop { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [SupplyParameterFromQuery]
    private string? ReturnUrl { get; set; }

    [SupplyParameterFromQuery]
    private bool Stay { get; set; }

    [SupplyParameterFromForm(FormName = "code")]
    private Input? Form { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Form ??= new();
        _member = await Entrance.GetTwoFactorAuthenticationUserAsync();
        if (_member is not { IsDeactivated: false })
            Navigation.NavigateTo(StaffServices.SignInPath);
    }

    private async Task SubmitAsync()
    {
        if (_member is not { IsDeactivated: false })
            return;
        var result = await EnterAsync(_member, new string([.. Form!.Code.Where(char.IsAsciiLetterOrDigit)]).ToUpperInvariant());
        if (result.Succeeded)
            Navigation.NavigateTo(StaffServices.PlaceOf(ReturnUrl));
        else
            (_problem, Form.Code) = (L.Refusal(result, _member, Shop, "WrongTwoFactorCode"), "");
    }

    private async Task<SignInResult> EnterAsync(StaffMember member, string code)
    {
        if (code.Length != RecoveryLetters)
            return await Entrance.TwoFactorAuthenticatorSignInAsync(code, Stay, Form!.Remember);

        // The framework counts no wrong recovery codes and lets them in during a lock-out.
        var members = Entrance.UserManager;
        if (await members.IsLockedOutAsync(member))
            return SignInResult.LockedOut;
        var result = await Entrance.TwoFactorRecoveryCodeSignInAsync($"{code[..(RecoveryLetters / 2)]}-{code[(RecoveryLetters / 2)..]}");
        if (!result.Succeeded)
            await members.AccessFailedAsync(member);
        return result.Succeeded || !await members.IsLockedOutAsync(member) ? result : SignInResult.LockedOut;
    }
}
