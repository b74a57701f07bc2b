using System.Text.Json;
using CustomerService.Core.Models;
using CustomerService.Data.Start;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CustomerService.Web.Health;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can do its work.</summary>
internal static class HealthEndpoints
{
    private const string Ready = "ready";

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<DatabaseCheck>("database", tags: [Ready]).AddCheck<ModelCheck>("model", tags: [Ready]);
        return services;
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = static _ => false, ResponseWriter = WriteAsync }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = static check => check.Tags.Contains(Ready), ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    private static async Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteString("status", Name(report.Status));
        json.WriteStartObject("checks");
        foreach (var (name, entry) in report.Entries)
        {
            json.WriteStartObject(name);
            json.WriteString("status", Name(entry.Status));
            if (entry.Description is { } description)
                json.WriteString("description", description);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Name(HealthStatus status) => JsonNamingPolicy.CamelCase.ConvertName(status.ToString());
}

internal sealed class DatabaseCheck(IStorageProbe storage) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await storage.CanReadAsync(cancellationToken).ConfigureAwait(false)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The database cannot be read.");
}

/// <summary>An endpoint that cannot be used degrades the program and never stops it: the embedded assistant answers.</summary>
internal sealed class ModelCheck(IModelGateway gateway, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan ProbeHolds = TimeSpan.FromSeconds(15);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var status = gateway.Status();
        if (status.IsConfigured && !(time.GetUtcNow() - status.ProbedAt < ProbeHolds))
            status = await gateway.ProbeAsync(cancellationToken).ConfigureAwait(false);
        if (!status.IsConfigured)
            return HealthCheckResult.Healthy("No model endpoint is configured; the embedded assistant answers.");
        if (status.Budget.IsSpent)
            return HealthCheckResult.Degraded("The budget for models is spent; the embedded assistant answers until the day or the month ends.");
        return status.Fault switch
        {
            null => HealthCheckResult.Healthy($"The model endpoint {status.Endpoint} answers."),
            ModelFault.WrongKey => HealthCheckResult.Degraded($"The model endpoint {status.Endpoint} does not accept the key; set OpenAI:ApiKey. The embedded assistant answers."),
            ModelFault.ServerError => HealthCheckResult.Degraded($"The model endpoint {status.Endpoint} answers with errors. The embedded assistant answers where it does not."),
            _ => HealthCheckResult.Degraded($"The model endpoint {status.Endpoint} cannot be reached; check OpenAI:BaseUrl. The embedded assistant answers."),
        };
    }
}
