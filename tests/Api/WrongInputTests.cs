using System.Net;
using System.Text;
using System.Text.Json;
using CustomerService.Testing;
using Xunit;

namespace CustomerService.Api.Tests;

public sealed class WrongInputTests(Api api) : IClassFixture<Api>
{
    public static TheoryData<string, string> WrongValues => new()
    {
        { """{}""", "question" },
        { """null""", "question" },
        { """{"question":null}""", "question" },
        { """{"question":""}""", "question" },
        { """{"question":" \n\t "}""", "question" },
        { $$"""{"question":"{{new string('가', 2001)}}"}""", "question" },
        { """{"question":"a\u0000b"}""", "question" },
        { """{"question":"a\u001bb"}""", "question" },
        { """{"question":"a\u0085b"}""", "question" },
        { """{"question":"배터리?","productId":"E999"}""", "productId" },
        { """{"question":"배터리?","productId":"E 001"}""", "productId" },
        { """{"question":"배터리?","productId":"' OR 1=1 --"}""", "productId" },
        { $$"""{"question":"배터리?","productId":"{{new string('E', 65)}}"}""", "productId" },
        { """{"question":"배터리?","customerId":"C999"}""", "customerId" },
        { """{"question":"배터리?","customerId":"../../etc/passwd"}""", "customerId" },
        { """{"question":"배터리?","language":"fr"}""", "language" },
        { """{"question":"배터리?","language":"korean"}""", "language" },
        { $$$"""{"question":"배터리?","context":{"ageGroup":"{{{new string('3', 41)}}}"}}""", "context.ageGroup" },
        { """{"question":"배터리?","context":{"useCase":"a\u0007b"}}""", "context.useCase" },
        { $$$"""{"question":"배터리?","context":{"interests":"{{{new string('i', 201)}}}"}}""", "context.interests" },
        { """{"question":"배터리?","productId":"E999","customerId":"C999"}""", "customerId productId" },
        { """{"question":"","productId":"E 1","customerId":"C 1","language":"xx","context":{"ageGroup":"\u0001"}}""", "context.ageGroup customerId language productId question" },
    };

    public static TheoryData<string> Malformed =>
    [
        "", "{", "{\"question\":\"배터리", "{\"question\":1}", "{\"question\":[\"a\"]}", "{\"question\":{}}", "[]", "[{\"question\":\"a\"}]", "\"배터리?\"", "1", "true",
        "{\"question\":\"a\"}{", "{'question':'a'}", "{\"question\":\"a\",}", "{\"question\":\"a\\q\"}", "{\"question\":\"a\nb\"}", "{\"question\":\"a\",\"context\":\"b\"}",
        "{\"question\":\"\\ud800\"}", "{\"question\":\"a\\udc00b\"}", "<xml/>", "question=a", new string('[', 5000), "{\"question\":" + new string('{', 100),
    ];

    [Theory]
    [MemberData(nameof(WrongValues))]
    public async Task Wrong_value_is_refused_by_its_field(string body, string fields)
    {
        Assert.Equal(fields.Split(' '), await (await api.Http.PostTextAsync("/api/answers", body)).WrongFieldsAsync());

        using var streamed = new HttpRequestMessage(HttpMethod.Post, "/api/answers") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        streamed.Headers.Accept.ParseAdd("text/event-stream");
        Assert.Equal(fields.Split(' '), await (await api.Http.SendAsync(streamed)).WrongFieldsAsync());
    }

    [Fact]
    public async Task Longest_question_is_answered()
    {
        var answer = await (await api.Http.AskAsync(new { question = new string('가', 2000), productId = "E001" })).AnswerAsync();
        Assert.Equal(2000, answer.Question.Length);
    }

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task Malformed_body_is_refused_and_told_where(string body)
    {
        var problem = await (await api.Http.PostTextAsync("/api/answers", body)).ProblemAsync(HttpStatusCode.BadRequest);
        Assert.Equal("The request is not valid JSON", AnswersTests.Text(problem, "title"));
        Assert.Matches(@"line \d+, position \d+", AnswersTests.Text(problem, "detail"));
    }

    [Theory]
    [InlineData("{\"question\":1}", "$.question")]
    [InlineData("{\"question\":\"\\ud800\"}", "$.question")]
    [InlineData("{\"question\":\"a\",\"context\":{\"useCase\":[]}}", "$.context.useCase")]
    public async Task Value_of_the_wrong_type_is_named(string body, string path)
    {
        var problem = await (await api.Http.PostTextAsync("/api/answers", body)).ProblemAsync(HttpStatusCode.BadRequest);
        Assert.Contains($"at {path}", AnswersTests.Text(problem, "detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broken_utf8_is_malformed()
    {
        var content = new ByteArrayContent([.. "{\"question\":\""u8, 0xff, 0xfe, 0xc3, .. "\"}"u8]);
        content.Headers.ContentType = new("application/json");
        await (await api.Http.PostAsync("/api/answers", content)).ProblemAsync(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/xml")]
    public async Task Body_that_is_not_json_is_refused_by_its_type(string type) =>
        await (await api.Http.PostTextAsync("/api/answers", "{\"question\":\"배터리?\"}", type)).ProblemAsync(HttpStatusCode.UnsupportedMediaType);

    [Theory]
    [InlineData("application/json; charset=klingon")]
    [InlineData("application/problem+json")]
    public async Task Json_of_any_name_is_read_as_utf8(string type) =>
        Assert.Equal("배터리?", (await (await api.Http.PostTextAsync("/api/answers", "{\"question\":\"배터리?\"}", type)).AnswerAsync()).Question);

    [Fact]
    public async Task Body_without_a_type_is_refused_by_its_type()
    {
        using var content = new ByteArrayContent("{}"u8.ToArray());
        await (await api.Http.PostAsync("/api/answers", content)).ProblemAsync(HttpStatusCode.UnsupportedMediaType);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Body_over_64_KB_is_too_large(bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/answers")
        {
            Content = new StringContent($"{{\"question\":\"{new string('x', 65 * 1024)}\"}}", Encoding.UTF8, "application/json"),
        };
        request.Headers.TransferEncodingChunked = chunked;
        var problem = await (await api.Http.SendAsync(request)).ProblemAsync(HttpStatusCode.RequestEntityTooLarge);
        Assert.Contains("65,536", AnswersTests.Text(problem, "detail"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PUT", "/api/answers", HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", "/api/products/E001", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/api/nothing", HttpStatusCode.NotFound)]
    public async Task Address_or_method_that_is_not_there_is_a_problem(string method, string path, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        await (await api.Http.SendAsync(request)).ProblemAsync(expected);
    }

    [SharedDataFact]
    public async Task Hostile_text_as_question_is_answered_or_refused_by_its_field()
    {
        foreach (var text in Hostile.Texts)
        {
            using var response = await api.Http.PostTextAsync("/api/answers", JsonSerializer.Serialize(new { question = text }));
            if (response.StatusCode == HttpStatusCode.BadRequest)
                Assert.Equal(["question"], await response.WrongFieldsAsync());
            else
                Assert.Equal(text.Trim(), (await response.AnswerAsync()).Question);
        }
    }
}

internal static class Hostile
{
    public static IReadOnlyList<string> Texts => JsonSerializer.Deserialize<string[]>(File.ReadAllText(Path.Combine(SharedData.Path, "hostile", "blns.json")))!;
}
