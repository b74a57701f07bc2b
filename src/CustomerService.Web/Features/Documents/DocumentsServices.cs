namespace CustomerService.Web.Features.Documents;

public static class DocumentsServices
{
    public static IServiceCollection AddDocuments(this IServiceCollection services) => services.AddScoped<DocumentList>();
}
