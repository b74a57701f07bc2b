namespace CustomerService.Web.Features.Documents;

internal static partial class DocumentsLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Documents could not be read")]
    public static partial void DocumentsUnreadable(this ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "A document could not be written")]
    public static partial void DocumentNotWritten(this ILogger log, Exception exception);
}
