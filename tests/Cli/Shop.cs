using CustomerService.Data;
using CustomerService.Testing;
using Xunit;

namespace CustomerService.Cli.Tests;

/// <summary>A database with the demo store, and the command line over it.</summary>
public sealed class Shop : IAsyncLifetime
{
    private readonly TestDatabase _database = TestDatabase.New(StorageProvider.Sqlite);

    public string ConnectionString => _database.Options.ConnectionString;

    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string> { ["Storage__ConnectionString"] = ConnectionString };

    public Task<Finished> RunAsync(params string[] arguments) => ProgramProcess.RunAsync("CustomerService.Cli", arguments, Environment);

    public ProgramProcess Start(params string[] arguments) => ProgramProcess.Start("CustomerService.Cli", arguments, Environment);

    public Task<Finished> RunWithAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        ProgramProcess.RunAsync("CustomerService.Cli", arguments, new Dictionary<string, string>(Environment.Concat(environment.Where(e => e.Key != "Storage__ConnectionString")))
        {
            ["Storage__ConnectionString"] = environment.GetValueOrDefault("Storage__ConnectionString", ConnectionString),
        });

    /// <summary>The command line over this shop and an endpoint, which nothing is asked twice.</summary>
    public ProgramProcess StartOver(ScriptedEndpoint endpoint, params string[] arguments) => ProgramProcess.Start("CustomerService.Cli", arguments, Over(endpoint));

    public Task<Finished> RunOverAsync(ScriptedEndpoint endpoint, params string[] arguments) => ProgramProcess.RunAsync("CustomerService.Cli", arguments, Over(endpoint));

    public Task InitializeAsync() => Task.CompletedTask;

    private Dictionary<string, string> Over(ScriptedEndpoint endpoint) => new(Environment)
    {
        ["OpenAI__BaseUrl"] = endpoint.Address.ToString(),
        ["OpenAI__ApiKey"] = "secret-of-the-operator",
        ["Models__Tiers__Advanced"] = "priceless",
        ["Resilience__MaxRetries"] = "0",
        ["Resilience__BreakerMinimumCalls"] = "1000",
        ["Limits__MaxConcurrentRequests"] = "100",
    };

    public async Task DisposeAsync() => await _database.DisposeAsync();
}
