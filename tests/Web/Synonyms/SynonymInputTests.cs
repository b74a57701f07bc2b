using CustomerService.Web.Features.Synonyms;
using Xunit;

namespace CustomerService.Web.Tests.Synonyms;

public sealed class SynonymInputTests
{
    [Theory]
    [InlineData("이어팟, 에어팟,earbuds")]
    [InlineData("이어팟\n에어팟\nearbuds\n")]
    [InlineData("이어팟 = 에어팟 = earbuds")]
    [InlineData("이어팟、에어팟；earbuds;,")]
    public void Words_are_separated_as_people_separate_them(string written) =>
        Assert.Equal(["이어팟", "에어팟", "earbuds"], new SynonymInput { Words = written }.Split());
}
