using CustomerService.Core.Conversations;
using CustomerService.Testing;

namespace CustomerService.Benchmarks.Desk;

/// <summary>How lists are asked for.</summary>
internal static class Lists
{
    /// <param name="skip">How many come before the first one, in a list that is not narrowed.</param>
    public static Task<IReadOnlyList<ConversationSummary>> PageAsync(
        IDeskStore desk, LargeDeskSize size, InboxFilter filter, int skip, int limit, CancellationToken cancellationToken) =>
        desk.ListAsync(filter, skip == 0 ? null : new(TimeProvider.System.GetUtcNow() - LargeDesk.Span * skip / (size.Conversations * LargeDesk.OpenShare), "D"), limit, cancellationToken);

    public static Task CountAllAsync(IDeskStore desk, string agentId, int upTo, CancellationToken cancellationToken) => desk.CountAsync(agentId, upTo, cancellationToken);

    /// <summary>Null as long as such a list cannot be counted.</summary>
    public static Task<int>? CountAsync(IDeskStore desk, InboxFilter filter, int upTo, CancellationToken cancellationToken) => null;

    /// <summary>Null as long as there is no search.</summary>
    public static InboxFilter? Search(InboxFilter filter, string words) => null;

    /// <summary>Null as long as there is no such filter.</summary>
    public static InboxFilter? Tagged(InboxFilter filter, string tag) => null;
}
