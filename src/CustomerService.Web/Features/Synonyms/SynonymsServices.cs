namespace CustomerService.Web.Features.Synonyms;

public static class SynonymsServices
{
    public static IServiceCollection AddSynonyms(this IServiceCollection services) => services.AddScoped<SynonymList>();
}
