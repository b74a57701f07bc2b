using CustomerService.Data.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace CustomerService.Web.Features.Staff;

/// <summary>Who of the shop is in. Whatever does not say otherwise needs a sign-in.</summary>
public static class StaffServices
{
    public const string SignInPath = "/sign-in";
    public const string SignOutPath = "/sign-out";
    public const string SetUpPath = "/setup";
    public const string CodePath = "/sign-in/code";
    public const string AccountPath = "/account";

    private const int MinPassword = 10;
    private const int MinDistinct = 4;
    private const int MaxAttempts = 5;
    private static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan SignedInFor = TimeSpan.FromHours(12);

    /// <summary>How long a page that is open may still show what it shows, after its sign-in was ended elsewhere; requests are refused at once.</summary>
    internal static readonly TimeSpan CheckedEvery = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddStaff(this IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = "staff";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.ExpireTimeSpan = SignedInFor;
            cookie.LoginPath = cookie.AccessDeniedPath = SignInPath;
            cookie.ReturnUrlParameter = "returnUrl";
            // Renewing is for the sliding expiry alone: a cookie that every response sets could undo a sign-out.
            cookie.Events.OnValidatePrincipal = static async context =>
            {
                await SecurityStampValidator.ValidatePrincipalAsync(context);
                context.ShouldRenew = false;
            };
            // Programs are told, and not led to a page.
            cookie.Events.OnRedirectToLogin = static redirect => Refuse(redirect.HttpContext, redirect.RedirectUri, StatusCodes.Status401Unauthorized);
            cookie.Events.OnRedirectToAccessDenied = static redirect =>
            {
                redirect.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        services.Configure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = TimeSpan.Zero);
        services.Configure<IdentityOptions>(identity =>
        {
            // Length is what makes a password hard to guess.
            identity.Password = new() { RequiredLength = MinPassword, RequiredUniqueChars = MinDistinct, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false };
            identity.Lockout = new() { MaxFailedAccessAttempts = MaxAttempts, DefaultLockoutTimeSpan = LockedFor };
            identity.User.AllowedUserNameCharacters = "";
        });
        new IdentityBuilder(typeof(StaffMember), services).AddSignInManager().AddDefaultTokenProviders()
            .AddTokenProvider<InvitationTokens>(InvitationOptions.ProviderName).AddClaimsPrincipalFactory<StaffClaims>();
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, EndpointsOnly>();
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, StaffState>();
        services.AddScoped<CurrentMember>();
        services.AddScoped<StaffLinks>();
        services.AddDataProtection().SetApplicationName("CustomerService");
        // That its keys lie in the database as they are is decided, and no news at every start.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error));
        services.AddOptions<KeyManagementOptions>().Configure<IKeyStore>(static (keys, store) => keys.XmlRepository = new StoredKeys(store));
        return services.AddSingleton<SetupCode>();
    }

    public static void MapStaff(this WebApplication app) => app.MapPost(SignOutPath, SignOutAsync).ExcludeFromDescription();

    /// <summary>A place of this program, or the workspace.</summary>
    public static string PlaceOf(string? returnUrl) => RedirectHttpResult.IsLocalUrl(returnUrl) ? returnUrl! : "/conversations";

    private static async Task<RedirectHttpResult> SignOutAsync(SignInManager<StaffMember> signIn)
    {
        await signIn.SignOutAsync();
        return TypedResults.LocalRedirect(SignInPath);
    }

    private static Task Refuse(HttpContext context, string page, int status)
    {
        if (context.Request.GetTypedHeaders().Accept.Any(a => a.MediaType == "text/html"))
        {
            // What was sent is not sent again after the sign-in.
            context.Response.Redirect(HttpMethods.IsGet(context.Request.Method) ? page : SignInPath);
            return Task.CompletedTask;
        }

        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
            pages.Enabled = false;
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
