using CustomerService.Core.Answers;
using CustomerService.Core.Text;

namespace CustomerService.Core.Conversations;

/// <summary>What a follower of a thread is told. The set is closed.</summary>
public abstract record ConversationUpdate
{
    private ConversationUpdate()
    {
    }

    /// <summary>All that was written since the version that the follower knows. A message that has ended replaces all progress of it.</summary>
    public sealed record Changed(ConversationChanges Changes) : ConversationUpdate;

    /// <summary>A running answer goes on.</summary>
    /// <param name="Sequence">The assistant's message.</param>
    /// <param name="Language">The answer's.</param>
    public sealed record Progress(int Sequence, string AnswerId, Language Language, NumberedEvent Event) : ConversationUpdate;

    /// <summary>Somebody is writing right now. Nobody says when they stop; it holds for a few seconds.</summary>
    public sealed record Typing(MessageAuthor Author) : ConversationUpdate;
}

/// <summary>Tells who follows a thread that there is something new. Signals may be lost or doubled; what is written is the truth.</summary>
public interface IConversationFeed
{
    /// <summary>Says that a thread has changed.</summary>
    void Publish(string conversationId);

    /// <summary>Says to those who follow this one thread that somebody is writing in it right now.</summary>
    void PublishTyping(string conversationId, MessageAuthor author);

    /// <summary>Signals for one thread from now on.</summary>
    FeedSubscription Subscribe(string conversationId);

    /// <summary>Signals for every thread from now on.</summary>
    FeedSubscription SubscribeToAll();
}
