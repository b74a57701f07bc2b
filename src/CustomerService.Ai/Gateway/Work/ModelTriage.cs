using CustomerService.Core.Models;
using CustomerService.Core.Text;
using CustomerService.Core.Triage;
using CustomerService.Core.Usage;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace CustomerService.Ai.Gateway;

/// <summary>Lets the cheapest model sort a conversation, after all customers who wait for an answer.</summary>
internal sealed class ModelTriage(IChatClient client, ModelDirectory models, PromptFiles prompts, Random random, ILogger<ModelTriage> logger) : ITriage
{
    private const int OutputTokens = 200;

    /// <summary>Characters of one message; what is longer is cut.</summary>
    private const int MessageLength = 1_000;

    public async Task<TriageResult?> ReadAsync(string conversationId, IReadOnlyList<string> messages, Language language, CancellationToken cancellationToken)
    {
        var turn = new ModelTurn(ModelPurpose.Triage, models.ChainOf(ModelTier.Simple), conversationId) { WantedTokens = OutputTokens };
        var lines = messages.Select(m => PersonalData.Masked(m.Length <= MessageLength ? m : m[..MessageLength] + "…").ReplaceLineEndings(" "));
        try
        {
            var response = await client.GetResponseAsync(
                prompts.Triage.Fill(random, ("language", language.ToString()), ("messages", string.Join('\n', lines))), turn, cancellationToken).ConfigureAwait(false);
            var read = TriageReply.Read(response.Text);
            if (read is null)
                GatewayLog.UnusableReply(logger, turn.ModelId, ModelPurpose.Triage, "not the JSON that was asked for");
            return read;
        }
        catch (ModelCallException)
        {
            return null;
        }
    }
}
