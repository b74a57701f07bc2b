using CustomerService.Core.Conversations;
using CustomerService.Core.Text;
using Xunit;

namespace CustomerService.Core.Tests.Conversations;

public sealed class CannedTextTests
{
    [Theory]
    [InlineData("{product}은/는 있습니다.", "이어폰", "이어폰은 있습니다.")]
    [InlineData("{product}은/는 있습니다.", "스피커", "스피커는 있습니다.")]
    [InlineData("{product}을/를, {product}으로/로", "케이블", "케이블을, 케이블로")]
    [InlineData("{product}이/가 {product}과/와", "SonicWave Pro", "SonicWave Pro가 SonicWave Pro와")]
    public void Korean_particle_fits_the_word_before_it(string text, string product, string filled) =>
        Assert.Equal(filled, Fill(text, Language.Korean, (CannedText.Product, product)));

    [Theory]
    [InlineData("{customer}님은/는", "민수", "민수님은")]
    [InlineData("Hello {customer}, {agent} here", "Ann", "Hello Ann, Kim here")]
    public void Variable_is_filled_with_what_belongs_to_it(string text, string customer, string filled) =>
        Assert.Equal(filled, Fill(text, Language.Korean, (CannedText.Customer, customer), (CannedText.Agent, "Kim")));

    [Theory]
    [InlineData("안녕하세요, {customer}님! 반갑습니다.", "안녕하세요! 반갑습니다.")]
    [InlineData("{customer}님, 감사합니다.", "감사합니다.")]
    [InlineData("네.\n{customer}님, 감사합니다.", "네.\n감사합니다.")]
    [InlineData("Hello {customer}, thank you", "Hello, thank you")]
    [InlineData("Hello {customer}!", "Hello!")]
    public void Customer_without_a_name_leaves_no_hole(string text, string filled) =>
        Assert.Equal(filled, Fill(text, Language.Korean, (CannedText.Customer, "")));

    [Fact]
    public void Particles_are_left_alone_in_english() =>
        Assert.Equal("Earbuds이/가", Fill("{product}이/가", Language.English, (CannedText.Product, "Earbuds")));

    [Fact]
    public void Unknown_variable_stays_and_is_a_gap()
    {
        var filled = Fill("{product}은/는 {when}에 옵니다", Language.Korean, (CannedText.Agent, "Kim"));

        Assert.Equal("{product}은/는 {when}에 옵니다", filled);
        Assert.True(CannedText.HasGaps(filled));
        Assert.Equal(["when"], CannedText.Unknown(filled));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{ a }")]
    [InlineData("{1}")]
    [InlineData("function() { return 1; }")]
    public void Other_braces_are_no_gaps(string text) => Assert.False(CannedText.HasGaps(text));

    [Fact]
    public void Value_with_braces_is_not_filled_in_again() =>
        Assert.Equal("{agent}", Fill("{customer}", Language.English, (CannedText.Customer, "{agent}"), (CannedText.Agent, "Kim")));

    [Theory]
    [InlineData("hello-2", "안녕", "", CannedReplyProblem.None)]
    [InlineData("반품", "", "Return", CannedReplyProblem.None)]
    [InlineData(" /Hello ", "안녕", "", CannedReplyProblem.None)]
    [InlineData("", "안녕", "", CannedReplyProblem.Shortcut)]
    [InlineData("two words", "안녕", "", CannedReplyProblem.Shortcut)]
    [InlineData("a_b", "안녕", "", CannedReplyProblem.Shortcut)]
    [InlineData("1234567890123456789012345678901", "안녕", "", CannedReplyProblem.Shortcut)]
    [InlineData("hello", " ", "\n", CannedReplyProblem.Empty)]
    [InlineData("hello", "{order}", "", CannedReplyProblem.Variable)]
    public void Reply_is_kept_only_when_it_can_be_used(string shortcut, string ko, string en, CannedReplyProblem problem) =>
        Assert.Equal(problem, new CannedReply("R1", shortcut, new(ko, en), "kim", default).Normalized().Problem());

    [Fact]
    public void Text_may_be_as_long_as_a_reply_and_no_longer()
    {
        Assert.Equal(CannedReplyProblem.None, Problem(AgentDesk.MaxText));
        Assert.Equal(CannedReplyProblem.TooLong, Problem(AgentDesk.MaxText + 1));

        static CannedReplyProblem Problem(int length) => new CannedReply("R1", "long", new("", new('a', length)), "kim", default).Normalized().Problem();
    }

    private static string Fill(string text, Language language, params (string Name, string Value)[] values) =>
        CannedText.Fill(text, values.ToDictionary(v => v.Name, v => v.Value), language);
}
