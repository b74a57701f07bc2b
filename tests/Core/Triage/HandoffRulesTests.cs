using CustomerService.Core.Tests.Questions;
using CustomerService.Core.Triage;
using Xunit;

namespace CustomerService.Core.Tests.Triage;

public sealed class HandoffRulesTests
{
    public static TheoryData<string, HandoffReason?> PaymentSentences() => Data(HandoffSentences.Payment);
    public static TheoryData<string, HandoffReason?> HealthSentences() => Data(HandoffSentences.Health);
    public static TheoryData<string, HandoffReason?> LegalSentences() => Data(HandoffSentences.Legal);
    public static TheoryData<string, HandoffReason?> AngerSentences() => Data(FeelingSentences.Anger);
    public static TheoryData<string, HandoffReason?> AskedSentences() => Data(FeelingSentences.Asked);

    [Theory, MemberData(nameof(PaymentSentences))]
    public void Payment_that_was_made_goes_to_a_person(string message, HandoffReason? expected) => Assert.Equal(expected, HandoffRules.Of(message, []));

    [Theory, MemberData(nameof(HealthSentences))]
    public void Harm_and_danger_go_to_a_person(string message, HandoffReason? expected) => Assert.Equal(expected, HandoffRules.Of(message, []));

    [Theory, MemberData(nameof(LegalSentences))]
    public void Threat_of_law_goes_to_a_person(string message, HandoffReason? expected) => Assert.Equal(expected, HandoffRules.Of(message, []));

    [Theory, MemberData(nameof(AngerSentences))]
    public void Fury_goes_to_a_person(string message, HandoffReason? expected) => Assert.Equal(expected, HandoffRules.Of(message, []));

    [Theory, MemberData(nameof(AskedSentences))]
    public void Customer_who_wants_a_person_gets_one(string message, HandoffReason? expected) => Assert.Equal(expected, HandoffRules.Of(message, []));

    [Theory]
    [InlineData("배터리 터져서 두 번 결제된 거 변호사 부른다 씨발 상담원 나와", HandoffReason.Payment)]
    [InlineData("배터리에서 연기가 나요 변호사 부른다 씨발 상담원 나와", HandoffReason.Health)]
    [InlineData("변호사 부른다 씨발 상담원 나와", HandoffReason.Legal)]
    [InlineData("씨발 상담원 나와", HandoffReason.Anger)]
    [InlineData("상담원 나와", HandoffReason.Asked)]
    [InlineData("charged twice, the battery exploded, i will sue you, wtf, get me a human", HandoffReason.Payment)]
    [InlineData("the battery exploded, i will sue you, wtf, get me a human", HandoffReason.Health)]
    [InlineData("i will sue you, wtf, get me a human", HandoffReason.Legal)]
    [InlineData("wtf, get me a human", HandoffReason.Anger)]
    public void Graver_reason_comes_first(string message, HandoffReason expected) => Assert.Equal(expected, HandoffRules.Of(message, [message]));

    [Theory]
    [InlineData("배송 언제 와요", "배송 언제 와요")]
    [InlineData("배송언제와요???", "배송 언제 와요")]
    [InlineData("이 이어폰 방수 되나여", "이 이어폰 방수 되나요?")]
    [InlineData("아니 이 이어폰 노이즈캔슬링 되냐고 물었잖아요", "이 이어폰 노이즈캔슬링 되냐고 물었잖아요")]
    [InlineData("does it work with iphone", "Does it work with iPhone?")]
    [InlineData("when will the black one be back in stock please", "when will the black one be back in stock")]
    [InlineData("when will it be delievred to busan", "when will it be delivered to busan")]
    [InlineData("재고?", "재고?")]
    public void Same_question_again_is_repeated(string message, string earlier) =>
        Assert.Equal(HandoffReason.Repeated, HandoffRules.Of(message, ["안녕하세요", earlier, "음 그렇군요"]));

    [Theory]
    [InlineData("E001 재고 있어요?", "E002 재고 있어요?")]
    [InlineData("e001 in stock at the seoul warehouse?", "e002 in stock at the seoul warehouse?")]
    [InlineData("10만원 이하 무선 이어폰 있어요", "20만원 이하 무선 이어폰 있어요")]
    [InlineData("SonicWave 이어폰 최대 재생시간이 몇 시간인지 알려주실 수 있나요", "SonicWaves 이어폰 최대 재생시간이 몇 시간인지 알려주실 수 있나요")]
    [InlineData("how long is the battery life of the black soundbar when bluetooth is on", "how long is the battery life of the white soundbar when bluetooth is on")]
    [InlineData("is the sonicwave pro in stock at the warehouse in seoul", "is the sonicwave in stock at the warehouse in seoul")]
    [InlineData("배송 얼마나 걸려요", "방수 되나요")]
    [InlineData("색상?", "재고?")]
    public void Other_question_is_not_repeated(string message, string earlier) => Assert.Null(HandoffRules.Of(message, [earlier]));

    [Theory]
    [InlineData("네")]
    [InlineData("넵 감사합니다!!")]
    [InlineData("안녕하세요")]
    [InlineData("ㅋㅋㅋㅋ")]
    [InlineData("thanks")]
    [InlineData("ok")]
    [InlineData("Thank you so much for your help!")]
    [InlineData("good morning")]
    [InlineData("👍")]
    [InlineData("?")]
    [InlineData("")]
    public void Courtesy_is_never_repeated(string message) => Assert.Null(HandoffRules.Of(message, [message, message]));

    [Fact]
    public void Question_is_not_repeated_when_nothing_was_asked_before() => Assert.Null(HandoffRules.Of("배송 언제 와요", []));

    [Theory]
    [InlineData("\ud800")]
    [InlineData("\uffff")]
    [InlineData("\ufdd0")]
    public void Code_point_that_is_no_character_hides_nothing(string noCharacter) =>
        Assert.Equal(HandoffReason.Legal, HandoffRules.Of(noCharacter + "Ｉ will ｓｕｅ you" + noCharacter, []));

    [Theory]
    [InlineData("s\u200bu\u200ce you, i will s\u00adu\u2060e you")]
    [InlineData("i will s\u0336u\u0336e\u0336 you")]
    [InlineData("𝐢 𝐰𝐢𝐥𝐥 𝐬𝐮𝐞 𝐲𝐨𝐮")]
    [InlineData("소\u3164송 건다")]
    [InlineData("소\u00ad송 건다")]
    public void Invisible_and_ornamental_characters_hide_nothing(string message) => Assert.Equal(HandoffReason.Legal, HandoffRules.Of(message, []));

    [Fact]
    public void Decomposed_korean_is_read_like_any() =>
        Assert.Equal(HandoffReason.Legal, HandoffRules.Of("변호사 선임했어요".Normalize(System.Text.NormalizationForm.FormD), []));

    [Fact]
    public void Padding_hides_nothing() => Assert.Equal(HandoffReason.Legal, HandoffRules.Of(string.Concat(Enumerable.Repeat("방수 되나요? ", 1_000)) + "변호사", []));

    [Theory, MemberData(nameof(HostileQuestionTests.Long), MemberType = typeof(HostileQuestionTests))]
    public void Repeated_text_is_judged_in_no_time(string message)
    {
        HandoffRules.Of(message, [message]);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        HandoffRules.Of(message, [message + "!"]);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"took {watch.Elapsed}");
    }

    private static TheoryData<string, HandoffReason?> Data(string table)
    {
        var data = new TheoryData<string, HandoffReason?>();
        foreach (var (message, expected) in QuestionTable.Lines(table))
            data.Add(message, expected == "none" ? null : Enum.Parse<HandoffReason>(expected));
        return data;
    }
}
