namespace CustomerService.Web.Features.Demo;

public static class DemoServices
{
    public static IServiceCollection AddDemoStore(this IServiceCollection services) =>
        services.AddResponseCompression(options => options.EnableForHttps = true).AddSingleton<Storefront>().AddSingleton<StoreAssets>();
}
