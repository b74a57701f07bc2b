using System.Collections.Concurrent;
using CustomerService.Core.Answers;

namespace CustomerService.Core.Usage;

/// <summary>What models have used for the answers that are being written now.</summary>
public sealed class AnswerSpending
{
    private readonly ConcurrentDictionary<string, TokenUsage> _spent = new();

    public void Open(string answerId) => _spent.TryAdd(answerId, TokenUsage.None);

    /// <summary>Counts a call's usage in; without effect for an answer that is not being written (any more).</summary>
    public void Add(string? answerId, TokenUsage usage)
    {
        while (answerId is not null && _spent.TryGetValue(answerId, out var before))
        {
            if (_spent.TryUpdate(answerId, before + usage, before))
                return;
        }
    }

    /// <summary>The sum, which is forgotten with this.</summary>
    public TokenUsage Settle(string answerId) => _spent.TryRemove(answerId, out var spent) ? spent : TokenUsage.None;
}
