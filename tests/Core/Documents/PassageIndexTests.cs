using CustomerService.Core.Documents;
using Xunit;

namespace CustomerService.Core.Tests.Documents;

public sealed class PassageIndexTests
{
    private static readonly PassageIndex Index = new(PassageCutter.Cut(
    [
        """
        1. Charging
        Connect the cable to the bottle. A full charge takes 90 minutes.
        2. Cleaning and care
        Wash the bottle with mild soap. Never use bleach.
        3. Warranty
        The bottle is guaranteed for two years from the day of purchase.
        """,
        """
        4. 반품
        받은 날부터 7일 안에 반품할 수 있습니다. 배송비는 고객이 부담합니다.
        5. 세척
        부드러운 천과 중성 세제로 닦아 주세요.
        """,
    ]));

    [Theory]
    [InlineData("How do I clean it?", "2. Cleaning and care")]
    [InlineData("Can I rinse the bottle with soap?", "2. Cleaning and care")]
    [InlineData("How long is the warranty?", "3. Warranty")]
    [InlineData("charging time", "1. Charging")]
    [InlineData("반품은 언제까지 되나요?", "4. 반품")]
    [InlineData("환불할 수 있어요?", "4. 반품")]
    [InlineData("어떻게 청소해요?", "5. 세척")]
    public void Question_finds_its_passage_in_either_language(string question, string heading) =>
        Assert.Equal(heading, Index.Find(question, "Aqua bottle 보틀", 3)[0].Passage.Heading);

    [Fact]
    public void What_shares_no_word_is_not_found() => Assert.Empty(Index.Find("Bluetooth?", "", 3));

    [Fact]
    public void Passage_knows_its_page_and_the_best_comes_first()
    {
        var hits = Index.Find("중성 세제", "", 5);

        Assert.Equal(2, hits[0].Passage.Page);
        Assert.Equal(hits.OrderByDescending(h => h.Score), hits);
    }

    [Fact]
    public void Empty_index_finds_nothing() => Assert.Empty(new PassageIndex([]).Find("anything", "", 3));
}
