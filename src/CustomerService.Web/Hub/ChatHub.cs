using System.Runtime.CompilerServices;
using System.Text.Json;
using CustomerService.Core.Answers;
using CustomerService.Core.Catalog;
using CustomerService.Core.Conversations;
using CustomerService.Core.Text;
using CustomerService.Data.Staff;
using Microsoft.AspNetCore.SignalR;

namespace CustomerService.Web.Hub;

/// <summary>
/// The customers' live connection. A connection is opened with the browser's secret and then acts on that visitor's one thread; nothing
/// that it can name reaches anybody else's.
/// </summary>
internal sealed class ChatHub(
    ConversationService conversations, ConversationFollower follower, IConversationFeed feed, IConversationStore store, IAnswerStore answers, IProductCatalog catalog,
    IStaffNames names, ChatLimits limits, CustomerTokens tokens, TimeProvider time) : Microsoft.AspNetCore.SignalR.Hub
{
    private const string Opened = "chat";
    private const string Written = "typing";
    private static readonly IReadOnlyDictionary<string, string> Nobody = new Dictionary<string, string>();
    private static readonly TimeSpan TypingEvery = TimeSpan.FromSeconds(1);

    private sealed record Guest(string Visitor, string? CustomerId, string ConversationId, Language Language);

    public async Task<OpenReply> Open(OpenRequest request)
    {
        var secret = Visitor.IsWellFormed(request.Visitor) ? request.Visitor! : Visitor.NewSecret();
        var stranger = Visitor.Key(secret);
        var customerId = request.Identity is { } identity && tokens.IsValid(identity.Id, identity.Hash) ? identity.Id : null;
        var visitor = customerId is null ? stranger : Visitor.KeyOfCustomer(customerId);
        var thread = await ThreadAsync(visitor, request.ConversationId);
        if (customerId is not null && thread is null && await ThreadAsync(stranger, request.ConversationId) is { } before
            && await conversations.ClaimAsync(before.Id, stranger, customerId, CancellationToken.None))
            thread = await store.FindAsync(before.Id, Context.ConnectionAborted);
        // Nothing is written before there is something to keep; until then the browser's id stands for the thread.
        var id = thread?.Id ?? (Conversation.IsWellFormed(request.ConversationId) && await store.FindAsync(request.ConversationId!, Context.ConnectionAborted) is null
            ? request.ConversationId! : Conversation.NewId());
        Context.Items[Opened] = new Guest(visitor, customerId, id, LanguageExtensions.TryParse(request.Language) ?? thread?.Language ?? Language.Korean);
        return new(secret, id, thread?.Version ?? 0, request.Identity is null ? null : customerId is not null);
    }

    public async Task<SendReply> Send(SendRequest request)
    {
        var guest = Known();
        if (request.ClientId is not { Length: > 0 and <= IncomingMessage.MaxClientId })
            return Refused(new("malformed"));
        if (limits.Take(guest.Visitor, Context.GetHttpContext()?.Connection.RemoteIpAddress) is { } wait)
            return Refused(new("tooMany", RetryAfter: (int)Math.Ceiling(wait.TotalSeconds)));

        var thread = await FindAsync(guest);
        // What the thread names was found before.
        var product = thread?.ProductId is { } known && known == request.ProductId ? known : (await FindProductAsync(request.ProductId))?.Id;
        thread ??= await conversations.StartAsync(guest.ConversationId, guest.Visitor, guest.CustomerId, guest.Language, product, Context.ConnectionAborted);
        var (accepted, problems) = await conversations.SendAsync(thread, request.ClientId, request.Text, product, CancellationToken.None);
        return accepted is not null ? new(accepted.Message.Sequence, accepted.Conversation.Version, null)
            : problems is [var problem, ..] ? Refused(new(JsonNamingPolicy.CamelCase.ConvertName(problem.Code.ToString()), problem.Limit))
            : throw new HubException("unavailable");

        static SendReply Refused(ChatProblem problem) => new(null, null, problem);
    }

    /// <summary>What the browser does not know yet, and all that comes, until it leaves.</summary>
    public async IAsyncEnumerable<ChatUpdate> Follow(FollowRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var guest = Known();
        await foreach (var update in follower.FollowAsync(guest.ConversationId, request.Since, request.Progress ?? new Dictionary<string, int>(), forCustomer: true, cancellationToken))
        {
            var staff = Nobody;
            if (update is ConversationUpdate.Changed { Changes: var changes })
            {
                if (!IsMine(changes.Conversation))
                    yield break;
                if (changes.Messages.LastOrDefault(m => m.AgentId is not null) is { AgentId: var agent })
                    staff = await names.ReadAsync(agent, cancellationToken);
            }

            if (ChatUpdate.Of(update, staff) is { } told)
                yield return told;
        }
    }

    /// <summary>What an answer of the thread rests on; null when there is no such answer.</summary>
    public async Task<EvidenceView?> Evidence(int sequence)
    {
        var thread = await store.ReadAsync(Known().ConversationId, 0, Context.ConnectionAborted);
        return IsMine(thread?.Conversation) && thread!.Messages.FirstOrDefault(m => m.Sequence == sequence)?.AnswerId is { } answerId
            && await answers.FindAsync(answerId, Context.ConnectionAborted) is { State: not AnswerState.Running } answer ? EvidenceView.Of(answer) : null;
    }

    /// <summary>The customer is writing. More often than <see cref="TypingEvery"/> it is not told.</summary>
    public async Task Typing()
    {
        if (Context.Items.TryGetValue(Written, out var last) && time.GetElapsedTime((long)last!) < TypingEvery)
            return;
        Context.Items[Written] = time.GetTimestamp();
        if (await FindAsync(Known()) is { } thread)
            feed.PublishTyping(thread.Id, MessageAuthor.Customer);
    }

    public async Task Stop()
    {
        if (await FindAsync(Known()) is { } thread)
            await conversations.StopAsync(thread, Context.ConnectionAborted);
    }

    public async Task<bool> Retry(int sequence)
    {
        var guest = Known();
        return limits.Take(guest.Visitor, Context.GetHttpContext()?.Connection.RemoteIpAddress) is null
            && await FindAsync(guest) is { } thread && await conversations.AnswerAgainAsync(thread, sequence, CancellationToken.None);
    }

    public async Task<bool> Rate(int sequence, Thumb? thumb) =>
        await FindAsync(Known()) is { } thread && await conversations.RateAnswerAsync(thread, sequence, thumb, CancellationToken.None);

    /// <param name="stars">1 to 5.</param>
    public async Task<bool> RateConversation(int stars)
    {
        if (stars is < 1 or > 5 || await FindAsync(Known()) is not { } thread)
            return false;
        await conversations.RateAsync(thread, stars, CancellationToken.None);
        return true;
    }

    /// <summary>Also before the first message: somebody may want to talk to a person from the start.</summary>
    public async Task AskForPerson()
    {
        var guest = Known();
        var thread = await FindAsync(guest) ?? await conversations.StartAsync(guest.ConversationId, guest.Visitor, guest.CustomerId, guest.Language, null, Context.ConnectionAborted);
        await conversations.AskForPersonAsync(thread, CancellationToken.None);
    }

    public async Task BackToAssistant()
    {
        if (await FindAsync(Known()) is { } thread)
            await conversations.BackToAssistantAsync(thread, CancellationToken.None);
    }

    /// <summary>How long a person may take.</summary>
    public async Task<ExpectedWait> Wait() => await store.ExpectWaitAsync(Known().ConversationId, Context.ConnectionAborted);

    /// <summary>What the customer is looking at; null when the shop has no such product.</summary>
    public async Task<ProductView?> Product(string? productId) => await FindProductAsync(productId) is { } product ? new(product.Id, product.Name) : null;

    public async Task Close()
    {
        if (await FindAsync(Known()) is { } thread)
            await conversations.CloseAsync(thread, CancellationToken.None);
    }

    private Guest Known() => Context.Items[Opened] as Guest ?? throw new HubException("notOpened");

    private bool IsMine(Conversation? thread) => thread is not null && thread.Visitor == Known().Visitor;

    private async Task<Conversation?> FindAsync(Guest guest) =>
        await store.FindAsync(guest.ConversationId, Context.ConnectionAborted) is { } thread
            ? thread.Visitor == guest.Visitor ? thread : throw new HubException("notOpened")
            : null;

    private async Task<Conversation?> ThreadAsync(string visitor, string? conversationId) =>
        Conversation.IsWellFormed(conversationId) && await store.FindAsync(conversationId!, Context.ConnectionAborted) is { } named && named.Visitor == visitor
            ? named
            : conversationId is null ? await store.FindOpenAsync(visitor, Context.ConnectionAborted) : null;

    /// <summary>A product of the shop; what the page names and the catalogue does not have is left out.</summary>
    private async Task<Product?> FindProductAsync(string? productId) =>
        productId is { Length: > 0 and <= 64 } && await catalog.FindAsync([productId.Trim().ToUpperInvariant()], Context.ConnectionAborted) is [var found, ..] ? found.Product : null;
}
