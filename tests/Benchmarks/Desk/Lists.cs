using CustomerService.Core.Conversations;
using CustomerService.Testing;

namespace CustomerService.Benchmarks.Desk;

/// <summary>How lists are asked for.</summary>
internal static class Lists
{
    /// <param name="skip">How many come before the first one.</param>
    public static Task<IReadOnlyList<ConversationSummary>> PageAsync(IDeskStore desk, LargeDeskSize size, InboxFilter filter, int skip, int limit, CancellationToken cancellationToken) =>
        desk.ListAsync(filter, skip, limit, cancellationToken);
    public static Task CountAllAsync(IDeskStore desk, string agentId, int upTo, CancellationToken cancellationToken) => desk.CountAllAsync(upTo, cancellationToken);
    public static Task<int>? CountAsync(IDeskStore desk, InboxFilter filter, int upTo, CancellationToken cancellationToken) => desk.CountAsync(filter, upTo, cancellationToken);
    public static InboxFilter? Search(InboxFilter filter, string words) => filter with { Search = words };
    public static InboxFilter? Tagged(InboxFilter filter, string tag) => filter with { Tag = tag };
}
