namespace CustomerService.Web.Features.Synonyms;

internal static partial class SynonymsLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Synonyms could not be read")]
    public static partial void SynonymsUnreadable(this ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Synonyms could not be written")]
    public static partial void SynonymsNotWritten(this ILogger log, Exception exception);
}
