using Microsoft.AspNetCore.Components;

namespace CustomerService.Web.Features.Staff.Account;

/// <summary>Codes of an app as the second step of a sign-in. The key is shown until it is confirmed, recovery codes once.</summary>
public sealed partial class AccountTwoFactor
{
    private const int FewCodes = 3;

    private string? _key;
    private IReadOnlyList<string>? _codes;
    private int _codesLeft;

    public enum TwoFactorChange
    {
        NewCodes,
        TurnOff,
    }

    public sealed class CodeInput
    {
        public string Code { get; set; } = "";
    }

    public sealed class ChangeInput
    {
        public string Password { get; set; } = "";
        public TwoFactorChange What { get; set; }
    }

    [SupplyParameterFromForm(FormName = "two-factor-on")]
    private CodeInput? Form { get; set; }

    [SupplyParameterFromForm(FormName = "two-factor-change")]
    private ChangeInput? Change { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var isConfirming = Form is not null;
        (Form, Change) = (Form ?? new(), Change ?? new());
        // A form that was sent must be on the page that receives it.
        if (isConfirming)
            _key = await Members.GetAuthenticatorKeyAsync(Member);
        if (Member.TwoFactorEnabled)
            _codesLeft = await Members.CountRecoveryCodesAsync(Member);
    }

    private async Task StartAsync()
    {
        if (Member.TwoFactorEnabled || !Succeeded(await Members.ResetAuthenticatorKeyAsync(Member)))
            return;
        await SignIn.RefreshSignInAsync(Member);
        _key = await Members.GetAuthenticatorKeyAsync(Member);
    }

    private async Task ConfirmAsync()
    {
        if (Member.TwoFactorEnabled)
        {
            _key = null;
            return;
        }

        var code = new string([.. Form!.Code.Where(char.IsAsciiDigit)]);
        if (!await Members.VerifyTwoFactorTokenAsync(Member, Members.Options.Tokens.AuthenticatorTokenProvider, code))
        {
            Problems = [L["WrongCode"]];
            return;
        }

        if (!Succeeded(await Members.SetTwoFactorEnabledAsync(Member, enabled: true)))
            return;
        await SignIn.RefreshSignInAsync(Member);
        await MakeCodesAsync();
    }

    private async Task ChangeAsync()
    {
        if (!Member.TwoFactorEnabled || !await IsConfirmedAsync(Change!.Password))
            return;
        if (Change.What == TwoFactorChange.NewCodes)
            await MakeCodesAsync();
        else if (await Members.TurnOffTwoFactorAsync(Member))
            await FinishAsync("two-factor");
    }

    private async Task MakeCodesAsync() => _codes = [.. await Members.GenerateNewTwoFactorRecoveryCodesAsync(Member, TwoFactor.RecoveryCodes) ?? []];
}
