using CustomerService.Core.Lookups;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CustomerService.Browser.Tests.Ask;

/// <summary>How each lookup shows on the page: running, found, failed, late, nothing.</summary>
[Collection(BrowserCollection.Name)]
public sealed class LookupTests(BrowserFixture browser, SharedShop shop) : AskTests(browser, shop)
{
    private const string AboutE001 = "/ask?product=E001";

    [Fact]
    public async Task Each_lookup_shows_when_it_lands() =>
        await VisitAsync(Look.Korean, AboutE001, async tab =>
        {
            LookupKind[] landing = [LookupKind.StockCheck, LookupKind.Recommendation, LookupKind.ProductInfo, LookupKind.ReviewAnalysis];
            Gates.CloseLookups();
            await tab.AskAsync(AskTab.ProsAndCons);
            await Task.WhenAll(landing.Select(kind => Gates[kind].Arrived));
            await tab.CardsSayAsync("찾는 중");

            for (var i = 0; i < landing.Length; i++)
            {
                Gates[landing[i]].Open();
                await tab.CardSaysAsync(landing[i], "찾음");
                foreach (var running in landing[(i + 1)..])
                    await tab.CardSaysAsync(running, "찾는 중");
            }

            await tab.EndedAsync(AskTab.ProsAndCons);
        });

    [Fact]
    public async Task Failed_lookup_says_so_and_the_answer_does_without_it() =>
        await VisitAsync(Look.Korean, AboutE001, async tab =>
        {
            Gates[LookupKind.StockCheck].Break();
            await tab.AskAsync(AskTab.ProsAndCons);
            await tab.EndedAsync(AskTab.ProsAndCons);
            await tab.CardSaysAsync(LookupKind.StockCheck, "실패");
            await tab.CardSaysAsync(LookupKind.StockCheck, "오류로 조회가 중단되어 결과를 알 수 없습니다.");
            foreach (var other in Enum.GetValues<LookupKind>().Except([LookupKind.StockCheck]))
                await tab.CardSaysAsync(other, "찾음");
            await Expect(tab.Text).ToContainTextAsync("재고");
            await Expect(tab.Text).Not.ToContainTextAsync("127");
            Assert.DoesNotContain("secret", await tab.Page.ContentAsync(), StringComparison.OrdinalIgnoreCase);
        });

    [Fact]
    public async Task Late_lookup_says_so_and_the_answer_does_without_it()
    {
        await using var host = new AppHost(new Dictionary<string, string>
        {
            ["Lookups:Deadline"] = "00:10:00", ["Lookups:StockCheck:Deadline"] = "00:00:00.200",
        });
        host.Gates[LookupKind.StockCheck].Close();
        await Browser.VisitAsync(host, Look.Korean, async visit =>
        {
            var tab = await new AskTab(await visit.OpenAsync(AboutE001)).AskAsync(AskTab.ProsAndCons);
            await tab.EndedAsync(AskTab.ProsAndCons);
            await tab.CardSaysAsync(LookupKind.StockCheck, "시간 초과");
            await tab.CardSaysAsync(LookupKind.StockCheck, "내용이 없다는 뜻은 아닙니다.");
            await tab.CardSaysAsync(LookupKind.ReviewAnalysis, "찾음");
            await Expect(tab.Text).Not.ToContainTextAsync("127");
        });
    }

    [Fact]
    public async Task Product_without_reviews_says_so() =>
        await VisitAsync(Look.Korean, "/ask?product=E027", async tab =>
        {
            const string question = "리뷰가 어때요?";
            await tab.AskAsync(question);
            await tab.EndedAsync(question);
            await tab.CardSaysAsync(LookupKind.ReviewAnalysis, "없음");
            await tab.CardSaysAsync(LookupKind.ReviewAnalysis, "아직 이 상품의 리뷰가 없습니다.");
            await tab.CardSaysAsync(LookupKind.ProductInfo, "찾음");
            await tab.CardSaysAsync(LookupKind.StockCheck, "찾음");
        });

    [Fact]
    public async Task Question_without_a_product_says_so_in_each_lookup_that_needs_one() =>
        await VisitAsync(Look.Korean, "/ask", async tab =>
        {
            const string question = "안녕하세요?";
            await tab.AskAsync(question);
            await tab.EndedAsync(question);
            foreach (var kind in new[] { LookupKind.ProductInfo, LookupKind.ReviewAnalysis, LookupKind.StockCheck })
                await tab.CardSaysAsync(kind, "질문에서 상품을 찾지 못했습니다.");
            await Expect(tab.Text).Not.ToBeEmptyAsync();
        });

    [Fact]
    public async Task Failed_answer_says_so_and_the_question_is_still_in_the_box() =>
        await VisitAsync(Look.Korean, AboutE001, async tab =>
        {
            Gates.TextsBeforeGate = 1;
            Gates.Text.Break();
            await tab.AskAsync(AskTab.ProsAndCons);
            await Expect(tab.Alerts.Filter(new() { HasText = "프로그램 오류로 답하지 못했습니다." })).ToBeVisibleAsync();
            await Expect(tab.Question).ToHaveValueAsync(AskTab.ProsAndCons);
            Assert.DoesNotContain("secret", await tab.Page.ContentAsync(), StringComparison.OrdinalIgnoreCase);

            Gates.Text.Open();
            await tab.Send.ClickAsync();
            await Expect(tab.Answer).ToContainTextAsync("내장 도우미");
            await Expect(tab.Text).ToContainTextAsync("127");
            await Expect(tab.Question).ToBeEmptyAsync();
        });
}
