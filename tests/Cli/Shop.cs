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

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _database.DisposeAsync();
}
