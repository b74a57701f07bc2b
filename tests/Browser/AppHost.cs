using CustomerService.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerService.Browser.Tests;

/// <summary>The whole program in this process, on a free port of the loopback address, with a database of its own.</summary>
public sealed class AppHost : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("customer-service-browser-");
    private readonly IReadOnlyDictionary<string, string>? _settings;
    private readonly Action<IServiceCollection>? _services;
    private readonly Lazy<Task<string>> _staffCookie;

    /// <param name="settings">Configuration by key, such as <c>Lookups:Deadline</c>.</param>
    /// <param name="services">Last word on the services.</param>
    public AppHost(IReadOnlyDictionary<string, string>? settings = null, Action<IServiceCollection>? services = null)
    {
        (_settings, _services) = (settings, services);
        _staffCookie = new(() => SignedIn.AsAdministratorAsync(Services));
        UseKestrel();
        StartServer();
        Address = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public Uri Address { get; }

    /// <summary>The sign-in of the shop's administrator, who is there from the first call on.</summary>
    public Task<string> StaffCookieAsync() => _staffCookie.Value;

    public Gates Gates { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // What users run: no developer exception page, no scope validation that differs from theirs.
        builder.UseEnvironment("Production");
        builder.UseContentRoot(RepositoryRoot.Path);
        builder.UseUrls("http://127.0.0.1:0");
        builder.UseSetting("Storage:Provider", "Sqlite");
        builder.UseSetting("Storage:ConnectionString", $"Data Source={Path.Combine(_folder.FullName, "test.db")}");
        // A key in the tester's environment is not to be spent.
        builder.UseSetting("OPENAI_API_KEY", "");
        builder.UseSetting("OPENAI_BASE_URL", "");
        foreach (var (key, value) in _settings ?? new Dictionary<string, string>())
            builder.UseSetting(key, value);
        builder.ConfigureTestServices(services =>
        {
            services.AddGates(Gates);
            _services?.Invoke(services);
        });
    }

    public override async ValueTask DisposeAsync()
    {
        Gates.OpenAll();
        await base.DisposeAsync();
        if (_folder.Exists)
            _folder.Delete(recursive: true);
    }
}
