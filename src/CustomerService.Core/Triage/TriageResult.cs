using CustomerService.Core.Text;

namespace CustomerService.Core.Triage;

/// <summary>What a conversation is about.</summary>
public enum Topic
{
    Product,
    Stock,
    Delivery,
    Return,
    Complaint,
    Other,
}

/// <summary>How the customer sounds.</summary>
public enum Mood
{
    Happy,
    Neutral,
    Unhappy,
    Angry,
}

public enum Urgency
{
    Low,
    Normal,
    High,
}

/// <summary>What an agent wants to know of a conversation before opening it.</summary>
/// <param name="Summary">One line in the customer's language, at most <see cref="MaxSummary"/> characters; what the customer wants, in their own words as far as possible.</param>
public sealed record TriageResult(Topic Topic, Mood Mood, Urgency Urgency, Language Language, string Summary)
{
    public const int MaxSummary = 140;
}

/// <summary>Why the assistant hands a conversation to a person.</summary>
public enum HandoffReason
{
    /// <summary>The customer asked for one.</summary>
    Asked,
    Anger,
    /// <summary>The same question again, although it had been answered.</summary>
    Repeated,
    /// <summary>The lookups found nothing that the answer could rest on.</summary>
    NoEvidence,
    /// <summary>Lawyers, courts, authorities, consumer protection.</summary>
    Legal,
    /// <summary>Injury, allergy, medicine; danger such as fire or smoke.</summary>
    Health,
    /// <summary>Numbers of cards or accounts, or a question about a payment that was made.</summary>
    Payment,
}

/// <summary>Parts of a <see cref="Triage"/>.</summary>
[Flags]
public enum TriageFields
{
    None = 0,
    Topic = 1,
    Mood = 2,
    Urgency = 4,
    Summary = 8,
}
