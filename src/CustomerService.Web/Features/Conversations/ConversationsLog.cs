namespace CustomerService.Web.Features.Conversations;

internal static partial class ConversationsLog
{
    [LoggerMessage(1, LogLevel.Error, "The Conversations page could not read {What}")]
    public static partial void ReadFailed(this ILogger logger, string what, Exception exception);
}
