using CustomerService.Data.Staff;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CustomerService.Browser.Tests;

/// <summary>The sign-in of a member of the staff, as the program's own keys seal it, for tests that are about something else.</summary>
internal static class SignedIn
{
    public const string Cookie = "staff";

    public static Task<string> AsAdministratorAsync(IServiceProvider services) => AsAsync(services, "Kim", StaffRole.Administrator, Guid.NewGuid().ToString());

    public static Task<string> AsAgentAsync(IServiceProvider services, string name) => AsAsync(services, name, StaffRole.Agent, Guid.NewGuid().ToString());

    /// <summary>Somebody new, whose address is the name at shop.example.</summary>
    public static async Task<string> AsAsync(IServiceProvider services, string name, StaffRole role, string password)
    {
        await using var scope = services.CreateAsyncScope();
        var members = scope.ServiceProvider.GetRequiredService<UserManager<StaffMember>>();
        var email = $"{name.ToLowerInvariant()}@shop.example";
        var member = new StaffMember { UserName = email, Email = email, Name = name, Role = role };
        var made = await members.CreateAsync(member, password);
        if (!made.Succeeded)
            throw new InvalidOperationException(string.Join(", ", made.Errors.Select(e => e.Code)));
        var principal = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<StaffMember>>().CreateAsync(member);
        var (scheme, now) = (IdentityConstants.ApplicationScheme, TimeProvider.System.GetUtcNow());
        return scope.ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(scheme).TicketDataFormat
            .Protect(new(principal, new() { IssuedUtc = now, ExpiresUtc = now.AddHours(1) }, scheme));
    }
}
