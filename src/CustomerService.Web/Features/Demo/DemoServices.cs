namespace CustomerService.Web.Features.Demo;

internal static class DemoServices
{
    public static IServiceCollection AddDemoStore(this IServiceCollection services) =>
        services.AddSingleton<Storefront>().AddSingleton<StoreAssets>();
}
