using CustomerService.Core.Conversations;

namespace CustomerService.Data.Nodes;

/// <summary>The feed over all programs on one PostgreSQL. Followers in this program are signalled at once.</summary>
internal sealed class PostgreSqlFeed : IConversationFeed
{
    private readonly ConversationFeed _here = new();
    private readonly NodeSender _others;

    public PostgreSqlFeed(NodeListener listener, NodeSender others)
    {
        _others = others;
        listener.Signalled += _here.Publish;
        listener.Typing += _here.PublishTyping;
        listener.Connected += _here.PublishAll;
    }

    public void Publish(string conversationId)
    {
        _here.Publish(conversationId);
        _others.Signal(conversationId);
    }

    public void PublishTyping(string conversationId, MessageAuthor author)
    {
        _here.PublishTyping(conversationId, author);
        _others.SignalTyping(conversationId, author);
    }

    public FeedSubscription Subscribe(string conversationId) => _here.Subscribe(conversationId);

    public FeedSubscription SubscribeToAll() => _here.SubscribeToAll();
}
