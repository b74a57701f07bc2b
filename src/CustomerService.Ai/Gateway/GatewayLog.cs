using CustomerService.Core.Models;
using CustomerService.Core.Usage;
using Microsoft.Extensions.Logging;

namespace CustomerService.Ai.Gateway;

internal static partial class GatewayLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Model {Model}, attempt {Attempt}: {Fault}: {Detail} {Cause}")]
    public static partial void CallFailed(ILogger logger, string model, int attempt, ModelFault fault, string detail, string? cause);

    [LoggerMessage(Level = LogLevel.Information, Message = "Model endpoint {Endpoint} answers")]
    public static partial void Reachable(ILogger logger, string endpoint);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Model endpoint {Endpoint} cannot be used: {Fault}: {Detail}. {Advice} Until then the embedded assistant answers")]
    public static partial void Unusable(ILogger logger, string endpoint, ModelFault fault, string detail, string advice);

    [LoggerMessage(Level = LogLevel.Information, Message = "Model {Model} sent something for {Purpose} that cannot be used: {Reason}")]
    public static partial void UnusableReply(ILogger logger, string? model, ModelPurpose purpose, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "What models have cost so far could not be read; until it can be, only the calls since the start count for the budget")]
    public static partial void SpendingUnknown(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Kept results of models could not be read or written")]
    public static partial void NotKept(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Purpose}: the work for a model broke")]
    public static partial void WorkBroke(ILogger logger, Exception exception, ModelPurpose purpose);
}
