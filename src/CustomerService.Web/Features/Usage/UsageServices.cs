namespace CustomerService.Web.Features.Usage;

public static class UsageServices
{
    public static IServiceCollection AddUsage(this IServiceCollection services) => services.AddScoped<UsageSession>();
}
