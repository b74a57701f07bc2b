using CustomerService.Benchmarks.Widget;
using CustomerService.Core.Conversations;
using CustomerService.Core.Text;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerService.Benchmarks.Desk;

/// <summary>A customer whose conversation is kept in the database before the program starts.</summary>
/// <param name="Secret">With which the customer's browser comes in.</param>
internal sealed record Caller(string Secret, string ConversationId, ConversationOwner Owner)
{
    private const string Greeting = "안녕하세요, 문의드립니다.";

    /// <param name="agentId">Who has the conversation, with <see cref="ConversationOwner.Agent"/>.</param>
    public static async Task<Caller> EnterAsync(IServiceProvider services, ConversationOwner owner, string? agentId, CancellationToken cancellationToken)
    {
        var (store, secret, now) = (services.GetRequiredService<IConversationStore>(), Visitor.NewSecret(), TimeProvider.System.GetUtcNow());
        var conversation = new Conversation(Conversation.NewId(), Visitor.Key(secret), null, Language.Korean, "E001", ConversationOwner.Agent, 1, 0, now, now, null) { AgentId = agentId };
        await store.StartAsync(conversation, cancellationToken);
        // While a person has it, no answer is begun that nobody would write.
        await store.AcceptAsync(new(conversation.Id, "greeting", Greeting, $"A{conversation.Id}", "", null), cancellationToken);
        if (owner != ConversationOwner.Agent)
            await store.HandOnAsync(conversation.Id, owner, null, null, null, cancellationToken);
        return new(secret, conversation.Id, owner);
    }

    public Task<WidgetConnection> ConnectAsync(Uri server, CancellationToken cancellationToken) => WidgetConnection.OpenAsync(server, Secret, ConversationId, cancellationToken);
}
