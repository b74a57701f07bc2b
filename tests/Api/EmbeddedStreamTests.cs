using System.Net;
using CustomerService.Core.Answers;
using CustomerService.Testing;
using Xunit;

namespace CustomerService.Api.Tests;

/// <summary><c>/api/ai/stream</c> without a model endpoint.</summary>
public sealed class EmbeddedStreamTests(Api api) : IClassFixture<Api>
{
    [Theory]
    [InlineData("""{"message":"E001 재고 있나요?"}""")]
    [InlineData("""{"message":"E001 재고 있나요?","model":"gpt-4.1"}""")]
    public async Task Embedded_assistant_answers_and_says_so(string body)
    {
        using var response = await api.Http.PostTextAsync("/api/ai/stream", body);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("embedded", Assert.Single(response.Headers.GetValues("X-Answered-By")));
        var text = await response.Content.ReadAsStringAsync();
        Assert.All(["127", "45"], count => Assert.Contains(count, text, StringComparison.Ordinal));
        Assert.All(text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)[..^1], line => Assert.StartsWith("data: {\"content\":\"", line, StringComparison.Ordinal));
        Assert.EndsWith("\n\ndata: [DONE]\n\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_longer_than_a_question_is_refused_by_its_field()
    {
        using var longest = await api.Http.StreamTextAsync(new { message = new string('가', 2_000) });
        Assert.Equal(HttpStatusCode.OK, longest.StatusCode);
        using var longer = await api.Http.StreamTextAsync(new { message = new string('가', 2_001) });
        Assert.Equal(["message"], await longer.WrongFieldsAsync());
        using var control = await api.Http.StreamTextAsync(new { message = "a\u0007b" });
        Assert.Equal(["message"], await control.WrongFieldsAsync());
    }

    [Fact]
    public async Task Caller_that_leaves_stops_the_answer()
    {
        await using var host = Client.NewHost();
        using var http = host.Caller();
        host.Gates.Text.Close();
        host.Gates.TextsBeforeGate = 1;
        using (var response = await http.StreamTextAsync(new { message = "E001 재고 있나요?" }))
        {
            using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
            Assert.StartsWith("data: {", await reader.ReadLineAsync().InTime(), StringComparison.Ordinal);
        }

        var store = (IAnswerStore)host.Services.GetService(typeof(IAnswerStore))!;
        var runs = (IAnswerRuns)host.Services.GetService(typeof(IAnswerRuns))!;
        var id = (await store.RecentAsync(Surface.Api, 1, CancellationToken.None)).Single().Id;
        await foreach (var _ in runs.Find(id)!.FollowAsync(0, CancellationToken.None))
        {
        }

        Assert.Equal(AnswerState.Stopped, (await store.FindAsync(id, CancellationToken.None))!.State);
    }
}
