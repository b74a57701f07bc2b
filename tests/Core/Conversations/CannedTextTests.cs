using CustomerService.Core.Conversations;
using CustomerService.Core.Text;
using Xunit;

namespace CustomerService.Core.Tests.Conversations;

public sealed class CannedTextTests
{
    private static readonly CannedValues Known = new("김민지", "Joon", "에어 프로");

    [Theory]
    [InlineData("{customer}님, {product}은/는 내일 출발합니다.", "김민지님, 에어 프로는 내일 출발합니다.")]
    [InlineData("{product}을/를 확인한 {agent}입니다.", "에어 프로를 확인한 Joon입니다.")]
    [InlineData("{agent}이/가 도와 드립니다.", "Joon이 도와 드립니다.")]
    [InlineData("{customer}{customer}", "김민지김민지")]
    [InlineData("{order} {Customer} {}", "{order} {Customer} {}")]
    public void Variable_becomes_what_it_stands_for_with_the_particle_that_fits(string text, string expected) => Assert.Equal(expected, CannedText.Fill(text, Known));

    [Fact]
    public void What_is_not_known_stays_and_is_told()
    {
        var filled = CannedText.Fill("Dear {customer}, {product} is on its way.", new(null, "Joon", " "));

        Assert.Equal("Dear {customer}, {product} is on its way.", filled);
        Assert.True(CannedText.IsUnfilled(filled));
        Assert.False(CannedText.IsUnfilled("A set {1, 2} and {x}."));
    }

    [Fact]
    public void Name_that_looks_like_a_variable_is_not_filled_again() =>
        Assert.Equal("{agent} and Joon", CannedText.Fill("{customer} and {agent}", new("{agent}", "Joon", null)));

    [Theory]
    [InlineData("hello", CannedProblem.None)]
    [InlineData("배송-안내", CannedProblem.None)]
    [InlineData("", CannedProblem.Shortcut)]
    [InlineData("Hello", CannedProblem.Shortcut)]
    [InlineData("a b", CannedProblem.Shortcut)]
    [InlineData("a/b", CannedProblem.Shortcut)]
    public void Shortcut_is_lower_case_letters_digits_and_hyphens(string shortcut, CannedProblem problem) =>
        Assert.Equal(problem, new CannedReply("1", shortcut, new LocalizedText("안녕하세요", ""), "joon", default).Problem());

    [Fact]
    public void Reply_needs_words_in_one_language_and_not_too_many()
    {
        Assert.Equal(CannedProblem.Empty, new CannedReply("1", "a", new LocalizedText(" ", ""), "joon", default).Problem());
        Assert.Equal(CannedProblem.TooLong, new CannedReply("1", "a", new LocalizedText("", new string('x', AgentDesk.MaxText + 1)), "joon", default).Problem());
    }
}
