using CustomerService.Core.Usage;

namespace CustomerService.Data.Usage;

/// <summary>A stored <see cref="KeptResult"/>.</summary>
internal sealed class KeptResultRecord
{
    public const int MaxKeyLength = 128;

    public required string Key { get; init; }
    public required string Subject { get; init; }
    public required string Value { get; init; }
    public required string Model { get; init; }
    public int PromptTokens { get; init; }
    public int CompletionTokens { get; init; }
    /// <summary>See <see cref="NanoUsd"/>; null when unknown.</summary>
    public long? CostNanoUsd { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
}
