using CustomerService.Core.Documents;
using CustomerService.Core.Search;
using Xunit;

namespace CustomerService.Core.Tests.Search;

public sealed class SynonymBookTests
{
    private static readonly SynonymBook Book = new([Group("이어팟", "에어팟", "earbuds"), Group("power bank", "보조배터리"), Group("에어팟", "AirPods")]);

    [Theory]
    [InlineData("이어팟 추천", "에어팟 earbuds")]
    [InlineData("이어팟은 방수 되나요?", "에어팟 earbuds")]
    [InlineData("이어팟케이스", "에어팟 earbuds")]
    [InlineData("EARBUDS!", "이어팟 에어팟")]
    [InlineData("에어팟", "이어팟 earbuds AirPods")]
    [InlineData("a Power Bank, please", "보조배터리")]
    [InlineData("powerbank", "보조배터리")]
    [InlineData("어댑터 있나요", "")]
    [InlineData("", "")]
    public void Text_is_searched_for_by_the_other_words_too(string text, string others) =>
        Assert.Equal(others.Split(' ', StringSplitOptions.RemoveEmptyEntries), Book.Of(text));

    [Theory]
    [InlineData(SynonymProblem.None, "sofa", "couch")]
    [InlineData(SynonymProblem.TooFew, "sofa", " Sofa ", "")]
    [InlineData(SynonymProblem.TooFew)]
    [InlineData(SynonymProblem.Unsearchable, "sofa", "!!!")]
    [InlineData(SynonymProblem.Unsearchable, "sofa", "the")]
    [InlineData(SynonymProblem.TooLong, "sofa", "123456789 123456789 123456789 123456789 123456789 1")]
    public void Group_that_cannot_be_used_is_told(SynonymProblem problem, params string[] words) => Assert.Equal(problem, Group(words).Normalized().Problem());

    [Fact]
    public void Group_holds_twenty_words()
    {
        Assert.Equal(SynonymProblem.None, Group([.. Enumerable.Range(0, 20).Select(i => $"word{i}")]).Problem());
        Assert.Equal(SynonymProblem.TooMany, Group([.. Enumerable.Range(0, 21).Select(i => $"word{i}")]).Problem());
    }

    [Fact]
    public void Passages_are_found_by_synonyms_of_the_shop()
    {
        var passages = new PassageIndex([new(1, "", "Warranty", "The settee is covered for two years."), new(1, "", "Lamps", "Lamps are covered for one year.")]);

        Assert.Empty(passages.Find("sofa", "", 3));
        Assert.Contains("settee", Assert.Single(passages.Find("sofa", "", 3, new([Group("sofa", "settee")]))).Passage.Text, StringComparison.Ordinal);
    }

    private static SynonymGroup Group(params string[] words) => new(SynonymGroup.NewId(), words, "minji", default);
}
