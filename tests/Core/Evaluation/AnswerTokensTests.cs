using CustomerService.Core.Documents;
using CustomerService.Core.Evaluation;
using Xunit;

namespace CustomerService.Core.Tests.Evaluation;

public sealed class AnswerTokensTests
{
    [Theory]
    [InlineData("The **IP67** rating, for 30 minutes.[1]", "ip67 rating for 30 minutes")]
    [InlineData("a non-abrasive sponge", "non abrasive sponge")]
    [InlineData("$1,299.50 and 1,000", "1299.50 and 1000")]
    [InlineData("7일 안에", "7 일 안에 안")]
    [InlineData("Café 온라인, ﬁlter ＡＢ", "cafe 온라 라인 filter ab")]
    [InlineData("", "")]
    public void Text_is_cut_without_case_articles_punctuation_and_marks(string text, string tokens) =>
        Assert.Equal(tokens.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), AnswerTokens.Of(text).Order());

    [Theory]
    [InlineData("Use cold water and mild soap.", "Cold water, mild detergent", 0.75, 2 * 3 / 10.0)]
    [InlineData("water", "water water", 0.5, 2 / 3.0)]
    [InlineData("anything", "", 0, 0)]
    [InlineData("", "something", 0, 0)]
    [InlineData("The same", "same!", 1, 1)]
    public void Recall_and_f1_count_each_token_as_often_as_it_stands(string answer, string reference, double recall, double f1)
    {
        Assert.Equal(recall, AnswerTokens.Recall(answer, reference), 6);
        Assert.Equal(f1, AnswerTokens.F1(answer, reference), 6);
    }

    [Fact]
    public void Korean_answer_with_other_particles_still_counts() =>
        Assert.InRange(AnswerTokens.Recall("상품을 받으신 날부터 7일 안에 반품할 수 있습니다.", "받은 날부터 7일 안에 반품"), 0.7, 1);

    [Fact]
    public void Passage_holds_the_reference_when_it_holds_as_much_as_the_best()
    {
        Passage whole = new(1, "", "Care", "Wash cold with mild soap."), part = new(1, "", "", "Soap.");
        var best = ReferencePlace.Recall("cold wash, mild soap", whole);
        Assert.Equal(1, best);
        Assert.True(ReferencePlace.IsWritten(best));
        Assert.True(ReferencePlace.Holds("cold wash, mild soap", whole, best));
        Assert.False(ReferencePlace.Holds("cold wash, mild soap", part, best));
        Assert.False(ReferencePlace.IsWritten(ReferencePlace.Recall("cold wash, mild soap", part)));
        Assert.Equal(0.5, ReferencePlace.Recall("care kit", whole));
    }
}
