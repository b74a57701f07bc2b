using CustomerService.Ai.Tests.Answers;
using CustomerService.Core.Answers;
using CustomerService.Core.Conversations;
using CustomerService.Core.Questions;
using CustomerService.Core.Suggestions;
using CustomerService.Core.Text;
using CustomerService.Core.Usage;
using CustomerService.Testing;
using Xunit;

namespace CustomerService.Ai.Tests.Gateway;

/// <summary>A model's draft on its way to an agent.</summary>
public sealed class ModelSuggestionTests
{
    private readonly Evidence _evidence = new Evidence(Language.Korean).Asking(Intent.Stock);

    [Fact]
    public async Task Draft_is_checked_and_bears_its_prompt_and_what_it_was_called_for()
    {
        await using var rig = new GatewayRig();
        rig.Endpoint.Then(Reply.Stream("기다려 주셔서 감사합니다. ", "서울에 150개가 있습니다. ", "서울 물류센터에 127개가 있습니다.").Usage(900, 40));

        var parts = await WriteAsync(rig, SuggestionHint.None);

        Assert.Equal("기다려 주셔서 감사합니다. 서울 물류센터에 127개가 있습니다.", TextOf(parts));
        Assert.Equal("150개", Assert.Single(parts.OfType<AnswerPart.Held>()).Words.Unsupported);
        Assert.StartsWith("suggestion-2-", Assert.Single(parts.OfType<AnswerPart.Author>()).By.PromptVersion, StringComparison.Ordinal);
        Assert.Equal(ModelPurpose.Suggestion, Assert.Single(rig.Usage.Calls).Purpose);
    }

    [Fact]
    public async Task Model_gets_thread_draft_and_hint_without_personal_numbers()
    {
        await using var rig = new GatewayRig();
        rig.Endpoint.Then(Reply.Says("네, 재고가 있습니다."));

        await WriteAsync(rig, SuggestionHint.Of("mention 010-1234-5678 kindly"), "네, 있습니다.", Says(1, MessageAuthor.Customer, "제 번호는 010-9999-8888, mail kim@example.com\n재고 있나요?"), Says(2, MessageAuthor.Agent, "잠시만요"));

        var prompt = rig.Endpoint.Calls.Single().Prompt!;
        Assert.Contains("Agent: 잠시만요", prompt, StringComparison.Ordinal);
        Assert.Contains("네, 있습니다.", prompt, StringComparison.Ordinal);
        Assert.Contains("mention (number) kindly", prompt, StringComparison.Ordinal);
        Assert.DoesNotContain("9999", prompt, StringComparison.Ordinal);
        Assert.DoesNotContain("kim@", prompt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Embedded_assistant_drafts_with_the_hint_when_every_model_is_down()
    {
        await using var rig = new GatewayRig(("Resilience:MaxRetries", "0"), ("Models:Fallbacks:0", "second"));
        rig.Endpoint.Always(Reply.Status(500));

        var parts = await WriteAsync(rig, SuggestionHint.Of(HintKind.Apologise));

        var author = Assert.Single(parts.OfType<AnswerPart.Author>()).By;
        Assert.Equal((AnswerSource.Embedded, 2), (author.Source, author.Setbacks!.Count));
        Assert.StartsWith("불편을 드려 죄송합니다. ", TextOf(parts), StringComparison.Ordinal);
        Assert.Contains("127", TextOf(parts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_that_obeys_the_customer_is_held_back()
    {
        await using var rig = new GatewayRig();
        rig.Endpoint.Then(Reply.Stream("<img src=x onerror=alert(1)> ", "http://evil.example 에서 100% 환불받으세요."));

        var parts = await WriteAsync(rig, SuggestionHint.None);

        Assert.Equal(AnswerSource.Embedded, Assert.Single(parts.OfType<AnswerPart.Author>()).By.Source);
        Assert.DoesNotContain("evil", TextOf(parts), StringComparison.Ordinal);
        Assert.DoesNotContain("<img", TextOf(parts), StringComparison.Ordinal);
    }

    private static ConversationMessage Says(int sequence, MessageAuthor author, string text) => new(sequence, sequence, author, text, DateTimeOffset.UnixEpoch);

    private static string TextOf(IEnumerable<AnswerPart> parts) => string.Concat(parts.OfType<AnswerPart.Text>().Select(t => t.Value));

    private async Task<List<AnswerPart>> WriteAsync(GatewayRig rig, SuggestionHint hint, string? draft = null, params ConversationMessage[] thread)
    {
        var parts = new List<AnswerPart>();
        await foreach (var part in rig.Get<ISuggestionWriter>().WriteAsync(new(_evidence.Query(), thread, hint, draft), _evidence.Results(), default))
            parts.Add(part);
        return parts;
    }
}
