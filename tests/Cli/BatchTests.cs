using System.Text.Json.Nodes;
using CustomerService.Testing;
using Xunit;

namespace CustomerService.Cli.Tests;

public sealed class BatchTests(Shop shop) : IClassFixture<Shop>, IAsyncLifetime, IDisposable
{
    private readonly ScriptedEndpoint _endpoint = new();
    private readonly BatchFolder _folder = new();

    [Fact]
    public async Task Prompts_go_to_the_model_and_each_result_is_kept()
    {
        _folder.Write("첫째", "", "둘째", "Third");
        _endpoint.Answer(r => Reply.Says("re: ", r.Prompt!));
        var batch = await shop.RunOverAsync(_endpoint, "batch", _folder.Input, "--model", "gpt-4.1-mini");
        Assert.Equal((0, ""), (batch.ExitCode, batch.Error.Replace("1 of 3", "").Replace("2 of 3", "").Replace("3 of 3", "").Trim()));
        Assert.Equal(new Dictionary<int, string> { [1] = "re: 첫째", [3] = "re: 둘째", [4] = "re: Third" }, _folder.Texts);
        Assert.All(_endpoint.Calls, call => Assert.Equal("gpt-4.1-mini", call.Model));
        Assert.Matches(@"Succeeded +3", batch.Output);
        Assert.Matches(@"Failed +0", batch.Output);
        Assert.Matches(@"Elapsed +00:0\d:\d\d", batch.Output);
        Assert.Matches(@"Each +average [\d,]+ ms, p95 [\d,]+ ms", batch.Output);
        Assert.Matches(@"Tokens +60 in, 30 out", batch.Output);
        Assert.Matches(@"Money +US\$0\.000072", batch.Output);
        Assert.DoesNotContain('\u001b', batch.Output + batch.Error);
        Assert.All(_folder.Results, result => Assert.Equal(
            ["line", "fingerprint", "state", "text", "model", "usage", "ms"], result.AsObject().Select(p => p.Key)));
    }

    [Fact]
    public async Task Questions_go_the_whole_way_and_name_their_answer()
    {
        _folder.Write(
            """{"id":"a","question":"재고 있나요?"}""", """{"id":"b","question":"Is it waterproof?","productId":"E003"}""", """{"id":3,"question":"재고?","productId":"E999"}""");
        var batch = await shop.RunAsync("batch", _folder.Input, "--kind", "questions", "--product", "E001", "--json");
        Assert.Equal(1, batch.ExitCode);
        var results = _folder.Results.ToDictionary(r => (string)r["id"]!);
        Assert.Contains("127", (string)results["a"]["text"]!, StringComparison.Ordinal);
        Assert.Contains("IPX4", (string)results["b"]["text"]!, StringComparison.Ordinal);
        Assert.StartsWith("A", (string)results["a"]["answerId"]!, StringComparison.Ordinal);
        Assert.Equal(("failed", "invalidInput"), ((string)results["3"]["state"]!, (string)results["3"]["error"]!["code"]!));
        Assert.Contains("Line 3: There is no such product.", batch.Error, StringComparison.Ordinal);
        var summary = JsonNode.Parse(batch.Output)!;
        Assert.Equal((3, 2, 1, 0, 0, 0m), ((int)summary["items"]!, (int)summary["succeeded"]!, (int)summary["failed"]!, (int)summary["skipped"]!, (int)summary["left"]!, (decimal)summary["cost"]!));
    }

    [Fact]
    public async Task Started_again_failed_ones_are_tried_again_and_finished_ones_are_not()
    {
        _folder.Write("a", "b", "c");
        _endpoint.When(r => r.Prompt == "b", Reply.Status(503), Reply.Says("at last"));
        var first = await shop.RunOverAsync(_endpoint, "batch", _folder.Input);
        Assert.Equal(1, first.ExitCode);
        Assert.Matches(@"Failed +1: serverError 1", first.Output);
        Assert.DoesNotContain("secret-of-the-operator", first.Output + first.Error, StringComparison.Ordinal);

        var second = await shop.RunOverAsync(_endpoint, "batch", _folder.Input);
        Assert.Equal(0, second.ExitCode);
        Assert.Matches(@"Succeeded +1", second.Output);
        Assert.Matches(@"Skipped +2", second.Output);
        Assert.Equal("at last", _folder.Texts[2]);

        var third = await shop.RunOverAsync(_endpoint, "batch", _folder.Input);
        Assert.Equal(0, third.ExitCode);
        Assert.Matches(@"Skipped +3", third.Output);
        Assert.Equal(4, _endpoint.Calls.Count);
    }

    [Fact]
    public async Task Killed_in_the_middle_it_goes_on_where_it_was()
    {
        _folder.Write("a", "b", "c", "d");
        var gate = new Gate();
        gate.Close();
        _endpoint.When(r => r.Prompt is "c" or "d", Reply.Says("late").After(gate));
        await using (var batch = shop.StartOver(_endpoint, "batch", _folder.Input))
        {
            await _endpoint.CallAsync(4);
            await Eventually.TrueAsync(() => _folder.Results.Count == 2);
            await batch.KillAsync();
        }

        await File.AppendAllTextAsync(_folder.Output, "{\"line\":3,\"fingerprint\":\"12");
        gate.Open();
        var again = await shop.RunOverAsync(_endpoint, "batch", _folder.Input);
        Assert.Equal(0, again.ExitCode);
        Assert.Equal([1, 2, 3, 4], _folder.Texts.Keys.Order());
        Assert.Equal(["c", "d"], _endpoint.Calls.Skip(4).Select(c => c.Prompt).Order());
    }

    [Fact]
    public async Task Interrupted_it_sums_up_what_is_done_and_says_how_to_go_on()
    {
        _folder.Write("a", "b", "c");
        _endpoint.When(r => r.Prompt != "a", Reply.Stream("half").ThenHang());
        await using var batch = shop.StartOver(_endpoint, "batch", _folder.Input);
        await Eventually.TrueAsync(() => _folder.Results.Count == 1 && _endpoint.Open == 2);
        await batch.InterruptAsync();
        var finished = await batch.EndAsync();
        Assert.Equal(1, finished.ExitCode);
        Assert.Matches(@"Succeeded +1", finished.Output);
        Assert.Matches(@"Left +2; the same command goes on there", finished.Output);
        Assert.DoesNotContain("Exception", finished.Error + finished.Output, StringComparison.Ordinal);
        Assert.Equal([1], _folder.Texts.Keys);
        Assert.All(_endpoint.Calls.Where(c => c.Prompt != "a"), call => Assert.NotNull(call.AbortedAt));
    }

    [Fact]
    public async Task Changed_line_or_another_model_is_done_anew()
    {
        await shop.RunOverAsync(_endpoint, "batch", _folder.Write("a", "b").Input);
        await shop.RunOverAsync(_endpoint, "batch", _folder.Write("a", "b, changed").Input);
        Assert.Equal(["a", "b", "b, changed"], _endpoint.Calls.Select(c => c.Prompt!).Order(StringComparer.Ordinal));
        await shop.RunOverAsync(_endpoint, "batch", _folder.Input, "--model", "gpt-4.1-mini");
        Assert.Equal(5, _endpoint.Calls.Count);
    }

    [Fact]
    public async Task Item_with_an_id_may_move_to_another_line()
    {
        await shop.RunOverAsync(_endpoint, "batch", _folder.Write("""{"id":"x","prompt":"a"}""").Input);
        await shop.RunOverAsync(_endpoint, "batch", _folder.Write("""{"id":"y","prompt":"b"}""", """{"id":"x","prompt":"a"}""").Input);
        Assert.Equal(["a", "b"], _endpoint.Calls.Select(c => c.Prompt));
    }

    [Fact]
    public async Task Long_file_is_never_more_than_the_wanted_number_at_once()
    {
        _folder.Write(Enumerable.Range(0, 100_000).Select(i => $"prompt {i}"));
        _endpoint.Always(Reply.Hang());
        await using var batch = shop.StartOver(_endpoint, "batch", _folder.Input, "--concurrency", "7");
        await Eventually.TrueAsync(() => _endpoint.Open == 7);
        await batch.InterruptAsync();
        Assert.Equal(1, (await batch.EndAsync()).ExitCode);
        Assert.Equal((7, 7), (_endpoint.Peak, _endpoint.Calls.Count));
    }

    [Fact]
    public async Task Unknown_price_is_told_as_unknown()
    {
        _folder.Write("a", "b");
        var batch = await shop.RunOverAsync(_endpoint, "batch", _folder.Input, "--model", "priceless");
        Assert.Matches(@"Money +unknown", batch.Output);
        var again = await shop.RunOverAsync(_endpoint, "batch", _folder.Write("c").Input, "--model", "priceless", "--json");
        var summary = JsonNode.Parse(again.Output)!;
        Assert.Null(summary["cost"]);
        Assert.Equal(1, (int)summary["unpriced"]!);
        Assert.Null(_folder.Results[^1]["usage"]!["cost"]);
    }

    [Fact]
    public async Task File_that_holds_no_results_is_left_as_it_is()
    {
        _folder.Write("a");
        foreach (var text in new[] { "my notes", "my notes\n", "{\"a\":1}\n", "{\"line\":1}\n" })
        {
            await File.WriteAllTextAsync(_folder.Output, text);
            var batch = await shop.RunOverAsync(_endpoint, "batch", _folder.Input);
            Assert.Equal(2, batch.ExitCode);
            Assert.Contains("holds something other than results", batch.Error, StringComparison.Ordinal);
            Assert.Equal(text, await File.ReadAllTextAsync(_folder.Output));
        }

        Assert.Empty(_endpoint.Calls);
    }

    [Theory]
    [InlineData("File does not exist", "batch", "/no/such/file")]
    [InlineData("--concurrency must be 1 to 1,000", "batch", "INPUT", "--concurrency", "0")]
    [InlineData("--concurrency must be 1 to 1,000", "batch", "INPUT", "-n", "1001")]
    [InlineData("--kind", "batch", "INPUT", "--kind", "answers")]
    [InlineData("--model is for prompts", "batch", "INPUT", "--kind", "questions", "--model", "x")]
    [InlineData("--product is for questions", "batch", "INPUT", "--product", "E001")]
    [InlineData("--output must be another file", "batch", "INPUT", "--output", "INPUT")]
    [InlineData("names no model gpt-9. Known are", "batch", "INPUT", "--model", "gpt-9")]
    public async Task Wrong_use_ends_with_2_and_names_what_is_wrong(string expected, params string[] arguments)
    {
        _folder.Write("a");
        var batch = await shop.RunOverAsync(_endpoint, [.. arguments.Select(a => a == "INPUT" ? _folder.Input : a)]);
        Assert.Equal(2, batch.ExitCode);
        Assert.Contains(expected, batch.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.Output));
        Assert.Empty(_endpoint.Calls);
    }

    [Theory]
    [InlineData("{\"id\":1,\"prompt\":\"a\"}\n{\"id\":1,\"prompt\":\"b\"}", "Line 2: the id 1 is that of line 1 as well.")]
    [InlineData("{\"prompt\":\"a\"}\n\n{\"prompt\":\"\"}", "Line 3: it has no \"prompt\".")]
    [InlineData("{\"prompt\":\"a\"}\n{\"promt\":\"a\"}", "Line 2: promt is not known here")]
    [InlineData("{\"prompt\":\"a\"}\nplain", "Line 2: it is not a JSON object.")]
    [InlineData("{\"question\":\"a\"}", "Line 1: it has no \"prompt\".")]
    [InlineData("{\"id\":[],\"prompt\":\"a\"}", "Line 1: \"id\" is neither a text nor a number.")]
    public async Task Wrong_lines_are_told_before_anything_is_sent(string lines, string expected)
    {
        var batch = await shop.RunOverAsync(_endpoint, "batch", _folder.Write(lines.Split('\n')).Input);
        Assert.Equal(2, batch.ExitCode);
        Assert.Contains(expected, batch.Error, StringComparison.Ordinal);
        Assert.Contains("Nothing was sent.", batch.Error, StringComparison.Ordinal);
        Assert.Empty(_endpoint.Requests);
    }

    [Fact]
    public async Task Prompts_without_an_endpoint_are_refused_and_told_what_to_set()
    {
        var batch = await shop.RunAsync("batch", _folder.Write("a").Input);
        Assert.Equal(2, batch.ExitCode);
        Assert.Contains("OpenAI__BaseUrl", batch.Error, StringComparison.Ordinal);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _endpoint.DisposeAsync();

    public void Dispose() => _folder.Dispose();
}
