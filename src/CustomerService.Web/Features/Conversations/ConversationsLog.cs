namespace CustomerService.Web.Features.Conversations;

internal static partial class ConversationsLog
{
    [LoggerMessage(2, LogLevel.Error, "What an agent did with a conversation could not be written")]
    public static partial void WriteFailed(this ILogger logger, Exception exception);

    [LoggerMessage(1, LogLevel.Error, "The Conversations page could not read {What}")]
    public static partial void ReadFailed(this ILogger logger, string what, Exception exception);

    [LoggerMessage(3, LogLevel.Error, "A reply could not be suggested")]
    public static partial void DraftFailed(this ILogger logger, Exception exception);

    [LoggerMessage(4, LogLevel.Error, "A message could not be translated")]
    public static partial void TranslationFailed(this ILogger logger, Exception exception);
}
