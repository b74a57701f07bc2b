using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CustomerService.Api.Tests;

/// <summary>Deny is the default: what may be had without a sign-in is written here, and all else is asked for one.</summary>
public sealed class AccessTests(Api api) : IClassFixture<Api>
{
    // As the end of an address it looks like a file, too.
    private const string Sample = "E001.txt";

    // Beside the files of wwwroot.
    private static readonly string[] Open =
    [
        "/api/ai/stream", "/api/answers", "/api/answers/{answerId}", "/api/products", "/api/products/{productId}", "/openapi/{documentName}.json",
        "/demo", "/demo/products/{productId}", "/demo/{**elsewhere}", "/documents/{id}", "/documents/{id}/file", "/health/live", "/health/ready", "/hubs/chat", "/hubs/chat/negotiate",
        "/preferences/language", "/widget/panel", "/error", "/not-found", "/invitation", "/reset", "/setup", "/sign-in", "/sign-in/code",
    ];

    [Fact]
    public async Task Every_route_but_the_open_ones_needs_a_sign_in()
    {
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = api.Host.Address };
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        var routes = api.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => !e.Metadata.OfType<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>().Any()).ToList();
        var open = routes.Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null);
        Assert.Equal(Open.Order(StringComparer.Ordinal), open.Select(e => "/" + e.RoutePattern.RawText!.Trim('/')).Distinct().Order(StringComparer.Ordinal));

        var closed = routes.Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null).ToList();
        Assert.Contains(closed, e => e.RoutePattern.RawText == "/conversations/{Id}");
        // Where files lie there is nothing but files.
        foreach (var route in closed.Where(r => r.RoutePattern.RawText != "{**path:file}"))
        {
            var address = "/" + string.Join('/', route.RoutePattern.PathSegments.Select(s => string.Concat(s.Parts.Select(p =>
                p is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content : Sample))));
            var method = route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is [var first, ..] ? first : "GET";
            using var response = await browser.SendAsync(new HttpRequestMessage(new HttpMethod(method), address));
            var where = response.Headers.Location?.ToString() ?? "";
            Assert.True(
                response.StatusCode == HttpStatusCode.Unauthorized || (response.StatusCode == HttpStatusCode.Found && where.Contains("/sign-in", StringComparison.Ordinal)),
                $"{method} {route.RoutePattern.RawText} ({route.DisplayName}): {response.StatusCode} {where}");
        }
    }
}
