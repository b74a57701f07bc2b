using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CustomerService.Web.Features.Ask;

public static class AskServices
{
    public static IServiceCollection AddAsk(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services.AddScoped<AskForm>().AddScoped<AskSession>();
    }
}
