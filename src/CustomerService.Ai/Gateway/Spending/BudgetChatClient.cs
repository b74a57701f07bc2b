using System.Runtime.CompilerServices;
using CustomerService.Core.Models;
using Microsoft.Extensions.AI;

namespace CustomerService.Ai.Gateway;

/// <summary>Lets nothing through once the budget of the day or the month is spent.</summary>
internal sealed class BudgetChatClient(IChatClient inner, Spending spending) : DelegatingChatClient(inner)
{
    public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ThrowIfSpent();
        return base.GetResponseAsync(messages, options, cancellationToken);
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ThrowIfSpent();
        await foreach (var update in base.GetStreamingResponseAsync(messages, options, cancellationToken).ConfigureAwait(false))
            yield return update;
    }

    private void ThrowIfSpent()
    {
        if (spending.Status().IsSpent)
            throw new ModelCallException(ModelFault.OverBudget, "the budget of the day or the month is spent");
    }
}
