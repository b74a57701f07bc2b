using System.Security.Cryptography;
using System.Text;
using CustomerService.Core.Text;
using CustomerService.Web.Hub;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.StaticAssets;

namespace CustomerService.Web.Features.Widget;

/// <summary>The frame of the chat widget. Each answer names the one origin whose pages may show it.</summary>
internal static class WidgetPages
{
    private const string Address = "/widget/panel";

    // The panel's script sets styles on elements, which needs no leave; nothing comes from elsewhere.
    private static readonly string Policy =
        $"default-src 'none'; script-src 'self' 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(PanelDocument.EarlyScript)))}'; "
        + "style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors ";

    public static void MapWidget(this WebApplication app) => app.MapGet(Address, Show).ExcludeFromDescription().AllowAnonymous();

    private static RazorComponentResult Show(HttpContext context, EndpointDataSource endpoints, WidgetOptions options, string? host, string? lang)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-cache";
        if (host is not null && !IsAllowed(host, context.Request, options))
        {
            // The notice tells nothing and takes nothing, so that any page may show it.
            headers.ContentSecurityPolicy = Policy + "*";
            return new RazorComponentResult<RefusedDocument>(new { Host = WidgetOptions.IsOrigin(host) ? host : "https://…", StyleAddress = AssetAddress(endpoints, "widget/panel.css") })
            {
                StatusCode = StatusCodes.Status403Forbidden,
            };
        }

        headers.ContentSecurityPolicy = Policy + (host ?? "'none'");
        return new RazorComponentResult<PanelDocument>(new
        {
            Language = (LanguageExtensions.TryParse(lang) ?? Language.Korean).Code(),
            StyleAddress = AssetAddress(endpoints, "widget/panel.css"),
            ScriptAddress = AssetAddress(endpoints, "widget/panel.js"),
        });
    }

    private static bool IsAllowed(string host, HttpRequest request, WidgetOptions options) =>
        WidgetOptions.IsOrigin(host) && (options.AllowedOrigins.Contains(host, StringComparer.OrdinalIgnoreCase)
            || string.Equals(new Uri(host).Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));

    /// <summary>The address under which a file never changes, so that browsers keep it.</summary>
    private static string AssetAddress(EndpointDataSource endpoints, string file) => "/" + (endpoints.Endpoints
        .Select(e => e.Metadata.GetMetadata<StaticAssetDescriptor>())
        .FirstOrDefault(asset => asset?.Properties.Any(p => p.Name == "label" && p.Value == file) == true)?.Route ?? file);
}
