using Bunit;
using CustomerService.Core.Lookups;
using CustomerService.Web.Components.Answers;
using Xunit;

namespace CustomerService.Web.Tests.Ask;

public sealed class LookupCardTests : AskContext
{
    private static readonly TimeSpan Elapsed = TimeSpan.FromMilliseconds(123);

    [Fact]
    public void Running_lookup_says_so()
    {
        var card = Draw(LookupKind.StockCheck, null, running: true);

        Assert.Equal("Looking", card.Find(".card-state").TextContent.Trim());
        Assert.Equal("true", card.Find(".card").GetAttribute("aria-busy"));
    }

    [Fact]
    public void Lookup_that_the_end_overtook_says_that_it_did_not_finish() =>
        Assert.Contains("ended before this lookup did", Draw(LookupKind.StockCheck, null, running: false).Markup, StringComparison.Ordinal);

    [Theory]
    [InlineData("en", "That does not mean there is nothing.")]
    [InlineData("ko", "내용이 없다는 뜻은 아닙니다.")]
    public void Late_lookup_is_unknown_and_not_empty(string culture, string expected)
    {
        Speak(culture);
        var card = Draw(LookupKind.StockCheck, new LookupResult.TimedOut(LookupKind.StockCheck, Elapsed));

        Assert.Contains(expected, card.Find(".card-words").TextContent, StringComparison.Ordinal);
        Assert.Equal("123 ms", card.Find(".card-time").TextContent);
    }

    [Fact]
    public void Failed_lookup_is_unknown_and_not_empty() =>
        Assert.Contains("the result is unknown", Draw(LookupKind.StockCheck, new LookupResult.Failed(LookupKind.StockCheck, Elapsed)).Markup, StringComparison.Ordinal);

    [Theory]
    [InlineData(EmptyReason.NoProduct, "names no product")]
    [InlineData(EmptyReason.NoReviews, "Nobody has reviewed")]
    [InlineData(EmptyReason.NotCarried, "No warehouse carries")]
    [InlineData(EmptyReason.NoMatch, "Nothing in stock fulfils")]
    public void Lookup_with_nothing_to_say_tells_why(EmptyReason reason, string expected) =>
        Assert.Contains(expected, Draw(LookupKind.ReviewAnalysis, new LookupResult.Empty(LookupKind.ReviewAnalysis, Elapsed, reason)).Find(".card-words").TextContent, StringComparison.Ordinal);

    [Fact]
    public void Asked_fact_comes_first_and_a_missing_one_is_told()
    {
        var card = Draw(Found.All[0]);

        Assert.Contains("48 h", card.Find("[data-asked]").TextContent, StringComparison.Ordinal);
        Assert.Equal("Not on the data sheet: Water resistance", card.Find(".product-missing").TextContent);
        Assert.Contains("₩129,000", card.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Count_that_was_not_reported_is_not_zero()
    {
        var rows = Draw(Found.All[2]).FindAll(".stock-count").Select(c => c.TextContent);

        Assert.Equal(["127", "45", "not reported", "0"], rows);
    }

    [Fact]
    public void Stock_tells_what_leaves_today_what_comes_and_what_is_overdue()
    {
        var card = Draw(Found.All[2]);

        Assert.Contains("172 or more in all", card.Find(".stock-total").TextContent, StringComparison.Ordinal);
        Assert.Contains("Ships today if paid before 14:00", card.Markup, StringComparison.Ordinal);
        Assert.Contains("Next dispatch Thu, Nov 19", card.Markup, StringComparison.Ordinal);
        Assert.Contains("60 expected Wed, Nov 25", card.Markup, StringComparison.Ordinal);
        Assert.Contains("have not been recorded as arrived", card.Find(".stock-overdue").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Stock_bar_is_as_long_as_its_share_of_the_fullest_warehouse() =>
        Assert.Equal(["100", "35.43"], Draw(Found.All[2]).FindAll(".stock-bar").Select(b => b.GetAttribute("width")));

    [Fact]
    public void Praise_and_complaints_are_drawn_on_one_scale()
    {
        var card = Draw(Found.All[1]);

        Assert.Equal(["50", "37.5", "20.83", "4.17"], card.FindAll(".bar-good").Select(b => b.GetAttribute("width")));
        Assert.Equal("-4.17", card.Find(".bar-bad").GetAttribute("x"));
        Assert.Equal("Sound: 1 complain, 12 praise", card.Find(".aspects .visually-hidden").TextContent);
    }

    [Fact]
    public void Quote_stands_verbatim_with_its_evidence() =>
        Assert.Equal("음질이 훌륭해요. 보컬이 또렷하게 들립니다.", Draw(Found.All[1]).Find("[data-evidence='review:R-1'] blockquote").TextContent);

    [Fact]
    public void Recommendation_gives_reasons_and_tells_unmet_wishes()
    {
        var card = Draw(Found.All[3]);

        Assert.Equal("Nothing in stock fulfils: 무선 충전", card.Find(".recommendations-unmet").TextContent);
        Assert.Equal(["recommendation:E005", "recommendation:E009"], card.FindAll("ol > li").Select(i => i.GetAttribute("data-evidence")));
        Assert.Contains("60 hours of battery", card.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ko", "모두 172개 이상", "14:00 전에 결제하면 오늘 출발", "11월 25일 (수) 60개 입고 예정")]
    [InlineData("en", "172 or more in all", "Ships today if paid before 14:00", "60 expected Wed, Nov 25")]
    public void Stock_reads_in_the_language_of_the_page(string culture, params string[] expected)
    {
        Speak(culture);
        var text = Draw(Found.All[2]).Find(".stock").TextContent;

        Assert.All(expected, e => Assert.Contains(e, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Card_is_not_drawn_again_while_its_result_is_the_same()
    {
        var card = Draw(Found.All[1]);
        var before = card.RenderCount;

        card.Render(p => p.Add(c => c.Result, Found.All[1]));

        Assert.Equal(before, card.RenderCount);
    }

    private IRenderedComponent<LookupCard> Draw(LookupResult result) => Draw(result.Kind, result);

    private IRenderedComponent<LookupCard> Draw(LookupKind kind, LookupResult? result, bool running = true) =>
        Render<LookupCard>(p => p.Add(c => c.Kind, kind).Add(c => c.Result, result).Add(c => c.Running, running));
}
