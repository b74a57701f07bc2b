using CustomerService.Core.Text;
using CustomerService.Core.Translation;
using CustomerService.Core.Usage;
using CustomerService.Testing;
using Xunit;

namespace CustomerService.Ai.Tests.Gateway;

public sealed class ModelTranslatorTests
{
    private const string Text = "전화는 010-1234-5678, 메일은 kim@example.com 입니다.";

    [Fact]
    public async Task Numbers_of_persons_stay_here_and_are_put_back()
    {
        await using var rig = new GatewayRig();
        rig.Endpoint.Then(Reply.Says("Mail ⟦1⟧ or\ncall ⟦2⟧."));

        var translation = await TranslateAsync(rig);

        Assert.Equal(new TranslatedText("Mail kim@example.com or\ncall 010-1234-5678.", "gemini-2.5-flash"), translation);
        var prompt = Assert.Single(rig.Endpoint.Calls).Prompt!;
        Assert.DoesNotContain("1234", prompt, StringComparison.Ordinal);
        Assert.DoesNotContain("kim@", prompt, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mail ⟦1⟧.")]
    [InlineData("Mail ⟦1⟧ ⟦2⟧ ⟦2⟧.")]
    [InlineData("Mail ⟦1⟧ ⟦2⟧ ⟦3⟧.")]
    [InlineData("Mail ⟦1⟧ ⟦2⟧ ⟦0⟧.")]
    public async Task Translation_that_loses_or_invents_a_number_is_refused(string reply)
    {
        await using var rig = new GatewayRig();
        rig.Endpoint.Then(Reply.Says(reply));

        Assert.Null(await TranslateAsync(rig));
    }

    [Fact]
    public async Task Same_text_is_translated_once()
    {
        await using var rig = new GatewayRig();
        rig.Endpoint.Then(Reply.Says("⟦1⟧ ⟦2⟧"));

        var first = await TranslateAsync(rig);

        Assert.Equal(first, await TranslateAsync(rig));
        Assert.Single(rig.Endpoint.Calls);
        Assert.Equal([ModelOutcome.Succeeded, ModelOutcome.Reused], rig.Usage.Calls.Select(c => c.Outcome));
    }

    [Fact]
    public async Task Endless_translation_is_refused_and_unseen_characters_are_left_out()
    {
        await using var rig = new GatewayRig();
        rig.Endpoint.Then(Reply.Says(new string('x', 5_000))).Then(Reply.Says("ye\u0007s\u0000"));

        Assert.Null(await rig.Get<ITranslator>().TranslateAsync("C1", "네", Language.English, default));
        Assert.Equal("yes", (await rig.Get<ITranslator>().TranslateAsync("C1", "네", Language.English, default))!.Text);
    }

    [Fact]
    public async Task Marks_that_a_customer_writes_stand_for_nothing()
    {
        await using var rig = new GatewayRig();
        rig.Endpoint.Then(Reply.Says("[1] and ⟦1⟧"));

        Assert.Equal("[1] and a@b.kr", (await rig.Get<ITranslator>().TranslateAsync("C1", "⟦1⟧ a@b.kr", Language.English, default))!.Text);
    }

    private static Task<TranslatedText?> TranslateAsync(GatewayRig rig) => rig.Get<ITranslator>().TranslateAsync("C1", Text, Language.English, default);
}
