using Microsoft.AspNetCore.Components;

namespace CustomerService.Web.Features.Demo;

/// <summary>
/// The addresses of static files with the fingerprint that lets browsers keep them. The framework hands them to routable pages only;
/// the demo store's pages are results of endpoints.
/// </summary>
public sealed class StoreAssets(EndpointDataSource endpoints)
{
    private readonly Lazy<ResourceAssetCollection> _all = new(() =>
        endpoints.Endpoints.Select(e => e.Metadata.GetMetadata<ResourceAssetCollection>()).FirstOrDefault(a => a is not null) ?? ResourceAssetCollection.Empty);

    public string this[string file] => $"/{_all.Value[file]}";
}
