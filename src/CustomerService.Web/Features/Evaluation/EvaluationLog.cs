namespace CustomerService.Web.Features.Evaluation;

internal static partial class EvaluationLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "The evaluation of {Name} broke")]
    public static partial void RunBroke(this ILogger log, Exception exception, string name);

    [LoggerMessage(Level = LogLevel.Error, Message = "Evaluations could not be read")]
    public static partial void Unreadable(this ILogger log, Exception exception);
}
