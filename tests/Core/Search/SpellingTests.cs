using CustomerService.Core.Search;
using Xunit;

namespace CustomerService.Core.Tests.Search;

public sealed class SpellingTests
{
    private static readonly SpellingWords Words = new(
        ["sonicwave", "sonic", "wave", "pro", "sport", "studio", "humidifier", "소닉웨이브", "프로", "스포츠", "스튜디오", "루멘", "한빛", "클린봇", "로봇청소기"]);

    [Theory]
    [InlineData("소닉웨", "ㅅㅗㄴㅣㄱㅇㅜㅐ")]
    [InlineData("닭", "ㄷㅏㄹㄱ")]
    [InlineData("Pro 의", "pro ㅇㅡㅣ")]
    [InlineData("ㅋㅏ", "ㅋㅏ")]
    public void Syllables_are_the_letters_by_which_they_are_typed(string word, string letters) => Assert.Equal(letters, Spelling.Letters(word));

    [Theory]
    [InlineData("soniwcave", "sonicwave", 1)]
    [InlineData("sonicwav", "sonicwave", 1)]
    [InlineData("sonnicwave", "sonicwave", 1)]
    [InlineData("sonikwafe", "sonicwave", 2)]
    [InlineData("", "a", 1)]
    [InlineData("same", "same", 0)]
    [InlineData("sonic", "sonicwave", null)]
    [InlineData("abc", "xyz", null)]
    public void Distance_counts_slips_and_swaps(string said, string word, int? slips)
    {
        Assert.Equal(slips, Spelling.Distance(said, word, 2));
        Assert.Equal(slips, Spelling.Distance(word, said, 2));
    }

    [Theory]
    [InlineData("소닉웨이부", "소닉웨이브")]
    [InlineData("소닉웨브", "소닉웨이브")]
    [InlineData("스튜티오", "스튜디오")]
    [InlineData("루맨", "루멘")]
    [InlineData("한빗", "한빛")]
    [InlineData("soniwcave", "sonicwave")]
    [InlineData("stduio", "studio")]
    [InlineData("humidifer", "humidifier")]
    public void Slip_is_put_right(string said, string meant) => Assert.Equal([meant], Words.Meant(said, 3));

    [Theory]
    [InlineData("tonic")]
    [InlineData("spot")]
    [InlineData("por")]
    [InlineData("toothbrush")]
    [InlineData("칫솔")]
    [InlineData("루머")]
    [InlineData("포로")]
    [InlineData("sonic")]
    public void Other_word_stays_itself(string said) => Assert.Empty(Words.Meant(said, 3));

    [Theory]
    [InlineData("so", "sonic sonicwave")]
    [InlineData("손", "소닉웨이브")]
    [InlineData("소닠", "소닉웨이브")]
    [InlineData("소닉우", "소닉웨이브")]
    [InlineData("클ㄹ", "클린봇")]
    [InlineData("롭", "로봇청소기")]
    [InlineData("x", "")]
    [InlineData("", "")]
    public void Half_typed_word_is_the_beginning_of_others(string said, string words) =>
        Assert.Equal(words.Split(' ', StringSplitOptions.RemoveEmptyEntries), Words.Beginning(said, 5));

    [Fact]
    public void Words_written_as_one_are_taken_apart()
    {
        Assert.Equal(("sonicwave", "studio"), Words.Parts("sonicwavestudio"));
        Assert.Null(Words.Parts("sonicwavetoaster"));
    }

    [Theory]
    [InlineData("소닉웨이부 프로", "소닉웨이브")]
    [InlineData("소닉 웨이부는 어때요", "소닉웨이브")]
    [InlineData("소닉웨이부프로는", "소닉웨이브")]
    [InlineData("sonicwavestduio", "")]
    [InlineData("sonicwav48", "sonicwave 48")]
    [InlineData("sonic toothbrush", "")]
    [InlineData("방수 되나요", "")]
    [InlineData("is the one with", "")]
    public void Only_words_that_no_product_has_are_put_right(string text, string meant)
    {
        var known = new[] { "소닉웨이브 프로", "sonic wave pro sport" }.SelectMany(SearchText.Tokens).ToHashSet();

        Assert.Equal(meant.Split(' ', StringSplitOptions.RemoveEmptyEntries), SpellingCorrection.Of(SearchText.Spoken(text), known.Contains, Words, isUnfinished: false));
    }

    [Fact]
    public void Hostile_texts_are_read()
    {
        string[] texts = [new string('a', 5000), new string('각', 5000), "\ud800\udc00\ud800", "ㅋㅋㅋㅋ", "𠀀𠀁𠀂 が", string.Concat(Enumerable.Repeat("소닉웨이부 ", 500))];
        Assert.All(texts, text => _ = SpellingCorrection.Of(SearchText.Spoken(text), _ => false, Words, isUnfinished: true));
        Assert.All(texts, text => _ = SearchAmounts.In(text));
    }
}
