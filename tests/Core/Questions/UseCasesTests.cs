using CustomerService.Core.Questions;
using Xunit;

namespace CustomerService.Core.Tests.Questions;

public sealed class UseCasesTests
{
    [Theory]
    [InlineData("통근", "noise_cancelling:Has,battery_hours:Most")]
    [InlineData("음질", "codecs:Has")]
    [InlineData("배터리, 방수", "battery_hours:Most,water_resistance:Has")]
    [InlineData("운동", "water_resistance:Has,weight_g:Least")]
    [InlineData("gaming", "latency_ms:Least,refresh_hz:Most")]
    [InlineData("remote work, video calls", "microphone:Has")]
    [InlineData("Commuting by subway", "noise_cancelling:Has,battery_hours:Most")]
    [InlineData("가벼운 것, 저렴한 것", "weight_g:Least,price:Least")]
    [InlineData("30대", "")]
    [InlineData("", "")]
    public void Profile_text_names_its_wishes(string text, string expected) =>
        Assert.Equal(expected, string.Join(',', UseCases.WishesFor(text).Select(w => $"{w.Key}:{w.Kind}")));

    [Fact]
    public void Each_attribute_is_wished_about_once() =>
        Assert.Distinct(UseCases.WishesFor("운동, 러닝, gym, 방수, 수영, 가벼운").Select(w => w.Key));
}
