namespace CustomerService.Web.Features.Evaluation;

public static class EvaluationServices
{
    public static IServiceCollection AddEvaluationPages(this IServiceCollection services) => services
        .AddSingleton<EvaluationDesk>()
        .AddHostedService(provider => provider.GetRequiredService<EvaluationDesk>())
        .AddScoped<EvaluationSession>();
}
