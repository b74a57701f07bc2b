using CustomerService.Ai.Embedded.Answers;
using CustomerService.Ai.Grounding;
using CustomerService.Core.Answers;
using CustomerService.Core.Lookups;
using CustomerService.Core.Questions;
using CustomerService.Core.Text;
using CustomerService.Testing;
using Xunit;

namespace CustomerService.Ai.Tests.Grounding;

public sealed class SentenceCheckTests
{
    [Fact]
    public void True_Korean_sentences_are_shown() => None(Refused(Language.Korean, Sentences.TrueKorean));

    [Fact]
    public void True_English_sentences_are_shown() => None(Refused(Language.English, Sentences.TrueEnglish));

    [Fact]
    public void False_Korean_sentences_are_held_back() => None(Accepted(Language.Korean, Sentences.FalseKorean));

    [Fact]
    public void False_English_sentences_are_held_back() => None(Accepted(Language.English, Sentences.FalseEnglish));

    [Fact]
    public void Unseen_sentences_are_judged() => None(
    [
        .. Refused(Language.Korean, UnseenSentences.TrueKorean), .. Refused(Language.English, UnseenSentences.TrueEnglish),
        .. Accepted(Language.Korean, UnseenSentences.FalseKorean), .. Accepted(Language.English, UnseenSentences.FalseEnglish),
    ]);

    [Theory]
    [InlineData(Language.Korean)]
    [InlineData(Language.English)]
    public void Embedded_answers_are_supported(Language language)
    {
        foreach (var intent in Enum.GetValues<Intent>())
        {
            var shop = new Shop(language);
            var (query, results) = (shop.Query(intent), shop.Results());
            var text = string.Concat(EmbeddedComposer.Write(query, results).OfType<AnswerPart.Text>().Select(t => t.Value));
            var splitter = new SentenceSplitter();
            var figures = EvidenceFigures.Of(query, results);
            Assert.Empty(splitter.Add(text).Append(splitter.Finish()).Select(s => SentenceCheck.Check(s, figures)).OfType<HeldBack>());
        }
    }

    [Theory]
    [InlineData(Language.Korean, "평점은 5점 만점에 4.3점입니다.", "소닉웨이브 스포츠도 좋습니다.")]
    [InlineData(Language.English, "It is rated 4.3 out of 5.", "The SonicWave Sport is good as well.")]
    [InlineData(Language.Korean, "가격은 129,000원입니다.", "스포츠는 프로 48보다 저렴합니다.")]
    [InlineData(Language.English, "It costs ₩129,000.", "The Sport is cheaper than the Pro 48.")]
    public void Figure_without_a_name_belongs_to_the_product_that_is_spoken_of(Language language, string sentence, string introduction)
    {
        var answer = new AnswerCheck(new Shop(language).Figures());
        Assert.NotNull(answer.Next(sentence));
        Assert.Null(answer.Next(introduction));
        Assert.Null(answer.Next(sentence));
    }

    [Theory]
    [InlineData("Asia/Seoul", "11월 13일", "11월 12일")]
    [InlineData("America/New_York", "11월 12일", "11월 13일")]
    public void Day_of_a_count_is_the_shops_own(string timeZone, string day, string other)
    {
        var shop = new Shop(Language.Korean) { Options = new() { TimeZone = timeZone }, Question = "재고 있나요?", Warehouses = [CountedInTheMorning] };
        Assert.Null(shop.Check($"서울 물류센터의 재고는 {day}에 확인했습니다."));
        Assert.NotNull(shop.Check($"서울 물류센터의 재고는 {other}에 확인했습니다."));
    }

    /// <summary>At 10:00 in Seoul, when it is still the evening before in New York.</summary>
    private static StockAtWarehouse CountedInTheMorning { get; } =
        new("SEOUL", new("서울 물류센터", "Seoul warehouse"), 127, false, new(2026, 11, 20), new(15, 0), Build.Wednesday.AddDays(-5), []);

    private static void None(List<string> wrong) => Assert.True(wrong.Count == 0, string.Join('\n', wrong));

    private static List<string> Refused(Language language, IEnumerable<string> sentences)
    {
        var figures = new Shop(language).Figures();
        return [.. sentences.Select(s => SentenceCheck.Check(s, figures)).OfType<HeldBack>().Select(h => $"{h.Reason} [{h.Unsupported}] {h.Sentence}")];
    }

    private static List<string> Accepted(Language language, IEnumerable<string> sentences)
    {
        var figures = new Shop(language).Figures();
        return [.. sentences.Where(s => SentenceCheck.Check(s, figures) is null)];
    }
}
