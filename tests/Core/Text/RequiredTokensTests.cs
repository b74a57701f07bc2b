using CustomerService.Core.Search;
using CustomerService.Testing;
using Xunit;

namespace CustomerService.Core.Tests.Text;

public sealed class RequiredTokensTests
{
    [Theory]
    [InlineData("환불은", "환불")]
    [InlineData("이어폰이", "이어 어폰")]
    [InlineData("이어폰에서는 소리가", "이어 어폰 소리")]
    [InlineData("스튜디오", "스튜 튜디 디오")]
    [InlineData("색이 옷", "색|색이 옷*")]
    [InlineData("E001은 재고", "e001 재고")]
    [InlineData("iPhone이", "phone*|iphone*")]
    [InlineData("the battery of head", "battery head*")]
    [InlineData("SonicWave headphones", "sonic|sonicwave wave|sonicwave headphone*")]
    [InlineData("th", "th*")]
    [InlineData("b", "b")]
    [InlineData("  … !", "")]
    public void Words_require_their_tokens_without_particles(string text, string expected) => Assert.Equal(
        expected, string.Join(' ', SearchText.Required(text).Select(r => string.Join('|', r.AnyOf.Select(t => t + (r.IsPrefix ? "*" : ""))))));

    [Theory]
    [InlineData("환불은 언제 되나요?", "환불이")]
    [InlineData("이어폰을 샀어요", "이어폰이")]
    [InlineData("색은 파랑", "색이")]
    [InlineData("Do you have SonicWave?", "sonicwave")]
    [InlineData("sonic wave", "SonicWave")]
    [InlineData("The batteries died", "battery")]
    public void What_was_written_is_found_by_other_forms_of_its_words(string written, string sought)
    {
        var tokens = SearchText.Tokens(written);
        Assert.All(SearchText.Required(sought), r => Assert.Contains(tokens, t => r.AnyOf.Any(any => r.IsPrefix ? t.StartsWith(any, StringComparison.Ordinal) : t == any)));
    }

    [SharedDataFact]
    public void Long_and_hostile_texts_require_few_tokens_of_letters_and_digits_only()
    {
        Assert.Equal(24, SearchText.Required(string.Concat(Enumerable.Repeat("가나다 word ", 100))).Count);
        foreach (var text in HostileStrings.All)
            Assert.All(SearchText.Required(text).SelectMany(r => r.AnyOf), t => Assert.All(t.EnumerateRunes(), r => Assert.True(System.Text.Rune.IsLetterOrDigit(r), text)));
    }
}
