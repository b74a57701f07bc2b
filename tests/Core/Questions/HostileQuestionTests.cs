using System.Diagnostics;
using System.Text.Json;
using CustomerService.Core.Questions;
using CustomerService.Testing;
using Xunit;

namespace CustomerService.Core.Tests.Questions;

public sealed class HostileQuestionTests
{
    private const int MaxLength = 2_000;

    /// <summary>Far above what a question takes (well under a millisecond), far below what a pattern that runs away takes.</summary>
    private static readonly TimeSpan Plenty = TimeSpan.FromSeconds(1);

    public static TheoryData<string> Long() =>
    [
        .. new[]
        {
            "a", "가", "1", " ", "?", ".", "1,", "만", "십", "10만원~", "$", "보다 ", "더더거", "지시", "물 ", "ipx", "충전하는데", "is good ", "how ", "which one is ", "ship by ", "배터리", "0.", "- ", "e1",
            "주문한거", "\u0000", "\ud800", "\udc00\ud800", "ㅋ", "ﷺ", "\u200b", "\u0301", "가\u1100", "😀", "((((", "a-", "in ", "사람이랑", "write me a ", "시를한편", "오늘은비", "under ", "10 to ",
        }.Select(unit => string.Concat(Enumerable.Repeat(unit, MaxLength / unit.Length + 1))),
    ];

    [Theory, MemberData(nameof(Long))]
    public void Repeated_text_is_read_in_no_time(string question)
    {
        QuestionTable.Read(question);
        var watch = Stopwatch.StartNew();
        var reading = QuestionTable.Read(question);
        Assert.True(watch.Elapsed < Plenty, $"took {watch.Elapsed}");
        Assert.NotEmpty(reading.Intents);
    }

    [Theory]
    [InlineData("99999999999999999999만원 이하")]
    [InlineData("0원 이하 이어폰")]
    [InlineData("1,,,,2,3,만 억억억 원 이하")]
    [InlineData("9999억9999만원 이하 이어폰")]
    [InlineData("under $99999999999999999")]
    [InlineData("-5만원 이하")]
    [InlineData("1.2.3.4만원대")]
    public void Absurd_amount_is_no_error(string question)
    {
        var price = QuestionTable.Read(question).Price;
        Assert.True(price is null || (price.MinMinor ?? 0) >= 0 && (price.MaxMinor ?? 0) >= 0);
    }

    [Fact]
    public void Over_long_question_is_read_up_to_the_limit() =>
        Assert.Equal([Intent.Stock], QuestionTable.Read("재고 있어요? " + new string('가', 1_000_000)).Intents);

    [SharedDataFact]
    public void Naughty_strings_are_read_without_error_and_fast()
    {
        using var file = File.OpenRead(Path.Combine(SharedData.Path, "hostile", "blns.json"));
        foreach (var text in JsonSerializer.Deserialize<string[]>(file)!)
        {
            var watch = Stopwatch.StartNew();
            Assert.NotEmpty(QuestionTable.Read(text).Intents);
            Assert.NotNull(UseCases.WishesFor(text));
            Assert.True(watch.Elapsed < Plenty, $"{text} took {watch.Elapsed}");
        }
    }
}
