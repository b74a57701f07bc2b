using System.Collections.Immutable;

namespace CustomerService.Core.Conversations;

/// <summary>The feed within one program.</summary>
public sealed class ConversationFeed : IConversationFeed
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ImmutableList<FeedSubscription>> _followers = new(StringComparer.Ordinal);
    private ImmutableList<FeedSubscription> _all = [];

    /// <summary>How many threads are followed.</summary>
    public int Followed
    {
        get
        {
            lock (_gate)
                return _followers.Count;
        }
    }

    public void Publish(string conversationId)
    {
        ImmutableList<FeedSubscription> followers, all;
        lock (_gate)
            (followers, all) = (_followers.GetValueOrDefault(conversationId, []), _all);
        foreach (var follower in followers)
            follower.Signal();
        foreach (var follower in all)
            follower.Signal();
    }

    public void PublishTyping(string conversationId, MessageAuthor author)
    {
        ImmutableList<FeedSubscription> followers;
        lock (_gate)
            followers = _followers.GetValueOrDefault(conversationId, []);
        foreach (var follower in followers)
            follower.SignalTyping(author);
    }

    /// <summary>Says that any thread may have changed.</summary>
    public void PublishAll()
    {
        FeedSubscription[] every;
        lock (_gate)
            every = [.. _followers.Values.SelectMany(f => f), .. _all];
        foreach (var follower in every)
            follower.Signal();
    }

    public FeedSubscription Subscribe(string conversationId)
    {
        var subscription = new FeedSubscription(ended =>
        {
            lock (_gate)
            {
                var left = _followers.GetValueOrDefault(conversationId, []).Remove(ended);
                if (left.IsEmpty)
                    _followers.Remove(conversationId);
                else
                    _followers[conversationId] = left;
            }
        });
        lock (_gate)
            _followers[conversationId] = _followers.GetValueOrDefault(conversationId, []).Add(subscription);
        return subscription;
    }

    public FeedSubscription SubscribeToAll()
    {
        var subscription = new FeedSubscription(ended =>
        {
            lock (_gate)
                _all = _all.Remove(ended);
        });
        lock (_gate)
            _all = _all.Add(subscription);
        return subscription;
    }
}
