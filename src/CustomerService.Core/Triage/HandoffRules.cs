namespace CustomerService.Core.Triage;

/// <summary>
/// Which rule hands a conversation to a person. The rules look for what a message says, whatever else it says, so that
/// no instruction in it can switch them off. Pure and deterministic; microseconds for a message of ordinary length.
/// </summary>
public static class HandoffRules
{
    /// <summary>The reason that weighs most, or null when the assistant may answer.</summary>
    /// <param name="text">The customer's message as written; 20,000 characters of it are read.</param>
    /// <param name="earlier">The customer's earlier messages of the thread since the assistant last got it, oldest first.</param>
    /// <returns>Never <see cref="HandoffReason.NoEvidence"/>, which no message tells.</returns>
    public static HandoffReason? Of(string text, IReadOnlyList<string> earlier)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(earlier);
        var message = new MessageText(text);
        return OfWords(message)
            ?? (PersonPatterns.AsksForPerson(message) ? HandoffReason.Asked
                : Repetition.IsAgain(message, earlier) ? HandoffReason.Repeated
                : null);
    }

    /// <summary>The reasons that are grave whatever was asked.</summary>
    internal static HandoffReason? OfWords(MessageText message) =>
        PaymentPatterns.IsIn(message) ? HandoffReason.Payment
        : HealthPatterns.IsIn(message) ? HandoffReason.Health
        : LegalPatterns.IsIn(message) ? HandoffReason.Legal
        : AngerPatterns.IsIn(message) ? HandoffReason.Anger
        : null;
}
