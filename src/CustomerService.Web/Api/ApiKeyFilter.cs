using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace CustomerService.Web.Api;

/// <summary>Lets a request pass that bears one of the configured keys. Compared as digests, in constant time.</summary>
internal sealed class ApiKeyFilter(ApiOptions options) : IEndpointFilter
{
    private const string Scheme = "Bearer ";
    private readonly byte[][] _digests = [.. options.Keys.Select(Digest)];

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var header = context.HttpContext.Request.Headers.Authorization.ToString();
        if (header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && IsKnown(header[Scheme.Length..].Trim()))
            return next(context);

        context.HttpContext.Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
        return ValueTask.FromResult<object?>(TypedResults.Problem(
            statusCode: StatusCodes.Status401Unauthorized,
            title: "An API key is needed",
            detail: _digests.Length == 0
                ? "No API keys are configured here. Set Api:Keys (environment: Api__Keys__0) and send one as \"Authorization: Bearer KEY\"."
                : "Send one of the configured keys as \"Authorization: Bearer KEY\"."));
    }

    private bool IsKnown(string key)
    {
        var digest = Digest(key);
        var known = false;
        foreach (var candidate in _digests)
            known |= CryptographicOperations.FixedTimeEquals(candidate, digest);
        return known;
    }

    private static byte[] Digest(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
