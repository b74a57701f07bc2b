namespace CustomerService.Core.Models;

/// <summary>Why a model gave nothing, or not all.</summary>
public enum ModelFault
{
    /// <summary>408, 500, 502, 503 or 504. Retried.</summary>
    ServerError,
    /// <summary>429. Retried when the endpoint says.</summary>
    RateLimited,
    /// <summary>No connection, or it broke. Retried.</summary>
    ConnectionFailed,
    /// <summary>Nothing came within <c>Resilience:FirstTokenTimeout</c>. Retried.</summary>
    FirstTokenTimeout,
    /// <summary>The stream fell silent for <c>Resilience:IdleTimeout</c>.</summary>
    IdleTimeout,
    /// <summary><c>Resilience:TotalTimeout</c> passed before the first token.</summary>
    TotalTimeout,
    /// <summary>401 or 403: the key is wrong or may not use the model.</summary>
    WrongKey,
    /// <summary>404: the endpoint does not know the model or the address.</summary>
    UnknownModel,
    /// <summary>The prompt is longer than the model's window.</summary>
    ContextTooLong,
    /// <summary>Any other refusal (4xx).</summary>
    Refused,
    /// <summary>The endpoint answered with something that is not the protocol, or with nothing.</summary>
    Malformed,
    /// <summary>The model reached its limit of output before it had finished.</summary>
    CutShort,
    /// <summary>A reply that follows the protocol, but cannot be used for what was asked.</summary>
    Unusable,
    /// <summary>The queue towards the endpoint is full.</summary>
    QueueFull,
    /// <summary>The model failed too often of late and is not called for a while.</summary>
    BreakerOpen,
    /// <summary>The budget of the day or the month is spent.</summary>
    OverBudget,
}
