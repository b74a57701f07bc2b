using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;

namespace CustomerService.Benchmarks;

/// <summary>The endpoint called with nothing between: what cannot be undercut.</summary>
internal sealed class BareClient(Upstream upstream) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });

    /// <returns>Milliseconds of a call whose reply comes in one piece.</returns>
    public async Task<double> WholeAsync(CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        using var response = await SendAsync(stream: false, cancellationToken);
        await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    /// <summary>Reads a stream to its end.</summary>
    /// <returns>Milliseconds until the first visible token.</returns>
    public async Task<double> FirstTokenAsync(CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        double? first = null;
        using var response = await SendAsync(stream: true, cancellationToken);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (first is null && line.Contains("\"content\":\"", StringComparison.Ordinal) && !line.Contains("\"content\":\"\"", StringComparison.Ordinal))
                first = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        return first ?? throw new InvalidOperationException("The endpoint sent no token.");
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(bool stream, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { model = "sim", stream, max_tokens = 200, messages = new[] { new { role = "user", content = "hello" } } });
        using var request = new HttpRequestMessage(HttpMethod.Post, upstream.Address + "/chat/completions")
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return response.EnsureSuccessStatusCode();
    }
}
