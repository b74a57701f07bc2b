using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Features;

namespace CustomerService.Web.Api;

/// <summary>Reads what is sent as JSON.</summary>
internal static class ApiBody
{
    /// <returns>The body, null where it says <c>null</c>; or why it was refused.</returns>
    public static async Task<(T? Body, IResult? Refused)> ReadAsync<T>(HttpContext http, JsonTypeInfo<T> type, int maxBytes)
        where T : class
    {
        if (!http.Request.HasJsonContentType())
            return (null, ApiProblems.NotJson());
        if (http.Request.ContentLength > maxBytes)
            return (null, ApiProblems.TooLarge(maxBytes));
        http.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = maxBytes;
        try
        {
            // JSON is UTF-8 (RFC 8259); a charset in the content type changes nothing.
            return (await JsonSerializer.DeserializeAsync(http.Request.Body, type, http.RequestAborted).ConfigureAwait(false), null);
        }
        catch (JsonException e)
        {
            return (null, ApiProblems.Malformed(e));
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, ApiProblems.TooLarge(maxBytes));
        }
    }
}
