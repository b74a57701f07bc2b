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

    public static Task<string> AsAdministratorAsync(IServiceProvider services) => Async(services, "Kim", StaffRole.Administrator);

    public static Task<string> AsAgentAsync(IServiceProvider services, string name) => Async(services, name, StaffRole.Agent);

    private static async Task<string> Async(IServiceProvider services, string name, StaffRole role)
    {
        await using var scope = services.CreateAsyncScope();
        var members = scope.ServiceProvider.GetRequiredService<UserManager<StaffMember>>();
        var email = $"{name.ToLowerInvariant()}@shop.example";
        var member = new StaffMember { UserName = email, Email = email, Name = name, Role = role };
        var made = await members.CreateAsync(member, Guid.NewGuid().ToString());
        if (!made.Succeeded)
            throw new InvalidOperationException(string.Join(", ", made.Errors.Select(e => e.Code)));
        var principal = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<StaffMember>>().CreateAsync(member);
        var (scheme, now) = (IdentityConstants.ApplicationScheme, TimeProvider.System.GetUtcNow());
        return scope.ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(scheme).TicketDataFormat
            .Protect(new(principal, new() { IssuedUtc = now, ExpiresUtc = now.AddHours(1) }, scheme));
    }
}
