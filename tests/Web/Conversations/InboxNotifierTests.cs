using CustomerService.Core.Conversations;
using CustomerService.Core.Text;
using CustomerService.Web.Features.Conversations;
using Xunit;

namespace CustomerService.Web.Tests.Conversations;

public sealed class InboxNotifierTests
{
    private static readonly Conversation Thread = new("C1", "v", null, Language.Korean, null, ConversationOwner.Agent, 3, 3, default, default, null) { AgentId = "minji" };

    [Theory]
    [InlineData(ConversationOwner.Agent, "minji", MessageAuthor.Customer, 2, true)]
    [InlineData(ConversationOwner.Agent, "joon", MessageAuthor.Customer, 2, false)]
    [InlineData(ConversationOwner.Waiting, null, MessageAuthor.Customer, 2, true)]
    [InlineData(ConversationOwner.Waiting, null, MessageAuthor.Customer, null, true)]
    [InlineData(ConversationOwner.Assistant, null, MessageAuthor.Customer, 2, false)]
    [InlineData(ConversationOwner.Agent, "minji", MessageAuthor.Agent, 2, false)]
    [InlineData(ConversationOwner.Agent, "minji", MessageAuthor.Customer, 3, false)]
    public void Agents_are_told_of_new_words_to_them_and_to_nobody_yet(ConversationOwner owner, string? agent, MessageAuthor author, int? before, bool expected)
    {
        var now = new InboxRow(new(Thread with { Owner = owner, AgentId = agent }, author, "?", false), null, null);
        var known = before is { } sequence ? now.Summary with { Conversation = Thread with { LastSequence = sequence } } : null;
        Assert.Equal(expected, InboxNotifier.IsTold(new(known, now), "minji"));
        Assert.False(InboxNotifier.IsTold(new(known, now with { Summary = now.Summary with { Conversation = now.Summary.Conversation with { SnoozedUntil = default(DateTimeOffset) } } }), "minji"));
    }
}
