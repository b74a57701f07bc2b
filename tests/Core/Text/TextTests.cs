using CustomerService.Core.Text;
using Xunit;

namespace CustomerService.Core.Tests.Text;

public sealed class TextTests
{
    [Theory]
    [InlineData("이어폰", "은/는", "이어폰은")]
    [InlineData("마우스", "은/는", "마우스는")]
    [InlineData("이어폰", "이/가", "이어폰이")]
    [InlineData("배터리", "을/를", "배터리를")]
    [InlineData("음질", "과/와", "음질과")]
    [InlineData("서울", "으로/로", "서울로")]
    [InlineData("부산", "으로/로", "부산으로")]
    [InlineData("제주", "으로/로", "제주로")]
    [InlineData("**이어폰**", "을/를", "**이어폰**을")]
    [InlineData("이어폰(화이트)", "은/는", "이어폰(화이트)는")]
    [InlineData("E001", "은/는", "E001은")] // 일
    [InlineData("버전 2", "은/는", "버전 2는")] // 이
    [InlineData("버전 7", "으로/로", "버전 7로")] // 칠
    [InlineData("버전 10", "으로/로", "버전 10으로")] // 십
    [InlineData("GPS", "을/를", "GPS를")]
    [InlineData("HDR", "은/는", "HDR은")] // 알
    [InlineData("SonicWave Air", "은/는", "SonicWave Air는")] // 에어
    [InlineData("Slim", "은/는", "Slim은")]
    [InlineData("Pro", "은/는", "Pro는")]
    [InlineData("", "은/는", "는")]
    public void Particles_fit_the_last_sound(string word, string particle, string expected) => Assert.Equal(expected, Hangul.With(word, particle));

    [Theory]
    [InlineData(129_000, "KRW", "129,000원", "₩129,000")]
    [InlineData(0, "KRW", "0원", "₩0")]
    [InlineData(2_999, "USD", "$29.99", "$29.99")]
    [InlineData(123_456_789, "USD", "$1,234,567.89", "$1,234,567.89")]
    [InlineData(5, "EUR", "€0.05", "€0.05")]
    [InlineData(1_500, "JPY", "¥1,500", "¥1,500")]
    [InlineData(1_500, "CHF", "15.00 CHF", "15.00 CHF")]
    public void Money_reads_as_shoppers_write_it(long minor, string currency, string korean, string english)
    {
        Assert.Equal(korean, new Money(minor, currency).Format(Language.Korean));
        Assert.Equal(english, new Money(minor, currency).Format(Language.English));
    }

    [Theory]
    [InlineData("SonicWave Pro 방수 되나요?", Language.Korean)]
    [InlineData("ㅎㅇ", Language.Korean)]
    [InlineData("Is the SonicWave Pro waterproof?", Language.English)]
    [InlineData("What does 소닉웨이브 mean in the name of these wireless earphones of yours, please?", Language.English)]
    [InlineData("E001?", Language.English)]
    public void The_language_is_read_from_the_letters(string text, Language expected) => Assert.Equal(expected, LanguageExtensions.Detect(text));

    [Fact]
    public void A_text_without_letters_is_in_the_language_told()
    {
        Assert.Equal(Language.Korean, LanguageExtensions.Detect("12345 ?!"));
        Assert.Equal(Language.English, LanguageExtensions.Detect("12345 ?!", Language.English));
    }

    [Fact]
    public void A_missing_text_is_stood_in_for_by_the_other()
    {
        Assert.Equal("가", new LocalizedText("가", "").In(Language.English));
        Assert.Equal("a", new LocalizedText("", "a").In(Language.Korean));
        Assert.Equal("가", new LocalizedText("가", "a").In(Language.Korean));
    }
}
