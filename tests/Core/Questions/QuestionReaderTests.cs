using CustomerService.Core.Questions;
using Xunit;

namespace CustomerService.Core.Tests.Questions;

public sealed class QuestionReaderTests
{
    public static TheoryData<string, string> Korean() => Data(KoreanQuestions.Table);
    public static TheoryData<string, string> English() => Data(EnglishQuestions.Table);
    public static TheoryData<string, string> HeldOut() => Data(HeldOutQuestions.Table);

    [Theory, MemberData(nameof(Korean))]
    public void Korean_question_is_read_as_meant(string question, string expected) => Assert.Null(QuestionTable.Fault(question, expected));

    [Theory, MemberData(nameof(English))]
    public void English_question_is_read_as_meant(string question, string expected) => Assert.Null(QuestionTable.Fault(question, expected));

    [Theory, MemberData(nameof(HeldOut))]
    public void Question_the_rules_were_not_made_for_is_read_as_meant(string question, string expected) => Assert.Null(QuestionTable.Fault(question, expected));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("???")]
    [InlineData("asdf qwer zxcv")]
    public void Question_that_says_nothing_is_an_overview(string question) => Assert.Equal([Intent.Overview], QuestionTable.Read(question).Intents);

    [Fact]
    public void Spoken_words_of_a_wish_come_from_the_question()
    {
        var wish = Assert.Single(QuestionTable.Read("배터리 30시간 이상 가는 헤드폰 추천").Wishes);
        Assert.Equal("30시간 이상", wish.Spoken);
    }

    [Fact]
    public void Amount_without_currency_is_in_the_shops_currency()
    {
        var range = QuestionTable.Read("headphones under 50", "USD").Price;
        Assert.Equal(new PriceRange(null, 5_000, "USD", "under 50"), range);
    }

    [Fact]
    public void Full_width_and_decomposed_letters_are_read_like_any()
    {
        Assert.Equal("E001", Assert.Single(QuestionTable.Read("Ｅ００１ 재고 있어요？").ProductCodes));
        Assert.Equal([Intent.Stock], QuestionTable.Read("재고 있어요?".Normalize(System.Text.NormalizationForm.FormD)).Intents);
    }

    [Theory]
    [InlineData("재고 있어요? \ud800")]
    [InlineData("\uffff 재고 있어요?")]
    public void Code_points_that_are_no_characters_do_not_matter(string question) =>
        Assert.Equal([Intent.Stock], QuestionTable.Read(question).Intents);

    [Fact]
    public void Without_categories_the_rest_is_still_read()
    {
        var reading = new QuestionReader().Read("방수 되는 이어폰 추천해 주세요", Core.Text.Language.Korean, [], "KRW");
        Assert.Equal([Intent.Recommendation], reading.Intents);
        Assert.Null(reading.CategoryId);
        Assert.Contains("이어폰", reading.RestWords);
    }

    private static TheoryData<string, string> Data(string table)
    {
        var data = new TheoryData<string, string>();
        foreach (var (question, expected) in QuestionTable.Lines(table))
            data.Add(question, expected);
        return data;
    }
}
