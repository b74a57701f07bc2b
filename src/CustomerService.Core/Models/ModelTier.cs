namespace CustomerService.Core.Models;

/// <summary>How hard a question is, and with it how strong a model answers: section <c>Models:Tiers</c>. From the cheapest to the strongest.</summary>
public enum ModelTier
{
    Simple,
    Moderate,
    Complex,
    Advanced,
}
