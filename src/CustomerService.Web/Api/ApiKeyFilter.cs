using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace CustomerService.Web.Api;

/// <summary>Lets a request pass that bears one of the configured keys. Compared as digests, in constant time.</summary>
internal sealed class ApiKeyFilter(ApiOptions options) : IEndpointFilter
{
    private const string Scheme = "Bearer ";
    private static readonly object Caller = new();
    private readonly byte[][] _digests = [.. options.Keys.Select(Digest)];

    /// <summary>A name for whoever bears the key of this request, which does not tell the key.</summary>
    public static string CallerOf(HttpContext http) => (string)http.Items[Caller]!;

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var header = context.HttpContext.Request.Headers.Authorization.ToString();
        if (header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && Find(header[Scheme.Length..].Trim()) is { } number)
        {
            context.HttpContext.Items[Caller] = $"key {number}";
            return next(context);
        }

        context.HttpContext.Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
        return ValueTask.FromResult<object?>(TypedResults.Problem(
            statusCode: StatusCodes.Status401Unauthorized,
            title: "An API key is needed",
            detail: _digests.Length == 0
                ? "No API keys are configured here. Set Api:Keys (environment: Api__Keys__0) and send one as \"Authorization: Bearer KEY\"."
                : "Send one of the configured keys as \"Authorization: Bearer KEY\"."));
    }

    private int? Find(string key)
    {
        var digest = Digest(key);
        int? found = null;
        for (var number = 0; number < _digests.Length; number++)
        {
            if (CryptographicOperations.FixedTimeEquals(_digests[number], digest))
                found = number;
        }

        return found;
    }

    private static byte[] Digest(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
