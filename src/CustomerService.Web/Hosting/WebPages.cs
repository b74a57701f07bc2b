using System.Text.Encodings.Web;
using System.Text.Unicode;
using CustomerService.Web.Components;
using CustomerService.Core.Configuration;
using CustomerService.Web.Features.Ask;
using CustomerService.Web.Features.Conversations;
using CustomerService.Web.Features.Demo;
using CustomerService.Web.Features.Documents;
using CustomerService.Web.Features.Evaluation;
using CustomerService.Web.Features.Import;
using CustomerService.Web.Features.Preferences;
using CustomerService.Web.Features.Replies;
using CustomerService.Web.Features.Staff;
using CustomerService.Web.Features.Synonyms;
using CustomerService.Web.Features.Usage;
using CustomerService.Web.Features.Widget;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.WebEncoders;
using Radzen;

namespace CustomerService.Web.Hosting;

/// <summary>Everything that pages in a browser need.</summary>
public static class WebPages
{
    // A pasted text arrives in one message. The default of 32 KB would end the circuit before the page could say that it is too long.
    private const int MaxCircuitMessageBytes = 256 * 1024;

    // What programs call answers problems as data.
    private static readonly PathString[] ForPrograms = ["/api", "/hubs", "/health", "/openapi"];

    public static IServiceCollection AddWebPages(this IServiceCollection services, Settings settings)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.Configure<HubOptions>(options => options.MaximumReceiveMessageSize = MaxCircuitMessageBytes);
        services.AddProblemDetails();
        services.AddRadzenComponents();
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddLanguageChoice();
        services.AddStaff();
        services.AddAsk();
        services.AddConversations();
        services.AddReplies();
        services.AddDocuments();
        services.AddSynonyms();
        services.AddDemoStore();
        services.AddUsage();
        services.AddEvaluationPages();
        services.AddImportPage(settings);
        return services;
    }

    /// <summary>The middleware of pages; comes before anything that answers a request.</summary>
    public static IApplicationBuilder UseWebPages(this IApplicationBuilder app)
    {
        app.UseSecurityHeaders();
        app.UseDemoStore();
        app.UseRequestLocalization();
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        // Programs get problem details and never a page.
        app.Use(static (context, next) =>
        {
            if (IsForPrograms(context) && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
                pages.Enabled = false;
            return next(context);
        });
        app.UseWhen(IsForPrograms, static programs => programs.UseExceptionHandler().UseStatusCodePages());
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        return app;
    }

    public static void MapWebPages(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapLanguageChoice();
        app.MapStaff();
        app.MapWidget();
        app.MapGet("/", static () => TypedResults.LocalRedirect("/ask")).ExcludeFromDescription();
        app.MapDemoStore();
        app.MapDocuments();
        app.MapImport();
        // SecurityHeaders tells who may frame a page; two headers with a policy would narrow each other.
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }

    private static bool IsForPrograms(HttpContext context) =>
        ForPrograms.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));
}
