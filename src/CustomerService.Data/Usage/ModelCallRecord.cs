using CustomerService.Core.Models;
using CustomerService.Core.Usage;

namespace CustomerService.Data.Usage;

/// <summary>A stored <see cref="ModelCall"/>.</summary>
internal sealed class ModelCallRecord
{
    public required string Id { get; init; }
    public required DateTimeOffset At { get; init; }
    /// <summary>The shop's day, as the shop's time zone was when it was recorded.</summary>
    public required DateOnly Day { get; init; }
    public required string Model { get; init; }
    public required ModelPurpose Purpose { get; init; }
    public string? AnswerId { get; init; }
    public string? ConversationId { get; init; }
    public int Attempt { get; init; }
    public required ModelOutcome Outcome { get; init; }
    public ModelFault? Fault { get; init; }
    public int PromptTokens { get; init; }
    public int CompletionTokens { get; init; }
    public bool Estimated { get; init; }
    /// <summary>See <see cref="NanoUsd"/>; null when unknown.</summary>
    public long? CostNanoUsd { get; init; }
    public double WaitedMs { get; init; }
    public double? FirstTokenMs { get; init; }
    public double TotalMs { get; init; }

    public static ModelCallRecord Of(ModelCall call, DateOnly day) => new()
    {
        Id = call.Id,
        At = call.At,
        Day = day,
        Model = call.Model,
        Purpose = call.Purpose,
        AnswerId = call.AnswerId,
        ConversationId = call.ConversationId,
        Attempt = call.Attempt,
        Outcome = call.Outcome,
        Fault = call.Fault,
        PromptTokens = call.PromptTokens,
        CompletionTokens = call.CompletionTokens,
        Estimated = call.Estimated,
        CostNanoUsd = NanoUsd.From(call.Cost),
        WaitedMs = call.Waited.TotalMilliseconds,
        FirstTokenMs = call.FirstToken?.TotalMilliseconds,
        TotalMs = call.Total.TotalMilliseconds,
    };

    public ModelCall ToCall() => new(
        Id, At, Model, Purpose, AnswerId, ConversationId, Attempt, Outcome, Fault, PromptTokens, CompletionTokens, Estimated, NanoUsd.ToUsd(CostNanoUsd),
        TimeSpan.FromMilliseconds(WaitedMs), FirstTokenMs is { } ms ? TimeSpan.FromMilliseconds(ms) : null, TimeSpan.FromMilliseconds(TotalMs));
}
