using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using CustomerService.Core.Answers;
using CustomerService.Core.Models;
using CustomerService.Core.Catalog;
using CustomerService.Core.Lookups;
using CustomerService.Core.Questions;
using CustomerService.Core.Text;
using Xunit;

namespace CustomerService.Ai.Tests.Answers;

/// <summary>What holds of every answer, whatever was asked and found: tried on all pairs of intents in all situations in both languages.</summary>
public sealed partial class EveryAnswerTests
{
    private static readonly Dictionary<string, Action<Evidence>> Situations = new()
    {
        ["rich"] = e => e.Recommendation = new([e.Recommended(), e.Recommended("E001")], ["방수"], false),
        ["compared"] = e => e.Others.Add("E002"),
        ["fact asked"] = e => e.Reading = e.Reading with { AttributeKeys = ["battery_hours", "water_resistance", "noise_cancelling", "gps", "warranty_months"] },
        ["aspects asked"] = e => e.Reading = e.Reading with { Aspects = ["sound", "comfort", "delivery"] },
        ["all failed"] = e => Missing(e, LookupState.Failed),
        ["all late"] = e => Missing(e, LookupState.TimedOut),
        ["no product"] = e => e.NoProduct(),
        ["unknown code"] = e => e.NoProduct().Reading = e.Reading with { ProductCodes = ["999"] },
        ["no product, recommendation"] = e => e.Subject = null,
        ["discontinued"] = e =>
        {
            e.Product.Status = ProductStatus.Discontinued;
            e.Warehouses = [Evidence.At("SEOUL", 0)];
            e.Recommendation = new([e.Recommended()], [], true);
        },
        ["sold out"] = e =>
        {
            e.Warehouses = [Evidence.At("SEOUL", 0, inbound: [new(5, new(2026, 11, 10), true), new(9, new(2026, 11, 25), false)]), Evidence.At("BUSAN", 0)];
            e.Recommendation = new([e.Recommended()], [], true);
        },
        ["partly unknown stock"] = e => e.Warehouses = [Evidence.At("SEOUL", 0), Evidence.At("BUSAN", null)],
        ["unknown stock"] = e => e.Warehouses = [Evidence.At("SEOUL", null)],
        ["many wanted"] = e => e.Reading = e.Reading with { QuantityWanted = 500 },
        ["not carried"] = e => e.Nothing(LookupKind.StockCheck, EmptyReason.NotCarried).Warehouses = [],
        ["no reviews"] = e => e.Analysis = null,
        ["one review"] = e => e.Analysis = e.Analysis! with { ReviewCount = 1, AnalyzedCount = 1, Aspects = [] },
        ["no price"] = e => e.Product.PriceMinor = null,
        ["bare"] = e =>
        {
            e.Product.Attributes.Clear();
            e.Analysis = null;
            e.Warehouses = [];
            e.Nothing(LookupKind.StockCheck, EmptyReason.NotCarried);
        },
        ["reasonless"] = e => e.Recommendation = new([e.Recommended() with { Reasons = [] }], [], true),
        ["for the customer"] = e =>
        {
            e.Context = new(null, e.Language.Choose("통근", "commuting"), null);
            e.Recommendation = new([e.Recommended("E001", 3, new RecommendationReason("battery_hours", new("배터리 48시간", "battery life 48 h"), true))], [], false);
        },
        ["one language only"] = e => e.Product.Name = e.Language == Language.Korean ? new("소닉웨이브 프로", "") : new("", "SonicWave Pro"),
    };

    private static readonly ConcurrentDictionary<(string Situation, Language Language), List<(Evidence Evidence, Composed Answer)>> Answers = new();

    public static TheoryData<string, Language> All
    {
        get
        {
            var data = new TheoryData<string, Language>();
            foreach (var situation in Situations.Keys)
            {
                data.Add(situation, Language.Korean);
                data.Add(situation, Language.English);
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(All))]
    public void Something_is_said(string situation, Language language) =>
        Each(situation, language, (_, answer) => Assert.NotEqual("", answer.Plain.Trim()));

    [Theory, MemberData(nameof(All))]
    public void Citations_and_marks_belong_together_and_rest_on_evidence(string situation, Language language) => Each(situation, language, (evidence, answer) =>
    {
        Assert.Equal(Enumerable.Range(1, answer.Citations.Count), answer.Citations.Select(c => c.Number));
        Assert.Equal(answer.Citations.Select(c => c.Number), answer.Marks.Order());
        Assert.Empty(answer.Citations.Select(c => c.EvidenceId).Except(evidence.EvidenceIds()));
        Assert.Equal(answer.Citations.Count, answer.Citations.Select(c => c.EvidenceId).Distinct().Count());
        Assert.All(answer.Citations, c => Assert.NotEqual("", c.Label.Trim()));
    });

    [Theory, MemberData(nameof(All))]
    public void Each_citation_comes_before_the_text_that_refers_to_it(string situation, Language language) => Each(situation, language, (_, answer) =>
    {
        var known = new HashSet<int>();
        foreach (var part in answer.Parts)
        {
            if (part is AnswerPart.Cite cite)
                known.Add(cite.Citation.Number);
            else if (part is AnswerPart.Text text)
                Assert.Empty(new Composed(text.Value, [], []).Marks.Except(known));
        }
    });

    [Theory, MemberData(nameof(All))]
    public void The_text_is_cleanly_set(string situation, Language language) => Each(situation, language, (_, answer) =>
    {
        foreach (var flaw in new[] { "[]", "****", "  ", " .", " ,", "\n\n\n", ",,", "..", "()", ": .", ":.", "‘’" })
            Assert.DoesNotContain(flaw, answer.Text, StringComparison.Ordinal);
        Assert.Equal(answer.Text.Trim(), answer.Text);
        Assert.DoesNotMatch("의 은|의 는|the  |The  |the [.,;]", answer.Plain);
    });

    [Theory, MemberData(nameof(All))]
    public void Nothing_is_said_twice(string situation, Language language) => Each(situation, language, (_, answer) =>
    {
        var statements = answer.Parts.OfType<AnswerPart.Text>().Select(t => new Composed(t.Value, [], []).Plain.Trim()).ToList();
        Assert.Equal(statements.Distinct(), statements);
    });

    [Theory, MemberData(nameof(All))]
    public void The_answer_keeps_to_its_language(string situation, Language language) => Each(situation, language, (_, answer) =>
    {
        var words = answer.Plain.Replace("IPX4", "", StringComparison.Ordinal).Replace("GPS", "", StringComparison.Ordinal).Replace("‘방수’", "", StringComparison.Ordinal);
        if (language == Language.Korean)
            Assert.DoesNotMatch("[A-Za-z]{2,}", Units().Replace(words, ""));
        else
            Assert.DoesNotMatch("[가-힣ㄱ-ㅣ]", words);
    });

    [Theory, MemberData(nameof(All))]
    public void The_same_evidence_gives_the_same_answer(string situation, Language language) => Each(situation, language, (evidence, answer) =>
        Assert.Equal(answer.Parts, evidence.Compose().Parts));

    [Theory, MemberData(nameof(All))]
    public void The_embedded_assistant_signs_first(string situation, Language language) => Each(situation, language, (_, answer) =>
        Assert.Equal(new AnswerPart.Author(Authorship.Embedded), answer.Parts[0]));

    [Theory]
    [InlineData(LookupState.Failed)]
    [InlineData(LookupState.TimedOut)]
    public void A_lookup_that_gave_nothing_is_told_whatever_was_asked(LookupState state)
    {
        var names = new Dictionary<LookupKind, string[]>
        {
            [LookupKind.ProductInfo] = ["product information"], [LookupKind.ReviewAnalysis] = ["review"],
            [LookupKind.StockCheck] = ["stock: SonicWave Pro unknown", "could not check the stock", "stock check"], [LookupKind.Recommendation] = ["recommendation"],
        };
        foreach (var intent in AboutProducts)
        {
            foreach (var kind in Enum.GetValues<LookupKind>())
            {
                var answer = new Evidence(Language.English).Without(kind, state).Asking(intent).Compose();
                Assert.True(names[kind].Any(answer.Says), $"{intent} without {kind}: {answer.Text}");
            }
        }
    }

    [Fact]
    public void Stock_that_is_not_known_is_never_called_sold_out()
    {
        foreach (var intent in AboutProducts)
        {
            foreach (var language in Enum.GetValues<Language>())
            {
                foreach (var situation in new[] { "partly unknown stock", "unknown stock", "not carried", "all failed", "all late" })
                {
                    var evidence = Make(situation, language).Asking(intent, Intent.Stock);
                    evidence.Others.Add("E002");
                    var answer = evidence.Compose();
                    Assert.False(answer.Says("품절") || answer.Says("sold out"), $"{situation}, {intent}: {answer.Text}");
                }
            }
        }
    }

    private static IEnumerable<Intent> AboutProducts => Enum.GetValues<Intent>().Where(i => i < Intent.Policy);

    private static void Missing(Evidence evidence, LookupState state)
    {
        foreach (var kind in Enum.GetValues<LookupKind>())
            evidence.Without(kind, state);
        evidence.Analysis = null;
    }

    private static Evidence Make(string situation, Language language)
    {
        var evidence = new Evidence(language);
        Situations[situation](evidence);
        if (situation == "no product, recommendation")
        {
            foreach (var kind in Enum.GetValues<LookupKind>().Where(k => k != LookupKind.Recommendation))
                evidence.Nothing(kind, EmptyReason.NoProduct);
            evidence.Recommendation = new([evidence.Recommended()], [], false);
        }

        return evidence;
    }

    private static void Each(string situation, Language language, Action<Evidence, Composed> check)
    {
        foreach (var (evidence, answer) in Answers.GetOrAdd((situation, language), _ => [.. Compose(situation, language)]))
        {
            try
            {
                check(evidence, answer);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"{situation}, {string.Join(" and ", evidence.Reading.Intents)}: {answer.Text}", e);
            }
        }
    }

    private static IEnumerable<(Evidence Evidence, Composed Answer)> Compose(string situation, Language language) =>
        from first in Enum.GetValues<Intent>()
        from second in Enum.GetValues<Intent>()
        let evidence = Make(situation, language).Asking([.. new[] { first, second }.Distinct()])
        select (evidence, evidence.Compose());

    [GeneratedRegex(@"\d+(g|h|mm|GB)\b", RegexOptions.None, 1000)]
    private static partial Regex Units();
}
