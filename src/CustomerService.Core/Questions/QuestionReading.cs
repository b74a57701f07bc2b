using CustomerService.Core.Catalog;
using CustomerService.Core.Text;

namespace CustomerService.Core.Questions;

/// <summary>What a shopper wants to know. A question may hold several.</summary>
public enum Intent
{
    /// <summary>Tell me about it.</summary>
    Overview,
    /// <summary>Strengths and weaknesses.</summary>
    ProsAndCons,
    /// <summary>What buyers think, of the whole or of an aspect.</summary>
    Opinion,
    /// <summary>A fact of the data sheet.</summary>
    Fact,
    Price,
    /// <summary>Whether it can be had, where, and when.</summary>
    Stock,
    /// <summary>When an order leaves and arrives.</summary>
    Delivery,
    Recommendation,
    Comparison,
    /// <summary>Returns, refunds, exchanges, warranty, repair, payment, invoices: the shop's rules and orders, which the catalogue does not hold.</summary>
    Policy,
    /// <summary>Where is my order.</summary>
    OrderStatus,
    /// <summary>Wants a person.</summary>
    Person,
    /// <summary>A greeting, thanks or goodbye, and nothing else.</summary>
    Courtesy,
    /// <summary>Nothing that a shop can answer: weather, politics, homework, health advice, orders to the assistant.</summary>
    OutsideBusiness,
}

/// <summary>A wish about an attribute.</summary>
/// <param name="Key">Attribute key, or <c>price</c> or <c>rating</c> for <see cref="WishKind.Most"/> and <see cref="WishKind.Least"/>.</param>
/// <param name="Value">For AtLeast and AtMost, in the attribute's unit.</param>
/// <param name="Spoken">The question's own words.</param>
/// <param name="FromUse">Whether it follows from a use ("for running") rather than being asked for.</param>
public sealed record Wish(string Key, WishKind Kind, double? Value, string Spoken, bool FromUse = false);

public enum WishKind
{
    /// <summary>Must have it: 방수, with noise cancelling.</summary>
    Has,
    AtLeast,
    AtMost,
    /// <summary>As much of it as can be had: 배터리 오래 가는.</summary>
    Most,
    /// <summary>As little of it as can be had: 가벼운, cheapest.</summary>
    Least,
}

/// <summary>Bounds on the price, in minor units of <see cref="Currency"/>.</summary>
public sealed record PriceRange(long? MinMinor, long? MaxMinor, string Currency, string Spoken);

/// <summary>What the rules read out of a question. It holds no product data: ids and words are looked up elsewhere.</summary>
/// <param name="Intents">In the order of their importance to the asker; never empty.</param>
/// <param name="AttributeKeys">Attributes the question asks about.</param>
/// <param name="Aspects">Aspects of reviews the question asks about.</param>
/// <param name="CategoryId">The kind of product that is asked for by name; null when none is.</param>
/// <param name="ProductCodes">Words that look like product ids (a letter and digits), upper case.</param>
/// <param name="QuantityWanted">How many pieces are wanted, as in "10개 살 수 있나요"; null when not said.</param>
/// <param name="RestWords">Words that none of the rules explains, folded: what a product's name would be among, and what unknown topics are told by.</param>
public sealed record QuestionReading(
    Language Language,
    IReadOnlyList<Intent> Intents,
    IReadOnlyList<string> AttributeKeys,
    IReadOnlyList<string> Aspects,
    IReadOnlyList<Wish> Wishes,
    PriceRange? Price,
    string? CategoryId,
    IReadOnlyList<string> ProductCodes,
    int? QuantityWanted,
    IReadOnlyList<string> RestWords)
{
    public bool Has(Intent intent) => Intents.Contains(intent);
}

/// <summary>Reads a question by rules: deterministic, no network, microseconds.</summary>
public interface IQuestionReader
{
    /// <param name="categories">The shop's categories, whose names and terms are recognised.</param>
    /// <param name="currency">The shop's currency, which amounts without a currency are in.</param>
    QuestionReading Read(string question, Language language, IReadOnlyList<Category> categories, string currency);
}
