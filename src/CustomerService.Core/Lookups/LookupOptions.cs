using System.ComponentModel.DataAnnotations;

namespace CustomerService.Core.Lookups;

/// <summary>Section <c>Lookups</c>.</summary>
public sealed class LookupOptions
{
    /// <summary>How long a lookup may take; after it the answer is composed with what is there. 10 ms to 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:10:00")]
    public TimeSpan Deadline { get; set; } = TimeSpan.FromSeconds(8);

    public LookupKindOptions ProductInfo { get; } = new();
    public LookupKindOptions ReviewAnalysis { get; } = new();
    public LookupKindOptions StockCheck { get; } = new();
    public LookupKindOptions Recommendation { get; } = new();

    public TimeSpan DeadlineOf(LookupKind kind) =>
        (kind switch
        {
            LookupKind.ProductInfo => ProductInfo,
            LookupKind.ReviewAnalysis => ReviewAnalysis,
            LookupKind.StockCheck => StockCheck,
            _ => Recommendation,
        }).Deadline ?? Deadline;
}

public sealed class LookupKindOptions
{
    /// <summary>Overrides the common deadline. 10 ms to 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:10:00")]
    public TimeSpan? Deadline { get; set; }
}
