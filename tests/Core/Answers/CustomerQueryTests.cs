using CustomerService.Core.Answers;
using CustomerService.Core.Catalog;
using CustomerService.Core.Text;
using Xunit;

namespace CustomerService.Core.Tests.Answers;

public sealed class CustomerQueryTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n\t ")]
    public void An_empty_question_is_refused(string? question) =>
        Assert.Equal([new(InputField.Question, InputProblemCode.Empty)], Create(question).Problems);

    [Fact]
    public void Two_thousand_characters_are_allowed_and_one_more_is_not()
    {
        Assert.Empty(Create("  " + new string('가', 2000) + "  ").Problems);
        Assert.Equal([new(InputField.Question, InputProblemCode.TooLong, 2000)], Create(new string('가', 2001)).Problems);
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData("a\u001bb")]
    [InlineData("a\u0085b")]
    public void Control_characters_are_refused(string question) =>
        Assert.Equal([new(InputField.Question, InputProblemCode.ControlCharacters)], Create(question).Problems);

    [Fact]
    public void Lone_surrogates_are_refused()
    {
        foreach (var question in new[] { "a\ud800b", "a\udc00\ud800b", "\ud83d" })
            Assert.Equal([new(InputField.Question, InputProblemCode.ControlCharacters)], Create(question).Problems);
    }

    [Fact]
    public void Line_breaks_tabs_and_emoji_are_part_of_a_question()
    {
        var (query, problems) = Create(" 재고\r\n있나요?\t😀 ");

        Assert.Empty(problems);
        Assert.Equal("재고\r\n있나요?\t😀", query!.Question);
    }

    [Theory]
    [InlineData("e001", "E001")]
    [InlineData("  A-b_c.9 ", "A-B_C.9")]
    [InlineData("", null)]
    [InlineData("  ", null)]
    [InlineData(null, null)]
    public void Ids_are_trimmed_and_upper_case(string? given, string? expected)
    {
        Assert.Equal(expected, Create(productId: given).Query!.ProductId);
        Assert.Equal(expected, Create(customerId: given).Query!.CustomerId);
    }

    [Theory]
    [InlineData("E 001")]
    [InlineData("E001'--")]
    [InlineData("../E001")]
    [InlineData("이001")]
    [InlineData("E001\0")]
    public void Malformed_ids_are_refused_with_their_field(string id)
    {
        Assert.Equal([new(InputField.ProductId, InputProblemCode.Malformed)], Create(productId: id).Problems);
        Assert.Equal([new(InputField.CustomerId, InputProblemCode.Malformed)], Create(customerId: id).Problems);
    }

    [Fact]
    public void An_id_has_at_most_64_characters()
    {
        Assert.Empty(Create(productId: new string('A', 64)).Problems);
        Assert.Single(Create(productId: new string('A', 65)).Problems);
    }

    [Theory]
    [InlineData("ko", Language.Korean)]
    [InlineData("EN-us", Language.English)]
    [InlineData(" en ", Language.English)]
    public void A_language_that_is_given_is_taken(string code, Language expected) =>
        Assert.Equal(expected, Create(language: code).Query!.Language);

    [Theory]
    [InlineData("재고 있나요?", Language.Korean)]
    [InlineData("Is it in stock?", Language.English)]
    public void Otherwise_the_questions_own_language_is_taken(string question, Language expected)
    {
        Assert.Equal(expected, Create(question).Query!.Language);
        Assert.Equal(expected, Create(question, language: "").Query!.Language);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("kor")]
    [InlineData("english")]
    public void An_unknown_language_is_refused(string code) =>
        Assert.Equal([new(InputField.Language, InputProblemCode.Unknown)], Create(language: code).Problems);

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once()
    {
        var (query, problems) = CustomerQuery.Create(
            "", "E 1", "C 1", "xx", new CustomerContext(new string('a', 41), new string('b', 201), "a\nb"), Surface.Api);

        Assert.Null(query);
        Assert.Equal(
        [
            new(InputField.Question, InputProblemCode.Empty), new(InputField.ProductId, InputProblemCode.Malformed), new(InputField.CustomerId, InputProblemCode.Malformed),
            new(InputField.Language, InputProblemCode.Unknown), new(InputField.AgeGroup, InputProblemCode.TooLong, 40),
            new(InputField.UseCase, InputProblemCode.TooLong, 200), new(InputField.Interests, InputProblemCode.ControlCharacters),
        ], problems);
    }

    [Fact]
    public void Each_query_gets_an_answer_id_of_its_own() => Assert.NotEqual(Create().Query!.AnswerId, Create().Query!.AnswerId);

    private static (CustomerQuery? Query, IReadOnlyList<InputProblem> Problems) Create(
        string? question = "재고 있나요?", string? productId = null, string? customerId = null, string? language = null) =>
        CustomerQuery.Create(question, productId, customerId, language, null, Surface.Page);
}
