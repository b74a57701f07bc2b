using CustomerService.Ai.Grounding;
using CustomerService.Core.Lookups;
using CustomerService.Core.Questions;
using CustomerService.Core.Text;
using Xunit;

namespace CustomerService.Ai.Tests.Grounding;

public sealed class CitationTests
{
    private static readonly EvidenceItem[] Items =
        [.. Enumerable.Range(1, 9).Select(n => new EvidenceItem(n, LookupKind.ProductInfo, $"product:E00{n}", $"Item {n}", n == 2 ? "verbatim" : null))];

    [Theory]
    [InlineData("음질이 좋습니다[4].", "음질이 좋습니다[1].", "4")]
    [InlineData("A [7], B [3], C [7].", "A [1], B [2], C [1].", "7 3")]
    [InlineData("A[1, 2].", "A[1][2].", "1 2")]
    [InlineData("A[3][2].", "A[1][2].", "3 2")]
    [InlineData("A[2-4].", "A[1][2][3].", "2 3 4")]
    [InlineData("A[2–4].", "A[1][2][3].", "2 3 4")]
    [InlineData("A [99].", "A.", "")]
    [InlineData("A [99, 5].", "A [1].", "5")]
    [InlineData("A[0][5].", "A[1].", "5")]
    [InlineData("A[4-2].", "A.", "")]
    [InlineData("A[1-9999].", "A.", "")]
    [InlineData("A[5][5].", "A[1].", "5")]
    [InlineData("A [주의] B", "A [주의] B", "")]
    public void Marks_are_renumbered_in_order_of_first_use(string sentence, string expected, string cited)
    {
        var (text, citations) = new CitationMap(Items).Renumber(sentence);
        Assert.Equal(expected, text);
        Assert.Equal(cited, string.Join(' ', citations.Select(c => c.EvidenceId[^1])));
        Assert.Equal(Enumerable.Range(1, citations.Count), citations.Select(c => c.Number));
    }

    [Fact]
    public void Evidence_that_is_cited_again_keeps_its_number()
    {
        var map = new CitationMap(Items, alreadyCited: 2);
        var (first, cited) = map.Renumber("A[2].");
        Assert.Equal("A[3].", first);
        Assert.Equal(("verbatim", "Item 2", 3), (cited[0].Quote, cited[0].Label, cited[0].Number));
        var (second, none) = map.Renumber("B[2] C[8].");
        Assert.Equal("B[3] C[4].", second);
        Assert.Equal("product:E008", Assert.Single(none).EvidenceId);
    }

    [Theory]
    [InlineData(Language.Korean, "소닉웨이브 프로 48 · 가격 189,000원 · 정가 219,000원 · 평점 4.5점 (리뷰 128건)")]
    [InlineData(Language.English, "SonicWave Pro 48 · price ₩189,000 · list price ₩219,000 · rated 4.5 of 5 in 128 reviews")]
    public void Evidence_is_listed_with_numbers_from_one(Language language, string card)
    {
        var shop = new Shop(language);
        var list = EvidenceItems.Of(shop.Query(Intent.Comparison), shop.Results());
        Assert.Equal(Enumerable.Range(1, list.Items.Count), list.Items.Select(i => i.Number));
        Assert.StartsWith(card, list.Items[0].Text, StringComparison.Ordinal);
        Assert.Equal(list.Items.Count, list.Items.Select(i => i.EvidenceId).Distinct().Count());
        Assert.Superset(
            new HashSet<string> { "product:E001", "product:E001#battery_hours", "product:E002", "stock:E001@SEOUL", "stock:E001@BUSAN", "reviews:E001", "review:R-1", "recommendation:E003" },
            list.Items.Select(i => i.EvidenceId).ToHashSet());
        Assert.All(list.Items, i => Assert.DoesNotContain('\n', i.Text));
        Assert.All(list.Items, i => Assert.DoesNotContain('[', i.Text));
    }

    [Theory]
    [InlineData(Language.Korean)]
    [InlineData(Language.English)]
    public void What_the_list_tells_can_be_said(Language language)
    {
        var shop = new Shop(language);
        var figures = shop.Figures();
        var refused = EvidenceItems.Of(shop.Query(Intent.Comparison), shop.Results()).Items
            .Select(i => SentenceCheck.Check(i.Text, figures)).OfType<Core.Answers.HeldBack>().Select(h => $"{h.Unsupported}: {h.Sentence}").ToList();
        Assert.True(refused.Count == 0, string.Join('\n', refused));
    }

    [Theory]
    [InlineData(Language.Korean, "리뷰 분석: 아직 리뷰 없음", "재고: 제때 확인하지 못해 알 수 없음", "GPS: 상품 정보에 없음")]
    [InlineData(Language.English, "Review analysis: no reviews yet", "Stock: not found out in time, unknown", "GPS: not on the data sheet")]
    public void What_is_unknown_is_told_without_a_number(Language language, params string[] lines)
    {
        var shop = new Shop(language).Missing(LookupKind.StockCheck).Empty(LookupKind.ReviewAnalysis, EmptyReason.NoReviews);
        Assert.Equal(lines, EvidenceItems.Of(shop.Query(Intent.Comparison), shop.Results()).Unknown);
    }
}
