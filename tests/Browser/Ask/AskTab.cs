using System.Text.RegularExpressions;
using CustomerService.Core.Lookups;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CustomerService.Browser.Tests.Ask;

/// <summary>The Ask page in one tab, found as a person finds it: by what things are and what is written on them, in either language.</summary>
internal sealed class AskTab(IPage page)
{
    public const string ProsAndCons = "이 이어폰 장점과 단점이 뭐예요?";

    public IPage Page => page;
    public ILocator Question => page.GetByRole(AriaRole.Textbox, new() { NameRegex = Either("질문", "Question") });
    public ILocator Product => page.GetByRole(AriaRole.Combobox, new() { NameRegex = Either("상품 .+", "Product .+") });
    public ILocator Customer => page.GetByRole(AriaRole.Combobox, new() { NameRegex = Either("고객 .+", "Customer .+") });
    public ILocator Options => page.GetByRole(AriaRole.Option);
    public ILocator Send => page.GetByRole(AriaRole.Button, new() { NameRegex = Either("질문하기", "Ask") });
    public ILocator Stop => page.GetByRole(AriaRole.Button, new() { NameRegex = Either("중지", "Stop") });
    public ILocator SwitchTheme => page.GetByRole(AriaRole.Button, new() { NameRegex = Either("밝은 화면과 어두운 화면 전환", "Switch between light and dark") });
    public ILocator Answer => page.GetByRole(AriaRole.Article);
    public ILocator AnsweredQuestion => Answer.GetByRole(AriaRole.Heading, new() { Level = 2 });
    /// <summary>The words of the answer, without the question and what is told about the answer.</summary>
    public ILocator Text => Answer.Locator(".answer-text");
    public ILocator Citations => Text.GetByRole(AriaRole.Link);
    public ILocator CopyLink => Answer.GetByRole(AriaRole.Button, new() { NameRegex = Either("링크 복사", "Copy link") });
    public ILocator Alerts => page.GetByRole(AriaRole.Alert);
    public ILocator Earlier => page.GetByRole(AriaRole.Complementary).GetByRole(AriaRole.Link);

    public ILocator Card(LookupKind kind) => page.GetByRole(AriaRole.Group, new() { NameRegex = CardName(kind) });

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

    /// <summary>A pattern, found anywhere.</summary>
    public static Regex Saying(string pattern) => new(pattern, RegexOptions.None, TimeSpan.FromSeconds(1));

    private static Regex CardName(LookupKind kind) => kind switch
    {
        LookupKind.ProductInfo => Either("상품 정보", "Product"),
        LookupKind.ReviewAnalysis => Either("리뷰 분석", "Reviews"),
        LookupKind.StockCheck => Either("재고", "Stock"),
        _ => Either("추천", "Recommendation"),
    };

    private static Regex Either(string korean, string english) => Saying($"^({korean}|{english})$");
}
