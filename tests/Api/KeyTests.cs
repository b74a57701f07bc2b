using System.Net;
using CustomerService.Browser.Tests;
using Xunit;

namespace CustomerService.Api.Tests;

public sealed class KeyTests(Api api) : IClassFixture<Api>
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer key-of-the-api-test")]
    [InlineData("Bearer KEY-OF-THE-API-TESTS")]
    [InlineData("Basic key-of-the-api-tests")]
    [InlineData("key-of-the-api-tests")]
    public async Task Request_without_a_right_key_is_refused(string? authorization)
    {
        using var http = api.Host.Caller(key: null);
        if (authorization is not null)
            http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);
        foreach (var response in new[]
        {
            await http.AskAsync(new { question = "배터리?" }), await http.PostTextAsync("/api/answers", "{"), await http.GetAsync("/api/answers/A1"),
            await http.PostTextAsync("/api/ai/stream", "{\"message\":\"배터리?\"}"),
            await http.GetAsync("/api/products"), await http.GetAsync("/api/products/E001"),
        })
        {
            var problem = await response.ProblemAsync(HttpStatusCode.Unauthorized);
            Assert.Equal("An API key is needed", AnswersTests.Text(problem, "title"));
            Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
            Assert.DoesNotContain(Client.Key, problem.GetRawText(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_configured_key_is_let_in()
    {
        const string other = "second key of the tests";
        await using var host = Client.NewHost(new Dictionary<string, string> { ["Api:Keys:1"] = other });
        foreach (var key in new[] { Client.Key, other })
        {
            using var http = host.Caller(key);
            using var response = await http.GetAsync("/api/products/E001");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    [Fact]
    public async Task Without_configured_keys_everybody_is_refused_and_told_how_to_set_one()
    {
        await using var host = new AppHost();
        using var http = host.Caller();
        var problem = await (await http.GetAsync("/api/products")).ProblemAsync(HttpStatusCode.Unauthorized);
        Assert.Contains("Api__Keys__0", AnswersTests.Text(problem, "detail"), StringComparison.Ordinal);
    }
}
