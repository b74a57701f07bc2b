namespace CustomerService.Web.Features.Conversations;

public static class ConversationsServices
{
    public static IServiceCollection AddConversations(this IServiceCollection services) => services
        .AddSingleton<InboxNews>()
        .AddScoped<Inbox>()
        .AddScoped<OpenThread>()
        .AddScoped<ThreadDesk>()
        .AddScoped<ThreadDraft>()
        .AddScoped<ThreadTranslations>();
}
