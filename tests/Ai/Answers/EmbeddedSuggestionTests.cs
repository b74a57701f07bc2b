using CustomerService.Ai.Embedded.Answers;
using CustomerService.Core.Answers;
using CustomerService.Core.Lookups;
using CustomerService.Core.Questions;
using CustomerService.Core.Suggestions;
using CustomerService.Core.Text;
using Xunit;

namespace CustomerService.Ai.Tests.Answers;

/// <summary>What the embedded assistant drafts for an agent.</summary>
public sealed class EmbeddedSuggestionTests
{
    public static TheoryData<Language, Intent> EveryIntent
    {
        get
        {
            var data = new TheoryData<Language, Intent>();
            foreach (var language in Enum.GetValues<Language>())
            {
                foreach (var intent in Enum.GetValues<Intent>())
                    data.Add(language, intent);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(EveryIntent))]
    public void Draft_sends_nobody_to_a_person_whatever_was_asked(Language language, Intent intent)
    {
        foreach (var evidence in new[] { new Evidence(language).Asking(intent), new Evidence(language).Asking(intent).NoProduct(), new Evidence(language).Asking(intent).Without(LookupKind.StockCheck, LookupState.Failed) })
        {
            var text = Write(evidence, SuggestionHint.None);

            Assert.NotEqual("", text);
            Assert.DoesNotContain("상담원", text, StringComparison.Ordinal);
            Assert.DoesNotContain("자동 도우미", text, StringComparison.Ordinal);
            Assert.DoesNotContain("a person", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("automatic assistant", text, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(language, LanguageExtensions.Detect(text));
        }
    }

    [Fact]
    public void Answers_of_the_assistant_still_send_to_a_person() =>
        Assert.Contains("상담원", new Evidence(Language.Korean).Asking(Intent.Policy).Compose().Text, StringComparison.Ordinal);

    [Theory]
    [InlineData(Language.Korean)]
    [InlineData(Language.English)]
    public void Shorter_draft_is_the_beginning_of_the_whole_one(Language language)
    {
        var evidence = new Evidence(language).Asking(Intent.Stock);
        var (whole, shorter) = (Write(evidence, SuggestionHint.None), Write(evidence, SuggestionHint.Of(HintKind.Shorter)));

        Assert.InRange(shorter.Length, 1, whole.Length - 1);
        Assert.StartsWith(shorter, whole, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.Korean, "불편을 드려 죄송합니다. ")]
    [InlineData(Language.English, "I am sorry for the trouble. ")]
    public void Apology_comes_first_and_stays_when_the_draft_is_made_shorter(Language language, string apology)
    {
        var evidence = new Evidence(language).Asking(Intent.Stock);
        var sorry = Write(evidence, SuggestionHint.Of(HintKind.Apologise));

        Assert.Equal(apology + Write(evidence, SuggestionHint.None), sorry);
        Assert.Equal(apology + Write(evidence, SuggestionHint.Of(HintKind.Shorter)), Write(evidence, SuggestionHint.Of(HintKind.Shorter), sorry));
    }

    [Theory]
    [InlineData("Shorter", HintKind.Shorter)]
    [InlineData("더 짧게", HintKind.Shorter)]
    [InlineData("apologize!", HintKind.Apologise)]
    [InlineData("영어로", HintKind.InEnglish)]
    [InlineData("in korean", HintKind.InKorean)]
    [InlineData("mention the\nwarranty", HintKind.Free)]
    [InlineData(" ", HintKind.None)]
    public void Hint_is_read_from_words(string words, HintKind kind)
    {
        var hint = SuggestionHint.Of(words);

        Assert.Equal(kind, hint.Kind);
        Assert.DoesNotContain('\n', hint.Words);
    }

    [Fact]
    public void Hint_that_is_too_long_is_cut_between_characters() =>
        Assert.Equal(new string('가', 199), SuggestionHint.Of(new string('가', 199) + "😀!").Words);

    private static string Write(Evidence evidence, SuggestionHint hint, string? draft = null) => string.Concat(
        EmbeddedSuggestionWriter.Write(new(evidence.Query(), [], hint, draft), evidence.Results()).OfType<AnswerPart.Text>().Select(t => t.Value));
}
