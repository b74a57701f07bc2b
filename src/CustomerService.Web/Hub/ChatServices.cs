using System.Text.Json;
using System.Text.Json.Serialization;
using CustomerService.Core.Answers;
using CustomerService.Core.Configuration;

namespace CustomerService.Web.Hub;

/// <summary>The hub <c>/hubs/chat</c>.</summary>
public static class ChatServices
{
    private const string Address = "/hubs/chat";
    // 2,000 characters, of which each may be an escape of up to 12 bytes, and what is around them.
    private const int MaxMessageBytes = 32 * 1024;

    public static IServiceCollection AddChat(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton(WidgetOptions.Read(settings));
        services.AddSingleton<ChatLimits>();
        services.AddSingleton<CustomerTokens>();
        services.AddSignalR()
            .AddHubOptions<ChatHub>(hub =>
            {
                hub.MaximumReceiveMessageSize = MaxMessageBytes;
                // One that follows, and calls beside it.
                hub.MaximumParallelInvocationsPerClient = 4;
            })
            .AddJsonProtocol(json =>
            {
                json.PayloadSerializerOptions.Converters.Add(new CamelCaseEnums());
                json.PayloadSerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
                json.PayloadSerializerOptions.Encoder = AnswerJson.Encoder;
                json.PayloadSerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
            });
        return services;
    }

    public static void MapChat(this WebApplication app)
    {
        // The panel is a page of this server, so that nobody else's page has business here; a browser tells where a script comes from.
        app.UseWhen(static context => context.Request.Path.StartsWithSegments(Address, StringComparison.OrdinalIgnoreCase), static chat => chat.Use(static (context, next) =>
        {
            if (context.Request.Headers.Origin is not [{ Length: > 0 } origin] || (Uri.TryCreate(origin, UriKind.Absolute, out var uri)
                && string.Equals(uri.Authority, context.Request.Host.Value, StringComparison.OrdinalIgnoreCase)))
                return next(context);
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }));
        app.MapHub<ChatHub>(Address).AllowAnonymous();
    }
}
