using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;

namespace CustomerService.Web.Features.Staff;

/// <summary>Who looks at the page.</summary>
public sealed class CurrentMember(AuthenticationStateProvider authentication)
{
    public async Task<string> IdAsync() =>
        (await authentication.GetAuthenticationStateAsync()).User.FindFirstValue(ClaimTypes.NameIdentifier) ?? throw new InvalidOperationException("Nobody is signed in.");
}
