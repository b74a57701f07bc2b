using System.Diagnostics;
using CustomerService.Ai.Grounding;
using Xunit;

namespace CustomerService.Ai.Tests.Grounding;

public sealed class SplitterTests
{
    [Theory]
    [InlineData("안녕하세요. 반갑습니다.", "안녕하세요.| 반갑습니다.")]
    [InlineData("It costs ₩129,000. It is rated 4.5 out of 5.", "It costs ₩129,000.| It is rated 4.5 out of 5.")]
    [InlineData("좋습니다.[1] 다음입니다.[2][3]", "좋습니다.[1]| 다음입니다.[2][3]")]
    [InlineData("좋습니다. [1] 다음입니다.", "좋습니다. [1]| 다음입니다.")]
    [InlineData("좋습니다[1]. 다음입니다.", "좋습니다[1].| 다음입니다.")]
    [InlineData("Good.[1, 2] Next.", "Good.[1, 2]| Next.")]
    [InlineData("**장점**\n- 음질: 좋음\n- 배터리: 48시간\n\n끝", "**장점**|\n- 음질: 좋음|\n- 배터리: 48시간|\n\n끝")]
    [InlineData("1. 음질이 좋습니다. 2. 가볍습니다.", "1. 음질이 좋습니다.| 2. 가볍습니다.")]
    [InlineData("See e.g. the Pro. It is No. 1 vs. the Sport.", "See e.g. the Pro.| It is No. 1 vs. the Sport.")]
    [InlineData("Order by 3 p.m. Busan time. Done.", "Order by 3 p.m. Busan time.| Done.")]
    [InlineData("“좋아요. 최고!”라고 했습니다. 끝.", "“좋아요. 최고!”라고 했습니다.| 끝.")]
    [InlineData("He said \"Great. Really.\" once. End.", "He said \"Great. Really.\" once.| End.")]
    [InlineData("27\" 모니터입니다. 끝.", "27\" 모니터입니다.| 끝.")]
    [InlineData("정말요?! 네.", "정말요?!| 네.")]
    [InlineData("**좋습니다.** 다음.", "**좋습니다.**| 다음.")]
    [InlineData("좋습니다。다음입니다。", "좋습니다。|다음입니다。")]
    [InlineData("재고가 있습니다 오늘 출고됩니다 (서울)", "재고가 있습니다| 오늘 출고됩니다| (서울)")]
    [InlineData("음… 글쎄요.", "음…| 글쎄요.")]
    [InlineData("Total is 127. Busan has 45.", "Total is 127.| Busan has 45.")]
    [InlineData("서울(물류. 센터)입니다. 끝", "서울(물류. 센터)입니다.| 끝")]
    [InlineData("Nov. 20 is Friday. OK", "Nov. 20 is Friday.| OK")]
    [InlineData("   \n  ", "   \n  ")]
    public void Text_is_cut_at_the_ends_of_sentences(string text, string expected)
    {
        foreach (var size in new[] { 1, 2, 3, 7, text.Length })
        {
            var splitter = new SentenceSplitter();
            var parts = text.Chunk(size).SelectMany(chunk => splitter.Add(new string(chunk))).ToList();
            Assert.Equal(expected, string.Join('|', splitter.Finish() is { Length: > 0 } rest ? parts.Append(rest) : parts));
            Assert.Equal("", splitter.Rest());
        }
    }

    [Fact]
    public void Sentence_is_handed_out_as_soon_as_the_next_begins()
    {
        var splitter = new SentenceSplitter();
        Assert.Empty(splitter.Add("재고가 있습니다."));
        Assert.Empty(splitter.Add(" "));
        Assert.Equal(["재고가 있습니다."], splitter.Add("오"));
        Assert.Equal(" 오", splitter.Rest());
    }

    [Theory]
    [InlineData("가")]
    [InlineData("a b ")]
    [InlineData("(")]
    [InlineData("“")]
    [InlineData(".")]
    [InlineData(". ")]
    [InlineData(".[1")]
    [InlineData(". [1] ")]
    [InlineData(" ")]
    [InlineData("\n")]
    [InlineData("1. ")]
    [InlineData("😀")]
    public void Ten_megabytes_are_split_in_linear_time_and_nothing_is_lost(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 5_000_000 / unit.Length));
        var splitter = new SentenceSplitter();
        var watch = Stopwatch.StartNew();
        var parts = splitter.Add(text).Append(splitter.Finish()).ToList();
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
        Assert.InRange(parts.Max(p => p.Length), 0, SentenceSplitter.LongestSentence);
        Assert.Equal(text, string.Concat(parts));
    }

    [Theory]
    [InlineData("이 제품은 음질이 좋고 ", "이 제품은 음질이 좋고 ")]
    [InlineData("이 제품은 음질이 좋", "이 제품은 음질이 ")]
    [InlineData("이 제품은 48시간 갑니다", "이 제품은 ")]
    [InlineData("판매가는 ₩129,000", "판매가는 ")]
    [InlineData("네, 현재 재고가 있습니다", "네, 현재 ")]
    [InlineData("장점은 세 가지입니다", "장점은 ")]
    [InlineData("한 구매자는 “좋아요", "")]
    [InlineData("가격은 삼만 원이며 ", "가격은 ")]
    [InlineData("부드러운 착용감[1] 그리고", "부드러운 ")]
    [InlineData("The sound is clear and ", "The sound is clear and ")]
    [InlineData("The sound is cle", "The sound is ")]
    [InlineData("It is in stock now", "It is ")]
    [InlineData("It is in ", "It is ")]
    [InlineData("It is in black and ", "It is in black and ")]
    [InlineData("The sound of three ", "The sound of ")]
    [InlineData("See http", "See ")]
    [InlineData("See <b>x ", "See ")]
    [InlineData("Buyers say \"wow\" and ", "Buyers say ")]
    [InlineData("Buyers don't mind the ", "Buyers don't mind the ")]
    [InlineData("It costs $", "It costs ")]
    [InlineData("Sadly it is sold out", "Sadly it is ")]
    [InlineData("It leaves on Friday ", "It ")]
    [InlineData("", "")]
    public void Prefix_without_anything_to_check_can_be_shown(string unfinished, string prefix) =>
        Assert.Equal(prefix, unfinished[..SentenceSplitter.SafePrefix(unfinished)]);

    [Fact]
    public void Prefix_of_a_false_sentence_never_holds_what_is_false()
    {
        foreach (var (sentences, language) in new[] { (Sentences.FalseKorean, Core.Text.Language.Korean), (Sentences.FalseEnglish, Core.Text.Language.English) })
        {
            var figures = new Shop(language).Figures();
            foreach (var sentence in sentences)
            {
                for (var length = 0; length <= sentence.Length; length++)
                    Assert.Null(SentenceCheck.Check(sentence[..SentenceSplitter.SafePrefix(sentence[..length])], figures));
            }
        }
    }
}
