using CustomerService.Web.Features.Conversations.Context;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace CustomerService.Web.Features.Conversations;

public static class ConversationsServices
{
    public static IServiceCollection AddConversations(this IServiceCollection services) => services
        .AddSingleton<InboxNews>()
        .AddScoped<Inbox>()
        .AddScoped<OpenThread>()
        .AddScoped<ThreadDesk>()
        .AddScoped<ThreadDraft>()
        .AddScoped<ThreadTranslations>()
        .AddScoped<ThreadContext>()
        .AddScoped<ProductLookups>()
        .AddScoped<ThreadPresence>()
        .AddScoped<CircuitHandler, PresentCircuit>();
}
