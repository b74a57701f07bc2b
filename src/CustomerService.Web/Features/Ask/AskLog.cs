namespace CustomerService.Web.Features.Ask;

internal static partial class AskLog
{
    [LoggerMessage(1, LogLevel.Error, "The Ask page could not read {What}")]
    public static partial void ReadFailed(this ILogger logger, string what, Exception exception);
}
