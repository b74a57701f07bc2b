using Xunit;

namespace CustomerService.Browser.Tests;

/// <summary>
/// One program for all tests that need nothing special of it. Its lookups wait as long as a test keeps a gate closed; its
/// earlier questions are those of all tests.
/// </summary>
public sealed class SharedShop : IAsyncLifetime
{
    public AppHost Host { get; } = new(new Dictionary<string, string> { ["Lookups:Deadline"] = "00:10:00" });

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await Host.DisposeAsync();
}
