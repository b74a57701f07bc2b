using CustomerService.Core.Answers;
using CustomerService.Core.Lookups;
using CustomerService.Core.Questions;

namespace CustomerService.Core.Triage;

/// <summary>Whether an answer rests on nothing, so that a person had better answer: <see cref="HandoffReason.NoEvidence"/>.</summary>
public sealed class EvidenceRule(IQuestionReader reader, ShopOptions shop)
{
    /// <summary>
    /// True for the shop's rules and orders, which the lookups do not hold, unless something is cited; and when no lookup found anything because some of them
    /// failed. A question that only names no product, a greeting, and what is no shop's business need nobody.
    /// </summary>
    public bool IsMissing(Answer answer)
    {
        if (answer.Lookups.Any(l => l is LookupResult.Failed or LookupResult.TimedOut) && !answer.Lookups.Any(l => l is LookupResult.Found))
            return true;
        var reading = reader.Read(answer.Question, answer.Language, [], shop.Currency);
        return answer.Citations.Count == 0 && (reading.Has(Intent.Policy) || reading.Has(Intent.OrderStatus));
    }
}
