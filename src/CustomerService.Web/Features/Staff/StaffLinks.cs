using System.Globalization;
using System.Text;
using CustomerService.Data.Staff;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace CustomerService.Web.Features.Staff;

/// <summary>Links with which members come in without a password. Each works once: using it, or making a new invitation, changes the stamp that it was made with.</summary>
internal sealed class StaffLinks(UserManager<StaffMember> members, IOptions<InvitationOptions> options, TimeProvider clock)
{
    public const string InvitationPath = "/invitation";
    public const string ResetPath = "/reset";

    private const string InvitationPurpose = "Invitation";

    /// <summary>Makes an invitation; earlier ones of the same member end.</summary>
    /// <returns>What stands behind the # of the link.</returns>
    public async Task<string> InviteAsync(StaffMember member)
    {
        await members.UpdateSecurityStampAsync(member);
        var until = clock.GetUtcNow() + options.Value.TokenLifespan;
        await members.SetAuthenticationTokenAsync(member, Invitation.Provider, Invitation.Until, until.ToString("O", CultureInfo.InvariantCulture));
        return Written(member, await members.GenerateUserTokenAsync(member, InvitationOptions.ProviderName, InvitationPurpose));
    }

    /// <summary>Makes a link with which somebody who has forgotten the password sets a new one.</summary>
    public async Task<string> ResetAsync(StaffMember member) => Written(member, await members.GeneratePasswordResetTokenAsync(member));

    /// <summary>Whose link it is.</summary>
    /// <returns>Null when it does not work, or no longer.</returns>
    public async Task<StaffMember?> OpenAsync(string path, string? link)
    {
        if (Read(link) is not (var id, var token) || await members.FindByIdAsync(id) is not { IsDeactivated: false } member || member.IsInvited != (path == InvitationPath))
            return null;
        var works = path == InvitationPath
            ? await members.VerifyUserTokenAsync(member, InvitationOptions.ProviderName, InvitationPurpose, token)
            : await members.VerifyUserTokenAsync(member, members.Options.Tokens.PasswordResetTokenProvider, UserManager<StaffMember>.ResetPasswordTokenPurpose, token);
        return works ? member : null;
    }

    /// <summary>Gives the owner of a link, as it was just opened, a first or a new password, and ends a lock-out.</summary>
    public Task<IdentityResult> UseAsync(string path, string link, StaffMember member, string password)
    {
        (member.LockoutEnd, member.AccessFailedCount) = (null, 0);
        return path == InvitationPath ? members.AddPasswordAsync(member, password) : members.ResetPasswordAsync(member, Read(link)!.Value.Token, password);
    }

    private static string Written(StaffMember member, string token) => $"{member.Id}.{WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(token))}";

    private static (string Id, string Token)? Read(string? link)
    {
        if (link?.Split('.') is not [var id, var token])
            return null;
        try
        {
            return (id, Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(token)));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}

/// <summary>How long an invitation holds.</summary>
public sealed class InvitationOptions : DataProtectionTokenProviderOptions
{
    public const string ProviderName = "Invitation";

    public InvitationOptions() => (Name, TokenLifespan) = (ProviderName, TimeSpan.FromDays(3));
}

internal sealed class InvitationTokens(IDataProtectionProvider protection, IOptions<InvitationOptions> options, ILogger<DataProtectorTokenProvider<StaffMember>> log)
    : DataProtectorTokenProvider<StaffMember>(protection, options, log);
