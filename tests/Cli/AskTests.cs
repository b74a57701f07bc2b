using System.Text.Json;
using CustomerService.Core.Answers;
using CustomerService.Data;
using CustomerService.Testing;
using Npgsql;
using Xunit;

namespace CustomerService.Cli.Tests;

public sealed class AskTests(Shop shop) : IClassFixture<Shop>
{
    [Fact]
    public async Task Korean_question_prints_four_results_the_answer_and_the_total_time()
    {
        var ask = await shop.RunAsync("ask", "이 이어폰 장점과 단점이 뭐예요?", "--product", "E001", "--customer", "C12345");
        Assert.Equal(0, ask.ExitCode);
        Assert.Contains("[고객 #C12345] 이 이어폰 장점과 단점이 뭐예요?", ask.Output, StringComparison.Ordinal);
        Assert.All(["  상품: ", "  리뷰 분석: ", "  재고: ", "  추천: ", "127", "45", "장점", "단점", "내장 도우미"],
            part => Assert.Contains(part, ask.Output, StringComparison.Ordinal));
        Assert.Matches(@"총 처리 시간 [\d,]+ ms", ask.Output);
        Assert.Empty(ask.Error);
    }

    [Fact]
    public async Task English_question_is_answered_in_English()
    {
        var ask = await shop.RunAsync("ask", "Is it in stock?", "-p", "E001");
        Assert.Equal(0, ask.ExitCode);
        Assert.All(["  Product: ", "  Reviews: ", "  Stock: ", "  Recommendation: ", "127", "45", "Embedded assistant"],
            part => Assert.Contains(part, ask.Output, StringComparison.Ordinal));
        Assert.Matches(@"total [\d,]+ ms", ask.Output);
        Assert.DoesNotMatch("[가-힣]", ask.Output);
    }

    [Fact]
    public async Task Redirected_output_holds_no_terminal_codes_and_no_broken_lines()
    {
        const string question = "Does the SonicWave Pro 48 have a battery that lasts for a whole week of commuting, and is there a warranty for the battery?";
        var ask = await shop.RunWithAsync(new Dictionary<string, string> { ["TERM"] = "xterm-256color" }, "ask", question);
        Assert.Equal(0, ask.ExitCode);
        Assert.Contains(question, ask.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', ask.Output);
    }

    [Fact]
    public async Task Json_has_the_shape_of_the_http_api_and_nothing_else()
    {
        var ask = await shop.RunAsync("ask", "이 이어폰 장점과 단점이 뭐예요?", "-p", "e001", "-c", "c12345", "--age-group", "30대", "--use-case", "통근", "--interests", "음질", "--json");
        Assert.Equal(0, ask.ExitCode);
        var answer = JsonSerializer.Deserialize(ask.Output, AnswerJson.Compact.AnswerMessage)!;
        Assert.Equal(("E001", "C12345", "ko", AnswerState.Completed), (answer.ProductId, answer.CustomerId, answer.Language, answer.State));
        Assert.Contains("127", answer.StockStatus, StringComparison.Ordinal);
        Assert.Equal(4, answer.Lookups.Count);
        using var json = JsonDocument.Parse(ask.Output);
        Assert.Equal(
            ["answerId", "question", "productId", "customerId", "language", "state", "answer", "source", "model", "productInfo", "reviewSummary",
                "stockStatus", "recommendation", "lookups", "citations", "usage", "timings", "askedAt", "author", "heldBack", "fault"],
            json.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Contains("장점", ask.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The question must not be empty", "ask", "  ")]
    [InlineData("There is no product", "ask", "배터리?", "--product", "E999")]
    [InlineData("There is no customer", "ask", "배터리?", "--customer", "C999")]
    [InlineData("--product must have 1 to 64 letters", "ask", "배터리?", "--product", "E 001")]
    [InlineData("--language must be ko or en", "ask", "배터리?", "--language", "fr")]
    [InlineData("--use-case must have at most 200 characters", "ask", "배터리?", "--use-case", "#201")]
    [InlineData("The question must have at most 2,000 characters", "ask", "#2001")]
    [InlineData("The question must not hold control characters", "ask", "a\u0007b")]
    [InlineData("--colour", "ask", "배터리?", "--colour")]
    [InlineData("--product", "ask", "배터리?", "--product")]
    [InlineData("ask", "ask")]
    [InlineData("answer", "answer", "배터리?")]
    [InlineData("command")]
    public async Task Wrong_use_ends_with_2_and_names_what_is_wrong(string expected, params string[] arguments)
    {
        var ask = await shop.RunAsync([.. arguments.Select(a => a.StartsWith('#') ? new string('x', int.Parse(a[1..], null)) : a)]);
        Assert.Equal(2, ask.ExitCode);
        Assert.Contains(expected, ask.Error, StringComparison.Ordinal);
        AssertNoStackTrace(ask);
    }

    [Fact]
    public async Task Several_wrong_values_are_told_at_once()
    {
        var ask = await shop.RunAsync("ask", "", "--product", "E 1", "--language", "fr");
        Assert.Equal(2, ask.ExitCode);
        Assert.All(["The question", "--product", "--language"], part => Assert.Contains(part, ask.Error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Wrong_configuration_names_every_key()
    {
        var ask = await shop.RunWithAsync(new Dictionary<string, string> { ["Lookups__Deadline"] = "abc", ["Lookups__Dedline"] = "1", ["Demo__Enabled"] = "maybe" }, "ask", "x");
        Assert.Equal(2, ask.ExitCode);
        Assert.All(["Lookups:Deadline", "Lookups:Dedline", "Demo:Enabled"], key => Assert.Contains(key, ask.Error, StringComparison.Ordinal));
        AssertNoStackTrace(ask);
    }

    [Fact]
    public async Task Database_that_cannot_be_opened_ends_with_1_and_says_what_to_do()
    {
        var file = Path.GetTempFileName();
        var ask = await shop.RunWithAsync(new Dictionary<string, string> { ["Storage__ConnectionString"] = $"Data Source={file}/shop.db" }, "ask", "x");
        File.Delete(file);
        Assert.Equal(1, ask.ExitCode);
        Assert.Contains($"{file}/shop.db cannot be opened", ask.Error, StringComparison.Ordinal);
        AssertNoStackTrace(ask);
    }

    [Fact]
    public async Task File_that_is_no_database_ends_with_1_and_is_left_as_it_is()
    {
        var file = Path.GetTempFileName();
        var text = new string('x', 5000);
        await File.WriteAllTextAsync(file, text);
        var ask = await shop.RunWithAsync(new Dictionary<string, string> { ["Storage__ConnectionString"] = $"Data Source={file}" }, "ask", "x");
        Assert.Equal(1, ask.ExitCode);
        Assert.Contains("is not a SQLite database", ask.Error, StringComparison.Ordinal);
        AssertNoStackTrace(ask);
        Assert.Equal(text, await File.ReadAllTextAsync(file));
        File.Delete(file);
    }

    [Theory]
    [InlineData("ask", "--help")]
    [InlineData("--help", "ask")]
    public async Task Help_names_what_there_is(string argument, string expected)
    {
        var help = await shop.RunAsync(argument == "ask" ? ["ask", "--help"] : ["--help"]);
        Assert.Equal(0, help.ExitCode);
        Assert.Contains(expected, help.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interrupted_question_ends_cleanly_and_is_stored_as_stopped()
    {
        // A table locked by somebody else holds the question where it is, for as long as the test wants.
        await using var database = TestDatabase.New(StorageProvider.PostgreSql);
        var environment = new Dictionary<string, string> { ["Storage__Provider"] = "PostgreSql", ["Storage__ConnectionString"] = database.Options.ConnectionString };
        Assert.Equal(0, (await shop.RunWithAsync(environment, "ask", "x")).ExitCode);
        await using var other = new NpgsqlConnection(database.Options.ConnectionString);
        await other.OpenAsync();
        await using var busy = await other.BeginTransactionAsync();
        await using var command = new NpgsqlCommand("DELETE FROM \"Answers\"; LOCK TABLE \"Answers\" IN ACCESS EXCLUSIVE MODE", other, busy);
        await command.ExecuteNonQueryAsync();

        await using var ask = ProgramProcess.Start("CustomerService.Cli", ["ask", "이 이어폰 재고 있어요?", "-p", "E001"], environment);
        await ask.WaitForAsync("이 이어폰 재고 있어요?");
        await ask.InterruptAsync();
        await ask.WaitForAsync("Stopping");
        await busy.CommitAsync();

        var finished = await ask.EndAsync();
        Assert.Equal(0, finished.ExitCode);
        AssertNoStackTrace(finished);
        Assert.Contains("중지됨", finished.Output, StringComparison.Ordinal);
        await using var state = new NpgsqlCommand("SELECT \"State\" FROM \"Answers\"", other);
        Assert.Equal("Stopped", await state.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Question_is_answered_while_the_web_program_has_the_database_open()
    {
        await using var web = ProgramProcess.Start("CustomerService.Web", ["--urls", "http://127.0.0.1:0"], shop.Environment);
        await web.WaitForAsync("Workspace at");
        var asks = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => shop.RunAsync("ask", "재고 있어요?", "-p", "E001", "--json")));
        Assert.All(asks, ask =>
        {
            Assert.Equal(0, ask.ExitCode);
            Assert.Contains("127", JsonSerializer.Deserialize(ask.Output, AnswerJson.Compact.AnswerMessage)!.Answer, StringComparison.Ordinal);
        });
    }

    private static void AssertNoStackTrace(Finished finished)
    {
        Assert.DoesNotMatch(@"(?m)^\s+at \w", finished.Error + finished.Output);
        Assert.DoesNotContain("Exception", finished.Error + finished.Output, StringComparison.Ordinal);
    }
}
