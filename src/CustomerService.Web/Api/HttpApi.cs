using System.Data.Common;
using System.Text.Json.Serialization.Metadata;
using CustomerService.Core.Answers;
using CustomerService.Core.Configuration;
using Microsoft.OpenApi;

namespace CustomerService.Web.Api;

/// <summary>The HTTP API for other programs, and its description at <c>/openapi/v1.json</c>.</summary>
public static class HttpApi
{
    private const string KeyScheme = "key";

    public static IServiceCollection AddHttpApi(this IServiceCollection services, Settings settings)
    {
        var options = settings.Read<ApiOptions>("Api");
        for (var i = 0; i < options.Keys.Count; i++)
        {
            if (options.Keys[i].Length < ApiOptions.MinKeyLength)
                settings.Refuse($"Api:Keys:{i}", $"a key must have at least {ApiOptions.MinKeyLength} characters");
        }

        services.AddSingleton(options);
        services.AddProblemDetails();
        services.Configure<ExceptionHandlerOptions>(handler => handler.StatusCodeSelector = static error =>
            error is DbException ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError);
        services.AddOpenApi(description => description.AddDocumentTransformer(static (document, _, _) =>
        {
            document.Info.Title = "CustomerService";
            (document.Components ??= new()).SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                [KeyScheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "One of Api:Keys." },
            };
            document.Security = [new() { [new OpenApiSecuritySchemeReference(KeyScheme, document)] = [] }];
            return Task.CompletedTask;
        }));
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, JsonTypeInfoResolver.Combine(ApiFormat.Json, AnswerJson.Compact)));
        return services;
    }

    public static void MapHttpApi(this WebApplication app)
    {
        var api = app.MapGroup("/api").AllowAnonymous().AddEndpointFilterFactory(static (factory, next) =>
        {
            var filter = new ApiKeyFilter(factory.ApplicationServices.GetRequiredService<ApiOptions>());
            return context => filter.InvokeAsync(context, next);
        });
        api.ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        AnswerEndpoints.Map(api);
        ProductEndpoints.Map(api);
        StreamEndpoints.Map(api);
        app.MapOpenApi().AllowAnonymous();
    }
}
