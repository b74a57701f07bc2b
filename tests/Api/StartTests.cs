using System.Net;
using System.Net.Sockets;
using CustomerService.Data;
using CustomerService.Testing;
using Microsoft.Data.Sqlite;
using Xunit;

namespace CustomerService.Api.Tests;

/// <summary>The program as a user starts it: where it listens, and what it says when it cannot start.</summary>
public sealed class StartTests : IAsyncLifetime
{
    private readonly TestDatabase _database = TestDatabase.New(StorageProvider.Sqlite);

    public Task InitializeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Every_wrong_key_is_named_at_once_and_nothing_secret_is_told()
    {
        var refused = await RefusedAsync([], new()
        {
            ["Lookups__Deadline"] = "abc", ["Lookups__StockCheck__Deadline"] = "01:00:00", ["Lookups__Dedline"] = "00:00:01", ["Storage__Provider"] = "MySql", ["Api__Keys__0"] = "short-secret",
            ["Api__Key"] = "another-secret", ["Demo__Enabled"] = "maybe", ["Shop__Currency"] = "won", ["ASPNETCORE_URLS"] = "nonsense",
        });
        Assert.All(
            ["Lookups:Deadline", "Lookups:StockCheck:Deadline", "Lookups:Dedline", "Storage:Provider", "Api:Keys:0", "Api:Key:", "Demo:Enabled", "Shop:Currency", "urls"],
            key => Assert.Contains(key, refused.Error, StringComparison.Ordinal));
        Assert.DoesNotContain("secret", refused.Error + refused.Output, StringComparison.Ordinal);
        Assert.Empty(refused.Output);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("http://127.0.0.1:99999")]
    [InlineData("http://127.0.0.1:0/path")]
    public async Task Address_that_is_none_is_named(string url)
    {
        var refused = await RefusedAsync(["--urls", url], []);
        Assert.Contains($"urls: \"{url}\" is not an address", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connection_string_that_is_none_is_named_and_not_told()
    {
        var refused = await RefusedAsync([], new() { ["Storage__Provider"] = "PostgreSql", ["Storage__ConnectionString"] = "Host=db;Pasword=top-secret" });
        Assert.Contains("Storage:ConnectionString", refused.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Database_server_that_is_away_is_named_without_the_password()
    {
        var refused = await RefusedAsync([], new() { ["Storage__Provider"] = "PostgreSql", ["Storage__ConnectionString"] = "Host=127.0.0.1;Port=1;Username=u;Password=top-secret;Database=shop" });
        Assert.Contains("PostgreSQL (127.0.0.1:1, database shop) cannot be reached", refused.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.Error + refused.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Database_below_a_file_cannot_be_opened()
    {
        var file = Path.GetTempFileName();
        var refused = await RefusedAsync([], new() { ["Storage__ConnectionString"] = $"Data Source={file}/shop.db" });
        File.Delete(file);
        Assert.Contains($"{file}/shop.db cannot be opened", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Database_of_a_newer_version_is_refused_and_left_as_it_is()
    {
        var file = new SqliteConnectionStringBuilder(_database.Options.ConnectionString).DataSource;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """
            CREATE TABLE "__EFMigrationsHistory" ("MigrationId" TEXT PRIMARY KEY, "ProductVersion" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsHistory" VALUES ('29990101000000_FromTheFuture', '99.0');
            """;
        await command.ExecuteNonQueryAsync();

        var refused = await RefusedAsync([], new() { ["Storage__ConnectionString"] = _database.Options.ConnectionString });
        Assert.Contains($"{file}) belongs to a newer version", refused.Error, StringComparison.Ordinal);
        command.CommandText = "SELECT group_concat(name) FROM sqlite_master WHERE type = 'table'";
        Assert.Equal("__EFMigrationsHistory", await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Address_that_is_taken_is_told_with_what_to_do()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";
        var refused = await RefusedAsync(["--urls", url], new() { ["Storage__ConnectionString"] = _database.Options.ConnectionString });
        Assert.Contains(url, refused.Error, StringComparison.Ordinal);
        Assert.Contains("--urls http://localhost:PORT", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_of_another_machine_is_told_with_what_to_do()
    {
        var refused = await RefusedAsync(["--urls", "http://192.0.2.1:5080"], new() { ["Storage__ConnectionString"] = _database.Options.ConnectionString });
        Assert.Contains("--urls http://localhost:PORT", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Program_listens_on_this_machine_only_and_says_so()
    {
        await using var started = ProgramProcess.Start("CustomerService.Web", ["--urls", "http://127.0.0.1:0"], Database);
        await started.WaitForAsync("Listening on this machine only");
        Assert.Matches(@"Workspace at http://127\.0\.0\.1:\d+/conversations", started.Written);
        await started.InterruptAsync();
        Assert.Equal(0, (await started.EndAsync()).ExitCode);
    }

    [Fact]
    public async Task Program_that_is_open_to_others_says_so()
    {
        await using var started = ProgramProcess.Start("CustomerService.Web", ["--urls", "http://0.0.0.0:0"], Database);
        await started.WaitForAsync("for others, too");
    }

    [Fact]
    public async Task Without_an_address_of_its_own_the_program_takes_port_5080_of_this_machine()
    {
        await using var started = ProgramProcess.Start("CustomerService.Web", [], new Dictionary<string, string>(Database) { ["ASPNETCORE_URLS"] = "" });
        // Taken or not by another program on the machine of the test, the address is told.
        await started.WaitForAsync("5080");
        Assert.Matches(@"http://(localhost|127\.0\.0\.1):5080", started.Written);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    private Dictionary<string, string> Database => new() { ["Storage__ConnectionString"] = _database.Options.ConnectionString };

    private static async Task<Finished> RefusedAsync(IEnumerable<string> arguments, Dictionary<string, string> environment)
    {
        var refused = await ProgramProcess.RunAsync("CustomerService.Web", arguments, environment);
        Assert.Equal(1, refused.ExitCode);
        Assert.DoesNotMatch(@"(?m)^\s+at \w", refused.Error + refused.Output);
        Assert.DoesNotContain("Exception", refused.Error + refused.Output, StringComparison.Ordinal);
        return refused;
    }
}
