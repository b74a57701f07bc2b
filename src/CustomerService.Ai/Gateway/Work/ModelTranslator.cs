using CustomerService.Core.Answers;
using CustomerService.Core.Models;
using CustomerService.Core.Text;
using CustomerService.Core.Translation;
using CustomerService.Core.Usage;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace CustomerService.Ai.Gateway;

/// <summary>Lets a model translate a message. Addresses and numbers of persons stay here and are put back afterwards.</summary>
internal sealed class ModelTranslator(
    IChatClient client, ModelDirectory models, PromptFiles prompts, SharedWork work, Random random, ILogger<ModelTranslator> logger) : ITranslator
{
    private const int OutputTokens = 2_000;

    /// <summary>Times the length of the text: no translation is that much longer.</summary>
    private const int MaxGrowth = 6;
    private const int AlwaysAllowed = 200;

    public bool IsAvailable => true;

    public async Task<TranslatedText?> TranslateAsync(string conversationId, string text, Language to, CancellationToken cancellationToken)
    {
        var veil = new Veil(text);
        var chain = models.ChainOf(ModelTier.Moderate);
        var request = new WorkRequest(
            WorkRequest.KeyOf("translation", veil.Text, to.Code(), prompts.Translation.Version, chain[0]), $"translation:{conversationId}", ReplacesOlder: false, ModelPurpose.Translation, null);
        var result = await work.GetAsync(request, () => AskAsync(conversationId, veil, to, chain), cancellationToken).ConfigureAwait(false);
        return result is not null && veil.Lift(result.Value) is { } lifted ? new(lifted, result.Model) : null;
    }

    private async Task<KeptResult?> AskAsync(string conversationId, Veil veil, Language to, IReadOnlyList<string> chain)
    {
        var turn = new ModelTurn(ModelPurpose.Translation, chain, conversationId) { WantedTokens = OutputTokens };
        try
        {
            var response = await client.GetResponseAsync(prompts.Translation.Fill(random, ("language", to.ToString()), ("text", veil.Text)), turn).ConfigureAwait(false);
            var used = turn.Used ?? TokenUsage.None;
            var clean = Veil.Clean(response.Text);
            if (response.FinishReason != ChatFinishReason.Length && clean.Length > 0 && clean.Length <= AlwaysAllowed + MaxGrowth * veil.Text.Length && veil.Lift(clean) is not null)
                return new(clean, turn.ModelId!, used.PromptTokens, used.CompletionTokens, used.Cost);
            GatewayLog.UnusableReply(logger, turn.ModelId, ModelPurpose.Translation, "not the whole text");
            return null;
        }
        catch (ModelCallException)
        {
            return null;
        }
    }
}

/// <summary>Without an endpoint nobody translates.</summary>
internal sealed class NoTranslator : ITranslator
{
    public bool IsAvailable => false;

    public Task<TranslatedText?> TranslateAsync(string conversationId, string text, Language to, CancellationToken cancellationToken) => Task.FromResult<TranslatedText?>(null);
}
