using System.ComponentModel.DataAnnotations;
using CustomerService.Core.Configuration;

namespace CustomerService.Web.Features.Import;

/// <summary>The section <c>Import</c> of the configuration.</summary>
public sealed class ImportOptions
{
    /// <summary>Where uploaded files lie until they are imported; those that nobody came back to are gone after a week.</summary>
    [Required]
    public string Folder { get; set; } = "data/imports";

    /// <summary>The most megabytes that a file may have on the page; the command line takes files of any size.</summary>
    [Range(1, 100_000)]
    public int MaxMegabytes { get; set; } = 2_000;
}

public static class ImportServices
{
    public static IServiceCollection AddImportPage(this IServiceCollection services, Settings settings) => services
        .AddSingleton(settings.Read<ImportOptions>("Import"))
        .AddSingleton<ImportFolder>()
        .AddSingleton<ImportDesk>()
        .AddHostedService(provider => provider.GetRequiredService<ImportDesk>())
        .AddScoped<ImportDraft>();
}
