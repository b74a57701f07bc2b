using System.Text.RegularExpressions;
using CustomerService.Core.Lookups;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CustomerService.Browser.Tests.Ask;

/// <summary>The Ask page in one tab, found as a person finds it: by what things are and what is written on them, in either language.</summary>
internal sealed partial class AskTab(IPage page)
{
    public const string ProsAndCons = "이 이어폰 장점과 단점이 뭐예요?";

    public IPage Page => page;
    public ILocator Question => page.GetByRole(AriaRole.Textbox, new() { NameRegex = QuestionName() });
    public ILocator Product => page.GetByRole(AriaRole.Combobox, new() { NameRegex = ProductName() });
    public ILocator Customer => page.GetByRole(AriaRole.Combobox, new() { NameRegex = CustomerName() });
    public ILocator Options => page.GetByRole(AriaRole.Option);
    public ILocator Send => page.GetByRole(AriaRole.Button, new() { NameRegex = SendName() });
    public ILocator Stop => page.GetByRole(AriaRole.Button, new() { NameRegex = StopName() });
    public ILocator SwitchTheme => page.GetByRole(AriaRole.Button, new() { NameRegex = ThemeName() });
    public ILocator Answer => page.GetByRole(AriaRole.Article);
    public ILocator AnsweredQuestion => Answer.GetByRole(AriaRole.Heading, new() { Level = 2 });
    /// <summary>The words of the answer, without the question and what is told about the answer.</summary>
    public ILocator Text => Answer.Locator(".answer-text");
    public ILocator Citations => Text.GetByRole(AriaRole.Link);
    public ILocator CopyLink => Answer.GetByRole(AriaRole.Button, new() { NameRegex = CopyName() });
    public ILocator Alerts => page.GetByRole(AriaRole.Alert);
    public ILocator Earlier => page.GetByRole(AriaRole.Complementary).GetByRole(AriaRole.Link);

    public ILocator Card(LookupKind kind) => page.GetByRole(AriaRole.Region, new() { NameRegex = CardName(kind) });

    public async Task<AskTab> AskAsync(string question)
    {
        await Question.FillAsync(question);
        await Question.PressAsync("Enter");
        return this;
    }

    public async Task PickAsync(ILocator box, string typed, string option)
    {
        await box.FillAsync(typed);
        await Options.Filter(new() { HasText = option }).ClickAsync();
        await Expect(Options).ToHaveCountAsync(0);
    }

    /// <summary>The answer has ended and is told to have: only then can its address be copied.</summary>
    public async Task EndedAsync(string question)
    {
        await Expect(AnsweredQuestion).ToHaveTextAsync(question);
        await Expect(CopyLink).ToBeVisibleAsync();
    }

    public async Task CardSaysAsync(LookupKind kind, string words) => await Expect(Card(kind)).ToContainTextAsync(words);

    public async Task CardsSayAsync(string words)
    {
        foreach (var kind in Enum.GetValues<LookupKind>())
            await CardSaysAsync(kind, words);
    }

    private static Regex CardName(LookupKind kind) => kind switch
    {
        LookupKind.ProductInfo => ProductCardName(),
        LookupKind.ReviewAnalysis => ReviewCardName(),
        LookupKind.StockCheck => StockCardName(),
        _ => RecommendationCardName(),
    };

    [GeneratedRegex("^(질문|Question)$")]
    private static partial Regex QuestionName();

    [GeneratedRegex("^(상품|Product)( |$)")]
    private static partial Regex ProductName();

    [GeneratedRegex("^(고객|Customer)( |$)")]
    private static partial Regex CustomerName();

    [GeneratedRegex("^(질문하기|Ask)$")]
    private static partial Regex SendName();

    [GeneratedRegex("^(중지|Stop)$")]
    private static partial Regex StopName();

    [GeneratedRegex("^(밝은 화면과 어두운 화면 전환|Switch between light and dark)$")]
    private static partial Regex ThemeName();

    [GeneratedRegex("^(링크 복사|Copy link)$")]
    private static partial Regex CopyName();

    [GeneratedRegex("^(상품 정보|Product)$")]
    private static partial Regex ProductCardName();

    [GeneratedRegex("^(리뷰 분석|Reviews)$")]
    private static partial Regex ReviewCardName();

    [GeneratedRegex("^(재고|Stock)$")]
    private static partial Regex StockCardName();

    [GeneratedRegex("^(추천|Recommendation)$")]
    private static partial Regex RecommendationCardName();
}
