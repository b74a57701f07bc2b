using CustomerService.Core.Answers;

namespace CustomerService.Ai.Grounding;

/// <summary>Checks the sentences of one answer in their order, and knows which product the last one shown was about.</summary>
internal sealed class AnswerCheck(EvidenceFigures evidence)
{
    private IReadOnlyCollection<Owner> _topic = evidence.Subject is { } subject ? [subject] : [];

    /// <returns>What is wrong with the next sentence; null when it can be shown.</returns>
    public HeldBack? Next(string sentence)
    {
        var held = SentenceCheck.Check(sentence, evidence, _topic);
        if (held is null)
            _topic = SentenceCheck.TopicAfter(sentence, evidence, _topic);
        return held;
    }
}
