using System.Net;
using CustomerService.Browser.Tests;
using CustomerService.Data;
using Microsoft.Data.Sqlite;
using Xunit;

namespace CustomerService.Api.Tests;

/// <summary>What callers see when the database breaks under the running program.</summary>
public sealed class StorageTests : IAsyncDisposable
{
    private readonly AppHost _host = Client.NewHost();

    [Fact]
    public async Task Question_that_cannot_be_stored_is_refused_for_the_moment()
    {
        using var http = _host.Caller();
        await ExecuteAsync("DROP TABLE Answers");
        var problem = await (await http.AskAsync(new { question = "재고 있어요?", productId = "E001" })).ProblemAsync(HttpStatusCode.ServiceUnavailable);
        Assert.Equal("The database cannot be reached", AnswersTests.Text(problem, "title"));
    }

    [Fact]
    public async Task Answer_that_cannot_be_stored_is_told_in_the_stream()
    {
        using var http = _host.Caller();
        _host.Gates.Text.Close();
        var events = new List<string>();
        await foreach (var item in http.StreamAsync(new { question = "재고 있어요?", productId = "E001" }))
        {
            if (events.Count == 0)
            {
                await _host.Gates.Text.Arrived;
                await ExecuteAsync("DROP TABLE Answers");
                _host.Gates.OpenAll();
            }

            events.Add(item.EventType);
            if (item.EventType == "error")
            {
                Assert.Contains("\"code\":\"storageUnavailable\"", item.Data, StringComparison.Ordinal);
                Assert.DoesNotContain("SQLite", item.Data, StringComparison.OrdinalIgnoreCase);
            }
        }

        Assert.Equal("error", events[^1]);
        Assert.DoesNotContain("done", events);
    }

    [Theory]
    [InlineData("Answers", "/api/answers/A1")]
    [InlineData("Products", "/api/products")]
    [InlineData("Products", "/api/products/E001")]
    [InlineData("ProductSearchTexts", "/api/products?search=이어폰")]
    public async Task What_cannot_be_read_is_unavailable(string table, string path)
    {
        using var http = _host.Caller();
        await ExecuteAsync($"PRAGMA foreign_keys = OFF; PRAGMA legacy_alter_table = ON; ALTER TABLE \"{table}\" RENAME TO Gone");
        await (await http.GetAsync(path)).ProblemAsync(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Program_is_ready_until_its_database_is_gone()
    {
        using var http = _host.Caller(key: null);
        var ready = await (await http.GetAsync("/health/ready")).JsonAsync();
        Assert.Equal("healthy", AnswersTests.Text(ready, "status"));
        Assert.Equal("healthy", AnswersTests.Text(ready.GetProperty("checks").GetProperty("database"), "status"));
        Assert.Equal("healthy", AnswersTests.Text(ready.GetProperty("checks").GetProperty("model"), "status"));

        File.Delete(Storage.Location);
        ready = await (await http.GetAsync("/health/ready")).JsonAsync(HttpStatusCode.ServiceUnavailable);
        Assert.Equal("unhealthy", AnswersTests.Text(ready, "status"));
        Assert.Equal("unhealthy", AnswersTests.Text(ready.GetProperty("checks").GetProperty("database"), "status"));
        Assert.Equal("healthy", AnswersTests.Text(await (await http.GetAsync("/health/live")).JsonAsync(), "status"));
    }

    [Fact]
    public async Task Program_whose_tables_are_gone_is_not_ready()
    {
        using var http = _host.Caller(key: null);
        await ExecuteAsync("DROP TABLE Answers");
        var ready = await (await http.GetAsync("/health/ready")).JsonAsync(HttpStatusCode.ServiceUnavailable);
        Assert.Equal("unhealthy", AnswersTests.Text(ready, "status"));
        Assert.DoesNotContain("no such table", ready.GetRawText(), StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    private StorageOptions Storage => (StorageOptions)_host.Services.GetService(typeof(StorageOptions))!;

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Storage.Location};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
