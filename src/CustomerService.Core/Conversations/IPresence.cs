namespace CustomerService.Core.Conversations;

/// <summary>What an agent tells of what they do with a conversation.</summary>
public enum PresenceSign
{
    /// <summary>Has it open. To be said again every <see cref="Presence.SayEvery"/>.</summary>
    Looks,
    /// <summary>Is writing to the customer right now.</summary>
    Types,
    Leaves,
}

/// <summary>An agent who has a conversation open.</summary>
/// <param name="IsTyping">Whether they are writing to the customer.</param>
public sealed record PresentAgent(string AgentId, bool IsTyping);

/// <summary>Which agents have which conversation open, at every program that shares the database. Signs may be lost; each holds for a while only.</summary>
public interface IPresence
{
    /// <summary>Told with the conversation's id, on any thread, when its agents are others than before.</summary>
    event Action<string>? Changed;

    /// <param name="page">The agent's page that tells it, by an id of its own: who closes one of two has the other open still.</param>
    void Tell(string conversationId, string agentId, string page, PresenceSign sign);

    /// <summary>Those who have it open, by id.</summary>
    IReadOnlyList<PresentAgent> Of(string conversationId);
}
