using CustomerService.Ai.Embedded.Answers;
using CustomerService.Ai.Grounding;
using CustomerService.Core.Answers;
using CustomerService.Core.Questions;
using CustomerService.Core.Text;
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
