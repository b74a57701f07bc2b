using System.Net;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using CustomerService.Browser.Tests;
using CustomerService.Core.Answers;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CustomerService.Api.Tests;

/// <summary>The program, started once for the tests of a class.</summary>
public sealed class Api : IAsyncDisposable
{
    public AppHost Host { get; } = Client.NewHost();

    public HttpClient Http => _http ??= Host.Caller();

    private HttpClient? _http;

    public async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        await Host.DisposeAsync();
    }
}

internal static class Client
{
    public const string Key = "key-of-the-api-tests";

    public static AppHost NewHost(IReadOnlyDictionary<string, string>? settings = null, Action<IServiceCollection>? services = null) =>
        new(new Dictionary<string, string>(settings ?? new Dictionary<string, string>()) { ["Api:Keys:0"] = Key }, services);

    /// <summary>A program elsewhere that calls the API with its key.</summary>
    public static HttpClient Caller(this AppHost host, string? key = Key)
    {
        var client = new HttpClient { BaseAddress = host.Address, Timeout = TimeSpan.FromMinutes(1) };
        if (key is not null)
            client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return client;
    }

    public static Task<HttpResponseMessage> AskAsync(this HttpClient client, object request) =>
        client.PostTextAsync("/api/answers", JsonSerializer.Serialize(request));

    public static Task<HttpResponseMessage> PostTextAsync(this HttpClient client, string path, string body, string type = "application/json") =>
        client.PostAsync(path, new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } });

    /// <summary>A message to a model; returns when the response has begun.</summary>
    public static Task<HttpResponseMessage> StreamTextAsync(this HttpClient client, object request) => client.SendAsync(
        new(HttpMethod.Post, "/api/ai/stream") { Content = new StringContent(JsonSerializer.Serialize(request), Encoding.UTF8, "application/json") },
        HttpCompletionOption.ResponseHeadersRead);

    public static async Task<AnswerMessage> AnswerAsync(this HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{response.StatusCode}: {text}");
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        return JsonSerializer.Deserialize(text, AnswerJson.Compact.AnswerMessage)!;
    }

    /// <summary>The events of a streamed answer, as they come.</summary>
    public static async IAsyncEnumerable<SseItem<string>> StreamAsync(this HttpClient client, object request)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "/api/answers") { Content = new StringContent(JsonSerializer.Serialize(request), Encoding.UTF8, "application/json") };
        message.Headers.Accept.ParseAdd("text/event-stream");
        using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        await foreach (var item in SseParser.Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync())
            yield return item;
    }

    /// <summary>The problem of a refused request (RFC 9457), which holds nothing of an exception.</summary>
    public static async Task<JsonElement> ProblemAsync(this HttpResponseMessage response, HttpStatusCode expected)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{response.StatusCode}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.All(["Exception", "   at ", "SQLite", "secret"], hidden => Assert.DoesNotContain(hidden, text, StringComparison.OrdinalIgnoreCase));
        using var problem = JsonDocument.Parse(text);
        var root = problem.RootElement.Clone();
        Assert.Equal((int)expected, root.GetProperty("status").GetInt32());
        Assert.NotEmpty(root.GetProperty("title").GetString()!);
        return root;
    }

    /// <summary>The names of the fields that a 400 complains about.</summary>
    public static async Task<IReadOnlyList<string>> WrongFieldsAsync(this HttpResponseMessage response)
    {
        var problem = await response.ProblemAsync(HttpStatusCode.BadRequest);
        return [.. problem.GetProperty("errors").EnumerateObject().Select(e => e.Name).Order(StringComparer.Ordinal)];
    }

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{response.StatusCode}: {text}");
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
