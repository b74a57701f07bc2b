using System.Text.Json.Nodes;
using CustomerService.Testing;
using Xunit;
using Xunit.Abstractions;

namespace CustomerService.Cli.Tests.Evaluate;

public sealed class EvaluateTests(Shop shop, ITestOutputHelper output) : IClassFixture<Shop>, IDisposable
{
    private static readonly string Questions = Path.Combine(RepositoryRoot.Path, "tests", "Cli", "Evaluate", "questions.json");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("evaluate-tests-");

    /// <summary>What the demo store answers today, with little to spare: who makes answers worse is told here.</summary>
    [Fact]
    public async Task Demo_store_answers_the_projects_own_questions()
    {
        var evaluate = await shop.RunAsync(
            "evaluate", Questions, "--min-hit1", "0.85", "--min-hit3", "0.95", "--min-recall", "0.9", "--min-citations", "1", "--min-supported", "0.95", "--min-language", "1", "--min-declined", "0.75");
        output.WriteLine(evaluate.Output + evaluate.Error);
        Assert.Equal(0, evaluate.ExitCode);
        Assert.All(["hit1", "  ko", "  en", "  policy", "  manual", "  delivery", "  fact", "  stock", "  unanswerable"], part => Assert.Contains(part, evaluate.Output, StringComparison.Ordinal));
        Assert.DoesNotContain('\u001b', evaluate.Output);
    }

    [Fact]
    public async Task Threshold_that_is_missed_ends_with_1_and_is_named()
    {
        var evaluate = await shop.RunAsync("evaluate", Write("q.csv", "productId,question,answer\nE003,Is it waterproof?,IPX4\n"), "--min-recall", "1", "--min-f1", "0.99", "--min-hit3", "0.5", "--max-p95", "100000", "--json");
        Assert.Equal(1, evaluate.ExitCode);
        Assert.Contains("f1 is 0", evaluate.Error, StringComparison.Ordinal);
        Assert.Contains("--min-f1 0.99 is not reached", evaluate.Error, StringComparison.Ordinal);
        Assert.Contains("hit3 could not be measured", evaluate.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("--min-recall", evaluate.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("--max-p95", evaluate.Error, StringComparison.Ordinal);
        var summary = JsonNode.Parse(evaluate.Output)!;
        Assert.Equal(1.0, (double)summary["figures"]![0]!["figures"]!["recall"]!);
        Assert.Equal(2, summary["missed"]!.AsArray().Count);
    }

    [Fact]
    public async Task Products_and_documents_of_files_are_asked_about_and_leave_the_shop_alone()
    {
        var products = Write("products.json", """[{"productId": 7, "category": "Tents", "brand": "Kori", "name": "Kori Dome", "description": "A tent for two.", "price": 99.5}]""");
        var documents = Write("documents.json", """[{"productId": 7, "pages": ["1. Care\nWash the flysheet by hand with lukewarm water.", "2. Poles\nJoin the poles until they click."]}]""");
        var questions = Write("q.jsonl", "{\"productId\": 7, \"question\": \"How do I wash the flysheet?\", \"answer\": \"by hand with lukewarm water\"}\n{\"productId\": \"E001\", \"question\": \"Battery?\", \"answer\": \"48 hours\"}\n");
        var run = Path.Combine(_folder.FullName, "run.json");
        var evaluate = await shop.RunAsync("evaluate", questions, "--products", products, "--documents", documents, "--output", run, "--json");

        Assert.Equal(0, evaluate.ExitCode);
        Assert.Contains("Battery?: There is no such product.", evaluate.Error, StringComparison.Ordinal);
        var cases = JsonNode.Parse(await File.ReadAllTextAsync(run))!["cases"]!.AsArray();
        Assert.Equal((1, 1.0, true), ((int)cases[0]!["rank"]!, (double)cases[0]!["recall"]!, (bool)cases[0]!["citations"]![0]!["valid"]!));
        Assert.Equal(0, (await shop.RunAsync("ask", "Battery?", "-p", "E001")).ExitCode);
        Assert.Equal(2, (await shop.RunAsync("ask", "Care?", "-p", "7")).ExitCode);
    }

    [Fact]
    public async Task Earlier_run_is_compared_and_what_got_worse_is_named()
    {
        var products = Write("products.json", """[{"productId": 7, "name": "Kori Dome"}]""");
        var questions = Write("q.jsonl", "{\"productId\": 7, \"question\": \"How do I wash the flysheet?\", \"answer\": \"by hand with lukewarm water\"}");
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "docs"));
        Write(Path.Combine("docs", "7-care.md"), "# Care\nWash the flysheet by hand with lukewarm water.");
        var before = Path.Combine(_folder.FullName, "before.json");
        Assert.Equal(0, (await shop.RunAsync("evaluate", questions, "--products", products, "--documents", Path.Combine(_folder.FullName, "docs"), "-o", before)).ExitCode);

        var now = await shop.RunAsync("evaluate", questions, "--products", products, "--baseline", before);
        Assert.Equal(0, now.ExitCode);
        Assert.Contains("0 better, 1 worse", now.Output, StringComparison.Ordinal);
        Assert.Contains("worse by 1.00: How do I wash the flysheet?", now.Output, StringComparison.Ordinal);
        Assert.Contains("written nowhere", now.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Model_is_measured_side_by_side_with_its_money()
    {
        await using var endpoint = new ScriptedEndpoint();
        endpoint.Answer(_ => Reply.Says("It is rated IPX4.[2] It has 999 hours of battery."));
        var evaluate = await shop.RunOverAsync(endpoint, "evaluate", Write("q.json", """[{"productId": "E001", "question": "Is it waterproof?", "answer": "IPX4"}]"""), "--with", "both", "--json");
        Assert.Equal(0, evaluate.ExitCode);
        var figures = JsonNode.Parse(evaluate.Output)!["figures"]!.AsArray();
        Assert.Equal(["embedded", "model"], figures.Where(f => (string)f!["group"]! == "all").Select(f => (string)f!["writer"]!));
        Assert.All(figures, f => Assert.Equal(1.0, (double)f!["figures"]!["recall"]!));
        Assert.True((long)figures.Single(f => (string)f!["writer"]! == "model" && (string)f["group"]! == "all")!["figures"]!["promptTokens"]! > 0);
        Assert.Equal(0, (long)figures[0]!["figures"]!["promptTokens"]!);
    }

    [Theory]
    [InlineData("No model endpoint is configured", "QUESTIONS", "--with", "model")]
    [InlineData("--documents needs --products", "QUESTIONS", "--documents", "QUESTIONS")]
    [InlineData("is not a run", "QUESTIONS", "--baseline", "QUESTIONS")]
    [InlineData("--min-hit3 must be 0 to 1", "QUESTIONS", "--min-hit3", "85")]
    [InlineData("--limit must be at least 1", "QUESTIONS", "--limit", "0")]
    [InlineData("does not exist", "no-such-file.json")]
    [InlineData("line 1", "BROKEN")]
    [InlineData("has no \"productId\"", "QUESTIONS", "--products", "QUESTIONS_WITHOUT_NAMES")]
    public async Task Wrong_use_ends_with_2_and_names_what_is_wrong(string expected, params string[] arguments)
    {
        var files = new Dictionary<string, string>
        {
            ["QUESTIONS"] = Write("q.json", """[{"productId": "E001", "question": "Battery?", "answer": "48"}]"""),
            ["BROKEN"] = Write("broken.json", "[{"),
            ["QUESTIONS_WITHOUT_NAMES"] = Write("products.json", """[{"name": "x"}]"""),
        };
        var evaluate = await shop.RunAsync(["evaluate", .. arguments.Select(a => files.GetValueOrDefault(a, a))]);
        Assert.Equal(2, evaluate.ExitCode);
        Assert.Contains(expected, evaluate.Error, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?m)^\s+at \w", evaluate.Error);
    }

    [SharedDataFact]
    public async Task Manuals_that_are_not_ours_reach_what_was_agreed()
    {
        var folder = Path.Combine(SharedData.Path, "catalogue-manuals");
        var evaluate = await shop.RunAsync(
            "evaluate", Path.Combine(folder, "questions.json"), "--products", Path.Combine(folder, "products.json"), "--documents", Path.Combine(folder, "manuals.json"),
            "--min-hit3", "0.85", "--min-written-recall", "0.7", "--min-citations", "1", "--min-language", "1");
        output.WriteLine(evaluate.Output + evaluate.Error);
        Assert.Equal(0, evaluate.ExitCode);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
