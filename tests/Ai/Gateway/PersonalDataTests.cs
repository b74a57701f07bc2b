using CustomerService.Ai.Gateway;
using Xunit;

namespace CustomerService.Ai.Tests.Gateway;

public sealed class PersonalDataTests
{
    [Theory]
    [InlineData("제 번호는 010-1234-5678이에요", "제 번호는 (number)이에요")]
    [InlineData("call +82 10 1234 5678 please", "call (number) please")]
    [InlineData("mail me at kim.ha@example.co.kr!", "mail me at (e-mail)!")]
    [InlineData("주민번호 900101-1234567", "주민번호 (number)")]
    [InlineData("card 4111 1111 1111 1111", "card (number)")]
    public void What_an_answer_does_not_need_is_masked(string text, string masked) => Assert.Equal(masked, PersonalData.Masked(text));

    [Theory]
    [InlineData("189,000원 이하, 48시간 이상")]
    [InlineData("E001이랑 E002 중에 2026-11-20까지 오는 거요")]
    [InlineData("5000mAh 10개, 1,234,567원")]
    public void Figures_of_the_shop_stay(string text) => Assert.Equal(text, PersonalData.Masked(text));
}
