using CustomerService.Core.Answers;
using CustomerService.Core.Conversations;
using CustomerService.Core.Triage;

namespace CustomerService.Core.Suggestions;

/// <summary>What the customer waits to hear about, out of a thread.</summary>
internal static class CustomerWish
{
    /// <summary>How many of the messages without an answer are read.</summary>
    private const int MaxMessages = 3;

    /// <summary>
    /// The customer's messages since the last answer, but for greetings, thanks and wishes for a person; when they say nothing else, the last message that does.
    /// </summary>
    /// <returns>At most <see cref="CustomerQuery.MaxQuestionLength"/> characters; null when the customer has not written.</returns>
    public static string? Of(IReadOnlyList<ConversationMessage> messages)
    {
        var customers = messages.Where(m => m.Author == MessageAuthor.Customer).ToList();
        if (customers.Count == 0)
            return null;
        var answered = messages.LastOrDefault(m => m.Author == MessageAuthor.Agent || m.AnswerState == AnswerState.Completed)?.Sequence ?? 0;
        var open = customers.Where(m => m.Sequence > answered && SaysSomething(m.Text)).Select(m => m.Text).Distinct().TakeLast(MaxMessages).ToList();
        if (open.Count == 0)
            open = [(customers.FindLast(m => SaysSomething(m.Text)) ?? customers[^1]).Text];
        while (open.Count > 1 && open.Sum(t => t.Length + 1) > CustomerQuery.MaxQuestionLength)
            open.RemoveAt(0);
        return string.Join('\n', open);
    }

    private static bool SaysSomething(string text) => new MessageText(text) is var words && !Pleasantries.IsAll(words) && !PersonPatterns.AsksForPerson(words);
}
