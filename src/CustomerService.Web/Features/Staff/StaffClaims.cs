using System.Globalization;
using System.Security.Claims;
using CustomerService.Data.Staff;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CustomerService.Web.Features.Staff;

/// <summary>What a sign-in says of somebody: role and name beside the framework's own.</summary>
internal sealed class StaffClaims(UserManager<StaffMember> members, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<StaffMember>(members, options)
{
    private const string Name = "name";

    public static string NameOf(ClaimsPrincipal member) => member.FindFirstValue(Name) ?? "";

    /// <summary>The first letter of the name, for where there is no room.</summary>
    public static string InitialOf(ClaimsPrincipal member) => StringInfo.GetNextTextElement(NameOf(member)).ToUpperInvariant();

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(StaffMember user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new(Options.ClaimsIdentity.RoleClaimType, user.Role.ToString()));
        identity.AddClaim(new(Name, user.Name));
        return identity;
    }
}
