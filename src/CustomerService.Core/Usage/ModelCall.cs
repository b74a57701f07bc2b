using CustomerService.Core.Models;

namespace CustomerService.Core.Usage;

/// <summary>What a model was called for.</summary>
public enum ModelPurpose
{
    Answer,
    ReviewAnalysis,
    Recommendation,
    /// <summary>A reply that an agent may use.</summary>
    Suggestion,
    Translation,
    Triage,
    /// <summary><c>/api/ai/stream</c>.</summary>
    Stream,
    Batch,
    Benchmark,
}

public enum ModelOutcome
{
    Succeeded,
    /// <summary>Broke off after text had come.</summary>
    Interrupted,
    /// <summary>Nobody wanted the rest.</summary>
    Stopped,
    Failed,
    /// <summary>No call: what an earlier one had made was used again. Tokens and cost are those that this saved.</summary>
    Reused,
}

/// <summary>One request to a model, or one that was saved.</summary>
/// <param name="AnswerId">The answer or suggestion it was made for; null where there is none.</param>
/// <param name="ConversationId">Null where there is no conversation.</param>
/// <param name="Attempt">From 1; retries of one call count up.</param>
/// <param name="Fault">With <see cref="ModelOutcome.Interrupted"/> and <see cref="ModelOutcome.Failed"/>.</param>
/// <param name="Estimated">Whether the tokens are estimates, because the endpoint sent no usage.</param>
/// <param name="Cost">US dollars; null when the model's price is unknown.</param>
/// <param name="Waited">In the queue.</param>
/// <param name="FirstToken">From the request; null where none came or nothing was streamed.</param>
/// <param name="Total">From the request.</param>
public sealed record ModelCall(
    string Id, DateTimeOffset At, string Model, ModelPurpose Purpose, string? AnswerId, string? ConversationId, int Attempt, ModelOutcome Outcome,
    ModelFault? Fault, int PromptTokens, int CompletionTokens, bool Estimated, decimal? Cost, TimeSpan Waited, TimeSpan? FirstToken, TimeSpan Total);
