using System.Net;
using CustomerService.Core.Configuration;
using CustomerService.Data;
using CustomerService.Web.Features.Demo;
using CustomerService.Web.Features.Staff;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CustomerService.Web.Hosting;

/// <summary>Only this machine may reach the program unless somebody says otherwise.</summary>
internal static class Loopback
{
    private const string DefaultAddress = "http://localhost:5080";

    /// <summary>Without addresses of its own the program listens on this machine only; then it also answers to this machine's names only.</summary>
    public static WebApplicationBuilder ListenOnLoopback(this WebApplicationBuilder builder, Settings settings)
    {
        // An address that is taken is told on the console in two lines; the host would log a stack trace before.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        var urls = builder.Configuration[WebHostDefaults.ServerUrlsKey];
        if (string.IsNullOrWhiteSpace(urls) && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
            builder.WebHost.UseUrls(urls = DefaultAddress);

        foreach (var url in (urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).Where(url => !IsAddress(url)))
            settings.Refuse(WebHostDefaults.ServerUrlsKey, $"\"{url}\" is not an address such as {DefaultAddress}");

        // A page of another site that lets its name point here (DNS rebinding) must not get at the data.
        if (urls is not null && urls.Split(';').All(IsLoopback) && string.IsNullOrEmpty(builder.Configuration["AllowedHosts"]))
            builder.Configuration["AllowedHosts"] = "localhost;127.0.0.1;[::1]";
        return builder;
    }

    /// <summary>Prints where to go, how to come in the first time, and who else can.</summary>
    public static async Task AnnounceAddressesAsync(this WebApplication app)
    {
        var setup = app.Services.GetRequiredService<SetupCode>();
        var code = await setup.IsOpenAsync(app.Lifetime.ApplicationStopping) ? setup.Code : null;
        app.Lifetime.ApplicationStarted.Register(() => app.Announce(code));
    }

    /// <param name="setupCode">Null when there is an administrator.</param>
    private static void Announce(this WebApplication app, string? setupCode)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        foreach (var address in addresses)
            HostingLog.Ready(app.Logger, address.TrimEnd('/') + "/conversations");
        // For whoever sits at the console, and not for the log.
        if (setupCode is not null && addresses.FirstOrDefault() is { } first)
            Console.WriteLine($"\nFirst time: open {first.TrimEnd('/')}{StaffServices.SetUpPath} and enter the code {setupCode}\n");
        foreach (var address in app.Services.GetRequiredService<DemoOptions>().Enabled ? addresses : [])
            HostingLog.DemoStore(app.Logger, address.TrimEnd('/') + DemoEndpoints.Path);
        if (addresses.All(IsLoopback))
            HostingLog.LoopbackOnly(app.Logger);
        else
            HostingLog.Open(app.Logger, string.Join(", ", addresses.Where(a => !IsLoopback(a))));
    }

    private static bool IsAddress(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return address.Port is >= 0 and <= IPEndPoint.MaxPort && address.PathBase.Length == 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static bool IsLoopback(string address) =>
        Uri.TryCreate(address.Trim().Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var uri)
        && (uri.IsLoopback || (IPAddress.TryParse(uri.Host, out var ip) && IPAddress.IsLoopback(ip)));
}

internal static partial class HostingLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Workspace at {Address}")]
    public static partial void Ready(ILogger logger, string address);

    [LoggerMessage(Level = LogLevel.Information, Message = "Demo store at {Address}")]
    public static partial void DemoStore(ILogger logger, string address);

    [LoggerMessage(Level = LogLevel.Information, Message = "Listening on this machine only. To let others in, start with --urls http://0.0.0.0:5080")]
    public static partial void LoopbackOnly(ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "Listening on {Addresses} for others, too. Let a proxy in front of it speak https, so that passwords cannot be read on the way")]
    public static partial void Open(ILogger logger, string addresses);
}
