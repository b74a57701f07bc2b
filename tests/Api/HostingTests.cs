using System.Net;
using System.Text.Json;
using CustomerService.Browser.Tests;
using Xunit;

namespace CustomerService.Api.Tests;

public sealed class HostingTests(Api api) : IClassFixture<Api>
{
    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("192.0.2.1")]
    public async Task Request_for_another_host_is_refused(string host)
    {
        foreach (var path in new[] { "/ask", "/api/products", "/health/ready", "/openapi/v1.json" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = host } };
            using var response = await api.Http.SendAsync(request);
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        }
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]:5080")]
    public async Task Request_for_this_machine_is_served(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live") { Headers = { Host = host } };
        using var response = await api.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Host_that_is_configured_is_served()
    {
        await using var host = new AppHost(new Dictionary<string, string> { ["AllowedHosts"] = "shop.example" });
        using var http = host.Caller(key: null);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live") { Headers = { Host = "shop.example" } };
        using var response = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("/setup", HttpStatusCode.OK)]
    [InlineData("/nothing-here", HttpStatusCode.NotFound)]
    [InlineData("/demo", HttpStatusCode.OK)]
    [InlineData("/demo/products/E999", HttpStatusCode.NotFound)]
    [InlineData("/api/products", HttpStatusCode.OK)]
    public async Task Response_tells_the_browser_what_it_may_do(string path, HttpStatusCode expected)
    {
        using var response = await api.Http.GetAsync(path);
        Assert.Equal(expected, response.StatusCode);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src 'self' 'unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
    }

    [Fact]
    public async Task Demo_store_that_is_switched_off_is_not_there()
    {
        await using var host = Client.NewHost(new Dictionary<string, string> { ["Demo:Enabled"] = "false" });
        using var http = host.Caller(key: null);
        foreach (var path in new[] { "/demo", "/demo/products/E001" })
        {
            using var response = await http.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    [Fact]
    public async Task Unknown_page_is_a_page_and_unknown_api_address_a_problem()
    {
        using var page = await api.Http.GetAsync("/nothing-here");
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        await (await api.Http.GetAsync("/api/nothing-here")).ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Description_of_the_api_names_every_endpoint_with_its_answers()
    {
        using var http = api.Host.Caller(key: null);
        var description = await (await http.GetAsync("/openapi/v1.json")).JsonAsync();
        Assert.StartsWith("3.", AnswersTests.Text(description, "openapi"), StringComparison.Ordinal);
        var paths = description.GetProperty("paths");
        Assert.Equal(
            ["/api/ai/stream", "/api/answers", "/api/answers/{answerId}", "/api/products", "/api/products/{productId}"],
            paths.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
        var ask = paths.GetProperty("/api/answers").GetProperty("post");
        Assert.True(ask.GetProperty("requestBody").GetProperty("content").TryGetProperty("application/json", out _));
        Assert.Equal(["application/json", "text/event-stream"], ask.GetProperty("responses").GetProperty("200").GetProperty("content").EnumerateObject().Select(c => c.Name));
        Assert.Equal(["200", "400", "401", "413", "415", "503"], Statuses(ask));
        var stream = paths.GetProperty("/api/ai/stream").GetProperty("post");
        Assert.Equal(["text/event-stream"], stream.GetProperty("responses").GetProperty("200").GetProperty("content").EnumerateObject().Select(c => c.Name));
        Assert.Equal(["200", "400", "401", "413", "415", "502", "503"], Statuses(stream));
        Assert.Equal(["200", "401", "404", "503"], Statuses(paths.GetProperty("/api/answers/{answerId}").GetProperty("get")));
        Assert.Equal(["200", "400", "401", "503"], Statuses(paths.GetProperty("/api/products").GetProperty("get")));
        Assert.Equal(["200", "401", "404", "503"], Statuses(paths.GetProperty("/api/products/{productId}").GetProperty("get")));
        Assert.Equal("bearer", AnswersTests.Text(description.GetProperty("components").GetProperty("securitySchemes").EnumerateObject().Single().Value, "scheme"));
        AssertReferencesExist(description, description);
    }

    private static IEnumerable<string> Statuses(JsonElement operation) => operation.GetProperty("responses").EnumerateObject().Select(r => r.Name).Order(StringComparer.Ordinal);

    private static void AssertReferencesExist(JsonElement root, JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                AssertReferencesExist(root, item);
        }

        if (element.ValueKind != JsonValueKind.Object)
            return;
        foreach (var property in element.EnumerateObject())
        {
            if (property.Name == "$ref" && property.Value.ValueKind == JsonValueKind.String)
                Assert.True(property.Value.GetString()!.Split('/').Skip(1).Aggregate((JsonElement?)root, (at, name) => at?.TryGetProperty(name, out var next) == true ? next : null) is not null, property.Value.GetString());
            else
                AssertReferencesExist(root, property.Value);
        }
    }
}
