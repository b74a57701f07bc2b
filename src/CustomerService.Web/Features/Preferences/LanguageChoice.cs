using CustomerService.Core.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;

namespace CustomerService.Web.Features.Preferences;

/// <summary>The language of the pages: the reader's choice, kept in a cookie; else the browser's; else English.</summary>
public static class LanguageChoice
{
    public const string Path = "/preferences/language";

    public static IServiceCollection AddLanguageChoice(this IServiceCollection services)
    {
        services.AddLocalization();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            string[] cultures = ["en", "ko"];
            options.SetDefaultCulture("en").AddSupportedCultures(cultures).AddSupportedUICultures(cultures);
            options.RequestCultureProviders = [new CookieRequestCultureProvider(), new AcceptLanguageHeaderRequestCultureProvider()];
        });
        return services;
    }

    public static void MapLanguageChoice(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(Path, Choose).ExcludeFromDescription().AllowAnonymous();

    /// <summary>Where a link leads that chooses a language and comes back.</summary>
    public static string Link(Language language, string returnUrl) =>
        $"{Path}?code={language.Code()}&returnUrl={Uri.EscapeDataString(returnUrl)}";

    private static Results<RedirectHttpResult, BadRequest> Choose(HttpContext context, TimeProvider clock, string? code, string? returnUrl)
    {
        if (LanguageExtensions.TryParse(code) is not { } language)
            return TypedResults.BadRequest();

        context.Response.Cookies.Append(
            CookieRequestCultureProvider.DefaultCookieName,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language.Code())),
            new CookieOptions
            {
                Expires = clock.GetUtcNow().AddYears(1),
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
            });
        return TypedResults.LocalRedirect(RedirectHttpResult.IsLocalUrl(returnUrl) ? returnUrl! : "/");
    }
}
