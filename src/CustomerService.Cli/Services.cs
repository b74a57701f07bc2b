using CustomerService.Ai.Embedded;
using CustomerService.Ai.Gateway;
using CustomerService.Ai.Grounding;
using CustomerService.Core;
using CustomerService.Core.Configuration;
using CustomerService.Data;
using CustomerService.Data.Start;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CustomerService.Cli;

/// <summary>The same parts as in the web application, over the same configuration.</summary>
internal static class Services
{
    /// <summary>Builds the services and brings the database up to date.</summary>
    /// <param name="instead">Configuration that comes before all other.</param>
    public static async Task<IHost> StartAsync(CancellationToken cancellationToken, IReadOnlyDictionary<string, string?>? instead = null)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings
        {
            ContentRootPath = File.Exists("appsettings.json") ? Directory.GetCurrentDirectory() : AppContext.BaseDirectory,
        });
        if (instead is not null)
            builder.Configuration.AddInMemoryCollection(instead);
        builder.Logging.ClearProviders();
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        // The configuration's levels are the web application's; a command shows only what went wrong.
        builder.Services.PostConfigure<LoggerFilterOptions>(filter =>
        {
            filter.Rules.Clear();
            filter.MinLevel = LogLevel.Warning;
        });

        var settings = new Settings(builder.Configuration);
        builder.Services.AddCore(settings).AddEmbeddedAssistant().AddModelGateway(settings).AddData(settings).AddEvaluation();
        settings.ThrowIfWrong();

        var host = builder.Build();
        await host.Services.GetRequiredService<IStorageStart>().RunAsync(cancellationToken).ConfigureAwait(false);
        await host.StartAsync(cancellationToken).ConfigureAwait(false);
        return host;
    }
}
