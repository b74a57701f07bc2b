using CustomerService.Core.Conversations;

namespace CustomerService.Data.Nodes;

/// <summary>Presence over all programs on one PostgreSQL.</summary>
internal sealed class PostgreSqlPresence : IPresence, IDisposable
{
    private readonly Presence _here;
    private readonly NodeSender _others;

    public PostgreSqlPresence(NodeListener listener, NodeSender others, TimeProvider time)
    {
        (_here, _others) = (new(time), others);
        listener.Present += _here.Tell;
    }

    public event Action<string>? Changed
    {
        add => _here.Changed += value;
        remove => _here.Changed -= value;
    }

    public void Tell(string conversationId, string agentId, string page, PresenceSign sign)
    {
        _here.Tell(conversationId, agentId, page, sign);
        _others.Signal(NodePayloads.Present(conversationId, agentId, page, sign));
    }

    public IReadOnlyList<PresentAgent> Of(string conversationId) => _here.Of(conversationId);

    public void Dispose() => _here.Dispose();
}
