using CustomerService.Core.Lookups;
using CustomerService.Core.Questions;
using CustomerService.Core.Text;

namespace CustomerService.Ai.Embedded.Answers;

/// <summary>What the shop's documents say, word for word, with title and page.</summary>
internal static class DocumentSection
{
    // Of what was asked, a passage speaks of at least so much.
    private const double MinCoverage = 0.5;
    // Where something else answers, or the question does not look like one for documents, so much.
    private const double SureCoverage = 0.65;
    // A second passage is quoted when it fits nearly as well.
    private const double NearlyAsGood = 0.75;
    private const int MaxQuoted = 2;

    /// <returns>Whether something was quoted for this intent.</returns>
    public static bool TryWrite(AnswerWriter writer, EvidenceView evidence, Intent intent)
    {
        if (evidence.Quotes is not [var best, ..] || NeededCoverage(evidence, intent) is not { } needed || best.Coverage < needed)
            return false;
        foreach (var quote in evidence.Quotes.Where(q => q.Coverage >= needed && q.Score >= NearlyAsGood * best.Score).Take(MaxQuoted))
        {
            var words = string.Join(' ', quote.Sentences);
            var (title, shown) = (AnswerWriter.Plain(quote.Title), AnswerWriter.Plain(words));
            writer.Break();
            writer.Say(
                $"{title} {quote.Page}쪽에 이렇게 나와 있습니다: “{shown}”",
                $"{title}, page {quote.Page}, says: “{shown}”", evidence.Document(quote, words));
        }

        return true;
    }

    /// <summary>Whether the documents' words are the whole answer to what was asked.</summary>
    public static bool Suffices(EvidenceView evidence, Intent intent) => intent switch
    {
        Intent.Policy or Intent.Overview or Intent.OutsideBusiness => true,
        Intent.Fact => !HasFact(evidence),
        _ => false,
    };

    /// <returns>Null where documents are not asked.</returns>
    private static double? NeededCoverage(EvidenceView evidence, Intent intent) => intent switch
    {
        Intent.Policy => MinCoverage,
        Intent.Fact => HasFact(evidence) ? SureCoverage : MinCoverage,
        Intent.Overview when evidence.Reading.RestWords.Count > 0 || evidence.Subject is null => MinCoverage,
        Intent.Delivery or Intent.OrderStatus or Intent.OutsideBusiness => SureCoverage,
        _ => null,
    };

    private static bool HasFact(EvidenceView evidence) => evidence.Info?.Facts.Any(f => f.Asked) == true;
}
