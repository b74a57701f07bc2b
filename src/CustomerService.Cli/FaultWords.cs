using System.Text.Json;
using CustomerService.Cli.Batch;
using CustomerService.Core.Models;

namespace CustomerService.Cli;

/// <summary>Why a model gave nothing, for the person at the terminal.</summary>
internal static class FaultWords
{
    public static string Code(ModelFault fault) => JsonNamingPolicy.CamelCase.ConvertName(fault.ToString());

    public static BatchError ErrorOf(ModelFault fault) => new(Code(fault), Of(fault));

    private static string Of(ModelFault fault) => fault switch
    {
        ModelFault.ServerError => "The endpoint reported a failure of its own, also when asked again.",
        ModelFault.RateLimited => "The endpoint takes no more requests for now.",
        ModelFault.ConnectionFailed => "The endpoint could not be reached, or the connection broke.",
        ModelFault.FirstTokenTimeout or ModelFault.IdleTimeout or ModelFault.TotalTimeout => "The endpoint took too long.",
        ModelFault.WrongKey => "The endpoint refused the key: check OpenAI:ApiKey.",
        ModelFault.UnknownModel => "The endpoint does not know the model or the address: check Models and OpenAI:BaseUrl.",
        ModelFault.ContextTooLong => "The text is longer than the model can read.",
        ModelFault.Refused => "The endpoint refused the request.",
        ModelFault.CutShort => "The model stopped at the longest text that it may write.",
        ModelFault.QueueFull => "Too many requests are waiting: check Limits.",
        ModelFault.BreakerOpen => "The model failed too often of late and is left alone for a while.",
        ModelFault.OverBudget => "The budget for models is spent: check Budget.",
        _ => "The endpoint answered with something that cannot be used.",
    };
}
