using Microsoft.Extensions.Primitives;

namespace CustomerService.Web.Hosting;

/// <summary>What the browser may do with what it gets from here.</summary>
public static class SecurityHeaders
{
    // No inline script and nothing from elsewhere. Inline styles stay allowed: the component library positions its popups with them.
    private static readonly StringValues ContentSecurityPolicy = string.Join("; ",
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'");

    private static readonly StringValues NoSniff = "nosniff";
    // Addresses of pages hold questions and customer numbers: they are nobody else's business.
    private static readonly StringValues ReferrerPolicy = "same-origin";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = NoSniff;
        headers["Referrer-Policy"] = ReferrerPolicy;
        return next(context);
    });
}
