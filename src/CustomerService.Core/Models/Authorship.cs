using CustomerService.Core.Answers;

namespace CustomerService.Core.Models;

/// <summary>Who wrote something, and why it was that one.</summary>
/// <param name="Model">Null for the embedded assistant.</param>
/// <param name="Tier">The difficulty that chose the model; null where a lookup or the caller chose it.</param>
/// <param name="Rule">The rule that decided the difficulty, such as <c>comparison</c>.</param>
/// <param name="PromptVersion">Name, version and content hash of the prompt, such as <c>answer-1-3fa9c2d1</c>.</param>
/// <param name="Setbacks">Models that were tried before, in order, and what they failed of.</param>
public sealed record Authorship(
    AnswerSource Source, string? Model, ModelTier? Tier = null, string? Rule = null, string? PromptVersion = null, IReadOnlyList<Setback>? Setbacks = null)
{
    public static Authorship Embedded { get; } = new(AnswerSource.Embedded, null);
}

public sealed record Setback(string Model, ModelFault Fault);
