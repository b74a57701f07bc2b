using CustomerService.Web.Components;
using CustomerService.Web.Features.Ask;
using CustomerService.Web.Features.Preferences;
using Microsoft.AspNetCore.SignalR;
using Radzen;

namespace CustomerService.Web.Hosting;

/// <summary>Everything that pages in a browser need.</summary>
public static class WebPages
{
    // A pasted text arrives in one message. The default of 32 KB would end the circuit before the page could say that it is too long.
    private const int MaxCircuitMessageBytes = 256 * 1024;

    // What programs call answers problems as data.
    private static readonly PathString[] ForPrograms = ["/api", "/hubs", "/health", "/openapi"];

    public static IServiceCollection AddWebPages(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.Configure<HubOptions>(options => options.MaximumReceiveMessageSize = MaxCircuitMessageBytes);
        services.AddRadzenComponents();
        services.AddLanguageChoice();
        services.AddAsk();
        return services;
    }

    /// <summary>The middleware of pages; comes before anything that answers a request.</summary>
    public static IApplicationBuilder UseWebPages(this IApplicationBuilder app)
    {
        app.UseSecurityHeaders();
        app.UseRequestLocalization();
        app.UseWhen(IsPage, static pages =>
        {
            pages.UseExceptionHandler("/error", createScopeForErrors: true);
            pages.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        });
        return app;
    }

    public static void MapWebPages(this WebApplication app)
    {
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapLanguageChoice();
        app.MapGet("/", static () => TypedResults.LocalRedirect("/ask")).ExcludeFromDescription();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    }

    private static bool IsPage(HttpContext context) =>
        !ForPrograms.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));
}
