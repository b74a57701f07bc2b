using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CustomerService.Browser.Tests.Widget;

/// <summary>Somebody's shop on a server and under a name of its own, whose pages embed the widget with the one line of the README.</summary>
public sealed class ShopSite : IAsyncDisposable
{
    // As strict as a shop's policy can be: no inline style, no script but its own and the widget's.
    private static string Policy(string widget) => $"default-src 'none'; style-src 'self'; script-src {widget}; frame-src {widget}; connect-src 'none'";

    private readonly WebApplication _site;

    private ShopSite(WebApplication site)
    {
        _site = site;
        var listening = new Uri(site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        // Another name than the program's, so that browsers keep the two apart.
        Address = new UriBuilder(listening) { Host = "localhost" }.Uri;
    }

    public Uri Address { get; }

    public string Origin => Address.GetLeftPart(UriPartial.Authority);

    /// <param name="widget">Where the program is, as customers reach it.</param>
    public static async Task<ShopSite> StartAsync(Func<Uri> widget)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = builder.Build();
        site.MapGet("/{**page}", (HttpContext context, string? page) =>
        {
            var source = widget().GetLeftPart(UriPartial.Authority);
            context.Response.Headers.ContentSecurityPolicy = Policy(source);
            var language = context.Request.Headers.AcceptLanguage.ToString().StartsWith("ko", StringComparison.OrdinalIgnoreCase) ? "ko" : "en";
            return Results.Content(
                $"""
                 <!DOCTYPE html>
                 <html lang="{language}">
                 <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Shop</title></head>
                 <body>
                 <main><h1>Shop</h1><p>Page {page}</p><a href="/next">Next page</a></main>
                 <script src="{source}/widget.js" data-product-id="E001" async></script>
                 </body>
                 </html>
                 """, "text/html; charset=utf-8");
        });
        await site.StartAsync();
        return new(site);
    }

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();
}
