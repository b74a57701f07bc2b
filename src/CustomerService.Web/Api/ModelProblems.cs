using System.Globalization;
using System.Text.Json;
using CustomerService.Core.Models;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace CustomerService.Web.Api;

/// <summary>Why a model gave nothing, in words for those who call the API and those who look after the endpoint.</summary>
internal static class ModelProblems
{
    public static string Code(ModelFault fault) => JsonNamingPolicy.CamelCase.ConvertName(fault.ToString());

    public static IResult Of(ModelFault fault) => fault switch
    {
        ModelFault.ContextTooLong => TypedResults.ValidationProblem(
            new Dictionary<string, string[]> { ["message"] = [Message(fault)] }, title: "The request has wrong values", extensions: Extensions(fault)),
        _ when RetryAfter(fault) is { } wait => new LaterResult(fault, wait),
        _ => Problem(fault, StatusCodes.Status502BadGateway, "The model endpoint did not accept the request"),
    };

    public static string Message(ModelFault fault) => fault switch
    {
        ModelFault.ServerError => "The model endpoint reported a failure of its own, also when asked again.",
        ModelFault.RateLimited => "The model endpoint takes no more requests for now.",
        ModelFault.ConnectionFailed => "The model endpoint could not be reached, or the connection broke.",
        ModelFault.FirstTokenTimeout or ModelFault.IdleTimeout or ModelFault.TotalTimeout => "The model endpoint took too long.",
        ModelFault.WrongKey => "The model endpoint refused the key. Whoever runs this service must check OpenAI:ApiKey, and whether the key may use the model.",
        ModelFault.UnknownModel => "The model endpoint does not know the model or the address. Whoever runs this service must check OpenAI:BaseUrl and Models.",
        ModelFault.ContextTooLong => "The message is longer than the model can read.",
        ModelFault.Refused => "The model endpoint refused the request. The log of this service has its status.",
        ModelFault.CutShort => "The model stopped at the longest text that it may write.",
        ModelFault.QueueFull => "Too many requests are waiting for the model endpoint.",
        ModelFault.BreakerOpen => "The model failed too often of late and is left alone for a while.",
        ModelFault.OverBudget => "The budget for models is spent.",
        _ => "The model endpoint answered with something that cannot be used. Whoever runs this service must check that OpenAI:BaseUrl speaks OpenAI's chat completions.",
    };

    private static TimeSpan? RetryAfter(ModelFault fault) => fault switch
    {
        ModelFault.QueueFull => TimeSpan.FromSeconds(5),
        ModelFault.RateLimited or ModelFault.ServerError or ModelFault.ConnectionFailed => TimeSpan.FromSeconds(10),
        ModelFault.FirstTokenTimeout or ModelFault.IdleTimeout or ModelFault.TotalTimeout => TimeSpan.FromSeconds(10),
        ModelFault.BreakerOpen => TimeSpan.FromSeconds(30),
        ModelFault.OverBudget => TimeSpan.FromHours(1),
        _ => null,
    };

    private static ProblemHttpResult Problem(ModelFault fault, int status, string title) =>
        TypedResults.Problem(statusCode: status, title: title, detail: Message(fault), extensions: Extensions(fault));

    private static Dictionary<string, object?> Extensions(ModelFault fault) => new() { ["code"] = Code(fault) };

    private sealed class LaterResult(ModelFault fault, TimeSpan wait) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers[HeaderNames.RetryAfter] = wait.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            return Problem(fault, StatusCodes.Status503ServiceUnavailable, "The model cannot answer now").ExecuteAsync(httpContext);
        }
    }
}
