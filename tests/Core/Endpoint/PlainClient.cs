using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace CustomerService.Core.Tests.Endpoint;

/// <summary>Calls an endpoint with nothing between.</summary>
internal sealed class PlainClient(Uri address) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { DefaultRequestHeaders = { Authorization = new("Bearer", "key") } };

    public Task<HttpResponseMessage> SendAsync(
        string model = "sim", string prompt = "hello", bool stream = true, bool usage = true, CancellationToken cancellationToken = default)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address + "/chat/completions")
        {
            Content = JsonContent.Create(new { model, stream, stream_options = usage ? new { include_usage = true } : null, messages = new[] { new { role = "user", content = prompt } } }),
        };
        return _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    public Task<HttpResponseMessage> ModelsAsync(CancellationToken cancellationToken = default) => _http.GetAsync(new Uri(address + "/models"), cancellationToken);

    public async Task<IReadOnlyList<string>> EventsAsync(bool usage = true, CancellationToken cancellationToken = default)
    {
        using var response = await SendAsync(usage: usage, cancellationToken: cancellationToken);
        return await ReadAsync(response, cancellationToken).ToListAsync(cancellationToken);
    }

    public async Task<string> TextAsync(string model = "sim", string prompt = "hello")
    {
        using var response = await SendAsync(model, prompt);
        return TextOf(await ReadAsync(response).ToListAsync());
    }

    public static async IAsyncEnumerable<string> ReadAsync(HttpResponseMessage response, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(cancellationToken))
            yield return item.Data;
    }

    public static string TextOf(IEnumerable<string> events) =>
        string.Concat(events.Where(e => e.StartsWith('{')).Select(e => (string?)JsonNode.Parse(e)!["choices"]?.AsArray().FirstOrDefault()?["delta"]?["content"]));

    public void Dispose() => _http.Dispose();
}
