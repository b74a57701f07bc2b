using System.ComponentModel.DataAnnotations;
using CustomerService.Core.Models;

namespace CustomerService.Ai.Gateway;

/// <summary>Section <c>Models</c>: which model does what, and what is known of each.</summary>
public sealed class ModelsOptions
{
    public LookupModels Lookups { get; } = new();
    public TierModels Tiers { get; } = new();

    /// <summary>By the model's name at the endpoint. Prices are list prices of 2025; a shop sets its own.</summary>
    public Dictionary<string, ModelEntry> Catalog { get; } = new()
    {
        ["gpt-4.1"] = new() { PromptPricePerMillion = 8m, CompletionPricePerMillion = 32m, ContextWindow = 128_000, Temperature = 0.7 },
        ["gpt-4.1-mini"] = new() { PromptPricePerMillion = 0.4m, CompletionPricePerMillion = 1.6m, ContextWindow = 128_000, Temperature = 0.3 },
        ["claude-sonnet-4.5"] = new() { PromptPricePerMillion = 3m, CompletionPricePerMillion = 15m, ContextWindow = 200_000, Temperature = 0.5 },
        ["gemini-2.5-flash"] = new() { PromptPricePerMillion = 0.4m, CompletionPricePerMillion = 2.5m, ContextWindow = 1_000_000, Temperature = 0.9 },
        ["deepseek-v3.2"] = new() { PromptPricePerMillion = 0.07m, CompletionPricePerMillion = 0.42m, ContextWindow = 64_000, Temperature = 0.7 },
        ["deepseek-chat"] = new() { PromptPricePerMillion = 0.28m, CompletionPricePerMillion = 0.42m, ContextWindow = 64_000, Temperature = 0.7 },
    };

    /// <summary>Tried in this order when the chosen model is down; empty for the next cheaper tiers. The embedded assistant comes last in any case.</summary>
    public IList<string> Fallbacks { get; } = [];
}

public sealed class LookupModels
{
    [Required(AllowEmptyStrings = false)]
    public string ReviewAnalysis { get; set; } = "gpt-4.1-mini";

    [Required(AllowEmptyStrings = false)]
    public string Recommendation { get; set; } = "deepseek-chat";
}

public sealed class TierModels
{
    [Required(AllowEmptyStrings = false)]
    public string Simple { get; set; } = "deepseek-v3.2";

    [Required(AllowEmptyStrings = false)]
    public string Moderate { get; set; } = "gemini-2.5-flash";

    [Required(AllowEmptyStrings = false)]
    public string Complex { get; set; } = "claude-sonnet-4.5";

    [Required(AllowEmptyStrings = false)]
    public string Advanced { get; set; } = "gpt-4.1";

    public string Of(ModelTier tier) => tier switch
    {
        ModelTier.Simple => Simple,
        ModelTier.Moderate => Moderate,
        ModelTier.Complex => Complex,
        _ => Advanced,
    };
}

/// <summary>What is known of a model. One without an entry has these defaults, and its price is unknown.</summary>
public sealed class ModelEntry
{
    /// <summary>US dollars per million prompt tokens; null when unknown.</summary>
    [Range(0, 100_000)]
    public decimal? PromptPricePerMillion { get; set; }

    /// <summary>US dollars per million completion tokens; null when unknown.</summary>
    [Range(0, 100_000)]
    public decimal? CompletionPricePerMillion { get; set; }

    /// <summary>Tokens of prompt and completion together: 1,000 to 10,000,000.</summary>
    [Range(1_000, 10_000_000)]
    public int ContextWindow { get; set; } = 8_192;

    /// <summary>The longest completion that is asked for, in tokens: 16 to 100,000.</summary>
    [Range(16, 100_000)]
    public int MaxOutputTokens { get; set; } = 2_000;

    /// <summary>0 to 2; null leaves it to the endpoint.</summary>
    [Range(0.0, 2.0)]
    public double? Temperature { get; set; }
}
