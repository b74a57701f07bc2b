using System.Text.Json.Nodes;
using CustomerService.Testing;
using Xunit;

namespace CustomerService.Cli.Tests;

public sealed class BenchmarkTests(Shop shop) : IClassFixture<Shop>, IAsyncLifetime
{
    private readonly ScriptedEndpoint _endpoint = ScriptedEndpoint.Start();

    [Fact]
    public async Task All_models_are_measured_one_after_the_other_with_the_built_in_prompts()
    {
        var benchmark = await shop.RunOverAsync(_endpoint, "benchmark", "--rounds", "2", "--concurrency", "3", "--json");
        Assert.Equal((0, ""), (benchmark.ExitCode, benchmark.Error));
        var figures = JsonNode.Parse(benchmark.Output)!.AsArray();
        var models = figures.Select(f => (string)f!["model"]!).ToList();
        Assert.Equal(["deepseek-v3.2", "gemini-2.5-flash", "claude-sonnet-4.5", "priceless", "gpt-4.1-mini", "deepseek-chat"], models);
        Assert.Equal(models.SelectMany(m => Enumerable.Repeat(m, 6)), _endpoint.Calls.Select(c => c.Model));
        Assert.Equal(3, _endpoint.Calls.Select(c => c.Prompt).Distinct().Count());
        Assert.InRange(_endpoint.Peak, 1, 3);
        Assert.All(figures, figure =>
        {
            Assert.Equal((6, 0), ((int)figure!["succeeded"]!, (int)figure["failed"]!));
            Assert.InRange((double)figure["times"]!["firstTokenMs"]!, 0, (double)figure["times"]!["totalMs"]!);
            Assert.True((double)figure["times"]!["tokensPerSecond"]! > 0);
            Assert.Equal((120, 60), ((int)figure["promptTokens"]!, (int)figure["completionTokens"]!));
            Assert.Equal([2, 2, 2], figure["prompts"]!.AsArray().Select(p => (int)p!["succeeded"]!));
        });
        Assert.Null(figures[3]!["costPerCall"]);
        Assert.Equal(0.000024m, (decimal)figures[4]!["costPerCall"]!);
    }

    [Fact]
    public async Task Table_and_bars_are_plain_text_in_a_file_and_tell_errors()
    {
        _endpoint.When("priceless", Reply.Status(503), Reply.Stream("a").NoUsage());
        var benchmark = await shop.RunOverAsync(_endpoint, "benchmark", "--models", "priceless, gpt-4.1-mini", "--rounds", "1");
        Assert.Equal(1, benchmark.ExitCode);
        Assert.Matches(@"priceless +3 .*\* +unknown +serverError 1", benchmark.Output);
        Assert.Matches(@"gpt-4\.1-mini +3 .* US\$0\.000024 +none", benchmark.Output);
        Assert.Contains("* estimated", benchmark.Output, StringComparison.Ordinal);
        Assert.Contains("██", benchmark.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', benchmark.Output);
    }

    [Fact]
    public async Task Models_are_measured_at_the_same_time_only_when_wanted()
    {
        var gate = new Gate();
        gate.Close();
        _endpoint.Always(Reply.Says("x").After(gate));
        await using var benchmark = shop.StartOver(_endpoint, "benchmark", "--models", "priceless,gpt-4.1-mini", "--rounds", "1", "--together");
        await Eventually.TrueAsync(() => _endpoint.Open == 2);
        Assert.Equal(["gpt-4.1-mini", "priceless"], _endpoint.Calls.Select(c => c.Model!).Order());
        gate.Open();
        Assert.Equal(0, (await benchmark.EndAsync()).ExitCode);
    }

    [Fact]
    public async Task Prompts_come_from_a_file()
    {
        using var folder = new BatchFolder().Write("하나", "", "둘");
        var benchmark = await shop.RunOverAsync(_endpoint, "benchmark", "--models", "gpt-4.1-mini", "--prompts", folder.Input, "--rounds", "1");
        Assert.Equal(0, benchmark.ExitCode);
        Assert.Equal(["하나", "둘"], _endpoint.Calls.Select(c => c.Prompt));
    }

    [Fact]
    public async Task Interrupted_it_shows_what_was_measured()
    {
        _endpoint.Then(Reply.Says("x")).Always(Reply.Hang());
        await using var benchmark = shop.StartOver(_endpoint, "benchmark", "--models", "gpt-4.1-mini");
        await _endpoint.CallAsync(2);
        await benchmark.InterruptAsync();
        var finished = await benchmark.EndAsync();
        Assert.Equal(1, finished.ExitCode);
        Assert.Matches(@"gpt-4\.1-mini +1 ", finished.Output);
        Assert.DoesNotContain("Exception", finished.Error + finished.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("names no model gpt-9. Known are", "benchmark", "--models", "gpt-9")]
    [InlineData("--models names no model", "benchmark", "--models", " , ")]
    [InlineData("--rounds must be 1 to 1,000", "benchmark", "--rounds", "0")]
    [InlineData("--concurrency must be 1 to 1,000", "benchmark", "--concurrency", "1001")]
    [InlineData("File does not exist", "benchmark", "--prompts", "/no/such/file")]
    public async Task Wrong_use_ends_with_2_and_names_what_is_wrong(string expected, params string[] arguments)
    {
        var benchmark = await shop.RunOverAsync(_endpoint, arguments);
        Assert.Equal(2, benchmark.ExitCode);
        Assert.Contains(expected, benchmark.Error, StringComparison.Ordinal);
        Assert.Empty(_endpoint.Calls);
    }

    [Fact]
    public async Task Without_an_endpoint_it_is_refused_and_told_what_to_set()
    {
        var benchmark = await shop.RunAsync("benchmark");
        Assert.Equal(2, benchmark.ExitCode);
        Assert.Contains("OpenAI__BaseUrl", benchmark.Error, StringComparison.Ordinal);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _endpoint.DisposeAsync();
}
