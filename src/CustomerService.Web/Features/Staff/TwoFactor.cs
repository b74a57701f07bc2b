using CustomerService.Data.Staff;
using Microsoft.AspNetCore.Identity;

namespace CustomerService.Web.Features.Staff;

internal static class TwoFactor
{
    public const int RecoveryCodes = 10;

    /// <summary>From now on the password alone lets somebody in; app and recovery codes are worth nothing any more, and all sign-ins end.</summary>
    public static async Task<bool> TurnOffTwoFactorAsync(this UserManager<StaffMember> members, StaffMember member)
    {
        var done = await members.SetTwoFactorEnabledAsync(member, enabled: false);
        if (!done.Succeeded)
            return false;
        await members.GenerateNewTwoFactorRecoveryCodesAsync(member, 0);
        return (await members.ResetAuthenticatorKeyAsync(member)).Succeeded;
    }
}
