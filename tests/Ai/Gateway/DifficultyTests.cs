using CustomerService.Ai.Gateway;
using CustomerService.Core.Models;
using CustomerService.Core.Questions;
using CustomerService.Testing;
using Xunit;

namespace CustomerService.Ai.Tests.Gateway;

public sealed class DifficultyTests
{
    private readonly ShopStub _shop = new();

    public DifficultyTests()
    {
        _shop.Sells(Build.Product("E001"));
        _shop.Sells(Build.Product("E002"));
        _shop.Sells(Build.Product("E003"));
    }

    [Theory]
    [InlineData(new[] { Intent.Fact }, ModelTier.Simple, "single_fact")]
    [InlineData(new[] { Intent.Stock }, ModelTier.Simple, "single_fact")]
    [InlineData(new[] { Intent.ProsAndCons }, ModelTier.Moderate, "pros_and_cons")]
    [InlineData(new[] { Intent.Opinion }, ModelTier.Moderate, "opinion")]
    [InlineData(new[] { Intent.Recommendation }, ModelTier.Moderate, "recommendation")]
    [InlineData(new[] { Intent.Stock, Intent.Price }, ModelTier.Moderate, "two_questions")]
    [InlineData(new[] { Intent.Stock, Intent.Price, Intent.Fact }, ModelTier.Complex, "several_questions")]
    [InlineData(new[] { Intent.Comparison }, ModelTier.Complex, "comparison")]
    public void Question_is_as_hard_as_what_it_wants(Intent[] intents, ModelTier tier, string rule) =>
        Assert.Equal((tier, rule), Difficulty.Of(Build.Resolved(_shop, Build.Reading(intents), ["E001"])));

    [Fact]
    public void Comparison_with_a_wish_is_the_hardest()
    {
        var reading = Build.Reading(Intent.Comparison) with { Wishes = [new("battery_hours", WishKind.Most, null, "오래 가는")] };

        Assert.Equal((ModelTier.Advanced, "comparison_with_wishes"), Difficulty.Of(Build.Resolved(_shop, reading, ["E001", "E002"])));
    }

    [Fact]
    public void Comparison_of_three_is_harder_than_of_two()
    {
        Assert.Equal(ModelTier.Complex, Difficulty.Of(Build.Resolved(_shop, Build.Reading(Intent.Comparison), ["E001", "E002"])).Tier);
        Assert.Equal(ModelTier.Advanced, Difficulty.Of(Build.Resolved(_shop, Build.Reading(Intent.Comparison), ["E001", "E002", "E003"])).Tier);
    }

    [Fact]
    public void Long_question_is_hard() =>
        Assert.Equal("long_question", Difficulty.Of(Build.Resolved(_shop, Build.Reading(Intent.Fact), ["E001"], new string('가', 301))).Rule);
}
