using CustomerService.Core.Models;
using Microsoft.Extensions.AI;

namespace CustomerService.Ai.Gateway;

/// <summary>Which model does what, in which order they stand in for each other, and what they cost.</summary>
internal sealed class ModelDirectory(ModelsOptions options)
{
    private static readonly ModelEntry Unknown = new();

    /// <summary>All models that the configuration gives work to or knows a price of.</summary>
    public IReadOnlyList<string> Names { get; } =
    [
        .. Enum.GetValues<ModelTier>().Select(options.Tiers.Of)
            .Concat([options.Lookups.ReviewAnalysis, options.Lookups.Recommendation])
            .Concat(options.Fallbacks)
            .Distinct(StringComparer.Ordinal),
    ];

    public ModelEntry EntryOf(string model) => options.Catalog.GetValueOrDefault(model, Unknown);

    /// <summary>The tier's model, then the fallbacks; without any configured, the models of the cheaper tiers.</summary>
    public IReadOnlyList<string> ChainOf(ModelTier tier) =>
        ChainOf(options.Tiers.Of(tier), Enum.GetValues<ModelTier>().Where(t => t < tier).OrderDescending().Select(options.Tiers.Of));

    public IReadOnlyList<string> ReviewAnalysis => ChainOf(options.Lookups.ReviewAnalysis, [options.Tiers.Simple]);

    public IReadOnlyList<string> Recommendation => ChainOf(options.Lookups.Recommendation, [options.Tiers.Simple]);

    /// <summary>The smallest window of the models that may be asked, in tokens: what fits there fits all.</summary>
    public int WindowOf(IReadOnlyList<string> models) => models.Min(m => EntryOf(m).ContextWindow);

    /// <summary>US dollars; null when the model's price is unknown.</summary>
    public decimal? CostOf(string model, int promptTokens, int completionTokens) =>
        EntryOf(model) is { PromptPricePerMillion: { } prompt, CompletionPricePerMillion: { } completion }
            ? (promptTokens * prompt + completionTokens * completion) / 1_000_000m
            : null;

    /// <summary>Makes the turn ready for its model at a place in the order.</summary>
    public void Prepare(ModelTurn turn, int index, IEnumerable<ChatMessage> messages)
    {
        var entry = EntryOf(turn.ModelId = turn.Models[index]);
        turn.Temperature = (float?)entry.Temperature;
        turn.MaxOutputTokens = Math.Min(turn.WantedTokens, entry.MaxOutputTokens);
        turn.ReckonedTokens = TokenEstimate.Of(messages) + turn.MaxOutputTokens.Value;
    }

    private IReadOnlyList<string> ChainOf(string first, IEnumerable<string> otherwise) =>
        [.. new[] { first }.Concat(options.Fallbacks.Count > 0 ? options.Fallbacks : otherwise).Distinct(StringComparer.Ordinal)];
}
