using CustomerService.Core.Models;

namespace CustomerService.Ai.Gateway;

/// <summary>A call to a model that gave nothing, or broke off. The message is for the log.</summary>
/// <param name="retryAfter">What the endpoint asks to wait; null when it does not say.</param>
internal sealed class ModelCallException(ModelFault fault, string message, bool isRetryable = false, TimeSpan? retryAfter = null, Exception? inner = null)
    : Exception(message, inner)
{
    public ModelFault Fault => fault;
    public TimeSpan? RetryAfter => retryAfter;

    /// <summary>Whether the same call may work in a moment.</summary>
    public bool IsRetryable => isRetryable;

    /// <summary>Whether it tells of the model rather than of the request, so that it counts for the breaker.</summary>
    public bool IsOfModel => fault is ModelFault.ServerError or ModelFault.RateLimited or ModelFault.ConnectionFailed or ModelFault.FirstTokenTimeout
        or ModelFault.IdleTimeout or ModelFault.WrongKey or ModelFault.UnknownModel or ModelFault.Malformed;
}
