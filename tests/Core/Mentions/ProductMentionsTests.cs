using CustomerService.Core.Catalog;
using CustomerService.Core.Questions;
using CustomerService.Testing;
using Xunit;

namespace CustomerService.Core.Tests.Mentions;

public sealed class ProductMentionsTests
{
    private static readonly Category[] Categories =
    [
        Build.Category("earphones", "이어폰", "Earphones", "이어버드", "earbuds", "무선 이어폰"),
        Build.Category("keyboards", "키보드", "Keyboards", "keyboard"),
    ];

    private static readonly ProductHit[] Hits =
    [
        new("E001", new("소닉웨이브 프로 무선 이어폰", "SonicWave Pro Wireless Earphones"), "SonicWave", "SW-P100", "earphones", 3),
        new("E002", new("소닉웨이브 라이트 무선 이어폰", "SonicWave Lite Wireless Earphones"), "SonicWave", null, "earphones", 2),
        new("E003", new("키크론 텐키리스 키보드", "Keycron Tenkeyless Keyboard"), "Keycron", null, "keyboards", 1),
    ];

    [Theory]
    [InlineData("소닉웨이브 프로 재고 있나요?", "E001")]
    [InlineData("소닉웨이브프로는 방수 되나요?", "E001")]
    [InlineData("소닉 웨이브 프로는 어때요?", "E001")]
    [InlineData("is the sonicwave pro waterproof?", "E001")]
    [InlineData("SONICWAVE LITE vs others", "E002")]
    [InlineData("소닉웨이브 라이트를 사고 싶어요", "E002")]
    [InlineData("ＳｏｎｉｃＷａｖｅ　Ｐｒｏ", "E001")]
    [InlineData("키크론 텐키리스 소음 있어요?", "E003")]
    public void A_name_in_the_question_names_the_product(string question, string id) => Assert.Equal(id, Named(question)[0]);

    [Theory]
    [InlineData("How much is the Hoodie, and is it in stock?", "H1")]
    [InlineData("hoodie with pocket 있나요?", "H2")]
    [InlineData("Is the Belt made of leather?", "B1")]
    [InlineData("벨트 얼마예요?")]
    [InlineData("Do you sell single socks?")]
    public void A_name_of_one_word_or_of_others_words_is_meant_where_it_stands_whole(string question, params string[] ids)
    {
        ProductHit[] hits =
        [
            new("H1", new("Hoodie", "Hoodie"), "", null, "hoodies", 3), new("H2", new("Hoodie with Pocket", "Hoodie with Pocket"), "", null, "hoodies", 2),
            new("H3", new("Hoodie with Pocket and Logo", "Hoodie with Pocket and Logo"), "", null, "hoodies", 2), new("B1", new("Belt", "Belt"), "", null, "accessories", 2),
        ];

        Assert.Equal(ids, ProductMentions.Named(question, hits, Categories).Select(h => h.ProductId));
    }

    [Theory]
    [InlineData("Is the Diesel black watch water resistant?", "W1")]
    [InlineData("the white diesel watch", "W2")]
    [InlineData("a diesel toothbrush watch")]
    public void Long_name_is_meant_by_some_of_its_words_with_the_brand(string question, params string[] ids)
    {
        ProductHit[] hits =
        [
            new("W1", new("", "Diesel Men's Black Stainless-Steel Analog Watch with Black Dial"), "Diesel", null, "watches", 3),
            new("W2", new("", "Diesel Men's White Stainless-Steel Analog Watch with Copper Dial"), "Diesel", null, "watches", 3),
        ];
        string[] words = question.Contains("toothbrush", StringComparison.Ordinal) ? ["diesel", "toothbrush", "watch"] : ["diesel", "watch"];

        Assert.Equal(ids, ProductMentions.Holding(question, words, hits).Select(h => h.ProductId));
    }

    [Theory]
    [InlineData("소닉웨이브 좋아요?")]
    [InlineData("Is SonicWave any good?")]
    [InlineData("무선 이어폰 추천해 주세요")]
    [InlineData("wireless earphones under $100")]
    [InlineData("키보드 있어요?")]
    [InlineData("오늘 날씨 어때요?")]
    [InlineData("What is the process for returns?")]
    [InlineData("")]
    public void Brand_kind_and_trade_words_alone_name_no_product(string question) => Assert.Empty(Named(question));

    [Fact]
    public void Two_names_name_two_products() =>
        Assert.Equal(["E001", "E002"], Named("소닉웨이브 프로랑 소닉웨이브 라이트 비교해 주세요").Order());

    [Fact]
    public void One_name_does_not_name_its_sibling() => Assert.Equal(["E001"], Named("SonicWave Pro battery?"));

    [Fact]
    public void Latin_words_count_whole_only() => Assert.Empty(Named("sonicwave professional process"));

    [Theory]
    [InlineData("소닉웨이부 프로 방수 되나요?", "E001")]
    [InlineData("소닉 웨이부 라이트 살까요", "E002")]
    [InlineData("is the sonicwav lite good?", "E002")]
    [InlineData("soniwcave pro battery", "E001")]
    [InlineData("키크론 텐키레스 소음", "E003")]
    [InlineData("sw p100 있나요", "E001")]
    [InlineData("SWP100은 얼마예요", "E001")]
    public void Name_with_a_slip_names_the_product(string question, string id) => Assert.Equal(id, Named(question)[0]);

    [Theory]
    [InlineData("sonic toothbrush")]
    [InlineData("soniwcave")]
    [InlineData("소닉웨이부 좋아요?")]
    [InlineData("a professional light for the kitchen")]
    [InlineData("tenkeyles")]
    public void Slip_in_an_ordinary_word_or_a_brand_alone_names_no_product(string question) => Assert.Empty(Named(question));

    private static string[] Named(string question) => [.. ProductMentions.Named(question, Hits, Categories).Select(h => h.ProductId)];
}
