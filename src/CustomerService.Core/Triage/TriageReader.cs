using CustomerService.Core.Text;

namespace CustomerService.Core.Triage;

/// <summary>Reads a conversation by rules for the list that agents choose from. Pure and deterministic; well under a millisecond for ordinary messages.</summary>
public static class TriageReader
{
    /// <summary>How many of the newest messages tell urgency: a danger is not over because the customer added "네".</summary>
    private const int Recent = 2;

    /// <param name="messages">The customer's messages, oldest first; at least one. Of each, 20,000 characters are read.</param>
    /// <param name="language">The conversation's language, which is handed on.</param>
    /// <param name="productName">The product that the conversation began at, to be named in the summary; null when there is none.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no message.</exception>
    public static TriageResult Read(IReadOnlyList<string> messages, Language language, string? productName)
    {
        ArgumentNullException.ThrowIfNull(messages);
        if (messages.Count == 0)
            throw new ArgumentOutOfRangeException(nameof(messages));
        var newest = messages.Count - 1;
        var content = newest;
        while (content > 0 && Pleasantries.IsAll(new(messages[content])))
            content--;
        if (Pleasantries.IsAll(new(messages[content])))
            content = newest;

        return new(TopicOf(messages, content, language), MoodOf(messages, language), UrgencyOf(messages, content, language), language, SummaryLine.Of(messages[content], productName));
    }

    private static Topic TopicOf(IReadOnlyList<string> messages, int content, Language language)
    {
        for (var i = content; i >= 0; i--)
        {
            if (TopicPatterns.Of(messages[i], new(messages[i]), language) is { } topic)
                return topic;
        }

        return Topic.Other;
    }

    /// <summary>That of the newest message; anger and disappointment last one message longer unless it says otherwise.</summary>
    private static Mood MoodOf(IReadOnlyList<string> messages, Language language)
    {
        var mood = MoodOfOne(messages[^1], language);
        if (messages.Count == 1 || mood == Mood.Angry)
            return mood;
        return (MoodOfOne(messages[^2], language), mood) switch
        {
            (Mood.Angry, _) => Mood.Angry,
            (Mood.Unhappy, Mood.Neutral) => Mood.Unhappy,
            _ => mood,
        };
    }

    private static Mood MoodOfOne(string message, Language language)
    {
        var text = new MessageText(message);
        return MoodPatterns.Of(text, Wants(message, text, language));
    }

    private static bool Wants(string message, MessageText text, Language language) =>
        PersonPatterns.AsksForPerson(text) || TopicPatterns.Of(message, text, language) is not null;

    private static Urgency UrgencyOf(IReadOnlyList<string> messages, int content, Language language)
    {
        for (var i = Math.Min(content, Math.Max(0, messages.Count - Recent)); i < messages.Count; i++)
        {
            var text = new MessageText(messages[i]);
            if (HandoffRules.OfWords(text) is not null || UrgencyPatterns.IsIn(text))
                return Urgency.High;
        }

        var newest = new MessageText(messages[^1]);
        var isFeedback = Pleasantries.IsAll(newest) || MoodOfOne(messages[^1], language) == Mood.Happy && !newest.Spaced.Contains('?', StringComparison.Ordinal);
        return isFeedback ? Urgency.Low : Urgency.Normal;
    }
}
