namespace CustomerService.Web.Features.Usage;

internal static partial class UsageLog
{
    [LoggerMessage(1, LogLevel.Error, "The Usage page could not read what models were called for")]
    public static partial void ReadFailed(this ILogger logger, Exception exception);
}
