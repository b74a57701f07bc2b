using CustomerService.Core.Text;
using CustomerService.Core.Triage;
using Xunit;

namespace CustomerService.Core.Tests.Triage;

public sealed class TriageReaderTests
{
    [Theory]
    [InlineData("반품하고 싶은데 어떻게 해요", Topic.Return)]
    [InlineData("환불 되나요", Topic.Return)]
    [InlineData("색상 교환 가능한가여", Topic.Return)]
    [InlineData("AS 어디서 받아요", Topic.Return)]
    [InlineData("보증 기간이 몇 년이에요?", Topic.Return)]
    [InlineData("고장났는데 수리 되나요", Topic.Return)]
    [InlineData("how do i return this", Topic.Return)]
    [InlineData("can i get a refund", Topic.Return)]
    [InlineData("whats the warranty", Topic.Return)]
    [InlineData("고장났어요 전원이 안 켜져요", Topic.Complaint)]
    [InlineData("다른 색상이 왔어요", Topic.Complaint)]
    [InlineData("한쪽 소리가 안나와요", Topic.Complaint)]
    [InlineData("아 진짜 짜증나네 뭐하는 짓이야", Topic.Complaint)]
    [InlineData("두 번 결제됐어요", Topic.Complaint)]
    [InlineData("충전기에서 연기가 나요", Topic.Complaint)]
    [InlineData("it arrived broken", Topic.Complaint)]
    [InlineData("you sent the wrong item", Topic.Complaint)]
    [InlineData("left earbud stopped working", Topic.Complaint)]
    [InlineData("this is ridiculous", Topic.Complaint)]
    [InlineData("배송 언제 되나요", Topic.Delivery)]
    [InlineData("택배 어디쯤이에요", Topic.Delivery)]
    [InlineData("배송비 얼마예요", Topic.Delivery)]
    [InlineData("where is my order", Topic.Delivery)]
    [InlineData("do you ship to busan", Topic.Delivery)]
    [InlineData("재고 있어요?", Topic.Stock)]
    [InlineData("품절인가요 언제 재입고돼요", Topic.Stock)]
    [InlineData("is it back in stock", Topic.Stock)]
    [InlineData("방수 되나요?", Topic.Product)]
    [InlineData("얼마예요", Topic.Product)]
    [InlineData("리뷰 어때요", Topic.Product)]
    [InlineData("E001이랑 E002 비교해줘", Topic.Product)]
    [InlineData("이어폰 추천해 주세요", Topic.Product)]
    [InlineData("임산부가 써도 되나요", Topic.Product)]
    [InlineData("자세한 설명 부탁드려요", Topic.Product)]
    [InlineData("how long does the battery last", Topic.Product)]
    [InlineData("do you recommend any headphones", Topic.Product)]
    [InlineData("현금영수증 발급해주세요", Topic.Other)]
    [InlineData("do you accept paypal", Topic.Other)]
    [InlineData("회원 탈퇴하고 싶어요", Topic.Other)]
    [InlineData("안녕하세요", Topic.Other)]
    [InlineData("상담원 연결", Topic.Other)]
    public void Topic_is_what_the_message_is_about(string message, Topic expected) => Assert.Equal(expected, Read(message).Topic);

    [Theory]
    [InlineData("네 감사합니다")]
    [InlineData("상담원 연결해 주세요")]
    [InlineData("thanks!")]
    [InlineData("👍")]
    public void Message_without_topic_keeps_the_earlier_one(string newest) => Assert.Equal(Topic.Delivery, Read("방수 되나요", "배송 언제 와요", newest).Topic);

    [Fact]
    public void Newest_topic_wins() => Assert.Equal(Topic.Stock, Read("반품할게요", "재고 있어요?").Topic);

    [Theory]
    [InlineData("감사합니다 잘 해결됐어요", Mood.Happy)]
    [InlineData("음질 너무 좋아요 최고예요", Mood.Happy)]
    [InlineData("잘 쓰고 있습니다", Mood.Happy)]
    [InlineData("미쳤다 너무 좋아요", Mood.Happy)]
    [InlineData("thank you so much!", Mood.Happy)]
    [InlineData("i love these headphones", Mood.Happy)]
    [InlineData("damn good sound, highly recommend", Mood.Happy)]
    [InlineData("방수 되나요?", Mood.Neutral)]
    [InlineData("안녕하세요", Mood.Neutral)]
    [InlineData("자주 고장나나요?", Mood.Neutral)]
    [InlineData("불편한 점 있나요?", Mood.Neutral)]
    [InlineData("리뷰 좋은가요?", Mood.Neutral)]
    [InlineData("배송 언제 되나요? 감사합니다", Mood.Neutral)]
    [InlineData("is it good for running?", Mood.Neutral)]
    [InlineData("does it break easily", Mood.Neutral)]
    [InlineData("what are the worst reviews?", Mood.Neutral)]
    [InlineData("좀 아쉬워요", Mood.Unhappy)]
    [InlineData("페어링이 안 돼요", Mood.Unhappy)]
    [InlineData("왜 안 와요?", Mood.Unhappy)]
    [InlineData("왼쪽이 안들려요 확인 부탁드립니다 감사합니다", Mood.Unhappy)]
    [InlineData("실망했어요", Mood.Unhappy)]
    [InlineData("일주일째 기다리고 있어요", Mood.Unhappy)]
    [InlineData("it doesnt work", Mood.Unhappy)]
    [InlineData("a bit disappointed", Mood.Unhappy)]
    [InlineData("still waiting for my order", Mood.Unhappy)]
    [InlineData("arrived with a cracked screen", Mood.Unhappy)]
    [InlineData("장난하냐", Mood.Angry)]
    [InlineData("최악의 서비스네", Mood.Angry)]
    [InlineData("wtf is this", Mood.Angry)]
    [InlineData("WHERE IS MY STUFF!!!", Mood.Angry)]
    public void Mood_is_how_the_message_sounds(string message, Mood expected) => Assert.Equal(expected, Read(message).Mood);

    [Fact]
    public void Anger_lasts_one_message_longer()
    {
        Assert.Equal(Mood.Angry, Read("장난하냐", "주문번호는 1234입니다").Mood);
        Assert.Equal(Mood.Neutral, Read("장난하냐", "주문번호는 1234입니다", "방수 되나요?").Mood);
    }

    [Fact]
    public void Disappointment_lasts_until_thanks()
    {
        Assert.Equal(Mood.Unhappy, Read("고장났어요", "주문번호는 1234입니다").Mood);
        Assert.Equal(Mood.Happy, Read("고장났어요", "네 감사합니다").Mood);
    }

    [Theory]
    [InlineData("배터리가 부풀었어요", Urgency.High)]
    [InlineData("변호사 선임했습니다", Urgency.High)]
    [InlineData("두 번 결제됐어요", Urgency.High)]
    [InlineData("장난하냐", Urgency.High)]
    [InlineData("급해요 빨리요", Urgency.High)]
    [InlineData("오늘 안에 받을 수 있나요", Urgency.High)]
    [InlineData("내일이 결혼식이에요", Urgency.High)]
    [InlineData("need it asap", Urgency.High)]
    [InlineData("this is urgent", Urgency.High)]
    [InlineData("can you ship it today", Urgency.High)]
    [InlineData("tomorrow is the wedding", Urgency.High)]
    [InlineData("방수 되나요?", Urgency.Normal)]
    [InlineData("배송 언제 와요", Urgency.Normal)]
    [InlineData("고급 해드폰 있나요", Urgency.Normal)]
    [InlineData("상담원 연결해주세요", Urgency.Normal)]
    [InlineData("is it waterproof", Urgency.Normal)]
    [InlineData("네 감사합니다", Urgency.Low)]
    [InlineData("안녕하세요", Urgency.Low)]
    [InlineData("음질 너무 좋아요 잘 쓸게요", Urgency.Low)]
    [InlineData("just wanted to say i love it", Urgency.Low)]
    public void Urgency_is_how_soon_an_agent_should_look(string message, Urgency expected) => Assert.Equal(expected, Read(message).Urgency);

    [Fact]
    public void Danger_is_not_over_by_a_courtesy() => Assert.Equal(Urgency.High, Read("충전기에서 연기가 나요", "네", "네").Urgency);

    [Fact]
    public void Summary_is_the_newest_message_with_content() => Assert.Equal("배송 언제 와요", Read("방수 되나요", "배송  언제\n와요", "네 감사합니다").Summary);

    [Fact]
    public void Summary_of_courtesies_is_the_newest() => Assert.Equal("감사합니다", Read("안녕하세요", "감사합니다").Summary);

    [Fact]
    public void Greeting_before_the_matter_is_left_out() => Assert.Equal("반품하고 싶은데요.", Read("안녕하세요! 반품하고 싶은데요.").Summary);

    [Fact]
    public void Long_message_is_cut_at_a_word()
    {
        var summary = Read(string.Concat(Enumerable.Repeat("배터리가오래가는 이어폰 ", 30))).Summary;
        Assert.InRange(summary.Length, 120, TriageResult.MaxSummary);
        Assert.EndsWith("이어폰…", summary.Replace("배터리가오래가는…", "이어폰…", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Whole_sentences_that_fit_are_kept()
    {
        var first = "The left earbud of the pair that I bought from you three weeks ago does not charge in its case any more.";
        Assert.Equal(first, Read(first + " I have tried another cable, another charger and another socket, and cleaned the contacts too.", language: Language.English).Summary);
    }

    [Theory]
    [InlineData("😀")]
    [InlineData("가")]
    [InlineData("👨‍👩‍👧")]
    [InlineData("\u0301")]
    [InlineData("😀 ")]
    [InlineData("a\ud800")]
    public void Summary_never_splits_a_character_nor_grows_too_long(string unit)
    {
        var summary = Read("x" + string.Concat(Enumerable.Repeat(unit, 400))).Summary;
        Assert.InRange(summary.Length, 1, TriageResult.MaxSummary);
        Assert.True(summary.IsNormalized());
        Assert.DoesNotContain(summary.EnumerateRunes(), rune => rune == System.Text.Rune.ReplacementChar);
    }

    [Theory]
    [InlineData("메일은 kim.cs+shop@example.co.kr 이에요", "메일은 ••• 이에요")]
    [InlineData("010-1234-5678로 연락주세요", "•••로 연락주세요")]
    [InlineData("01012345678 입니다", "••• 입니다")]
    [InlineData("０１０－１２３４－５６７８ 입니다", "••• 입니다")]
    [InlineData("02-123-4567 로 전화주세요", "••• 로 전화주세요")]
    [InlineData("call me at +82 10 1234 5678", "call me at •••")]
    [InlineData("call (415) 555-0132 please", "call ••• please")]
    [InlineData("카드 4111 1111 1111 1111 로 결제", "카드 ••• 로 결제")]
    [InlineData("카드 4111-1111-1111-1111로 결제", "카드 •••로 결제")]
    [InlineData("주민번호 900101-1234567", "주민번호 •••")]
    [InlineData("계좌번호 110-123-456789 로 환불", "계좌번호 ••• 로 환불")]
    [InlineData("E001 2개 39,900원 맞나요", "E001 2개 39,900원 맞나요")]
    [InlineData("주문번호 20240115-0001 조회", "주문번호 20240115-0001 조회")]
    [InlineData("01\u200b0-1234-5\u200d678 로", "••• 로")]
    public void Personal_data_is_covered_in_the_summary(string message, string expected) => Assert.Equal(expected, Read(message).Summary);

    [Fact]
    public void Marks_of_direction_do_not_reach_the_agent() => Assert.Equal("반품 abc", Read("반품 \u202eabc\u2066").Summary);

    [Theory]
    [InlineData("방수 되나요?", "SonicWave Pro", "방수 되나요? · SonicWave Pro")]
    [InlineData("sonicwave pro 방수 되나요?", "SonicWave Pro", "sonicwave pro 방수 되나요?")]
    [InlineData("소닉 웨이브 방수 되나요?", "소닉웨이브", "소닉 웨이브 방수 되나요?")]
    [InlineData("방수 되나요?", "", "방수 되나요?")]
    [InlineData("방수 되나요?", null, "방수 되나요?")]
    public void Product_is_named_once(string message, string? product, string expected) => Assert.Equal(expected, TriageReader.Read([message], Language.Korean, product).Summary);

    [Fact]
    public void Product_whose_name_does_not_fit_is_left_out() =>
        Assert.Equal("방수 되나요?", TriageReader.Read(["방수 되나요?"], Language.Korean, new string('x', 200)).Summary);

    [Fact]
    public void Language_is_handed_on() => Assert.Equal(Language.English, Read("hi", language: Language.English).Language);

    [Fact]
    public void Conversation_without_messages_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => TriageReader.Read([], Language.Korean, null));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\ud800")]
    public void Blank_message_is_no_error(string message) => Assert.Equal((Topic.Other, ""), (Read(message).Topic, Read(message).Summary));

    private static Core.Triage.TriageResult Read(string message, Language language) => TriageReader.Read([message], language, null);

    private static Core.Triage.TriageResult Read(params string[] messages) => TriageReader.Read(messages, Language.Korean, null);
}
