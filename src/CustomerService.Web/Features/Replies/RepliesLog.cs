namespace CustomerService.Web.Features.Replies;

internal static partial class RepliesLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Canned replies could not be read")]
    public static partial void RepliesUnreadable(this ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "A canned reply could not be written")]
    public static partial void ReplyNotWritten(this ILogger log, Exception exception);
}
