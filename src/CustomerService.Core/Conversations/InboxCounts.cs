namespace CustomerService.Core.Conversations;

/// <summary>How many conversations the views hold, for all agents at once.</summary>
/// <param name="ByView">Of the views that are the same for everyone; from a bound on, that bound.</param>
/// <param name="ByAgent">Of <see cref="InboxView.Mine"/>, for agents who have any.</param>
public sealed record InboxCounts(IReadOnlyDictionary<InboxView, int> ByView, IReadOnlyDictionary<string, int> ByAgent)
{
    public int Of(InboxView view, string agentId) => view == InboxView.Mine ? ByAgent.GetValueOrDefault(agentId) : ByView[view];
}
