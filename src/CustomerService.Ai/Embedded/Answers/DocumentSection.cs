using System.Text.RegularExpressions;
using CustomerService.Core.Lookups;
using CustomerService.Core.Questions;

namespace CustomerService.Ai.Embedded.Answers;

/// <summary>What the shop's documents say, word for word, with title and page.</summary>
internal static partial class DocumentSection
{
    // Of what was asked, a passage speaks of at least so much: less is needed in the product's own manual, and where the question is one for a manual.
    private const double OfInstructions = 0.3;
    private const double OfOwnDocument = 0.4;
    private const double OfShopDocument = 0.5;
    // Where something else answers, or the question does not look like one for documents.
    private const double Sure = 0.65;
    // A second passage is quoted when it fits nearly as well.
    private const double NearlyAsGood = 0.75;
    private const int MaxQuoted = 2;

    /// <returns>Whether something was quoted for this intent.</returns>
    public static bool TryWrite(AnswerWriter writer, EvidenceView evidence, Intent intent)
    {
        var fitting = evidence.Quotes.Where(q => q.Coverage >= NeededCoverage(evidence, intent, q)).ToList();
        foreach (var quote in fitting.Where(q => q.Score >= NearlyAsGood * fitting[0].Score).Take(MaxQuoted))
        {
            var words = string.Join(' ', quote.Sentences);
            var (title, shown) = (AnswerWriter.Plain(quote.Title), AnswerWriter.Plain(words));
            writer.Break();
            writer.Say(
                $"{title} {quote.Page}쪽에 이렇게 나와 있습니다: “{shown}”",
                $"{title}, page {quote.Page}, says: “{shown}”", evidence.Document(quote, words));
        }

        return fitting.Count > 0;
    }

    /// <summary>Whether the documents' words, where there are some, are the whole answer.</summary>
    public static bool Suffices(EvidenceView evidence, Intent intent) => intent switch
    {
        Intent.Fact => !HasFact(evidence),
        Intent.Delivery or Intent.OrderStatus or Intent.Person => false,
        _ => true,
    };

    /// <returns>Null where the document is not asked.</returns>
    private static double? NeededCoverage(EvidenceView evidence, Intent intent, DocumentQuote quote)
    {
        var ofOwn = AsksForInstructions(evidence) ? OfInstructions : OfOwnDocument;
        return intent switch
        {
            Intent.Policy => quote.IsShopWide ? OfShopDocument : ofOwn,
            Intent.Overview when evidence.Reading.RestWords.Count > 0 || evidence.Subject is null => quote.IsShopWide ? OfShopDocument : ofOwn,
            Intent.Fact when !quote.IsShopWide => HasFact(evidence) ? Sure : ofOwn,
            Intent.Opinion or Intent.ProsAndCons when !quote.IsShopWide && (AsksForInstructions(evidence) || evidence.Reviews is null) => ofOwn,
            Intent.Recommendation or Intent.Person when !quote.IsShopWide && AsksForInstructions(evidence) => ofOwn,
            Intent.Delivery or Intent.OrderStatus or Intent.OutsideBusiness => Sure,
            _ => null,
        };
    }

    private static bool HasFact(EvidenceView evidence) => evidence.Info?.Facts.Any(f => f.Asked) == true;

    private static bool AsksForInstructions(EvidenceView evidence) => Instructions().IsMatch(evidence.Query.Query.Question);

    [GeneratedRegex(
        @"\bhow (to|do (i|you|we)|can (i|you|we)|should|often|many times)\b|\binstruct|\bsteps?\b|\bguid(e|ance)\b|\btroubl|\bset(ting)? ?up\b|\bassembl|\b(won't|doesn't|not) (work|turn|start|charge|connect)|"
        + @"방법|사용법|설명서|어떻게 ?(하|해|쓰|써|사용|연결|청소|세척|설치|조립|충전|초기화|바꾸|교체|보관|끼우|빼|켜|끄)|안 ?(돼|되|켜|나와|나오|들려|들리|잡)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Instructions();
}
